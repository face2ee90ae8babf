import type { ParsedInputOf } from '../../../shared/api.ts';
import { sayDate } from '../../../shared/model/dates.ts';
import { type FeePayment, hasNumber, sayFeeMethod, sayPaidBy } from '../../../shared/model/fees.ts';
import { FeePaymentId, type OrganizationId, type ParticipantId } from '../../../shared/model/ids.ts';
import { type Cents, sayCents, sumCents } from '../../../shared/model/money.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import type { Facts } from '../../call/facts.ts';
import type { Command } from '../../call/handler.ts';
import { noProgram } from '../../call/no-program.ts';
import { refuseEach } from '../../call/refuse-each.ts';
import { insert } from '../../log/change.ts';
import { receiptNumbers } from '../../log/numbers.ts';
import { datesReversed, longAgo } from '../../rules/dates/date-order.ts';
import { splitEvenly } from '../../rules/fees/fees.ts';
import { couldPayFrom } from './money-days.ts';
import { type FeePerson, feePeople, sayParticipants } from './people.ts';

type Receive = ParsedInputOf<'fees.receive'>;

/** One participant's share of what came in. */
interface Share {
  readonly person: FeePerson;
  readonly cents: Cents;
}

/** The refusal of a list of participants of whom some are gone. */
export const someAreGone = 'Some of these participants are no longer on record. Open the list and choose again.';

/**
 * Notes money that came in, for one participant or for several at once: what each owes, a total split evenly, or an
 * amount each. What one payer paid at once gets one receipt number; people who paid for themselves get one each.
 */
export const receive: Command<'fees.receive'> = (facts, input) => {
  const { inForce, today } = facts;
  if (!inForce) return noProgram();
  const { receivedOn } = input;
  const [ahead] = datesReversed([
    { pair: 'paid, today', days: [receivedOn, today] },
    { pair: 'long ago, paid', days: [longAgo(today), receivedOn] },
  ]);
  if (ahead !== undefined) return refuse(ahead);
  const reference = input.reference?.trim() || null;
  if (hasNumber(input.method) && reference === null) {
    return refuse(
      `Enter the number of the ${sayFeeMethod[input.method].toLowerCase()}: the accountant will ask for it.`,
    );
  }
  const shares = sharesOf(facts, input.shares);
  if (!shares.ok) return shares;
  const early = datesReversed(
    shares.value.map(({ person }) => ({
      pair: 'applied, paid',
      days: [couldPayFrom(facts, person.participantId), receivedOn],
      whose: person.name,
    })),
  );
  if (early.length > 0) return refuseEach('No one can have paid so early.', early);
  const payer = payerOf(facts, input);
  if (!payer.ok) return payer;
  const again = receivedBefore(facts, shares.value, input, reference);
  if (again.length > 0) {
    return refuseEach('This check is already recorded. Undo that payment first, or correct the number.', again);
  }
  const numbers = receiptNumbers(facts, inForce.policy.program.name);
  const together = payer.value === null ? null : numbers.next().value;
  const payments = shares.value.map(
    ({ person, cents }): FeePayment => ({
      id: FeePaymentId.parse(facts.newId()),
      participantId: person.participantId,
      kind: 'payment',
      cents,
      method: input.method,
      reference,
      payer: payer.value ?? person.name,
      organizationId: input.organizationId,
      receivedOn: input.receivedOn,
      note: input.note || null,
      receipt: together ?? numbers.next().value,
    }),
  );
  return {
    ok: true,
    label: `Received ${sayReceived(shares.value, payer.value)}`,
    changes: payments.map((payment) => insert('feePayment', payment)),
    value: {
      received: payments.length,
      cents: sumCents(payments.map(({ cents }) => cents)),
      paymentIds: payments.map(({ id }) => id),
    },
  };
};

/** `$375 from Lee County Schools for 5 participants`; `$75 from Jamal Calloway`, who paid for himself. */
function sayReceived(shares: readonly Share[], payer: string | null): string {
  const total = sayCents(sumCents(shares.map(({ cents }) => cents)));
  const people = sayParticipants(shares.map(({ person }) => person));
  return payer === null || payer === people ? `${total} from ${people}` : `${total} from ${payer} for ${people}`;
}

/** Who paid, by name; null: each participant for themselves. */
function payerOf({ database }: Facts, { organizationId, payer }: Receive): Result<string | null> {
  if (organizationId === null) return done(payer?.trim() || null);
  const name = organizationName(database, organizationId);
  return name === undefined
    ? refuse('That school system no longer exists. Choose another payer.')
    : done(payer?.trim() || name);
}

const organizationName = (database: Facts['database'], id: OrganizationId): string | undefined =>
  database.get<{ name: string }>('SELECT name FROM organization WHERE id = ?', id)?.name;

/** What each participant gets of the money; all of them, or a refusal. */
function sharesOf(facts: Facts, shares: Receive['shares']): Result<readonly Share[]> {
  const ids =
    shares.split === 'each' ? shares.amounts.map(({ participantId }) => participantId) : shares.participantIds;
  const people = feePeople(facts, ids);
  if (people.length < new Set(ids).size) return refuse(someAreGone);
  switch (shares.split) {
    case 'owed':
      return owedBy(people);
    case 'evenly': {
      if (shares.total < people.length) return refuse('Enter the amount received: at least one cent for each person.');
      const parts = splitEvenly(shares.total, people.length);
      return done(people.flatMap((person, at) => shareOf(person, parts[at])));
    }
    case 'each': {
      const amounts = new Map<ParticipantId, Cents>();
      for (const { participantId, cents } of shares.amounts) {
        amounts.set(participantId, sumCents([amounts.get(participantId) ?? sumCents([]), cents]));
      }
      const nothing = people.filter(({ participantId }) => (amounts.get(participantId) ?? 0) === 0);
      if (nothing.length > 0) {
        return refuseEach(
          'A payment is more than nothing. Enter an amount, or take these people off the selection.',
          nothing.map(({ name }) => name),
        );
      }
      return done(people.flatMap((person) => shareOf(person, amounts.get(person.participantId))));
    }
  }
}

function owedBy(people: readonly FeePerson[]): Result<readonly Share[]> {
  const settled = people.filter(({ standing }) => standing.owes === 0);
  if (settled.length > 0) {
    return refuseEach(
      'Not all of them owe anything. Take these people out of the selection, or enter the amounts.',
      settled.map(({ name }) => `${name} owes nothing.`),
    );
  }
  return done(people.map((person) => ({ person, cents: person.standing.owes })));
}

const shareOf = (person: FeePerson, cents: Cents | undefined): Share[] =>
  cents === undefined ? [] : [{ person, cents }];

/** The same check of the same payer for the same person is one check: a sentence for each who has it noted. */
function receivedBefore(
  { database }: Facts,
  shares: readonly Share[],
  { method, organizationId }: Receive,
  reference: string | null,
): string[] {
  if (method !== 'check') return [];
  return shares.flatMap(({ person }) => {
    const before = database.get<Pick<FeePayment, 'cents' | 'receivedOn'>>(
      `SELECT cents, receivedOn FROM feePayment WHERE participantId = ? AND kind = 'payment' AND method = 'check'
       AND reference = ? AND organizationId IS ?`,
      person.participantId,
      reference,
      organizationId,
    );
    if (!before) return [];
    const by = sayPaidBy(method, reference);
    return [`${person.name}: ${sayCents(before.cents)} by ${by}, ${sayDate(before.receivedOn)}.`];
  });
}
