import type { Application } from '../../../shared/model/applicants.ts';
import type { Participant } from '../../../shared/model/cohorts.ts';
import { countOf } from '../../../shared/model/counts.ts';
import { sayInstant } from '../../../shared/model/dates.ts';
import type { CohortId, PersonId } from '../../../shared/model/ids.ts';
import { type Person, sayName } from '../../../shared/model/people.ts';
import { type Problem, type Result, refuse } from '../../../shared/model/result.ts';
import type { Facts } from '../../call/facts.ts';
import { oneIsGone } from '../people/no-longer.ts';

/** Rows of two people: those that only the one who goes has, and those that both have for a cohort. */
export interface MergedRows<Row> {
  readonly moved: readonly Row[];
  readonly joined: readonly { readonly kept: Row; readonly gone: Row }[];
}

/** What two people's merge is about. */
export interface MergedRecords {
  readonly kept: Person;
  readonly gone: Person;
  readonly applications: MergedRows<Application>;
  readonly participants: MergedRows<Participant>;
}

/** The records of two people who shall become one; refuses where that can't be, with a sentence for each reason. */
export function mergedRecords(facts: Facts, keptId: PersonId, goneId: PersonId): Result<MergedRecords> {
  const { database } = facts;
  if (keptId === goneId) return refuse('These are already one record. Choose two people.');
  const person = (id: PersonId) => database.get<Person>('SELECT * FROM person WHERE id = ?', id);
  const [kept, gone] = [person(keptId), person(goneId)];
  if (!kept || !gone) return refuse(oneIsGone);
  const rows = <Row extends { readonly cohortId: CohortId }>(table: 'application' | 'participant') =>
    matched(
      database.all<Row>(`SELECT * FROM ${table} WHERE personId = ? ORDER BY id`, keptId),
      database.all<Row>(`SELECT * FROM ${table} WHERE personId = ? ORDER BY id`, goneId),
    );
  const records: MergedRecords = {
    kept,
    gone,
    applications: rows<Application>('application'),
    participants: rows<Participant>('participant'),
  };
  const problem = whyNotMerge(facts, records);
  return problem ? { ok: false, problem } : { ok: true, value: records };
}

function matched<Row extends { readonly cohortId: CohortId }>(kept: readonly Row[], gone: readonly Row[]) {
  const byCohort = new Map(kept.map((row) => [row.cohortId, row]));
  const moved: Row[] = [];
  const joined: { kept: Row; gone: Row }[] = [];
  for (const row of gone) {
    const partner = byCohort.get(row.cohortId);
    if (partner) joined.push({ kept: partner, gone: row });
    else moved.push(row);
  }
  return { moved, joined };
}

/** Papers that were handed out speak of two people: then a lead must decide first which of them stands. */
function whyNotMerge({ database }: Facts, { kept, participants }: MergedRecords): Problem | null {
  const reasons = participants.joined.flatMap((places) => {
    const cohort = database.get<{ name: string }>('SELECT name FROM cohort WHERE id = ?', places.kept.cohortId)?.name;
    const ids = [places.kept.id, places.gone.id];
    const certificates = ids.map((id) =>
      database.get<{ number: string }>('SELECT number FROM certificate WHERE participantId = ? LIMIT 1', id),
    );
    const invoice = database.get<{ number: string }>(
      `SELECT number FROM invoice JOIN invoiceLine one ON one.invoiceId = invoice.id AND one.participantId = ?
       JOIN invoiceLine other ON other.invoiceId = invoice.id AND other.participantId = ?`,
      ...ids,
    );
    return [
      ...(certificates.every((one) => one !== undefined)
        ? [`Both have a certificate of ${cohort}: ${certificates.map((one) => one?.number).join(' and ')}.`]
        : []),
      ...(invoice ? [`Both are on invoice ${invoice.number} for ${cohort}.`] : []),
    ];
  });
  if (reasons.length === 0) return null;
  return refuse(
    `The records of ${sayName(kept)} can’t become one, because papers were issued for both. Undo the wrong one’s graduation or invoice in History first, or mark them as two people.`,
    reasons,
  ).problem;
}

/** What a merge moves and what becomes one, a sentence each. */
export function sayMerge(facts: Facts, { kept, gone, applications, participants }: MergedRecords): string[] {
  const { database, zone } = facts;
  const cohort = (id: CohortId): string =>
    database.get<{ name: string }>('SELECT name FROM cohort WHERE id = ?', id)?.name ?? 'a cohort';
  const events =
    database.get<{ n: number }>('SELECT count(*) AS n FROM attendanceEvent WHERE personId = ?', gone.id)?.n ?? 0;
  const name = sayName(kept);
  return [
    ...applications.joined.map((pair) => {
      const later = pair.gone.latestSubmittedAt > pair.kept.latestSubmittedAt ? pair.gone : pair.kept;
      const at = sayInstant(later.latestSubmittedAt, zone);
      return `Both applied to ${cohort(pair.kept.cohortId)}: one application stays, with the answers of ${at} and every form that was sent.`;
    }),
    ...applications.moved.map((row) => `The application to ${cohort(row.cohortId)} moves to ${name}.`),
    ...participants.joined.map(
      (pair) =>
        `Both have a place in ${cohort(pair.kept.cohortId)}: one place stays, with everything linked to either.`,
    ),
    ...participants.moved.map((row) => `The place in ${cohort(row.cohortId)} moves to ${name}.`),
    ...(events === 0 ? [] : [`${countOf(events, 'check-in moves', 'check-ins move')} to ${name}.`]),
    'The other record is removed. Undo brings everything back as it was.',
  ];
}
