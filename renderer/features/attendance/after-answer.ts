import { MomentDoubt } from '../../../shared/model/attendance.ts';
import { clockOf } from '../../../shared/model/dates.ts';
import type { SessionId } from '../../../shared/model/ids.ts';
import type { RecentCheckIn } from '../../../shared/views/attendance.ts';
import { call } from '../../kit/client.ts';
import type { Answered } from './said.ts';
import { useGranted } from './store.ts';
import type { Answers } from './use-answers.ts';
import type { Banner } from './use-banner.ts';

/** What a lead may do about someone who was answered for: what the banner offers, and Undo beside the last ones. */
export function afterAnswer(sessionId: SessionId, zone: string, banner: Banner, answers: Answers) {
  const { said } = banner;

  /** Lets someone in at this door anyway. */
  const confirmHere = async () => {
    if (said?.kind !== 'answer' || !said.answer.mayConfirm) return;
    const { answer, input, walkIn } = said;
    const doubt = MomentDoubt.safeParse(answer.answer);
    // A doubt about the day or the clock applies to the next person too; a question about one person doesn't.
    if (doubt.success) useGranted.getState().grant(sessionId, doubt.data);
    if (walkIn) return void (await answers.letWalkInIn(walkIn.name, walkIn.organization));
    await answers.checkIn({
      personId: answer.personId,
      code: input.code ?? null,
      method: input.method,
      keptEventId: input.keptEventId ?? null,
      confirmed: !doubt.success,
    });
  };

  return {
    confirmHere,

    /** Does what the banner asks about first: see `ways` of the banner. */
    confirm: async () => {
      if (said?.kind === 'taken-back')
        return said.whom ? answers.checkIn({ ...said.whom, method: 'typed' }) : undefined;
      if (said?.kind !== 'answer') return;
      const { answer, input } = said;
      const { elsewhere } = answer;
      if (answer.answer === 'wrong-session' && elsewhere) return answers.checkInThere(answer, input, elsewhere);
      if (answer.mayConfirm) return confirmHere();
      if (answer.personId === null && answer.eventId && input.code && answer.answer !== 'checked-in') {
        answers.ask({ eventId: answer.eventId, code: input.code, walkIn: null });
      }
    },

    /** Notes of the person in the banner that they came late, or leave early, at the moment of the answer. */
    note: async (kind: 'late' | 'left') => {
      if (said?.kind !== 'answer' || said.answer.personId === null) return;
      const { personId, name, at } = said.answer;
      const what = { kind, clock: clockOf(at, zone) };
      const result = await call('attendance.note', { sessionId, personIds: [personId], what });
      if (!result.ok) return banner.refuse(result.problem);
      const sentence = kind === 'late' ? 'Marked late.' : 'Marked as leaving early.';
      banner.say({ kind: 'noted', name: name ?? '', sentence });
    },

    /** What was open about someone is settled: the money came, or the place is given back. */
    settled: async ({ answer, input }: Answered, sentence: string) => {
      const held = answer.answer === 'fee-owed' || answer.answer === 'withdrawn';
      if (held) await answers.checkIn({ ...input, personId: answer.personId, confirmed: false });
      else banner.say({ kind: 'noted', name: answer.name ?? '', sentence });
    },

    takeBack: async (
      event: Pick<RecentCheckIn, 'eventId' | 'name' | 'code'> & Partial<Pick<RecentCheckIn, 'personId' | 'walkIn'>>,
    ) => {
      const { eventId, name, personId, code } = event;
      const result = await call('attendance.annul', { eventId, reason: 'Undone at the door' });
      if (!result.ok) return banner.refuse(result.problem);
      const whom = personId ? { personId } : event.walkIn && code ? { code } : null;
      banner.say({ kind: 'taken-back', name: name === '' ? `Code ${code ?? ''}` : name, whom });
    },
  };
}
