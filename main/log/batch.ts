import { z } from 'zod';
import { Instant } from '../../shared/model/dates.ts';
import { CommandId, DeviceId } from '../../shared/model/ids.ts';
import { programIdOf } from '../database/device.ts';
import type { ReadableDatabase } from '../database/handles.ts';
import type { SealedEntry } from '../database/seal.ts';

const Entry = z.strictObject({
  tableName: z.string().min(1).max(40),
  rowId: z.string().min(1).max(100),
  before: z.string().nullable(),
  after: z.string().nullable(),
});

/** A command of another laptop with its entries, as that laptop's log keeps them. */
export const BatchCommand = z.strictObject({
  id: CommandId,
  call: z.string().min(1).max(100),
  label: z.string().min(1),
  deviceSequence: z.int().positive(),
  clock: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z-[0-9a-f]{4}-[0-9a-f-]{36}$/),
  at: Instant,
  who: z.string().nullable(),
  undoes: CommandId.nullable(),
  schemaVersion: z.int().positive(),
  seal: z.string().min(1).max(100),
  entries: z.array(Entry).min(1),
});
export type BatchCommand = z.infer<typeof BatchCommand>;

/** Commands of one laptop that follow each other, for the log of another one of the same program. */
export const Batch = z.strictObject({
  programId: z.string().min(1).max(100),
  device: z.strictObject({
    id: DeviceId,
    letter: z.string().regex(/^[A-Z]{1,3}$/),
    name: z.string().max(300).nullable(),
    because: z.enum(['first', 'other-laptop', 'older-file']),
    since: Instant,
  }),
  commands: z.array(BatchCommand).min(1),
});
export type Batch = z.infer<typeof Batch>;

/** How many of each laptop's commands a log has: what another one needs to know to send the rest. */
export const heldOf = (database: ReadableDatabase): ReadonlyMap<DeviceId, number> =>
  new Map(
    database
      .all<{ id: DeviceId; last: number }>(
        'SELECT deviceId AS id, max(deviceSequence) AS last FROM logCommand GROUP BY deviceId',
      )
      .map(({ id, last }) => [id, last]),
  );

/** The commands of a laptop after a step of its own, at most so many; null: there are none. */
export function batchOf(database: ReadableDatabase, deviceId: DeviceId, after: number, most: number): Batch | null {
  const device = database.get<Batch['device']>(
    'SELECT id, letter, name, because, since FROM logDevice WHERE id = ?',
    deviceId,
  );
  const commands = database
    .all<Omit<BatchCommand, 'entries'> & { readonly sequence: number }>(
      `SELECT sequence, id, call, label, deviceSequence, clock, at, who, undoes, schemaVersion, seal FROM logCommand
       WHERE deviceId = ? AND deviceSequence > ? ORDER BY deviceSequence LIMIT ?`,
      deviceId,
      after,
      most,
    )
    .map(({ sequence, ...command }) => ({ ...command, entries: entriesOf(database, sequence) }));
  return device && commands.length > 0 ? { programId: programIdOf(database), device, commands } : null;
}

const entriesOf = (database: ReadableDatabase, commandSequence: number): SealedEntry[] =>
  database.all<SealedEntry>(
    'SELECT tableName, rowId, before, after FROM logEntry WHERE commandSequence = ? ORDER BY sequence',
    commandSequence,
  );
