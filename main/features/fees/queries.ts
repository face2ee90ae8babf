import type { FeePayment } from '../../../shared/model/fees.ts';
import type { ParticipantId } from '../../../shared/model/ids.ts';
import { type Cents, lessCents, sumCents } from '../../../shared/model/money.ts';
import { done, refuse } from '../../../shared/model/result.ts';
import type { FeeDetail, FeeRow } from '../../../shared/views/fees.ts';
import type { Facts } from '../../call/facts.ts';
import type { Handlers, Query } from '../../call/handler.ts';
import { noProgram } from '../../call/no-program.ts';
import { decideFee } from '../../rules/fees/fees.ts';
import { lettersTo } from '../correspondence/queries.ts';
import { cohortOf, noSuchCohort } from '../courses/queries.ts';
import { historyOf } from '../history/log-sentences.ts';
import { noSuchParticipant } from '../people/no-longer.ts';
import { promisedTo } from '../program/promised.ts';
import { accountOf, carriedMoney } from './following.ts';
import { feeCounts, feeGroups, feeShown, totalsOf } from './groups.ts';
import { chosenFees, listedFee } from './rows.ts';
import { feeStandingOf } from './standing.ts';

const list: Query<'fees.list'> = (facts, input) => {
  const cohort = input.cohortId === null ? null : cohortOf(facts, input.cohortId);
  if (cohort === undefined) return refuse(noSuchCohort);
  const groups = feeGroups(facts, { cohortId: input.cohortId });
  const found = input.search.trim() === '' && input.tagId === null ? groups : feeGroups(facts, input);
  const listed = totalsOf(found.filter(({ standing }) => feeShown[input.show](standing)));
  return done({
    total: listed.people,
    offset: input.offset,
    rows: chosenFees(facts, input, input.offset, input.limit),
    cohort: cohort && { id: cohort.id, name: cohort.name, fee: cohort.fee },
    counts: feeCounts(groups),
    totals: totalsOf(groups),
    listed,
  });
};

const show: Query<'fees.show'> = (facts, { participantId }) => {
  if (!facts.inForce) return noProgram();
  const row = feeRow(facts, participantId);
  const promised = row && promisedTo(facts, row.cohortId);
  if (!row || !promised) return refuse(noSuchParticipant);
  const account = accountOf(facts, participantId);
  // Where the money counts elsewhere, its events stay in sight here.
  const events = eventsOf(facts, account.length > 0 ? account : [participantId], row.cohort);
  const fee = decideFee(promised.policy, {
    ...factsFor(facts, row),
    cohortName: row.cohort,
    events: account.length > 0 ? events : [],
    countsIn: countsIn(facts, participantId),
  });
  const invoices = invoicesOf(facts, participantId);
  return done({
    row,
    fee,
    events: events.toReversed(),
    invoices,
    history: historyOf(facts, [
      ...events.map(({ id }) => ({ table: 'feePayment' as const, id })),
      ...invoices.map(({ id }) => ({ table: 'invoice' as const, id })),
      ...lettersTo(facts, row.personId, row.cohortId),
    ]),
  });
};

type AccountEvent = FeePayment & { readonly earlier: string | null };

/** What was recorded for these places, the oldest first; of another cohort than this one with its name. */
const eventsOf = ({ database }: Facts, account: readonly ParticipantId[], cohort: string): AccountEvent[] =>
  database.all<AccountEvent>(
    `SELECT feePayment.*, nullif(cohort.name, ?) AS earlier
     FROM feePayment JOIN participant ON participant.id = participantId JOIN cohort ON cohort.id = cohortId
     WHERE participantId IN (SELECT value FROM json_each(?)) ORDER BY receivedOn, feePayment.id`,
    cohort,
    JSON.stringify(account),
  );

/** Where the money of a place counts instead, and how much of it is there. */
function countsIn(facts: Facts, participantId: ParticipantId): { cohort: string; cents: Cents } | null {
  const gone = carriedMoney(facts).find(({ fromId }) => fromId === participantId);
  return gone ? { cohort: gone.to, cents: lessCents(gone.received, gone.refunded) } : null;
}

/** What the rule needs beside the events. */
function factsFor({ database }: Facts, { participantId, cohortId, status }: FeeRow) {
  const stored = database.get<{ fee: FeePayment['cents']; applicationId: string | null }>(
    `SELECT cohort.fee, applicationId FROM participant JOIN cohort ON cohort.id = ? WHERE participant.id = ?`,
    cohortId,
    participantId,
  );
  return {
    fee: stored?.fee ?? sumCents([]),
    status,
    fromList: status === 'graduated' && (stored?.applicationId ?? null) === null,
  };
}

/** A participant's row, also of someone whom the list leaves out because the fee was settled before this desk. */
const feeRow = (facts: Facts, participantId: ParticipantId): FeeRow | undefined =>
  listedFee(facts, participantId) ?? unlistedRow(facts, participantId);

function unlistedRow(facts: Facts, participantId: ParticipantId): FeeRow | undefined {
  const standing = feeStandingOf(facts, participantId);
  const stored = facts.database.get<
    Pick<FeeRow, 'personId' | 'cohortId' | 'organizationId' | 'name' | 'organization' | 'cohort' | 'email' | 'status'>
  >(
    `SELECT personId, cohortId, organizationId, trim(givenName || ' ' || familyName) AS name,
       coalesce(organization.name, '') AS organization, cohort.name AS cohort, coalesce(email, '') AS email,
       participant.status
     FROM participant JOIN person ON person.id = personId JOIN cohort ON cohort.id = cohortId
     LEFT JOIN organization ON organization.id = organizationId WHERE participant.id = ?`,
    participantId,
  );
  if (!standing || !stored) return undefined;
  return { ...stored, ...standing, participantId, payment: '', paidBy: '', lastOn: null, invoice: '' };
}

const invoicesOf = ({ database }: Facts, participantId: ParticipantId): FeeDetail['invoices'] =>
  database.all<FeeDetail['invoices'][number]>(
    `SELECT invoice.id, number, issuedOn, voidedOn, mine.cents,
       (SELECT count(*) FROM invoiceLine WHERE invoiceId = invoice.id) AS people,
       (SELECT sum(cents) FROM invoiceLine WHERE invoiceId = invoice.id) AS total
     FROM invoice JOIN invoiceLine mine ON mine.invoiceId = invoice.id
     WHERE mine.participantId = ? ORDER BY issuedOn DESC, invoice.id DESC`,
    participantId,
  );

export const feeQueries: Pick<Handlers, 'fees.list' | 'fees.show'> = { 'fees.list': list, 'fees.show': show };
