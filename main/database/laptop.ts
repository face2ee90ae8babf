import { z } from 'zod';
import { Instant } from '../../shared/model/dates.ts';
import { LeadName } from '../../shared/model/history.ts';
import { DeviceId } from '../../shared/model/ids.ts';
import { KioskNote } from '../../shared/model/kiosk.ts';
import type { ReadableDatabase, WritableDatabase } from './handles.ts';
import { mustBeInPlace } from './held-files.ts';

/**
 * What a laptop knows of itself. `leadName` is who sits at it: no record of the program, for two laptops have two
 * leads, and naming someone is nothing to take back; what the lead did carries the name in the log. Which device the
 * laptop is was kept here until version 13; since then it lies beside the app's settings (device.ts).
 */
const noteSchemas = {
  deviceId: DeviceId,
  deviceName: z.string().regex(/\S/),
  leadName: LeadName,
  lastBackupAt: Instant,
  /** The place in the file of the last command that this backup holds. */
  lastBackupStep: z.string().regex(/^\d{1,15}$/),
  backupTrouble: z.strictObject({ since: Instant, sentence: z.string().min(1).max(2_000) }),
  kiosk: KioskNote,
} as const;
/** The names of the laptop's notes. */
export type LaptopKey = keyof typeof noteSchemas;

/** A note of this laptop alone, or null; one that is malformed is none, since no log can make it again. */
export function laptopNote(database: ReadableDatabase, key: LaptopKey): string | null {
  const value = database.get<{ value: string }>('SELECT value FROM laptop WHERE key = ?', key)?.value ?? null;
  return value !== null && isNote(key, value) ? value : null;
}

/** Keeps a note of this laptop alone; it is in no log and never merged. */
export function noteOnLaptop(database: WritableDatabase, key: LaptopKey, value: string): void {
  mustBeInPlace(database);
  database.run(
    'INSERT INTO laptop (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    key,
    value,
  );
}

/** Forgets a note of this laptop. */
export function forgetOnLaptop(database: WritableDatabase, key: LaptopKey): void {
  mustBeInPlace(database);
  database.run('DELETE FROM laptop WHERE key = ?', key);
}

/** The notes that say nothing that this app could use, by their keys: someone or something else wrote them. */
export const malformedNotes = (database: ReadableDatabase): readonly LaptopKey[] =>
  database
    .all<{ key: string; value: string }>('SELECT key, value FROM laptop')
    .flatMap(({ key, value }) => (isKey(key) && !isNote(key, value) ? [key] : []));

const isKey = (key: string): key is LaptopKey => Object.hasOwn(noteSchemas, key);

function isNote(key: LaptopKey, value: string): boolean {
  if (key !== 'kiosk' && key !== 'backupTrouble') return noteSchemas[key].safeParse(value).success;
  try {
    return noteSchemas[key].safeParse(JSON.parse(value)).success;
  } catch {
    return false;
  }
}
