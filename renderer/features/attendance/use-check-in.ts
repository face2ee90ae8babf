import { useRef, useState } from 'react';
import { type CheckInMethod, MomentDoubt } from '../../../shared/model/attendance.ts';
import { readBadgeCode } from '../../../shared/model/badges.ts';
import { clockOf } from '../../../shared/model/dates.ts';
import type { SessionId } from '../../../shared/model/ids.ts';
import type { Problem, Result } from '../../../shared/model/result.ts';
import type { CheckInAnswer, CheckInMatch, RecentCheckIn } from '../../../shared/views/attendance.ts';
import { call } from '../../kit/client.ts';
import { useCall } from '../../kit/query.ts';
import { sound } from '../../kit/sound.ts';
import { useZone } from '../../kit/status-store.ts';
import {
  type Answered,
  type Asking,
  type BannerContent,
  type CheckInInput,
  isEcho,
  signals,
  type WalkingIn,
} from './said.ts';
import { grantedAt, useGranted } from './store.ts';

/** So many letters of a name show whom they may mean; of a badge's number one digit is enough. */
const leastLetters = 2;
const isNumber = (text: string): boolean => /^#?\d+$/.test(text);
const shown = 5;
const idsOf = (matches: readonly CheckInMatch[]): string =>
  matches.map(({ personId, code }) => personId ?? code).join();
const noMatches: readonly CheckInMatch[] = [];

