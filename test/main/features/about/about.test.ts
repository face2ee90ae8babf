import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openTestDesk } from '../../open-desk.ts';
import { seedPerson, startProgram } from '../../seed.ts';

test('what a helper needs to know has no one’s name in it, and no path', async () => {
  const desk = openTestDesk();
  const cohortId = await startProgram(desk);
  await desk.call('desk.nameLead', { name: 'Mara Lindqvist' });
  await seedPerson(desk, { name: ['Renée', 'McAllister'], email: 'renee@example.org', cohortId });
  const { forAHelper, databaseFile } = await desk.call('about.show', {});
  const said = forAHelper.join('\n');
  expect(said).toContain('person 1');
  expect(databaseFile).toBe(desk.databaseFile);
  for (const word of ['Mara', 'Renée', 'McAllister', 'example.org', 'Foxtrot', desk.folder]) {
    expect(said).not.toContain(word);
  }
});

test('every package that comes along is named with its license', async () => {
  const desk = openTestDesk();
  const { libraries } = await desk.call('about.show', {});
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8'));
  const needed =
    manifest !== null && typeof manifest === 'object' && 'dependencies' in manifest ? manifest.dependencies : {};
  const names = libraries.map(({ name }) => name.toLowerCase()).join('\n');
  const missing = Object.keys(needed ?? {}).filter(
    (name) =>
      !names.includes(name.replace(/^@(fontsource-variable|expo-google-fonts)\//, '').replaceAll('-', ' ')) &&
      !names.includes(name),
  );
  expect(missing).toEqual([]);
});
