import { useRef, useState } from 'react';
import type { InputOf } from '../../../shared/api.ts';
import type { AttendanceEventId, SessionId } from '../../../shared/model/ids.ts';
import type { Problem } from '../../../shared/model/result.ts';
import type { CheckInAnswer, CheckInMatch, RecentCheckIn } from '../../../shared/views/attendance.ts';
import { call } from '../../client.ts';
import { useCall } from '../../query.ts';
import { isScan } from './scan.ts';
import { type Signal, sound } from './sound.ts';

type CheckInInput = InputOf<'attendance.checkIn'>;

/** What stands in the big banner. */
export type Said =
  | { readonly kind: 'answer'; readonly answer: CheckInAnswer; readonly input: CheckInInput }
  /** Typed letters that are nobody's name: nothing was written. */
  | { readonly kind: 'nobody'; readonly text: string }
  | { readonly kind: 'taken-back'; readonly name: string }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** A kept code whose owner is being looked for. */
export interface Asking {
  readonly eventId: AttendanceEventId;
  readonly code: string;
}

/** So many letters of a name show whom they may mean. */
const leastLetters = 2;
const shown = 5;
const idsOf = (matches: readonly CheckInMatch[]): string => matches.map(({ personId }) => personId).join();
const noMatches: readonly CheckInMatch[] = [];

const signals: Readonly<Record<CheckInAnswer['answer'], Signal>> = {
  'checked-in': 'ok',
  'already-in': 'wait',
  'wrong-cohort': 'wait',
  'wrong-day': 'wait',
  'not-on-the-list': 'bad',
  withdrawn: 'bad',
};

/** The door's hand: what is typed or scanned, whom it may mean, and what was answered. */
export function useCheckIn(sessionId: SessionId) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const [said, setSaid] = useState<Said | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const keys = useRef<number[]>([]);
  const entering = useRef(false);
  const typed = text.trim();
  const asks = typed.length >= leastLetters;
  const found = useCall('attendance.find', asks ? { sessionId, text: typed, limit: shown } : null, [
    'person',
    'participant',
    'attendanceEvent',
  ]);
  const matches = asks ? (found.value ?? noMatches) : noMatches;
  const here = Math.min(at, Math.max(0, matches.length - 1));

  const clear = () => {
    setText('');
    setAt(0);
    keys.current = [];
  };

  const commit = async (who: Omit<CheckInInput, 'sessionId'>) => {
    const input: CheckInInput = { sessionId, ...who };
    clear();
    const result = await call('attendance.checkIn', input);
    if (!result.ok) {
      setSaid({ kind: 'problem', problem: result.problem });
      sound('bad');
      return;
    }
    sound(signals[result.value.answer]);
    setSaid({ kind: 'answer', answer: result.value, input });
    if (result.value.answer === 'checked-in') setAsking(null);
  };

  const choose = ({ personId }: CheckInMatch) =>
    commit({ personId, method: 'typed', keptEventId: asking?.eventId ?? null });

  /** Enter: a scanned code goes in at once; typed letters mean the match that is marked. */
  const enter = async () => {
    // A scanner may end its code with two Enters: nothing is confirmed by the second.
    if (typed === '' || entering.current) return;
    entering.current = true;
    try {
      await enterOnce();
    } finally {
      entering.current = false;
    }
  };

  const enterOnce = async () => {
    // What was pasted or mended by hand has other letters than keys.
    if (keys.current.length === text.length && isScan(keys.current)) {
      await commit({ code: typed, method: 'scanned' });
      return;
    }
    const result = await call('attendance.find', { sessionId, text: typed, limit: shown });
    if (!result.ok) {
      setSaid({ kind: 'problem', problem: result.problem });
      return;
    }
    const [only, ...others] = result.value;
    if (only) {
      // The list may still be that of an earlier letter: nobody is checked in whose name was not on the screen, unless
      // it can be no one else.
      const seen = idsOf(result.value) === idsOf(matches);
      const marked = seen ? result.value[here] : others.length === 0 ? only : undefined;
      if (marked) await choose(marked);
      return;
    }
    setSaid({ kind: 'nobody', text: typed });
    sound('bad');
  };

  /** Does what the banner asks about: lets somebody in all the same, or keeps typed letters as a code. */
  const confirm = async () => {
    if (said?.kind === 'nobody') await commit({ code: said.text, method: 'typed' });
    else if (said?.kind === 'answer' && said.answer.mayConfirm) {
      await commit({
        personId: said.answer.personId,
        code: said.input.code ?? null,
        method: said.input.method,
        keptEventId: said.input.keptEventId ?? null,
        confirmed: true,
      });
    }
  };

  const takeBack = async (event: Pick<RecentCheckIn, 'eventId' | 'name' | 'code'>) => {
    const result = await call('attendance.annul', { eventId: event.eventId, reason: 'Taken back at the door' });
    const name = event.name === '' ? `Code ${event.code ?? ''}` : event.name;
    setSaid(result.ok ? { kind: 'taken-back', name } : { kind: 'problem', problem: result.problem });
  };

  return {
    text,
    /** Notes when a key went down: by that, not by when it is dealt with, a scanner is told from a hand. */
    press: (key: string, moment: number) => {
      if (text === '' || key.length !== 1) keys.current = [];
      if (key.length === 1) keys.current.push(moment);
    },
    type: (next: string) => {
      setText(next);
      setAt(0);
    },
    clear,
    matches,
    at: here,
    move: (step: 1 | -1) => setAt(Math.max(0, Math.min(matches.length - 1, here + step))),
    said,
    asking,
    ask: setAsking,
    choose,
    enter,
    confirm,
    takeBack,
  };
}

/** What the hand offers to the parts of the screen. */
export type CheckIn = ReturnType<typeof useCheckIn>;
