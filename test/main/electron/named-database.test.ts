import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { databaseIn } from '../../../main/electron/named-database.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const folder = () => {
  const made = temporaryFolder();
  for (const name of ['program.cohortdesk', 'my program.db', 'guard.cjs']) writeFileSync(path.join(made, name), '');
  mkdirSync(path.join(made, 'folder.db'));
  return made;
};

test.each([
  ['nothing', [], null],
  ['a file that was double-clicked', ['program.cohortdesk'], 'program.cohortdesk'],
  ['one with a space', ['--allow-file-access', 'my program.db'], 'my program.db'],
  ['one among Chromium’s own switches', ['--flag-switches-begin', 'program.cohortdesk', '--x'], 'program.cohortdesk'],
  ['--db, also of a file that isn’t there yet', ['--db=next.db', 'program.cohortdesk'], 'next.db'],
  ['a file of another kind', ['guard.cjs'], null],
  ['a file that isn’t there', ['gone.db'], null],
  ['a folder', ['folder.db'], null],
])('a start with %s', (_, words, named) => {
  const here = folder();
  const found = databaseIn(['cohort-desk', ...words], here, 1);
  expect(found).toBe(named === null ? null : path.join(here, named));
});
