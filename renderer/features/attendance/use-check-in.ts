import { useRef, useState } from 'react';
import type { InputOf } from '../../../shared/api.ts';
import { type CheckInMethod, MomentDoubt } from '../../../shared/model/attendance.ts';
import { readBadgeCode } from '../../../shared/model/badges.ts';
import { clockOf } from '../../../shared/model/dates.ts';
import type { AttendanceEventId, SessionId } from '../../../shared/model/ids.ts';
import type { Problem, Result } from '../../../shared/model/result.ts';
import type { CheckInAnswer, CheckInMatch, RecentCheckIn } from '../../../shared/views/attendance.ts';
import { call } from '../../client.ts';
import { useZone } from '../../frame/status-store.ts';
import { useCall } from '../../query.ts';
import { isScan } from './scan.ts';
import { type Signal, sound } from './sound.ts';
import { grantedAt, useGranted } from './store.ts';

type CheckInInput = InputOf<'attendance.checkIn'>;

/** What stands in the big banner. */
export type Said =
  | {
      readonly kind: 'answer';
      readonly answer: CheckInAnswer;
      readonly input: CheckInInput;
      /** The title of another session where that is where somebody was checked in. */
      readonly there: string | null;
    }
  /** Typed letters that are nobody's name: nothing was written. */
  | { readonly kind: 'nobody'; readonly text: string }
  | { readonly kind: 'taken-back'; readonly name: string }
  /** Something that was noted of somebody, in a sentence. */
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

/** So many letters of a name show whom they may mean; of a badge's number one digit is enough. */
const leastLetters = 2;
const isNumber = (text: string): boolean => /^#?\d+$/.test(text);
const shown = 5;
const idsOf = (matches: readonly CheckInMatch[]): string =>
  matches.map(({ personId, code }) => personId ?? code).join();
const noMatches: readonly CheckInMatch[] = [];

