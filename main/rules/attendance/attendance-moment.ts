import type { CheckInDecision, CheckInFacts, DoorNote, MomentDoubt } from '../../../shared/model/attendance.ts';
import { sayClock, sayDay } from '../../../shared/model/dates.ts';
import { isOvernight, minuteOn, minutesOf, spanOf } from '../../../shared/model/session-hours.ts';
import { daysFrom } from '../days.ts';
import { sayDays } from '../words.ts';

/** What the door sees of a session and of the moment, whoever stands there. */
export type DoorMoment = Pick<CheckInFacts, 'session' | 'today' | 'clock' | 'clockIsBefore' | 'granted'>;

/** Something that a lead must say yes to. */
export type DoorQuestion = Pick<CheckInDecision, 'answer' | 'sentence'>;

/** A session that begins later than this, or ended earlier, asks first: doors open an hour or two before. */
const hoursAround = 3;

/**
 * What is doubtful about the moment and granted by no one; a clock that goes wrong is said before what follows from it.
 * Whoever has said that the time counts as the clock shows it is not asked about that day and hour besides: after the
 * first check-in by such a clock it is no longer before the last entry.
 */
function doubtAsked({ clockIsBefore, session, today, clock, granted }: DoorMoment): MomentDoubt | null {
  const doubt = doubtOf({ clockIsBefore, session, today, clock });
  return doubt !== null && (granted.includes(doubt) || granted.includes('clock-wrong')) ? null : doubt;
}

function doubtOf({ clockIsBefore, session, today, clock }: Omit<DoorMoment, 'granted'>): MomentDoubt | null {
  if (clockIsBefore !== null) return 'clock-wrong';
  const { start, end } = spanOf(session);
  const now = minuteOn(session, today, clock);
  const until = start - now;
  const since = now - end;
  // After midnight a session that goes on past it is still the session of the evening.
  if (session.heldOn !== today && !(isOvernight(session) && now >= start && since <= hoursAround * 60))
    return 'wrong-day';
  return Math.max(until, since) > hoursAround * 60 ? 'wrong-time' : null;
}

/** Asks whether someone may be checked in at this moment anyway; null: nothing is doubtful about it. */
export function momentQuestion(moment: DoorMoment, name: string): DoorQuestion | null {
  const { session, today, clock, clockIsBefore } = moment;
  switch (doubtAsked(moment)) {
    case null:
      return null;
    case 'clock-wrong': {
      const sentence = `The laptop’s clock shows ${sayDay(today)}, ${sayClock(clock)}, but the last entry was made on ${clockIsBefore}. Set the clock in the system’s date and time settings. Or check ${name} in with the time as it is?`;
      return { answer: 'clock-wrong', sentence };
    }
    case 'wrong-day': {
      const days = sayDays(Math.abs(daysFrom(today, session.heldOn)));
      const day = sayDay(session.heldOn);
      const when = session.heldOn < today ? `was on ${day}, ${days} ago` : `is on ${day}, in ${days}`;
      const sentence = `This session of ${session.title} ${when}; by the laptop’s clock it is ${sayDay(today)}. Check ${name} in anyway?`;
      return { answer: 'wrong-day', sentence };
    }
    case 'wrong-time': {
      const when =
        minuteOn(session, today, clock) < minutesOf(session.startsAt)
          ? `begins at ${sayClock(session.startsAt)}`
          : `ended at ${sayClock(session.endsAt)}`;
      const sentence = `This session of ${session.title} ${when}; by the laptop’s clock it is ${sayClock(clock)}. Check ${name} in anyway?`;
      return { answer: 'wrong-time', sentence };
    }
  }
}

/** That the room is full, once one more is in; nothing where no one said how many it holds. */
export function roomNotes({ capacity, here }: DoorMoment['session']): readonly DoorNote[] {
  if (capacity === null || here < capacity) return [];
  return [{ kind: 'over-capacity', sentence: `The room holds ${capacity}, and ${here + 1} are checked in.` }];
}