/** The door's hand: what is typed or scanned, whom it may mean, and what was answered. */
export function useCheckIn(sessionId: SessionId) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const [said, setSaid] = useState<BannerContent | null>(null);
  // What is said now, also to an answer that was on its way when the screen was last drawn.
  const latest = useRef<BannerContent | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [walkingIn, setWalkingIn] = useState<WalkingIn | null>(null);
  const entering = useRef(false);
  const zone = useZone();
  const typed = text.trim();
  const asks = typed.length >= leastLetters || isNumber(typed);
  const found = useCall('attendance.find', asks ? { sessionId, text: typed, limit: shown } : null);
  const matches = asks ? (found.value ?? noMatches) : noMatches;
  const here = Math.min(at, Math.max(0, matches.length - 1));

  const clear = () => {
    setText('');
    setAt(0);
  };

  const say = (next: BannerContent | null) => {
    latest.current = next;
    setSaid(next);
  };

  const refused = (problem: Problem) => {
    say({ kind: 'problem', problem });
    sound('bad');
  };

  const hear = (
    result: Result<CheckInAnswer>,
    input: CheckInInput,
    more: Partial<Pick<Answered, 'there' | 'walkIn'>> = {},
  ) => {
    if (!result.ok) return refused(result.problem);
    const { value } = result;
    // Its own letters may have put the answer out of sight.
    if (isEcho(latest.current, value)) return setSaid(latest.current);
    sound(value.answer === 'checked-in' && value.notes.length > 0 ? 'wait' : signals[value.answer]);
    say({ kind: 'answer', answer: value, input, there: null, walkIn: null, ...more });
    if (value.answer === 'checked-in' && input.keptEventId) setAsking(null);
    if (value.answer === 'blank-badge' && value.badgeNumber !== null && input.code) {
      setWalkingIn({ name: '', badge: { code: input.code, number: value.badgeNumber } });
    }
  };

  const commit = async (who: Omit<CheckInInput, 'sessionId'>) => {
    const input: CheckInInput = { sessionId, ...who, granted: [...grantedAt(sessionId)] };
    hear(await call('attendance.checkIn', input), input);
  };

  /** A code, from a scanner or a camera: it goes in at once, and what is being typed stays. */
  const take = (code: string, method: CheckInMethod = 'scanned') => commit({ code: code.trim(), method });

  const choose = async ({ personId, code, name }: CheckInMatch) => {
    clear();
    if (asking?.walkIn && personId) return saysWho(asking, personId, name);
    return personId === null
      ? commit({ code, method: 'typed' })
      : commit({ personId, method: 'typed', keptEventId: asking?.eventId ?? null });
  };

  /** Says that a walk-in is this person, at every session where they are checked in. */
  const saysWho = async (walkIn: Asking, personId: NonNullable<CheckInMatch['personId']>, name: string) => {
    const result = await call('attendance.match', { code: walkIn.code, who: { is: 'known', personId } });
    if (!result.ok) return refused(result.problem);
    setAsking(null);
    say({ kind: 'noted', name, sentence: `The walk-in ${walkIn.walkIn} is ${name}.` });
    sound('ok');
  };

  /** Enter: typed letters mean the match that is marked. */
  const enter = async () => {
    if (typed === '') return;
    // A whole badge code can mean no one else, however slowly its keys came.
    if (readBadgeCode(typed).kind === 'badge') {
      clear();
      return take(typed, 'typed');
    }
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
      // The list may still be that of an earlier letter: no one is checked in whose name was not on the screen, unless
      // it can be no one else.
      const seen = idsOf(result.value) === idsOf(matches);
      const marked = seen ? result.value[here] : others.length === 0 ? only : undefined;
      if (marked) await choose(marked);
      return;
    }
    say({ kind: 'no one', text: typed });
    sound('bad');
  };

  /** Does what the banner asks about first: see `ways` of the banner. */
  const confirm = async () => {
    if (said?.kind === 'no one') {
      clear();
      return commit({ code: said.text, method: 'typed' });
    }
    if (said?.kind === 'taken-back') return said.whom ? commit({ ...said.whom, method: 'typed' }) : undefined;
    if (said?.kind !== 'answer') return;
    const { answer, input } = said;
    const { elsewhere } = answer;
    if (answer.answer === 'wrong-session' && elsewhere) return checkInThere(answer, input, elsewhere);
    if (answer.mayConfirm) return confirmHere();
    if (answer.personId === null && answer.eventId && input.code && answer.answer !== 'checked-in') {
      setAsking({ eventId: answer.eventId, code: input.code, walkIn: null });
    }
  };

  /** Lets someone in at this door anyway. */
  const confirmHere = async () => {
    if (said?.kind !== 'answer' || !said.answer.mayConfirm) return;
    const { answer, input, walkIn } = said;
    const doubt = MomentDoubt.safeParse(answer.answer);
    // A doubt about the moment holds for whoever comes next too; what is asked of this one person does not.
    if (doubt.success) useGranted.getState().grant(sessionId, doubt.data);
    if (walkIn) return void (await letWalkInIn(walkIn.name, walkIn.organization));
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
    hear(await call('attendance.checkIn', input), input, { there: title });
  };

  const letWalkInIn = async (name: string, organization: string) => {
    const code = walkingIn?.badge?.code ?? null;
    const granted = [...grantedAt(sessionId)];
    const result = await call('attendance.walkIn', { sessionId, name, organization, code, granted });
    hear(result, { sessionId, code, method: 'typed' }, { walkIn: { name, organization } });
    // What is asked about the day or the clock is asked before the two fields go.
    if (result.ok && result.value.answer === 'checked-in') setWalkingIn(null);
    return result;
  };

  /** Notes of the person in the banner that they came late, or leave early, at the moment of the answer. */
  const note = async (kind: 'late' | 'left') => {
    if (said?.kind !== 'answer' || said.answer.personId === null) return;
    const { personId, name, at: moment } = said.answer;
    const what = { kind, clock: clockOf(moment, zone) };
    const result = await call('attendance.note', { sessionId, personIds: [personId], what });
    if (!result.ok) return refused(result.problem);
    const sentence = kind === 'late' ? 'Marked late.' : 'Marked as leaving early.';
    say({ kind: 'noted', name: name ?? '', sentence });
  };

  const takeBack = async (
    event: Pick<RecentCheckIn, 'eventId' | 'name' | 'code'> & Partial<Pick<RecentCheckIn, 'personId' | 'walkIn'>>,
  ) => {
    const { eventId, name, personId, code } = event;
    const result = await call('attendance.annul', { eventId, reason: 'Undone at the door' });
    if (!result.ok) return refused(result.problem);
    const whom = personId ? { personId } : event.walkIn && code ? { code } : null;
    say({ kind: 'taken-back', name: name === '' ? `Code ${code ?? ''}` : name, whom });
  };

  /** What stood against someone is settled: the money came, or the place is given back. */
  const settled = async ({ answer, input }: Answered, sentence: string) => {
    const held = answer.answer === 'fee-owed' || answer.answer === 'withdrawn';
    if (held) await commit({ ...input, personId: answer.personId, confirmed: false });
    else say({ kind: 'noted', name: answer.name ?? '', sentence });
  };

  /** Puts the door in order, one thing at a time; false where it is: then Esc leaves. */
  const putAside = (): boolean => {
    if (walkingIn) closeWalkIn();
    else if (text !== '') {
      clear();
      if (said?.kind === 'no one') say(null);
    } else if (asking) setAsking(null);
    else if (said) say(null);
    else return false;
    return true;
  };

  const closeWalkIn = () => {
    setWalkingIn(null);
    // The two fields were what could be done about it.
    if (said?.kind === 'answer' && (said.answer.answer === 'blank-badge' || said.walkIn)) say(null);
  };

  return {
    text,
    type: (next: string) => {
      setText(next);
      setAt(0);
      // What was answered belongs to who came before. A badge held a moment too long still is an echo of it.
      if (next !== '') setSaid(null);
    },
    matches,
    at: here,
    move: (step: 1 | -1) => setAt(Math.max(0, Math.min(matches.length - 1, here + step))),
    said,
    asking,
    ask: setAsking,
    walkingIn,
    /** Opens the two fields of a walk-in, with the name that was typed; null closes them. */
    walkIn: (open: boolean) => {
      if (!open) return closeWalkIn();
      setWalkingIn({ name: isNumber(typed) ? '' : typed, badge: null });
      clear();
    },
    letWalkInIn,
    choose,
    take,
    enter,
    confirm,
    confirmHere,
    note,
    settled,
    takeBack,
    /** Whether something stands that Esc puts aside before it leaves. */
    isBusy: walkingIn !== null || text !== '' || asking !== null || said !== null,
    putAside,
    /** The next one: whatever was said is put aside. */
    next: () => {
      if (said?.kind === 'no one') clear();
      say(null);
    },
  };
}

/** What the hand offers to the parts of the screen. */
export type CheckIn = ReturnType<typeof useCheckIn>;
