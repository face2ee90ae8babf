import type { InputOf } from '../../../shared/api.ts';
import type { AttendanceEventId } from '../../../shared/model/ids.ts';
import type { Problem } from '../../../shared/model/result.ts';
import type { CheckInAnswer } from '../../../shared/views/attendance.ts';
import type { Signal } from '../../kit/sound.ts';

/** What a check-in is asked with. */
export type CheckInInput = InputOf<'attendance.checkIn'>;

/** Who was meant: enough to ask again. */
type Whom = Pick<CheckInInput, 'personId' | 'code'>;

/** A name and a school system, as a walk-in gave them. */
interface WrittenDown {
  readonly name: string;
  readonly organization: string;
}

/** What check-in answered, and to what. */
export interface Answered {
  readonly kind: 'answer';
  readonly answer: CheckInAnswer;
  readonly input: CheckInInput;
  /** The title of another session where that is where someone was checked in. */
  readonly there: string | null;
  /** A walk-in who was written down; null: someone known, or a code. */
  readonly walkIn: WrittenDown | null;
}

/** What stands in the big banner. */
export type BannerContent =
  | Answered
  /** Typed letters that begin no name: nothing was saved. */
  | { readonly kind: 'no one'; readonly text: string }
  /** A check-in that was undone; `whom` may come in again. */
  | { readonly kind: 'taken-back'; readonly name: string; readonly whom: Whom | null }
  /** Something that was noted of someone, in a sentence. */
  | { readonly kind: 'noted'; readonly name: string; readonly sentence: string }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** A kept code or a walk-in whose person is being looked for. */
export interface Asking {
  readonly eventId: AttendanceEventId;
  readonly code: string;
  /** The walk-in's name; null: a kept code. */
  readonly walkIn: string | null;
}

/** A walk-in who is being written down; with the blank badge that they wear, if any. */
export interface WalkingIn {
  readonly name: string;
  readonly badge: { readonly code: string; readonly number: number } | null;
}

/** How each answer sounds. */
export const signals: Readonly<Record<CheckInAnswer['answer'], Signal>> = {
  'checked-in': 'ok',
  'already-in': 'wait',
  'wrong-cohort': 'wait',
  'wrong-session': 'wait',
  'wrong-day': 'wait',
  'wrong-time': 'wait',
  'clock-wrong': 'wait',
  'fee-owed': 'wait',
  'blank-badge': 'wait',
  'not-on-the-list': 'bad',
  'other-program': 'bad',
  misread: 'bad',
  withdrawn: 'bad',
};

/** A badge that is read again this soon after it let its wearer in was held there a moment too long, in milliseconds. */
const echoes = 3_000;

/** Whether an answer only says again what was said a moment ago: that this person is in. */
export function isEcho(said: BannerContent | null, { answer, eventId, at }: CheckInAnswer): boolean {
  if (answer !== 'already-in' || said?.kind !== 'answer' || said.answer.answer !== 'checked-in') return false;
  return said.answer.eventId === eventId && Date.parse(at) - Date.parse(said.answer.at) <= echoes;
}
