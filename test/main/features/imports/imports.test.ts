import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readSpreadsheet } from '../../../../main/spreadsheets/read/read-spreadsheet.ts';
import { formText, openFoxtrot } from '../../foxtrot.ts';
import { openTestDesk } from '../../open-desk.ts';

const form = [
  { name: 'Renée McAllister', email: 'renee@example.org', years: '9' },
  { name: 'Calvin OBrien', email: 'calvin@example.org', system: 'JEFFERSON CO SCH.' },
  { name: 'Renée McAllister', email: 'RENEE@example.org', years: '10', sent: '2024/05/06 9:00:00 AM CDT' },
  { name: 'Blank Years', years: '' },
];

/** Three thousand people who apply, each with a name and an address of their own. */
const threeThousand = () =>
  Array.from({ length: 3_000 }, (_, index) => ({
    name: `Person Number${[...String(index)].map((digit) => 'abcdefghij'.charAt(Number(digit))).join('')}`,
    email: `p${index}@example.org`,
  }));

test('reading a file writes nothing, and the preview says row by row what an import would do', async () => {
  const desk = await openFoxtrot();
  const before = desk.hash();
  const { readingId, kind, mappings, sheets, file } = await desk.read(form);
  expect({ file, kind, rows: sheets[0]?.rowCount }).toEqual({ file: 'form.csv', kind: 'applications', rows: 5 });
  const wish = { readingId, kind, mappings: [...mappings], cohortId: desk.cohortId };
  const preview = await desk.call('imports.preview', wish);
  expect(preview.rows.map(({ row, outcome, name }) => [row, outcome, name])).toEqual([
    [2, 'create', 'Renée McAllister'],
    [3, 'create', 'Calvin OBrien'],
    [4, 'update', 'Renée McAllister'],
    [5, 'needs-a-look', 'Blank Years'],
  ]);
  expect(preview.counts).toEqual({ create: 2, update: 1, same: 0, 'needs-a-look': 1, 'cannot-be-used': 0 });
  expect(preview.writes).toBe(4);
  const look = await desk.call('imports.preview', { ...wish, show: 'needs-a-look' });
  expect(look.rows.map(({ name }) => name)).toEqual(['Blank Years']);
  expect((await desk.call('imports.preview', { ...wish, search: 'renee mca' })).total).toBe(2);
  expect(desk.hash()).toBe(before);
});

test('an import is one command, its undo leaves every row as before, and the same file again writes nothing', async () => {
  const desk = await openFoxtrot();
  const before = desk.hash();
  expect(await desk.apply(form)).toBe('Imported 3 applications to Foxtrot. From 4 rows, 1 row to look at.');
  const after = desk.hash();
  expect(after).not.toBe(before);
  expect(await desk.apply(form)).toBe('All 4 rows of this file are here already; nothing was saved.');
  const history = await desk.call('history.list', {});
  expect(history.rows.map(({ label }) => label).slice(0, 2)).toEqual([
    'Imported 3 applications to Foxtrot',
    'Started the program AL-CTO',
  ]);
  await desk.call('history.undo', {});
  expect(desk.hash()).toBe(before);
  await desk.call('history.redo', {});
  expect(desk.hash()).toBe(after);
});

test('a later file updates who is known, and says so', async () => {
  const desk = await openFoxtrot();
  await desk.apply(form);
  const later = [
    { name: 'Calvin OBrien', email: 'calvin@example.org', years: '12', sent: '2024/05/20 9:00:00 AM CDT' },
  ];
  expect(await desk.apply([...form, ...later], 'later.csv')).toBe(
    'Updated 1 application to Foxtrot. 4 rows here already.',
  );
  expect((await desk.applicant('Calvin OBrien')).years).toBe('12');
});

test('applications without a cohort are refused, and so is a file that is not held any more', async () => {
  const desk = await openFoxtrot();
  const { readingId, kind, mappings } = await desk.read(form);
  const wish = { readingId, kind, mappings: [...mappings], cohortId: null };
  for (const name of ['imports.preview', 'imports.apply'] as const) {
    expect((await desk.refusal(name, wish)).sentence).toBe(
      'Applications go to one cohort. Choose which, and look at the rows again.',
    );
  }
  await desk.read(form, 'second.csv');
  await desk.read(form, 'third.csv');
  const lost = await desk.refusal('imports.preview', { ...wish, cohortId: desk.cohortId });
  expect(lost.sentence).toContain('Choose it again.');
  expect((await desk.refusal('imports.read', { readingId: 'none' })).sentence).toContain('Choose it again.');
});

test('what was done since the preview is seen by the import', async () => {
  const desk = await openFoxtrot();
  const { readingId, kind, mappings } = await desk.read(form);
  const wish = { readingId, kind, mappings: [...mappings], cohortId: desk.cohortId };
  expect((await desk.call('imports.preview', wish)).writes).toBe(4);
  await desk.apply(form.slice(0, 3), 'part.csv');
  expect((await desk.call('imports.preview', wish)).writes).toBe(1);
  const { sentence } = await desk.call('imports.apply', wish);
  expect(sentence).toBe('Imported 1 application to Foxtrot. 1 row to look at, 3 rows here already.');
});

