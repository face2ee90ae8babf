import { beforeEach, describe, expect, test } from 'vitest';
import type { InputOf } from '../../../../shared/api.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { day, Seed } from '../../seed-graduates.ts';

let desk: TestDesk;

beforeEach(async () => {
  desk = openTestDesk();
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const seed = new Seed();
  const echo = seed.cohort('Echo', { startsOn: day('2022-10-17') });
  const foxtrot = seed.cohort('Foxtrot', { startsOn: day('2023-10-16') });
  for (const [cohort, names] of [
    [echo, ['Zoë Adams', 'Beau Miller']],
    [foxtrot, ['Amy Zimmer', 'Cal Baker']],
  ] as const) {
    const first = cohort === echo ? '2022' : '2023';
    const sessions = seed.year(
      cohort,
      [10, 11, 12].flatMap((month) => [`${first}-${month}-10`, `${first}-${month}-13`]),
    );
    for (const [at, name] of names.entries()) {
      const participant = seed.participant(cohort, seed.person(name));
      for (const session of sessions) seed.checkIn(session, participant);
      if (at === 0) continue;
      // One more of each cohort is enrolled still, with a course missing.
      const enrolled = seed.participant(cohort, seed.person(`Late ${name}`));
      for (const session of sessions.slice(1)) seed.checkIn(session, enrolled);
    }
  }
  await seed.write(desk);
  for (const cohortId of [echo.id, foxtrot.id]) {
    await desk.call('graduates.graduate', {
      cohortId,
      participantIds: 'all-who-may',
      graduatedOn: day('2024-01-15'),
    });
  }
});

const listed = async (input: InputOf<'graduates.list'> = {}) =>
  desk.call('graduates.list', { cohortId: null, ...input });
const names = async (input: InputOf<'graduates.list'> = {}) => (await listed(input)).rows.map(({ name }) => name);

describe('the graduates of all cohorts', () => {
  test('stand by cohort, the newest first, and by last name within each', async () => {
    expect(await names()).toEqual(['Cal Baker', 'Amy Zimmer', 'Zoë Adams', 'Beau Miller']);
  });

  test('come in slices that reach over the end of a cohort', async () => {
    const { rows, total } = await listed({ offset: 1, limit: 2 });
    expect(rows.map(({ name }) => name)).toEqual(['Amy Zimmer', 'Zoë Adams']);
    expect(total).toBe(4);
  });

  test('are sorted by name and by any other column', async () => {
    expect(await names({ sort: { by: 'name', direction: 'down' }, limit: 2 })).toEqual(['Amy Zimmer', 'Beau Miller']);
    expect(await names({ sort: { by: 'certificate', direction: 'up' }, limit: 1 })).toEqual(['Zoë Adams']);
  });

  test('are found by a name, a cohort and a certificate’s number, all words of a search at once', async () => {
    expect(await names({ search: 'zoe' })).toEqual(['Zoë Adams']);
    expect(await names({ search: 'echo' })).toEqual(['Zoë Adams', 'Beau Miller']);
    expect(await names({ search: '100046' })).toEqual(['Amy Zimmer']);
    expect(await names({ search: 'echo zimmer' })).toEqual([]);
  });

  test('say what they attended, and the counts tell who is still enrolled', async () => {
    const { rows, counts } = await listed();
    expect(rows.map(({ attended }) => attended)).toEqual([6, 6, 6, 6]);
    expect(counts).toMatchObject({ graduates: 4, 'courses-missing': 2 });
  });
});
