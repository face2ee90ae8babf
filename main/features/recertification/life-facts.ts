import type { ParticipantId } from '../../../shared/model/ids.ts';
import type { RecertificationExtension, StandingChange } from '../../../shared/model/recertification/facts.ts';
import type { TableName } from '../../../shared/model/tables.ts';
import type { ReadableDatabase } from '../../database/handles.ts';

/** What leads decided about someone's certification, as it is on record. */
export interface LifeFacts {
  readonly extensions: readonly RecertificationExtension[];
  readonly changes: readonly StandingChange[];
}

/** The tables that the records below are in. */
export const lifeTables = ['recertificationExtension', 'standingChange'] as const satisfies readonly TableName[];

/** Of whom nothing was decided. */
export const nothingDecided: LifeFacts = { extensions: [], changes: [] };

/** The same of many people at once, each in the order of its day; who has nothing on record is there too. */
export function lifeFactsOf(
  database: ReadableDatabase,
  participantIds: readonly ParticipantId[],
): ReadonlyMap<ParticipantId, LifeFacts> {
  const asked = JSON.stringify(participantIds);
  const rows = <Row extends { readonly participantId: ParticipantId }>(table: TableName, order: string) =>
    Map.groupBy(
      database.all<Row>(
        `SELECT * FROM "${table}" WHERE participantId IN (SELECT value FROM json_each(?)) ORDER BY ${order}, id`,
        asked,
      ),
      ({ participantId }) => participantId,
    );
  const extensions = rows<RecertificationExtension>('recertificationExtension', 'grantedOn');
  const changes = rows<StandingChange>('standingChange', 'fromOn');
  return new Map(
    participantIds.map((id) => [id, { extensions: extensions.get(id) ?? [], changes: changes.get(id) ?? [] }]),
  );
}

/** The same of one person. */
export const lifeFactsOfOne = (database: ReadableDatabase, participantId: ParticipantId): LifeFacts =>
  lifeFactsOf(database, [participantId]).get(participantId) ?? nothingDecided;

/** The rows behind them, to tell what became of each. */
export const lifeRows = (database: ReadableDatabase, participantId: ParticipantId) =>
  lifeTables.flatMap((table) =>
    database
      .all<{ id: string }>(`SELECT id FROM "${table}" WHERE participantId = ?`, participantId)
      .map(({ id }) => ({ table, id })),
  );