test('a file that no one can tell is mapped by hand', async () => {
  const desk = await openFoxtrot();
  desk.answers.openFile = path.join(desk.folder, 'plain.csv');
  writeFileSync(desk.answers.openFile, 'a,b\nAda Lovelace,ada@example.org\n');
  const reading = await desk.call('imports.read', {});
  expect(reading?.notes[0]).toContain('looks like neither applications nor graduates');
  const [mapping] = reading?.mappings ?? [];
  expect(mapping?.fields).toEqual([null, null]);
  const wish = { readingId: reading?.readingId ?? '', kind: 'applications' as const, cohortId: desk.cohortId };
  const nothing = await desk.refusal('imports.preview', { ...wish, mappings: mapping ? [mapping] : [] });
  expect(nothing.sentence).toContain('No column is matched yet.');
  const mappings = [{ sheet: mapping?.sheet ?? '', headerRow: 1, fields: ['fullName' as const, 'email' as const] }];
  const preview = await desk.call('imports.preview', { ...wish, mappings });
  // No one can be put in line without a time of submission.
  expect(preview.rows[0]).toMatchObject({ name: 'Ada Lovelace', outcome: 'needs-a-look' });
  expect(preview.rows[0]?.notes[0]).toBe('The file has no column for the time of submission.');
  expect(preview.notes.join()).toContain('membership');
});

test('rows that can’t be used are saved with the reason, as they stood in the file', async () => {
  const desk = await openFoxtrot();
  const { readingId, kind, mappings } = await desk.read([
    ...form,
    { name: '', email: '', system: 'Baldwin County Schools' },
  ]);
  const wish = { readingId, kind, mappings: [...mappings], cohortId: desk.cohortId };
  desk.answers.saveFile = path.join(desk.folder, 'to correct.xlsx');
  const saved = await desk.call('imports.saveUnusable', wish);
  expect(saved).toMatchObject({ file: desk.answers.saveFile, holds: '1 row' });
  const again = await readSpreadsheet(desk.answers.saveFile);
  if (!again.ok) throw new Error(again.problem.sentence);
  const [header, row] = again.value.sheets[0]?.rows ?? [];
  expect(header?.[0]).toBe('Why it can’t be used');
  expect(row?.[0]).toContain('neither a name nor an e-mail address');
  expect(row).toContain('Baldwin County Schools');
});

test('a desk without a program reads nothing in, and a cancelled dialog is no refusal', async () => {
  const bare = openTestDesk();
  expect((await bare.refusal('imports.read', {})).sentence).toContain('Start one first');
  const desk = await openFoxtrot();
  desk.answers.openFile = null;
  expect(await desk.call('imports.read', {})).toBeNull();
});

test('graduates come with their cohorts as one command, and their undo leaves nothing', async () => {
  const desk = await openFoxtrot();
  const before = desk.hash();
  desk.answers.openFile = path.join(desk.folder, 'graduates.csv');
  writeFileSync(
    desk.answers.openFile,
    'Name,E-mail,School System,Cohort,Graduated,Re-cert docs received\n' +
      'Andre Adeyemi,andre@example.org,Auburn University,Alpha,6/9/2017,3/1/2022\n' +
      'Olivia Núñez,olivia@example.org,Shelby County Schools,Alpha,6/10/2017,pending\n' +
      'Total: 2,,,,,\n',
  );
  const reading = await desk.call('imports.read', {});
  expect(reading?.kind).toBe('graduates');
  const wish = { readingId: reading?.readingId ?? '', kind: 'graduates' as const, cohortId: null };
  const mappings = reading?.mappings.map(({ fields, ...rest }) => ({ ...rest, fields: [...fields] })) ?? [];
  const { notes } = await desk.call('imports.preview', { ...wish, mappings });
  expect(notes).toEqual(['Left out row 4. The row is a total, not a person.']);
  const { sentence } = await desk.call('imports.apply', { ...wish, mappings });
  expect(sentence).toMatch(/^Imported 2 graduates and 1 cohort\./);
  await desk.call('history.undo', {});
  expect(desk.hash()).toBe(before);
});

test('an import that is cancelled half way leaves everything as it was', async () => {
  const desk = await openFoxtrot();
  const many = threeThousand();
  expect(formText(many).length).toBeGreaterThan(100_000);
  const { readingId, kind, mappings } = await desk.read(many);
  const before = desk.hash();
  const wish = { readingId, kind, mappings: [...mappings], cohortId: desk.cohortId };
  const applying = desk.ask('imports.apply', wish);
  // Cancel comes once the first rows are written: progress has been said by then.
  await desk.call('desk.cancel', {});
  const result = await applying;
  expect(result.ok).toBe(false);
  expect(desk.hash()).toBe(before);
  const { counts } = await desk.call('imports.apply', wish);
  expect(counts.create + counts['needs-a-look']).toBe(3_000);
});

test('looking at many rows can be cancelled, and the desk answers meanwhile', async () => {
  const desk = await openFoxtrot();
  const many = threeThousand();
  const { readingId, kind, mappings } = await desk.read(many);
  const wish = { readingId, kind, mappings: [...mappings], cohortId: desk.cohortId };
  const looking = desk.ask('imports.preview', wish);
  expect((await desk.call('applicants.list', { cohortId: desk.cohortId })).total).toBe(0);
  await desk.call('desk.cancel', {});
  expect(await looking).toMatchObject({ ok: false, problem: { cancelled: true } });
  expect((await desk.call('imports.preview', wish)).writes).toBe(3_000);
});
