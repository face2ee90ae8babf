import type { Participant } from '../../../../shared/model/cohorts.ts';
import { openTestDesk } from '../../open-desk.ts';
import { day, Seed } from '../../seed-graduates.ts';

const year = ['2023-10-16', '2023-10-19', '2024-02-05', '2024-02-08', '2024-05-20', '2024-05-23'];

/** Foxtrot after its last course, with no one in it yet. */
export async function openFoxtrot() {
  const desk = openTestDesk();
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const seed = new Seed();
  const foxtrot = seed.cohort('Foxtrot', { startsOn: day('2023-10-16') });
  const sessions = seed.year(foxtrot, year);

  /** A participant of Foxtrot who attended so many of the six courses. */
  function attended(name: string, courses = 6): Participant {
    const participant = seed.participant(foxtrot, seed.person(name));
    for (const session of sessions.slice(0, courses)) seed.checkIn(session, participant);
    return participant;
  }

  const graduating = (people: readonly Participant[], overruleReason: string | null = null) => ({
    cohortId: foxtrot.id,
    participantIds: people.map(({ id }) => id),
    graduatedOn: day('2024-05-23'),
    overruleReason,
  });
  return { desk, seed, foxtrot, sessions, attended, graduating };
}
