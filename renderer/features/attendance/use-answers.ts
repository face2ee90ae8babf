import { useState } from 'react';
import type { PersonId, SessionId } from '../../../shared/model/ids.ts';
import type { Result } from '../../../shared/model/result.ts';
import type { CheckInAnswer } from '../../../shared/views/attendance.ts';
import { call } from '../../kit/client.ts';
import { sound } from '../../kit/sound.ts';
import { type Answered, type Asking, type CheckInInput, signals, type WalkingIn } from './said.ts';
import { grantedAt } from './store.ts';
import type { Banner } from './use-banner.ts';

/** What the door asks of the desk about someone, what is heard of it, and what that leaves open. */
export function useAnswers(sessionId: SessionId, banner: Banner) {
  const [asking, ask] = useState<Asking | null>(null);
  const [walkingIn, walkIn] = useState<WalkingIn | null>(null);

  const hear = (
    result: Result<CheckInAnswer>,
    input: CheckInInput,
    more: Partial<Pick<Answered, 'there' | 'walkIn'>> = {},
  ) => {
    if (!result.ok) return banner.refuse(result.problem);
    const { value } = result;
    if (banner.repeats(value)) return;
    sound(value.answer === 'checked-in' && value.notes.length > 0 ? 'wait' : signals[value.answer]);
    banner.say({ kind: 'answer', answer: value, input, there: null, walkIn: null, ...more });
    if (value.answer === 'checked-in' && input.keptEventId) ask(null);
    if (value.answer === 'blank-badge' && value.badgeNumber !== null && input.code) {
      walkIn({ name: '', badge: { code: input.code, number: value.badgeNumber } });
    }
  };

  return {
    asking,
    ask,
    walkingIn,
    walkIn,

    checkIn: async (who: Omit<CheckInInput, 'sessionId'>) => {
      const input: CheckInInput = { sessionId, ...who, granted: [...grantedAt(sessionId)] };
      hear(await call('attendance.checkIn', input), input);
    },

    /** Checks someone in at the session that they belong to, from this door. */
    checkInThere: async (
      { personId }: CheckInAnswer,
      { method }: CheckInInput,
      { sessionId: other, title }: NonNullable<CheckInAnswer['elsewhere']>,
    ) => {
      const input: CheckInInput = { sessionId: other, personId, method, granted: [...grantedAt(other)] };
      hear(await call('attendance.checkIn', input), input, { there: title });
    },

    letWalkInIn: async (name: string, organization: string) => {
      const code = walkingIn?.badge?.code ?? null;
      const granted = [...grantedAt(sessionId)];
      const result = await call('attendance.walkIn', { sessionId, name, organization, code, granted });
      hear(result, { sessionId, code, method: 'typed' }, { walkIn: { name, organization } });
      // What is asked about the day or the clock is asked before the two fields go.
      if (result.ok && result.value.answer === 'checked-in') walkIn(null);
      return result;
    },

    /** Says that a walk-in is this person, at every session where they are checked in. */
    matchWalkIn: async ({ code, walkIn: number }: Asking, personId: PersonId, name: string) => {
      const result = await call('attendance.match', { code, who: { is: 'known', personId } });
      if (!result.ok) return banner.refuse(result.problem);
      ask(null);
      banner.say({ kind: 'noted', name, sentence: `The walk-in ${number} is ${name}.` });
      sound('ok');
    },
  };
}

export type Answers = ReturnType<typeof useAnswers>;
