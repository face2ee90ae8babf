import type { CivilDate } from '../../../shared/model/dates.ts';
import type { ParticipantId } from '../../../shared/model/ids.ts';
import type {
  RecertificationAudit,
  RecertificationExtension,
  RecertificationPayment,
  RecertificationPin,
  StandingChange,
} from '../../../shared/model/recertification/facts.ts';
import type { TableName } from '../../../shared/model/tables.ts';
import type { ReadableDatabase } from '../../database/handles.ts';

/** What is on record of someone's certification besides what they earned, as its rows. */
export interface LifeFacts {
  readonly extensions: readonly RecertificationExtension[];
  readonly changes: readonly StandingChange[];
  readonly payments: readonly RecertificationPayment[];
  readonly audits: readonly RecertificationAudit[];
  /** Which cycles go by another version of the policy than that of their first day. */
  readonly pins: readonly RecertificationPin[];
}

/** The tables of it, each with the fact that its rows are and the day that orders them. */
const sources = {
  recertificationExtension: ['extensions', 'grantedOn'],
  standingChange: ['changes', 'fromOn'],
  recertificationPayment: ['payments', 'paidOn'],
  recertificationAudit: ['audits', 'drawnOn'],
  recertificationPin: ['pins', 'decidedOn'],
} as const satisfies Partial<Record<TableName, readonly [keyof LifeFacts, string]>>;

// The keys of `sources` are exactly these tables; Object.keys forgets it.
const tables = Object.keys(sources) as (keyof typeof sources)[];

/** The tables of the facts below whose rows belong to a place in a cohort. */
export const lifeOfPlaceTables = [...tables, 'examDate'] as const;

/** Of whom nothing is on record. */
export const nothingDecided: LifeFacts = { extensions: [], changes: [], payments: [], audits: [], pins: [] };

/** The same of many people at once, each kind in the order of its day; of whom nothing is on record is left out. */
export function lifeFactsOf(
  database: ReadableDatabase,
  participantIds: readonly ParticipantId[],
): ReadonlyMap<ParticipantId, LifeFacts> {
  const asked = JSON.stringify(participantIds);
  const found = new Map<ParticipantId, LifeFacts>();
  for (const table of tables) {
    const [fact, order] = sources[table];
    const rows = database.all<{ readonly participantId: ParticipantId }>(
      `SELECT row.* FROM json_each(?) asked CROSS JOIN "${table}" row ON row.participantId = asked.value
       ORDER BY row.${order}, row.id`,
      asked,
    );
    for (const [id, of] of Map.groupBy(rows, ({ participantId }) => participantId)) {
      found.set(id, { ...(found.get(id) ?? nothingDecided), [fact]: of });
    }
  }
  return found;
}

/** The rows behind one person's facts, to tell what became of each. */
export const lifeRows = (database: ReadableDatabase, participantId: ParticipantId) => [
  ...lifeOfPlaceTables.flatMap((table) =>
    database
      .all<{ id: string }>(`SELECT id FROM "${table}" WHERE participantId = ?`, participantId)
      .map(({ id }) => ({ table, id })),
  ),
  ...database
    .all<{ id: string }>(
      'SELECT birthMonth.id FROM participant JOIN birthMonth USING (personId) WHERE participant.id = ?',
      participantId,
    )
    .map(({ id }) => ({ table: 'birthMonth' as const, id })),
];

/** The days of exams and the months of birth, of whom they are known. */
export function anchorFactsOf(database: ReadableDatabase, participantIds: readonly ParticipantId[]) {
  return new Map(
    database
      .all<{
        readonly participantId: ParticipantId;
        readonly examOn: CivilDate | null;
        readonly birthMonth: number | null;
      }>(
        `SELECT participant.id AS participantId, examOn, month AS birthMonth
         FROM json_each(?) asked CROSS JOIN participant ON participant.id = asked.value
         LEFT JOIN examDate ON examDate.participantId = participant.id
         LEFT JOIN birthMonth ON birthMonth.personId = participant.personId
         WHERE examOn IS NOT NULL OR month IS NOT NULL`,
        JSON.stringify(participantIds),
      )
      .map(({ participantId, ...known }) => [participantId, known]),
  );
}
