import type { IssuerKey } from '../../../shared/model/issuer-keys.ts';
import type { ReadableDatabase } from '../../database/handles.ts';

/** Every key that the program has had, the newest first. */
export const keysOf = (database: ReadableDatabase): readonly IssuerKey[] =>
  database.all<IssuerKey>('SELECT id, publicKey, since, until, ending FROM issuerKey ORDER BY since DESC, id DESC');

/** The keys that sign now: one, or several where laptops that had not met each made one. */
export const keysInUse = (database: ReadableDatabase): readonly IssuerKey[] =>
  keysOf(database).filter(({ until }) => until === null);
