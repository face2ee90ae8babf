import { type CivilDate, dayOf, type Instant } from '../../../shared/model/dates.ts';
import type { IssuerKey, IssuerKeyId } from '../../../shared/model/issuer-keys.ts';
import type { Facts } from '../../call/facts.ts';
import type { ReadableDatabase } from '../../database/handles.ts';

/** The keys that sign now: one, or several where laptops that had not met each made one. */
export const keysInUse = (database: ReadableDatabase): readonly IssuerKey[] =>
  inTable(database).filter(({ until }) => until === null);

/** Every key that the program has had, the newest first; also one whose making was undone, for papers carry its name. */
export const everyKey = ({ database, zone }: Pick<Facts, 'database' | 'zone'>): readonly IssuerKey[] => [
  ...inTable(database),
  ...takenBack(database).map(({ at, ...key }): IssuerKey => ({ ...key, until: dayOf(at, zone), ending: 'replaced' })),
];

const inTable = (database: ReadableDatabase): readonly IssuerKey[] =>
  database.all<IssuerKey>('SELECT id, publicKey, since, until, ending FROM issuerKey ORDER BY since DESC, id DESC');

interface TakenBack {
  readonly id: IssuerKeyId;
  readonly publicKey: string;
  readonly since: CivilDate;
  readonly at: Instant;
}

const takenBack = (database: ReadableDatabase): readonly TakenBack[] =>
  database.all<TakenBack>(
    `SELECT made.rowId AS id, made.after ->> 'publicKey' AS publicKey, made.after ->> 'since' AS since,
       (SELECT max(at) FROM logEntry gone JOIN logCommand ON logCommand.sequence = gone.commandSequence
        WHERE gone.tableName = 'issuerKey' AND gone.rowId = made.rowId AND gone.after IS NULL) AS at
     FROM logEntry made WHERE tableName = 'issuerKey' AND made.before IS NULL
       AND NOT EXISTS (SELECT 1 FROM issuerKey WHERE id = made.rowId)
     GROUP BY made.rowId`,
  );