const signals: Readonly<Record<CheckInAnswer['answer'], Signal>> = {
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

/** The door's hand: what is typed or scanned, whom it may mean, and what was answered. */
export function useCheckIn(sessionId: SessionId) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const [said, setSaid] = useState<Said | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [walkingIn, setWalkingIn] = useState<WalkingIn | null>(null);
  const keys = useRef<number[]>([]);
  const entering = useRef(false);
  const zone = useZone();
  const typed = text.trim();
  const asks = typed.length >= leastLetters || isNumber(typed);
  const found = useCall('attendance.find', asks ? { sessionId, text: typed, limit: shown } : null, [
    'person',
    'participant',
    'attendanceEvent',
    'badge',
  ]);
  const matches = asks ? (found.value ?? noMatches) : noMatches;
  const here = Math.min(at, Math.max(0, matches.length - 1));

  const clear = () => {
    setText('');
    setAt(0);
    keys.current = [];
  };

  const refused = (problem: Problem) => {
    setSaid({ kind: 'problem', problem });
    sound('bad');
  };

  const hear = (result: Result<CheckInAnswer>, input: CheckInInput, there: string | null = null) => {
    if (!result.ok) return refused(result.problem);
    const { value } = result;
    sound(value.answer === 'checked-in' && value.notes.length > 0 ? 'wait' : signals[value.answer]);
    setSaid({ kind: 'answer', answer: value, input, there });
    if (value.answer === 'checked-in') setAsking(null);
    if (value.answer === 'blank-badge' && value.badgeNumber !== null && input.code) {
      setWalkingIn({ name: '', badge: { code: input.code, number: value.badgeNumber } });
    }
  };

  const commit = async (who: Omit<CheckInInput, 'sessionId'>) => {
    const input: CheckInInput = { sessionId, ...who, granted: [...grantedAt(sessionId)] };
    clear();
    hear(await call('attendance.checkIn', input), input);
  };

  /** A scanned code, from a scanner or a camera: it goes in at once. */
  const take = (code: string, method: CheckInMethod = 'scanned') => commit({ code, method });

  const choose = async ({ personId, code, name }: CheckInMatch) => {
    if (asking?.walkIn && personId) return saysWho(asking, personId, name);
    return personId === null
      ? commit({ code, method: 'typed' })
      : commit({ personId, method: 'typed', keptEventId: asking?.eventId ?? null });
  };

  /** Says that a walk-in is this person, at every session where they are in. */
  const saysWho = async (walkIn: Asking, personId: NonNullable<CheckInMatch['personId']>, name: string) => {
    clear();
    const result = await call('attendance.match', { code: walkIn.code, who: { is: 'known', personId } });
    if (!result.ok) return refused(result.problem);
    setAsking(null);
    setSaid({ kind: 'noted', name, sentence: `The walk-in ${walkIn.walkIn} is ${name}.` });
    sound('ok');
  };

  /** Enter: a scanned code goes in at once; typed letters mean the match that is marked. */
  const enter = async () => {
    if (typed === '') return;
    // What was pasted or mended by hand has other letters than keys. A scanner does not wait for the one before.
    if (keys.current.length === text.length && isScan(keys.current)) return take(typed);
    // A whole badge code can mean nobody else, however slowly its keys came.
    if (readBadgeCode(typed).kind === 'badge') return take(typed, 'typed');
    if (entering.current) return;
    entering.current = true;
    try {
      await chooseTyped();
    } finally {
      entering.current = false;
    }
  };

  const chooseTyped = async () => {
    const result = await call('attendance.find', { sessionId, text: typed, limit: shown });
    if (!result.ok) return refused(result.problem);
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

  /** Does what the banner asks about first: see `ways` of the banner. */
  const confirm = async () => {
    if (said?.kind === 'nobody') return commit({ code: said.text, method: 'typed' });
    if (said?.kind !== 'answer') return;
    const { answer, input } = said;
    const { elsewhere } = answer;
    if (answer.answer === 'wrong-session' && elsewhere) return checkInThere(answer, input, elsewhere);
    if (answer.mayConfirm) return confirmHere();
    if (answer.personId === null && answer.eventId && input.code && answer.answer !== 'checked-in') {
      setAsking({ eventId: answer.eventId, code: input.code, walkIn: null });
    }
  };

  /** Lets somebody in at this door all the same. */
  const confirmHere = async () => {
    if (said?.kind !== 'answer' || !said.answer.mayConfirm) return;
    const { answer, input } = said;
    const doubt = MomentDoubt.safeParse(answer.answer);
    // A doubt about the moment holds for whoever comes next too; what is asked of this one person does not.
    if (doubt.success) useGranted.getState().grant(sessionId, doubt.data);
    await commit({
      personId: answer.personId,
      code: input.code ?? null,
      method: input.method,
      keptEventId: input.keptEventId ?? null,
      confirmed: !doubt.success,
    });
  };

  const checkInThere = async (
    { personId }: CheckInAnswer,
    { method }: CheckInInput,
    { sessionId: other, title }: NonNullable<CheckInAnswer['elsewhere']>,
  ) => {
    const input: CheckInInput = { sessionId: other, personId, method, granted: [...grantedAt(other)] };
    hear(await call('attendance.checkIn', input), input, title);
  };

  const letWalkInIn = async (name: string, organization: string) => {
    const code = walkingIn?.badge?.code ?? null;
    const result = await call('attendance.walkIn', { sessionId, name, organization, code });
    hear(result, { sessionId, code, method: 'typed' });
    if (result.ok) setWalkingIn(null);
    return result;
  };

  /** Notes of the person in the banner that they came late, or leave early, at the moment of the answer. */
  const note = async (kind: 'late' | 'left') => {
    if (said?.kind !== 'answer' || said.answer.personId === null) return;
    const { personId, name, at: moment } = said.answer;
    const what = { kind, clock: clockOf(moment, zone) };
    const result = await call('attendance.note', { sessionId, personIds: [personId], what });
    if (!result.ok) return refused(result.problem);
    const sentence = kind === 'late' ? 'Noted as late.' : 'Noted as leaving early.';
    setSaid({ kind: 'noted', name: name ?? '', sentence });
  };

  const takeBack = async (event: Pick<RecentCheckIn, 'eventId' | 'name' | 'code'>) => {
    const result = await call('attendance.annul', { eventId: event.eventId, reason: 'Taken back at the door' });
    const name = event.name === '' ? `Code ${event.code ?? ''}` : event.name;
    setSaid(result.ok ? { kind: 'taken-back', name } : { kind: 'problem', problem: result.problem });
  };

  /** The money came: whoever was held back for it may come in now. */
  const paid = async (sentence: string) => {
    if (said?.kind !== 'answer') return;
    const { answer, input } = said;
    if (answer.answer === 'fee-owed') await commit({ ...input, personId: answer.personId, confirmed: false });
    else setSaid({ kind: 'noted', name: answer.name ?? '', sentence });
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
    walkingIn,
    /** Opens the two fields of a walk-in, with the name that was typed; null closes them. */
    walkIn: (open: boolean) => {
      setWalkingIn(open ? { name: isNumber(typed) ? '' : typed, badge: null } : null);
      if (open) clear();
    },
    letWalkInIn,
    choose,
    take,
    enter,
    confirm,
    confirmHere,
    note,
    paid,
    takeBack,
  };
}

/** What the hand offers to the parts of the screen. */
export type CheckIn = ReturnType<typeof useCheckIn>;
