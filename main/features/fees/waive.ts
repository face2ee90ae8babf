import { sayDate } from '../../../shared/model/dates.ts';
import { FeePaymentId, type OrganizationId } from '../../../shared/model/ids.ts';
import { sayCents, sumCents } from '../../../shared/model/money.ts';
import { refuse } from '../../../shared/model/result.ts';
import type { Facts } from '../../call/facts.ts';
import type { Command } from '../../call/handler.ts';
import { refuseEach } from '../../call/refuse-each.ts';
import { insert } from '../../log/change.ts';
import { datesReversed } from '../../rules/dates/date-order.ts';
import { noSuchParticipant } from '../people/no-longer.ts';
import { accountOf, carriedMoney } from './following.ts';
import { firstPaidOn, paidBy } from './money-days.ts';
import { feePeople, sayParticipants } from './people.ts';
import { someAreGone } from './receive.ts';

/** Where the policy has neither refunds nor waivers, a lead changes it first. */
const whyNoRefunds = ({ inForce }: Facts) =>
  inForce?.policy.fee.refunds === 'none'
    ? refuse('The policy has neither refunds nor waivers. Change it in Settings, Fee, if that is not right.')
    : null;

/** Waives what participants owe, or so much of it, with a reason that is kept. All of them or none. */
export const waive: Command<'fees.waive'> = (facts, { participantIds, cents, reason }) => {
  const forbidden = whyNoRefunds(facts);
  if (forbidden) return forbidden;
  const people = feePeople(facts, participantIds);
  if (people.length < new Set(participantIds).size) return refuse(someAreGone);
  const least = cents ?? 1;
  const less = people.filter(({ standing }) => standing.owes < least);
  if (less.length > 0) {
    const sentence =
      cents === null
        ? 'Only a fee that is owed can be waived. Take these people out of the selection.'
        : `${sayCents(cents)} is more than these people owe. Waive less, or take them out of the selection.`;
    return refuseEach(
      sentence,
      less.map(({ name, standing }) => `${name} owes ${standing.owes === 0 ? 'nothing' : sayCents(standing.owes)}.`),
    );
  }
  const waivers = people.map(({ participantId, standing }) =>
    insert('feePayment', {
      id: FeePaymentId.parse(facts.newId()),
      participantId,
      kind: 'waiver',
      cents: cents ?? standing.owes,
      method: null,
      reference: null,
      payer: null,
      organizationId: null,
      receivedOn: facts.today,
      note: reason,
      receipt: null,
    }),
  );
  const total = sayCents(sumCents(people.map(({ standing }) => cents ?? standing.owes)));
  return {
    ok: true,
    label: `Waived ${total} of the fee of ${sayParticipants(people)}`,
    changes: waivers,
    value: { waived: people.length },
  };
};

interface Payer {
  readonly payer: string;
  readonly organizationId: OrganizationId | null;
}

const lastPayer = `SELECT payer, organizationId FROM feePayment
  WHERE participantId IN (SELECT value FROM json_each(?)) AND kind = 'payment'
  AND payer IS NOT NULL ORDER BY receivedOn DESC, id DESC LIMIT 1`;

/** Notes that money went back: never more than came in and has not gone back yet. */
export const refund: Command<'fees.refund'> = (facts, input) => {
  const { participantId, cents, method, reference, refundedOn, note } = input;
  const forbidden = whyNoRefunds(facts);
  if (forbidden) return forbidden;
  const [person] = feePeople(facts, [participantId]);
  if (!person) return refuse(noSuchParticipant);
  const [ahead] = datesReversed([{ pair: 'refunded, today', days: [refundedOn, facts.today] }]);
  if (ahead !== undefined) return refuse(ahead);
  const account = accountOf(facts, participantId);
  const gone = carriedMoney(facts).find(({ fromId }) => fromId === participantId);
  if (gone) return refuse(`What ${person.name} paid counts in ${gone.to} now. Refund it there.`);
  const { paid } = person.standing;
  if (paid === 0) return refuse(`${person.name} has nothing to refund: there is no payment.`);
  if (cents > paid) {
    return refuse(
      `${person.name} paid ${sayCents(paid)}, so ${sayCents(cents)} can’t be refunded. Refund ${sayCents(paid)} at most.`,
    );
  }
  const [before] = datesReversed([{ pair: 'paid, refunded', days: [firstPaidOn(facts, account), refundedOn] }]);
  if (before !== undefined) return refuse(before);
  const there = paidBy(facts, account, refundedOn);
  if (cents > there) {
    return refuse(
      `By ${sayDate(refundedOn)}, ${person.name} had paid ${sayCents(there)}, so ${sayCents(cents)} can’t have been refunded then. Choose a later day, or refund less.`,
    );
  }
  // Money goes back to whoever paid last.
  const to = facts.database.get<Payer>(lastPayer, JSON.stringify(account)) ?? {
    payer: person.name,
    organizationId: null,
  };
  return {
    ok: true,
    label: `Refunded ${sayCents(cents)} to ${to.payer}${to.payer === person.name ? '' : ` for ${person.name}`}`,
    changes: [
      insert('feePayment', {
        id: FeePaymentId.parse(facts.newId()),
        participantId,
        kind: 'refund',
        cents,
        method,
        reference: reference?.trim() || null,
        payer: to.payer,
        organizationId: to.organizationId,
        receivedOn: refundedOn,
        note,
        receipt: null,
      }),
    ],
    value: null,
  };
};
