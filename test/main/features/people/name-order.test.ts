import { expect, it } from 'vitest';
import { CivilDate } from '../../../../shared/model/dates.ts';
import { inNameOrder } from '../../../../shared/model/listed-names.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { Seed } from '../../seed-graduates.ts';

/** As they must stand: letters of two kinds, accents, apostrophes and a name of several words. */
const inOrder = [
  'Ana Crane',
  'María de la Cruz',
  'Bea Ellis',
  'Zoë Garcia',
  'Chloé García',
  'Ian Nunez',
  'José Núñez',
  'Al O’Brien',
  "Bo O'Brien",
  'Cy Obrien',
];
// Of namesakes by letters, the first names decide.
const expected = [...inOrder.slice(0, 3), 'Chloé García', 'Zoë Garcia', ...inOrder.slice(5)];
const mixed = [...expected].sort((a, b) => a.length - b.length || (a < b ? 1 : -1));

const names = (rows: readonly { readonly name: string }[]): string[] => rows.map(({ name }) => name);

async function seeded(desk: TestDesk, status: 'enrolled' | 'graduated') {
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const seed = new Seed();
  const cohort = seed.cohort('Foxtrot', { startsOn: CivilDate.parse('2024-01-01') });
  const sessionId = seed.session(cohort, 'law-ethics', '2024-06-11');
  const people = mixed.map((name) =>
    status === 'graduated' ? seed.graduate(cohort, name, '2024-05-01') : seed.participant(cohort, name),
  );
  await seed.write(desk);
  return { cohortId: cohort.id, sessionId, people };
}

it('puts “de la Cruz” between Crane and Ellis, and looks through accents and apostrophes', () => {
  const rows = mixed.map((name) => {
    const [givenName = '', ...family] = name.split(' ');
    return { givenName, familyName: family.join(' '), name };
  });
  expect(names(inNameOrder(rows))).toEqual(expected);
});

it('lists a cohort, its fees, progress, badges and a session in one order of names', async () => {
  const desk = openTestDesk();
  const { cohortId, sessionId, people } = await seeded(desk, 'enrolled');
  const slice = { offset: 0, limit: 100 };

  expect(names((await desk.call('cohorts.participants', { cohortId, ...slice })).rows)).toEqual(expected);
  expect(
    names(
      (await desk.call('cohorts.participants', { cohortId, sort: { by: 'name', direction: 'down' }, ...slice })).rows,
    ),
  ).toEqual(expected.toReversed());
  expect(names((await desk.call('fees.list', { cohortId, ...slice })).rows)).toEqual(expected);
  expect(names((await desk.call('progress.list', { cohortId, ...slice })).rows)).toEqual(expected);
  expect(names((await desk.call('attendance.session', { sessionId })).people)).toEqual(expected);
  expect(names((await desk.call('badges.list', { whose: { of: 'cohort', cohortId } })).rows)).toEqual(expected);
  expect(people).toHaveLength(expected.length);
});

it('lists graduates and their re-certification in the same order', async () => {
  const desk = openTestDesk();
  const { cohortId } = await seeded(desk, 'graduated');
  const slice = { offset: 0, limit: 100 };

  expect(names((await desk.call('graduates.list', { cohortId, ...slice })).rows)).toEqual(expected);
  expect(
    names(
      (
        await desk.call('recertification.list', {
          cohortId,
          show: 'everyone',
          sort: { by: 'name', direction: 'up' },
          ...slice,
        })
      ).rows,
    ),
  ).toEqual(expected);
});

it('proposes accepted applicants without a place in the same order', async () => {
  const desk = openTestDesk();
  const seed = new Seed();
  const cohort = seed.cohort('Golf');
  for (const name of mixed)
    seed.application(cohort, seed.person(name), '2024-04-01T14:00:00.000Z', 'general', 'accepted');
  await seed.write(desk);

  expect(names((await desk.call('cohorts.candidates', { cohortId: cohort.id, text: '' })).accepted)).toEqual(expected);
});
