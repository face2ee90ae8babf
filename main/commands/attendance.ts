import type { Handlers } from '../handler.ts';
import { checkIn } from './attendance-check-in.ts';
import { annul, mark, note, takeBack } from './attendance-notes.ts';
import { match, walkIn } from './attendance-walk-ins.ts';

export const attendanceCommands: Pick<
  Handlers,
  | 'attendance.checkIn'
  | 'attendance.walkIn'
  | 'attendance.match'
  | 'attendance.mark'
  | 'attendance.note'
  | 'attendance.annul'
  | 'attendance.takeBack'
> = {
  'attendance.checkIn': checkIn,
  'attendance.walkIn': walkIn,
  'attendance.match': match,
  'attendance.mark': mark,
  'attendance.note': note,
  'attendance.annul': annul,
  'attendance.takeBack': takeBack,
};
