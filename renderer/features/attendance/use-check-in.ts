import { useRef } from 'react';
import type { CheckInMethod } from '../../../shared/model/attendance.ts';
import { readBadgeCode } from '../../../shared/model/badges.ts';
import type { SessionId } from '../../../shared/model/ids.ts';
import type { CheckInMatch } from '../../../shared/views/attendance.ts';
import { sound } from '../../kit/sound.ts';
import { useZone } from '../../kit/status-store.ts';
import { afterAnswer } from './after-answer.ts';
import { useAnswers } from './use-answers.ts';
import { useBanner } from './use-banner.ts';
import { useTypedName } from './use-typed-name.ts';

/** The door's hand: what is typed or scanned, whom it may mean, and what was answered. */
export function useCheckIn(sessionId: SessionId) {
  const banner = useBanner();
  const typing = useTypedName(sessionId);
  const answers = useAnswers(sessionId, banner);
  const after = afterAnswer(sessionId, useZone(), banner, answers);
  const entering = useRef(false);
  const { said, say } = banner;
  const { asking, walkingIn } = answers;

  /** A code, from a scanner or a camera: it goes in at once, and what is being typed stays. */
  const take = (code: string, method: CheckInMethod = 'scanned') => answers.checkIn({ code: code.trim(), method });

  const choose = async (match: CheckInMatch) => {
    const { personId, code } = match;
    typing.clear();
    if (asking?.walkIn && personId) return answers.matchWalkIn(asking, personId, match.name);
    return personId === null
      ? answers.checkIn({ code, method: 'typed' })
      : answers.checkIn({ personId, method: 'typed', keptEventId: asking?.eventId ?? null });
  };

  const chooseTyped = async () => {
    const found = await typing.find();
    if (!found.ok) return banner.refuse(found.problem);
    if (found.value.length === 0) {
      say({ kind: 'no one', text: typing.typed });
      sound('bad');
      return;
    }
    const meant = typing.meant(found.value);
    if (meant) await choose(meant);
  };

  /** Enter: typed letters mean the match that is marked. */
  const enter = async () => {
    if (typing.typed === '') return;
    // A whole badge code can mean no one else, however slowly its keys came.
    if (readBadgeCode(typing.typed).kind === 'badge') {
      typing.clear();
      return take(typing.typed, 'typed');
    }
    if (entering.current) return;
    entering.current = true;
    try {
      await chooseTyped();
    } finally {
      entering.current = false;
    }
  };

  const confirm = () => {
    if (said?.kind !== 'no one') return after.confirm();
    typing.clear();
    return answers.checkIn({ code: said.text, method: 'typed' });
  };

  const closeWalkIn = () => {
    answers.walkIn(null);
    // The two fields were what could be done about it.
    if (said?.kind === 'answer' && (said.answer.answer === 'blank-badge' || said.walkIn)) say(null);
  };

  /** Puts the door in order, one thing at a time; false where it is: then Esc leaves. */
  const putAside = (): boolean => {
    if (walkingIn) closeWalkIn();
    else if (typing.text !== '') {
      typing.clear();
      if (said?.kind === 'no one') say(null);
    } else if (asking) answers.ask(null);
    else if (said) say(null);
    else return false;
    return true;
  };

  return {
    ...after,
    text: typing.text,
    type: (next: string) => {
      typing.type(next);
      // What was answered belongs to who came before.
      if (next !== '') banner.hide();
    },
    matches: typing.matches,
    at: typing.marked,
    move: typing.move,
    said,
    asking,
    ask: answers.ask,
    walkingIn,
    /** Opens the two fields of a walk-in, with the name that was typed, or closes them. */
    walkIn: (open: boolean) => {
      if (!open) return closeWalkIn();
      answers.walkIn({ name: typing.name, badge: null });
      typing.clear();
    },
    letWalkInIn: answers.letWalkInIn,
    choose,
    take,
    enter,
    confirm,
    /** Whether there is something that Esc puts aside before it leaves. */
    isBusy: walkingIn !== null || typing.text !== '' || asking !== null || said !== null,
    putAside,
    /** The next one: whatever was said is put aside. */
    next: () => {
      if (said?.kind === 'no one') typing.clear();
      say(null);
    },
  };
}

/** What the hand offers to the parts of the screen. */
export type DoorHand = ReturnType<typeof useCheckIn>;
