import type { Instant } from '../../shared/model/dates.ts';
import type { Device } from '../../shared/model/devices.ts';
import type { LoggedCommand } from '../../shared/model/history.ts';
import type { ReadableDatabase, WritableDatabase } from '../database/handles.ts';
import type { SealedEntry } from '../database/seal.ts';

// The statements that add to the log: of this laptop's own commands, and of those that come from another.

/** The place in this file at which the next command comes to lie. */
export const nextPlace = (database: ReadableDatabase): number =>
  (database.get<{ n: number | null }>('SELECT max(sequence) AS n FROM logCommand')?.n ?? 0) + 1;

/** Adds a command after its entries, since its seal covers them. */
export function logCommand(
  database: WritableDatabase,
  command: LoggedCommand & { readonly sequence: number },
  seal: string,
): void {
  const { sequence, id, call, label, deviceId, deviceSequence, clock, at, who, undoes, schemaVersion } = command;
  database.run(
    `INSERT INTO logCommand
       (sequence, id, call, label, deviceId, deviceSequence, clock, at, who, undoes, schemaVersion, seal)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    sequence,
    id,
    call,
    label,
    deviceId,
    deviceSequence,
    clock,
    at,
    who,
    undoes,
    schemaVersion,
    seal,
  );
}

/** Adds an entry of the command at this place. */
export function logEntry(
  database: WritableDatabase,
  commandSequence: number,
  { tableName, rowId, before, after }: SealedEntry,
): void {
  database.run(
    'INSERT INTO logEntry (commandSequence, tableName, rowId, before, after) VALUES (?, ?, ?, ?, ?)',
    commandSequence,
    tableName,
    rowId,
    before,
    after,
  );
}

/** A laptop is in the log from its first command on. */
export function logDevice(
  database: WritableDatabase,
  { id, letter, name, because }: Pick<Device, 'id' | 'letter' | 'because'> & { readonly name: string | null },
  since: Instant,
): void {
  database.run(
    'INSERT INTO logDevice (id, letter, name, because, since) VALUES (?, ?, ?, ?, ?)',
    id,
    letter,
    name,
    because,
    since,
  );
}
