import { api, type CallName, callsFrom } from '../../shared/api.ts';
import type { DeskEvent } from '../../shared/events.ts';
import type { ReadableDatabase } from '../database/handles.ts';
import { laptopNote } from '../database/laptop.ts';

/** Whether this laptop is locked as a kiosk. A terminal may change it at any time, so the database is asked each time. */
export const isLocked = (database: ReadableDatabase): boolean => laptopNote(database, 'kiosk') !== null;

/** Whether the window may make a call while the laptop is locked: only calls that tell nothing about anyone else. */
export const mayCallLocked = (name: CallName): boolean => api[name].by === 'kiosk';

/** An event as a locked window may hear it: a command's label names people, and the menu is none of its business. */
export function heardLocked(event: DeskEvent): DeskEvent | null {
  if (event.kind === 'kiosk') return event;
  if (event.kind !== 'changed') return null;
  return { kind: 'changed', tables: [], calls: callsFrom([]).filter(mayCallLocked), label: '', commandId: null };
}

/** What a kiosk says of any call but its own. */
export const heldByKiosk = 'This laptop is in kiosk mode: it only checks people in. A lead can end it with the PIN.';
