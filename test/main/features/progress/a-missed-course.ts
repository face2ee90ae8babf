import { CivilDate } from '../../../../shared/model/dates.ts';
import { CourseId, type ParticipantId, type SessionId } from '../../../../shared/model/ids.ts';
import { Policy } from '../../../../shared/model/program.ts';
import { openTestDesk } from '../../open-desk.ts';
import { Seed, sixCourses } from '../../seed-graduates.ts';

/** The course that is missed. */
export const law = CourseId.parse('law-ethics');
/** Another course. */
export const roles = CourseId.parse('cto-roles');

/** Foxtrot is through its six courses; two of its people missed Law, which Golf has on Jun 20. The day is Jun 3, 2024. */
export async function aYear() {
  const test = openTestDesk();
  await test.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const seed = new Seed();
  const foxtrot = seed.cohort('Foxtrot', { endsOn: CivilDate.parse('2024-05-31') });
  const golf = seed.cohort('Golf');
  const sessions = seed.year(
    foxtrot,
    sixCourses.map((_, at) => `2024-0${at < 5 ? at + 1 : 5}-${at < 5 ? 15 : 20}`),
  );
  const golfsLaw = seed.session(golf, law, '2024-06-20');
  const people = {
    keisha: seed.participant(foxtrot, 'Keisha Garrett'),
    marcus: seed.participant(foxtrot, 'Marcus Boyd'),
    renee: seed.participant(foxtrot, 'Renée McAllister'),
  };
  seed.participant(golf, 'Isaac Rutledge');
  for (const [at, session] of sessions.entries()) {
    seed.checkIn(session, people.renee);
    if (at !== 1) {
      seed.checkIn(session, people.keisha);
      seed.checkIn(session, people.marcus);
    }
  }
  await seed.write(test);
  const { keisha, marcus, renee } = people;
  return {
    test,
    foxtrot,
    golf,
    /** Golf's session of the course that Keisha and Marcus of Foxtrot missed, still to come. */
    golfsLaw,
    keisha: keisha.id,
    marcus: marcus.id,
    /** Has every course. */
    renee: renee.id,
    /** Of Law at Golf's session, unless it says otherwise. */
    makeUpFor: (
      participantIds: readonly ParticipantId[],
      changes: { courseId?: CourseId; sessionId?: SessionId } = {},
    ) => ({ participantIds: [...participantIds], courseId: law, sessionId: golfsLaw, ...changes }),
    /** Someone's row of the matrix. */
    async rowOf(name: string) {
      const { rows } = await test.call('progress.list', { cohortId: foxtrot.id });
      const row = rows.find((each) => each.name === name);
      if (!row) throw new Error(`${name} is not in the matrix.`);
      return row;
    },
    /** Corrects the rules of completion that Foxtrot was promised: from before its first session on. */
    async adopt(changes: Partial<Policy['completion']>): Promise<void> {
      const program = await test.call('program.show', {});
      if (!program) throw new Error('No program was started.');
      const policy = Policy.parse({ ...program.policy, completion: { ...program.policy.completion, ...changes } });
      await test.call('program.revise', { policy, effectiveOn: CivilDate.parse('2024-01-01'), note: 'For a test' });
    },
  };
}
