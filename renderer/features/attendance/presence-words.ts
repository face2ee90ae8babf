import { sayClock } from '../../../shared/model/dates.ts';
import { sayHours } from '../../../shared/model/session-hours.ts';
import type { AttendanceNote, AttendeeRow } from '../../../shared/views/attendance.ts';
import { sayCheckInMethod } from '../../../shared/views/attendance-sheet.ts';
import type { SessionRow } from '../../../shared/views/cohorts.ts';
import type { StatusKey } from '../../kit/status.tsx';

/** How someone stands at a session, in the tense of its day: `Here`, `Partly 4.5 of 7.5 h`, `Excused`, `Missed`. */
export function presenceWord(
  { presence }: Pick<AttendeeRow, 'presence'>,
  { when, isOver }: Pick<SessionRow, 'when' | 'isOver'>,
): { readonly key: StatusKey; readonly word: string } {
  switch (presence.standing) {
    case 'present':
      return { key: 'present', word: when === 'today' && !isOver ? 'Here' : 'Attended' };
    case 'partly':
      return { key: 'partly', word: `Partly ${sayHours(presence.hours)} of ${sayHours(presence.ofHours)} h` };
    case 'excused':
      return { key: 'excused', word: 'Excused' };
    case 'not-in':
      return isOver ? { key: 'absent', word: 'Missed' } : { key: 'to-come', word: 'Not here yet' };
  }
}

/** What was noted, in a few words: `Checked in, scanned`, `Came late, at 9:40 AM`. */
export function sayNote({ kind, method, clock, hours, reason }: AttendanceNote): string {
  const because = reason ? `: “${reason}”` : '';
  switch (kind) {
    case 'check-in':
      return `Checked in, ${sayCheckInMethod[method].toLowerCase()}`;
    case 'late':
      return `Came late${clock ? `, at ${sayClock(clock)}` : ''}`;
    case 'left':
      return `Left early${clock ? `, at ${sayClock(clock)}` : ''}`;
    case 'hours':
      return `${sayHours(hours ?? 0)} hours count${because}`;
    case 'excused':
      return `Excused${because}`;
  }
}
