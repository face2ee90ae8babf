import type { Handlers } from '../../call/handler.ts';
import { checkIn } from './check-in.ts';
import { annul, mark, note, takeBack } from './notes.ts';
import { match, walkIn } from './walk-ins-commands.ts';

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
