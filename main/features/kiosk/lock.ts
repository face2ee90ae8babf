import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { SessionId } from '../../../shared/model/ids.ts';
import { KioskNote } from '../../../shared/model/kiosk.ts';
import type { Workbench } from '../../call/handler.ts';
import type { ReadableDatabase } from '../../database/handles.ts';
import { laptopNote } from '../../database/laptop.ts';

/** That this laptop is a kiosk; null: it is none. */
export function kioskNote(database: ReadableDatabase): KioskNote | null {
  const note = laptopNote(database, 'kiosk');
  return note === null ? null : KioskNote.parse(JSON.parse(note));
}

/**
 * Reads this laptop's note of being a kiosk and keeps another, or none, in one step between two commands; gives back
 * what `decide` found.
 */
export const changeKiosk = <Value>(
  desk: Pick<Workbench, 'changeLaptop'>,
  decide: (held: KioskNote | null) => { readonly note: KioskNote | null; readonly value: Value },
): Promise<Value> =>
  desk.changeLaptop((laptop) => {
    const held = laptop.read('kiosk');
    const { note, value } = decide(held === null ? null : KioskNote.parse(JSON.parse(held)));
    if (note === null) laptop.forget('kiosk');
    else laptop.keep('kiosk', JSON.stringify(note));
    return value;
  });

const length = 32;

/** Slow on purpose, some hundredths of a second, and in a thread: whoever reads the file can't try PINs by the million. */
const stretch = (pin: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(pin, salt, length, (error, hash) => (error ? reject(error) : resolve(hash)));
  });

/** The note of a kiosk that this PIN leaves. */
export async function lockWith(sessionId: SessionId, pin: string): Promise<KioskNote> {
  const salt = randomBytes(16);
  const hash = await stretch(pin, salt);
  return {
    sessionId,
    salt: salt.toString('base64'),
    hash: hash.toString('base64'),
    wrong: 0,
    triedAt: null,
    missed: 0,
    missedAt: null,
  };
}

/** Whether this PIN leaves the kiosk. */
export async function opensWith({ salt, hash }: KioskNote, pin: string): Promise<boolean> {
  const kept = Buffer.from(hash, 'base64');
  const tried = await stretch(pin, Buffer.from(salt, 'base64'));
  return kept.length === tried.length && timingSafeEqual(kept, tried);
}
