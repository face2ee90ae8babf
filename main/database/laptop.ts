import type { ReadableDatabase, WritableDatabase } from './handles.ts';

/**
 * What a laptop knows of itself. `leadName` is who sits at it: no record of the program, for two laptops have two
 * leads, and naming somebody is nothing to take back; what the lead did carries the name in the log. Which device the
 * laptop is was kept here until version 13; since then it lies beside the app's settings (device.ts).
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
