import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { api, type CallName, callsFrom } from '../../../shared/api.ts';
import type { DeskEvent } from '../../../shared/events.ts';
import type { SessionId } from '../../../shared/model/ids.ts';
import { KioskNote } from '../../../shared/model/kiosk.ts';
import type { ReadableDatabase } from '../../database/handles.ts';
import { laptopNote } from '../../database/laptop.ts';

/** Whether a window may make a call while its laptop is a kiosk: none of these says anything of anybody but the one who stands there. */
export const isKioskCall = (name: CallName): boolean => api[name].by === 'kiosk';

/** That this laptop is a kiosk; null: it is none. */
export function kioskNote(database: ReadableDatabase): KioskNote | null {
  const note = laptopNote(database, 'kiosk');
  return note === null ? null : KioskNote.parse(JSON.parse(note));
}

/** An event as a kiosk’s window may hear it: a command’s label names people, and the menu is none of its business. */
export function asKioskHears(event: DeskEvent): DeskEvent | null {
  if (event.kind === 'kiosk') return event;
  return event.kind === 'changed'
    ? { kind: 'changed', tables: [], calls: callsFrom([]).filter(isKioskCall), label: '', commandId: null }
    : null;
}

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
  return { sessionId, salt: salt.toString('base64'), hash: hash.toString('base64'), wrong: 0, triedAt: null };
}

/** Whether this PIN leaves the kiosk. */
export async function opensWith({ salt, hash }: KioskNote, pin: string): Promise<boolean> {
  const kept = Buffer.from(hash, 'base64');
  const tried = await stretch(pin, Buffer.from(salt, 'base64'));
  return kept.length === tried.length && timingSafeEqual(kept, tried);
}
