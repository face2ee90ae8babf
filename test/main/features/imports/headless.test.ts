import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runDesk } from '../../../../main/headless.ts';
import type { CohortId } from '../../../../shared/model/ids.ts';
import type { ImportOutcome, ImportPreview } from '../../../../shared/views/imports.ts';
import type { WrittenFile } from '../../../../shared/views/page.ts';
import { formText } from '../../foxtrot.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

const people = [{ name: 'Renée McAllister' }, { name: 'Calvin OBrien' }, { name: 'Blank Years', years: '' }];

/** The value that a run printed; a run that was refused fails the test with its sentence. */
async function run<Value>(...argv: readonly string[]): Promise<Value> {
  const { exitCode, stdout, stderr } = await runDesk(argv);
  if (exitCode !== 0) throw new Error(stderr);
  // The terminal prints what the call gives back; the caller names that type.
  return JSON.parse(stdout) as Value;
}

async function openTerminal() {
  const folder = temporaryFolder();
  const db = path.join(folder, 'program.db');
  await run('program.establish', '{"program":"al-cto"}', '--db', db);
  const { cohortId } = await run<{ cohortId: CohortId }>('cohorts.create', '{"name":"Foxtrot"}', '--db', db);
  const file = path.join(folder, 'form.csv');
  writeFileSync(file, formText(people));
  return { folder, db, cohortId, file };
}

test('an import is one call: the file is asked for, its kind and columns are guessed', async () => {
  const { db, cohortId, file } = await openTerminal();
  const call = [JSON.stringify({ cohortId }), '--db', db, '--file', file];
  const looked = await run<ImportPreview>('imports.preview', ...call);
  expect(looked.rows.map(({ name, outcome }) => [name, outcome])).toEqual([
    ['Renée McAllister', 'create'],
    ['Calvin OBrien', 'create'],
    ['Blank Years', 'needs-a-look'],
  ]);
  const { sentence, counts } = await run<ImportOutcome>('imports.apply', ...call);
  expect(sentence).toBe('Imported 3 applications to Foxtrot. 1 row to look at.');
  expect(counts.create).toBe(2);
  expect((await run<ImportOutcome>('imports.apply', ...call)).sentence).toContain('here already; nothing was saved');
});

test('without a cohort applications are refused, and the ids of the cohorts are told', async () => {
  const { db, cohortId, file } = await openTerminal();
  const refused = await runDesk(['imports.apply', '{}', '--db', db, '--file', file]);
  expect(refused).toMatchObject({ exitCode: 1, stdout: '' });
  expect(refused.stderr).toContain('Applications go to one cohort.');
  expect(refused.stderr).toContain(`The cohortId of Foxtrot is ${cohortId}.`);
});

test('graduates need no cohort', async () => {
  const { db, folder } = await openTerminal();
  const file = path.join(folder, 'graduates.csv');
  writeFileSync(file, 'Name,E-mail,Cohort,Graduated\nAndre Adeyemi,andre@example.org,Golf,6/9/2017\n');
  const { sentence } = await run<ImportOutcome>('imports.apply', '{}', '--db', db, '--file', file);
  expect(sentence).toMatch(/^Imported 1 graduate and 1 cohort\./);
});

test('no file, a file that no one can tell, and a missing column say so', async () => {
  const { db, cohortId, folder } = await openTerminal();
  const input = JSON.stringify({ cohortId });
  const none = await runDesk(['imports.apply', input, '--db', db]);
  expect(none).toMatchObject({ exitCode: 1, stderr: 'No file was chosen, so nothing was imported.\n' });
  const file = path.join(folder, 'plain.csv');
  writeFileSync(file, 'a,b\n1,2\n');
  const plain = await runDesk(['imports.apply', input, '--db', db, '--file', file]);
  expect(plain.stderr).toContain('“plain.csv” looks like neither applications nor graduates');
  writeFileSync(file, 'Name,Email Address,Years of experience\nMei Lund,mei@example.org,5\n');
  const { notes } = await run<ImportOutcome>('imports.apply', input, '--db', db, '--file', file);
  expect(notes.join(' ')).toContain('“plain.csv” has no column for the membership. Choose the column that holds it');
});

test('the rows that can’t be used are saved with --out', async () => {
  const { db, cohortId, folder, file } = await openTerminal();
  writeFileSync(file, formText([...people, { name: '', email: '' }]));
  const out = path.join(folder, 'to correct.xlsx');
  const input = JSON.stringify({ cohortId });
  const saved = await run<WrittenFile>('imports.saveUnusable', input, '--db', db, '--file', file, '--out', out);
  expect(saved).toMatchObject({ file: out, holds: '1 row' });
});
