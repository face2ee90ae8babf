import os from 'node:os';
import { DeviceId } from '../../shared/model/ids.ts';
import type { ReadableDatabase, WritableDatabase } from './handles.ts';

/**
 * What a laptop knows of itself. `leadName` is who sits at it: no record of the program, for two laptops have two
 * leads, and naming somebody is nothing to take back; what the lead did carries the name in the log.
 */
type LaptopKey = 'deviceId' | 'deviceName' | 'leadName' | 'lastBackupAt' | 'kiosk';

/** A note of this laptop alone, or null. */
export const laptopNote = (database: ReadableDatabase, key: LaptopKey): string | null =>
  database.get<{ value: string }>('SELECT value FROM laptop WHERE key = ?', key)?.value ?? null;

/** Keeps a note of this laptop alone; it is in no log and never merged. */
export const noteOnLaptop = (database: WritableDatabase, key: LaptopKey, value: string): void =>
  database.run(
    'INSERT INTO laptop (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    key,
    value,
  );

/** Forgets a note of this laptop. */
export const forgetOnLaptop = (database: WritableDatabase, key: LaptopKey): void =>
  database.run('DELETE FROM laptop WHERE key = ?', key);

/** This laptop's identity in the log, given to it the first time it is asked. */
export function deviceOf(database: WritableDatabase, newId: () => string): DeviceId {
  const known = laptopNote(database, 'deviceId');
  if (known) return DeviceId.parse(known);
  const id = DeviceId.parse(newId());
  noteOnLaptop(database, 'deviceId', id);
  noteOnLaptop(database, 'deviceName', os.hostname().split('.')[0] || 'this laptop');
  return id;
}
