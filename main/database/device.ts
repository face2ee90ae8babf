import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { type Device, letterAt, type NewDevice } from '../../shared/model/devices.ts';
import { CommandId, DeviceId } from '../../shared/model/ids.ts';
import { makePrivateFolder, PRIVATE_FILE } from '../files/private.ts';
import type { ReadableDatabase, WritableDatabase } from './handles.ts';
import { forgetOnLaptop, laptopNote } from './laptop.ts';

/** A device that this laptop has been in one program, and the last command that it knows to have made as that. */
const Remembered = z.strictObject({
  id: DeviceId,
  letter: z.string().regex(/^[A-Z]{1,3}$/),
  because: z.enum(['first', 'other-laptop', 'older-file']),
  last: z.strictObject({ sequence: z.int().positive(), commandId: CommandId }).nullable(),
});
type Remembered = z.infer<typeof Remembered>;

const Memory = z.strictObject({ devices: z.array(Remembered) });

/**
 * Who this laptop is in a database's log. That is kept beside the app's settings and never in the database, so that a
 * copy, a backup or a restored file is not a second self: a file from elsewhere, or one whose log ends before what this
 * laptop remembers to have written, goes on under a new device, whose numbers and steps can't be taken for the old one's.
 */
export function deviceIn(database: WritableDatabase, settings: string, newId: () => string): Device {
  const name = os.hostname().split('.')[0] || 'this laptop';
  const file = memoryFile(database, settings);
  const known = knownHere(database, readMemory(file));
  if (known) return asDevice(known, name);
  // Alone with the file: two processes that open a new one at once are one laptop.
  database.exec('BEGIN IMMEDIATE');
  try {
    const memory = readMemory(file);
    const device = knownHere(database, memory) ?? newDevice(database, memory, name, newId);
    if (!memory.includes(device)) writeMemory(file, [...memory, device]);
    forgetOnLaptop(database, 'deviceId');
    forgetOnLaptop(database, 'deviceName');
    database.exec('COMMIT');
    return asDevice(device, name);
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

const asDevice = ({ id, letter, because }: Remembered, name: string): Device => ({ id, letter, name, because });

/** Remembers how far this laptop has come in the log, so that an older copy of the file is recognized as one. */
export function rememberSteps(database: ReadableDatabase, settings: string, { id }: Device): void {
  const last = lastOf(database, id);
  const file = memoryFile(database, settings);
  const memory = readMemory(file);
  const devices = memory.map((device) => (device.id === id ? { ...device, last } : device));
  writeMemory(file, devices);
}

/** The program that a database holds; only logs of one program belong together. */
export function programIdOf(database: ReadableDatabase): string {
  const id = database.get<{ id: string }>('SELECT id FROM logProgram')?.id;
  if (id === undefined) throw new Error('The database has no program id.');
  return id;
}

const memoryFile = (database: ReadableDatabase, settings: string): string =>
  path.join(settings, 'devices', `${programIdOf(database)}.json`);

/** What this laptop remembers; a file that can't be understood is one that is not there. */
function readMemory(file: string): readonly Remembered[] {
  try {
    return Memory.parse(JSON.parse(readFileSync(file, 'utf8'))).devices;
  } catch {
    return [];
  }
}

/** Whole or not at all, and for this account's eyes only. */
function writeMemory(file: string, devices: readonly Remembered[]): void {
  makePrivateFolder(path.dirname(file));
  const part = `${file}.${process.pid}.part`;
  writeFileSync(part, JSON.stringify({ devices: [...devices] } satisfies z.input<typeof Memory>), {
    mode: PRIVATE_FILE,
  });
  renameSync(part, file);
}

/** The device as which this laptop goes on in a log that holds all that it remembers; of several, the last at work. */
function knownHere(database: ReadableDatabase, memory: readonly Remembered[]): Remembered | null {
  const letters = lettersIn(database);
  return (
    memory
      .filter(({ id, letter, last }) =>
        last === null ? [id, undefined].includes(letters.get(letter)) : isInLog(database, id, last),
      )
      .sort((a, b) => compareText(clockOf(database, b.id), clockOf(database, a.id)))[0] ?? null
  );
}

const isInLog = (database: ReadableDatabase, id: DeviceId, last: NonNullable<Remembered['last']>): boolean =>
  database.get(
    'SELECT 1 FROM logCommand WHERE deviceId = ? AND deviceSequence = ? AND id = ?',
    id,
    last.sequence,
    last.commandId,
  ) !== undefined;

function newDevice(
  database: ReadableDatabase,
  memory: readonly Remembered[],
  name: string,
  newId: () => string,
): Remembered {
  const letters = lettersIn(database);
  const before = DeviceId.safeParse(laptopNote(database, 'deviceId')).data;
  // Until version 13 the file itself said who it belongs to: the laptop of that name goes on as what it was.
  if (before && memory.length === 0 && laptopNote(database, 'deviceName') === name) {
    const letter = [...letters].find(([, id]) => id === before)?.[0] ?? letterAt(letters.size);
    return { id: before, letter, because: 'first', last: lastOf(database, before) };
  }
  const isEmpty = database.get('SELECT 1 FROM logCommand LIMIT 1') === undefined;
  const because = memory.length > 0 ? 'older-file' : isEmpty ? 'first' : 'other-laptop';
  const taken = new Set([...letters.keys(), ...memory.map(({ letter }) => letter)]);
  let place = 0;
  while (taken.has(letterAt(place))) place += 1;
  return { id: DeviceId.parse(newId()), letter: letterAt(place), because, last: null };
}

const lettersIn = (database: ReadableDatabase): ReadonlyMap<string, DeviceId> =>
  new Map(
    database
      .all<{ id: DeviceId; letter: string }>('SELECT id, letter FROM logDevice')
      .map(({ id, letter }) => [letter, id]),
  );

const lastOf = (database: ReadableDatabase, id: DeviceId): Remembered['last'] =>
  database.get<NonNullable<Remembered['last']>>(
    `SELECT deviceSequence AS sequence, id AS commandId FROM logCommand
     WHERE deviceId = ? ORDER BY deviceSequence DESC LIMIT 1`,
    id,
  ) ?? null;

const clockOf = (database: ReadableDatabase, id: DeviceId): string =>
  database.get<{ clock: string }>(
    'SELECT clock FROM logCommand WHERE deviceId = ? ORDER BY deviceSequence DESC LIMIT 1',
    id,
  )?.clock ?? '';

const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Why this laptop goes on in a database as a new device, as a lead reads it; null: it has always been the same. */
export const sayNewDevice: Record<NewDevice, (letter: string) => string | null> = {
  first: () => null,
  'other-laptop': (letter) => `This file comes from another laptop. On this one it continues as laptop ${letter}`,
  'older-file': (letter) =>
    `This file is older than the last work done on this laptop, so it may be a restored backup. It continues as laptop ${letter}`,
};
