import { expect, test } from 'vitest';
import { hashOfRows, openTestDatabase } from '../../database-for-test.ts';
import { openTestDesk } from '../../open-desk.ts';
import { Seed } from '../../seed-graduates.ts';

test('a database of an older version has its people in the order of their names once it is opened', async () => {
  const before = openTestDesk();
  await before.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const seed = new Seed();
  const foxtrot = seed.cohort('Foxtrot');
  for (const name of ['Zoë Núñez', 'Ada Ábalos', 'Chloé de la Cruz']) seed.participant(foxtrot, name);
  await seed.write(before);
  await before.desk.close();
  const file = openTestDatabase(before.databaseFile);
  const rows = hashOfRows(file);
  // As the columns stand right after the migration that adds them.
  file.run("UPDATE personSearchKey SET sortName = '', words = ''");
  const after = openTestDesk(before.databaseFile);
  const { rows: listed } = await after.call('fees.list', {});
  expect(listed.map(({ name }) => name)).toEqual(['Ada Ábalos', 'Chloé de la Cruz', 'Zoë Núñez']);
  expect((await after.call('fees.list', { search: 'nunez' })).rows.map(({ name }) => name)).toEqual(['Zoë Núñez']);
  expect(hashOfRows(file)).toBe(rows);
});
