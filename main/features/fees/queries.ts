import type { FeePayment } from '../../../shared/model/fees.ts';
import type { CohortId, ParticipantId } from '../../../shared/model/ids.ts';
import { sumCents } from '../../../shared/model/money.ts';
import { done, refuse } from '../../../shared/model/result.ts';
import {
  type FeeDetail,
  type FeeRow,
  type FeeShow,
  type FeesPage,
  type FeeTotals,
  feeShows,
} from '../../../shared/views/fees.ts';
import type { Facts } from '../../call/facts.ts';
import type { Handlers, Query } from '../../call/handler.ts';
import { decideFee } from '../../rules/fees/fees.ts';
import { lettersTo } from '../correspondence/queries.ts';
import { cohortOf, noSuchCohort } from '../courses/queries.ts';
import { historyOf } from '../history/log-sentences.ts';
import { chosenFees, feeShown, type ListedFee, listedFees, rowsWith } from './rows.ts';
import { feeStandingOf, feeTables } from './standing.ts';

const list: Query<'fees.list'> = (facts, input) => {
  const cohort = input.cohortId === null ? null : cohortOf(facts, input.cohortId);
  if (cohort === undefined) return refuse(noSuchCohort);
  const chosen = chosenFees(facts, input);
  const { counts, totals } = summaryOf(facts, input.cohortId);
  return done({
    total: chosen.length,
    offset: input.offset,
    rows: chosen.slice(input.offset, input.offset + input.limit).map(rowsWith(facts)),
    cohort: cohort && { id: cohort.id, name: cohort.name, fee: cohort.fee },
    counts,
    totals,
    // The whole list was added up already.
    listed: chosen.length === totals.people ? totals : totalsOf(chosen),
  });
};

/** What a cohort's fees come to, counted again only when one of them changed. */
function summaryOf(facts: Facts, cohortId: CohortId | null): Pick<FeesPage, 'counts' | 'totals'> {
  return facts.cached(`fee summary ${cohortId ?? 'all'}`, [...feeTables, 'person'], () => {
    const everyone = listedFees(facts, cohortId);
    return { counts: countsOf(everyone), totals: totalsOf(everyone) };
  });
}

function countsOf(listed: readonly ListedFee[]): Record<FeeShow, number> {
  const counts: Record<FeeShow, number> = {
    everyone: 0,
    owes: 0,
    'part-paid': 0,
    paid: 0,
    overpaid: 0,
    waived: 0,
  };
  for (const { standing } of listed) {
    for (const show of feeShows) if (feeShown[show](standing)) counts[show] += 1;
  }
  return counts;
}

const totalsOf = (listed: readonly ListedFee[]): FeeTotals => ({
  people: listed.length,
  due: sumCents(listed.map(({ standing }) => standing.due)),
  paid: sumCents(listed.map(({ standing }) => standing.paid)),
  waived: sumCents(listed.map(({ standing }) => standing.waived)),
  owes: sumCents(listed.map(({ standing }) => standing.owes)),
});

/** What to say where a call names a participant who is gone. */
export const noSuchParticipant = 'That participant is not in this database any more. Open the list of fees again.';

const show: Query<'fees.show'> = (facts, { participantId }) => {
  const { inForce } = facts;
  if (!inForce) return refuse('This desk has no program yet. Start one first.');
  const row = feeRow(facts, participantId);
  if (!row) return refuse(noSuchParticipant);
  const events = eventsOf(facts, participantId);
  const fee = decideFee(inForce.policy, { ...factsFor(facts, row), cohortName: row.cohort, events });
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

const eventsOf = ({ database }: Facts, participantId: ParticipantId): FeePayment[] =>
  database.all<FeePayment>('SELECT * FROM feePayment WHERE participantId = ? ORDER BY receivedOn, id', participantId);

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

/** A participant's row, also of somebody whom the list leaves out because the fee was settled before this desk. */
function feeRow(facts: Facts, participantId: ParticipantId): FeeRow | undefined {
  const place = facts.database.get<{ cohortId: CohortId }>(
    'SELECT cohortId FROM participant WHERE id = ?',
    participantId,
  );
  if (!place) return undefined;
  const listed = listedFees(facts, place.cohortId).find(({ who }) => who.participantId === participantId);
  return listed ? rowsWith(facts)(listed) : unlistedRow(facts, participantId);
}

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
    `SELECT invoice.id, number, issuedOn, mine.cents,
       (SELECT count(*) FROM invoiceLine WHERE invoiceId = invoice.id) AS people,
       (SELECT sum(cents) FROM invoiceLine WHERE invoiceId = invoice.id) AS total
     FROM invoice JOIN invoiceLine mine ON mine.invoiceId = invoice.id
     WHERE mine.participantId = ? ORDER BY issuedOn DESC, invoice.id DESC`,
    participantId,
  );

export const feeQueries: Pick<Handlers, 'fees.list' | 'fees.show'> = { 'fees.list': list, 'fees.show': show };
