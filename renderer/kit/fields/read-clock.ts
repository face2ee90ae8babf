import { ClockTime } from '../../../shared/model/dates.ts';

/**
 * Reads a time of day as people here write it: `8:00 AM`, `8 am`, `3:30p`, `15:30`. Null where it is none, or where it
 * could be any: `8` alone may be morning or evening.
 */
export function readClock(text: string): ClockTime | null {
  const [, hours = '', minutes, half] = /^(\d{1,2})(?::(\d{2}))?\s*(?:([ap])\.?(?:m\.?)?)?$/i.exec(text.trim()) ?? [];
  const hour = Number(hours);
  if (hours === '' || (minutes === undefined && half === undefined)) return null;
  if (half !== undefined && (hour < 1 || hour > 12)) return null;
  const ofDay = half === undefined ? hour : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return ClockTime.safeParse(`${String(ofDay).padStart(2, '0')}:${minutes ?? '00'}`).data ?? null;
}
