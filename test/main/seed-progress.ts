import type { Cohort } from '../../shared/model/cohorts.ts';
import { CivilDate } from '../../shared/model/dates.ts';
import type { TestDesk } from './open-desk.ts';
import { Seed, sixCourses } from './seed-graduates.ts';

const given =
  'Ada Amelia Andre Beatriz Caleb Chloé Darnell Deborah Elena Ifeoma Isaac José Keisha LaToya Linh Renée Siobhán Zoë';
const family =
  'Adeyemi Baker Calloway Eubanks García Garrett Hollowell McAllister Müller Nguyễn Núñez O’Brien Quarles Weatherly';
const towns = 'Auburn Baldwin Cullman Dothan Florence Hoover Lee Mobile Opelika Shelby Talladega Tuscaloosa';
const pick = (words: string, at: number): string => words.split(' ')[at % words.split(' ').length] ?? '';

/** Two cohorts as they stand on Jun 3, 2024. */
export interface SeededProgress {
  readonly foxtrot: Cohort;
  readonly golf: Cohort;
}

/**
 * Foxtrot with so many people, four of whose six courses are over: most attended all, some missed one, came late, were
 * excused, have left, or missed what no other cohort offers; and Golf, which has Law and Data still to come.
 */
export async function seedProgress(
  desk: Pick<TestDesk, 'databaseFile' | 'now'>,
  people: number,
  names: readonly [string, string] = ['Foxtrot', 'Golf'],
): Promise<SeededProgress> {
  const seed = new Seed();
  const foxtrot = seed.cohort(names[0], {
    endsOn: CivilDate.parse('2024-10-31'),
    startsOn: CivilDate.parse('2024-01-01'),
  });
  const golf = seed.cohort(names[1], { startsOn: CivilDate.parse('2024-06-01') });
  const days = ['2024-01-22', '2024-01-26', '2024-04-08', '2024-04-12', '2024-06-10', '2024-06-14'];
  const sessions = seed.year(foxtrot, days);
  const [, , , teaching] = sessions;
  const law = seed.session(golf, 'law-ethics', '2024-06-11');
  seed.session(golf, 'law-ethics', '2024-09-17');
  seed.session(golf, 'data-governance', '2024-06-17');
  for (let at = 0; at < Math.min(people, 24); at += 1)
    seed.participant(golf, `${pick(given, at * 5 + 3)} Golfer-${at + 1}`);
  for (let at = 0; at < people; at += 1) {
    const status = at % 29 === 7 ? 'withdrawn' : at % 61 === 9 ? 'deferred' : 'enrolled';
    const organization = `${pick(towns, at * 7)} ${at % 2 === 0 ? 'County' : 'City'} Schools`;
    const person = seed.person(`${pick(given, at)} ${pick(family, at * 3 + Math.floor(at / 18))}`, { organization });
    const participant = seed.participant(foxtrot, person, { status });
    const missed = at % 7 === 3 ? 1 : at % 11 === 5 ? 2 : at % 23 === 11 ? 3 : null;
    for (const [course, session] of sessions.slice(0, 4).entries()) {
      if (course === missed && at % 5 === 0) seed.note(session, participant, 'excused');
      if (course !== missed) seed.checkIn(session, participant);
    }
    if (teaching && at % 13 === 6) seed.note(teaching, participant, 'late', '12:30');
    if (missed === 1 && at % 3 === 0 && status === 'enrolled') seed.makeUp(law, sixCourses[1] ?? '', participant);
  }

  await seed.write(desk);
  return { foxtrot, golf };
}
