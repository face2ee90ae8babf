import { type CivilDate, clockOf, dayOf, type Instant, sayClock, sayDate } from '../../../shared/model/dates.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import { type TableName, type Tables, tableOf } from '../../../shared/model/tables.ts';
import type { TimelineLine } from '../../../shared/views/person.ts';
import type { Facts } from '../../call/facts.ts';
import { entriesOldestFirst } from '../../log/order.ts';
import { LogNames } from '../history/log-names.ts';
import { capital, type LoggedRow, loggedLines } from '../history/log-sentences.ts';
import { notAnnulled } from '../presence/not-annulled.ts';
import { lifeOfPlaceTables } from '../recertification/life-facts.ts';

/** A line with the day and, where it is known, the clock by which it is sorted. */
interface Dated extends TimelineLine {
  /** `08:02`; empty: only the day is known. */
  readonly clock: string;
}

/**
 * Everything that happened to a person, newest first. What has a day of its own is told on that day, whenever it was
 * recorded: forms, check-ins, money, letters, notes, certificates, documents. What changed besides is told as the log has it.
 */
export function timelineOf(facts: Facts, personId: PersonId): TimelineLine[] {
  const names = new LogNames(facts);
  const lines = [...factLines(facts, personId, names), ...changeLines(facts, personId, names)];
  return lines
    .map((line, place) => ({ line, place }))
    .sort((a, b) => compare(b.line.on, a.line.on) || compare(b.line.clock, a.line.clock) || a.place - b.place)
    .map(({ line: { clock: _, ...line } }) => line);
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const onDay = (on: CivilDate, sentence: string, who: string | null): Dated => ({
  on,
  at: sayDate(on),
  clock: '',
  sentence,
  who,
});

function atMoment({ zone }: Facts, moment: Instant, sentence: string, who: string | null): Dated {
  const [on, clock] = [dayOf(moment, zone), clockOf(moment, zone)];
  return { on, at: `${sayDate(on)}, ${sayClock(clock)}`, clock, sentence, who };
}

/** The lead who added a row first. */
const addedBy = ({ database }: Facts, table: TableName, id: string): string | null =>
  database.get<{ who: string | null }>(
    `SELECT who FROM logEntry JOIN logCommand ON logCommand.sequence = commandSequence
     WHERE rowId = ? AND tableName = ? AND before IS NULL ORDER BY ${entriesOldestFirst} LIMIT 1`,
    id,
    table,
  )?.who ?? null;

/** What has a day of its own, in the words of its table. */
function factLines(facts: Facts, personId: PersonId, names: LogNames): Dated[] {
  const { database } = facts;
  const ofRows = <Name extends TableName>(table: Name, sql: string): readonly Tables[Name][] =>
    database.all<Tables[Name]>(`SELECT "${table}".* FROM "${table}" ${sql}`, personId);
  const say = <Name extends TableName>(table: Name, row: Tables[Name]): string =>
    capital(tableOf(table).words.added(row, names));
  const ofPlace = 'JOIN participant ON participant.id = participantId WHERE participant.personId = ?';
  const forms = database.all<{ at: Instant; cohort: string; nth: number }>(
    `SELECT submittedAt AS at, cohort.name AS cohort,
       row_number() OVER (PARTITION BY applicationId ORDER BY submittedAt, submission.id) AS nth
     FROM application CROSS JOIN submission ON applicationId = application.id JOIN cohort ON cohort.id = cohortId
     WHERE personId = ?`,
    personId,
  );
  const checkIns = database.all<Tables['attendanceEvent']>(
    `SELECT event.* FROM attendanceEvent event WHERE personId = ? AND kind <> 'annulment' AND ${notAnnulled}`,
    personId,
  );
  const graduations = database.all<{ id: string; cohort: string; on: CivilDate }>(
    `SELECT participant.id, name AS cohort, graduatedOn AS "on" FROM participant JOIN cohort ON cohort.id = cohortId
     WHERE personId = ? AND participant.status = 'graduated' AND graduatedOn IS NOT NULL`,
    personId,
  );
  const receipts = ofRows(
    'recertificationReceipt',
    `JOIN recertificationDue due ON due.id = dueId ${ofPlace.replace('participantId', 'due.participantId')}`,
  );
  return [
    ...ofRows('note', 'WHERE personId = ?').map((row) =>
      atMoment(facts, row.writtenAt, say('note', row), addedBy(facts, 'note', row.id)),
    ),
    ...ofRows('letter', 'WHERE personId = ?').map((row) =>
      atMoment(facts, row.writtenAt, say('letter', row), addedBy(facts, 'letter', row.id)),
    ),
    ...receipts.map((row) =>
      onDay(row.receivedOn, say('recertificationReceipt', row), addedBy(facts, 'recertificationReceipt', row.id)),
    ),
    ...ofRows('certificate', ofPlace).map((row) =>
      onDay(row.issuedOn, say('certificate', row), addedBy(facts, 'certificate', row.id)),
    ),
    ...graduations.map(({ cohort, on }) => onDay(on, `Graduated from ${cohort}`, null)),
    ...ofRows('feePayment', ofPlace).map((row) =>
      onDay(row.receivedOn, say('feePayment', row), addedBy(facts, 'feePayment', row.id)),
    ),
    ...checkIns.map((row) =>
      atMoment(facts, row.at, say('attendanceEvent', row), addedBy(facts, 'attendanceEvent', row.id)),
    ),
    ...forms.map(({ at, cohort, nth }) =>
      atMoment(facts, at, nth === 1 ? `Applied to ${cohort} by form` : `Sent the form for ${cohort} again`, null),
    ),
  ];
}

/** Rows of which every word of the log is told, and of which cohort they are; null: of none. */
interface ChangedRow extends LoggedRow {
  readonly cohort: string | null;
}

/** Rows of the life of a certification, which each belong to a place. */
const ofPlaces = lifeOfPlaceTables
  .map(
    (table) => `
     UNION ALL SELECT '${table}', "${table}".id, cohort FROM place CROSS JOIN "${table}" ON participantId = place.id`,
  )
  .join('');

/** What changed on the record and on what belongs to it. What the lines above tell already is left out. */
function changeLines(facts: Facts, personId: PersonId, names: LogNames): Dated[] {
  const rows = facts.database.all<ChangedRow>(
    `WITH given (person) AS (VALUES (?)), place (id, cohort) AS (
       SELECT participant.id, name FROM given CROSS JOIN participant ON personId = person
       CROSS JOIN cohort ON cohort.id = cohortId)
     SELECT 'person' AS "table", person AS id, NULL AS cohort FROM given
     UNION ALL SELECT 'mergedPerson', id, NULL FROM given CROSS JOIN mergedPerson ON keptId = person
     UNION ALL SELECT 'personTag', id, NULL FROM given CROSS JOIN personTag ON personId = person
     UNION ALL SELECT 'unlisted', id, NULL FROM given CROSS JOIN unlisted ON personId = person
     UNION ALL SELECT 'application', application.id, name FROM given
       CROSS JOIN application ON personId = person CROSS JOIN cohort ON cohort.id = cohortId
     UNION ALL SELECT 'seatOffer', seatOffer.id, name FROM given
       CROSS JOIN application ON personId = person CROSS JOIN cohort ON cohort.id = cohortId
       CROSS JOIN seatOffer ON seatOffer.applicationId = application.id
     UNION ALL SELECT 'participant', id, cohort FROM place
     UNION ALL SELECT 'makeUp', makeUp.id, cohort FROM place CROSS JOIN makeUp ON participantId = place.id
     UNION ALL SELECT 'metRequirement', met.id, cohort FROM place
       CROSS JOIN metRequirement met ON participantId = place.id
     UNION ALL SELECT 'certificateEnding', ending.id, cohort FROM place
       CROSS JOIN certificate ON participantId = place.id
       CROSS JOIN certificateEnding ending ON ending.certificateId = certificate.id
     UNION ALL SELECT 'recertificationDue', due.id, cohort FROM place
       CROSS JOIN recertificationDue due ON participantId = place.id
     UNION ALL SELECT 'recertificationDueChange', change.id, cohort FROM place
       CROSS JOIN recertificationDue due ON participantId = place.id
       CROSS JOIN recertificationDueChange change ON change.dueId = due.id
     UNION ALL SELECT 'birthMonth', id, NULL FROM given CROSS JOIN birthMonth ON personId = person${ofPlaces}`,
    personId,
  );
  const cohortOf = new Map(rows.map(({ id, cohort }) => [id, cohort]));
  return loggedLines(facts, rows, names).flatMap(({ entry, at, who, sentence }) => {
    if (isToldByItsDay(entry)) return [];
    const cohort = cohortOf.get(entry.rowId);
    // A new row says of which cohort it is; a changed field does not.
    const isChange = entry.before !== null && entry.after !== null;
    return atMoment(facts, at, cohort && isChange ? `${cohort}: ${sentence}` : sentence, who);
  });
}

/** Forms tell that someone applied, and the day of graduation that someone graduated. */
function isToldByItsDay({ tableName, before, after }: { readonly tableName: TableName } & Told): boolean {
  if (tableName === 'application') return before === null;
  if (tableName !== 'participant' || after === null) return false;
  // The log's own text: the fields of a row, which `commit` wrote.
  const fields: unknown = JSON.parse(after);
  return typeof fields === 'object' && fields !== null && 'graduatedOn' in fields && fields.graduatedOn !== null;
}

interface Told {
  readonly before: string | null;
  readonly after: string | null;
}
