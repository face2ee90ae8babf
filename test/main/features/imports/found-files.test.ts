import { expect, test } from 'vitest';
import { CivilDate } from '../../../../shared/model/dates.ts';
import { foundFile, openSpring } from './spring-2026.ts';

const onlyAna = { name: 'Ana Álvarez', outcome: 'create', notes: [] };

test.each(['D12d-blank-membership.csv', 'D12d-blank-years.csv', 'D12d-blank-last.csv', 'D12e-later-blank.csv'])(
  '%s leaves cells blank, wipes nothing, and says what stays',
  async (file) => {
    const desk = await openSpring();
    await desk.take(foundFile('D12c-full.csv'));
    const [before] = await desk.applicants();
    const person = await desk.person('Ana Alvarez');
    const [row] = await desk.take(foundFile(file));
    expect(row).toMatchObject({ outcome: 'update', differences: [] });
    expect(row?.notes.join()).toMatch(/^Left blank here; what is known stays: /);
    expect(await desk.applicants()).toEqual([before]);
    expect(before).toMatchObject({ years: '12', tierName: 'Delegate', verdict: 'within-seats', needs: 'Vegan' });
    expect(await desk.person('Ana Alvarez')).toEqual(person);
    const [again] = await desk.take(foundFile(file));
    expect(again?.outcome).toBe('same');
    expect(await desk.applicants()).toEqual([before]);
  },
);

test.each([
  ['32c-cp437.csv', 'José Núñez'],
  ['32g-cp437-one.csv', 'Renée Smith'],
])('%s, saved by Excel as CSV (MS-DOS), has %s', async (file, name) => {
  const desk = await openSpring();
  expect(await desk.take(foundFile(file))).toMatchObject([{ name, outcome: 'create', notes: [] }]);
  expect((await desk.applicants()).map((row) => row.name)).toEqual([name]);
});

test('35-excel-eq-text.csv has a name, a time, twelve years and a phone behind its equals signs', async () => {
  const desk = await openSpring();
  expect(await desk.take(foundFile('35-excel-eq-text.csv'))).toMatchObject([onlyAna]);
  expect(await desk.applicants()).toMatchObject([
    { name: 'Ana Álvarez', years: '12', phone: '(205) 555-0101', applied: '2026-01-05T15:00:00.000Z' },
  ]);
});

test('35b-eq-phone-only.csv has Ana Alvarez', async () => {
  const desk = await openSpring();
  await desk.take(foundFile('35b-eq-phone-only.csv'));
  expect(await desk.applicants()).toMatchObject([{ name: 'Ana Alvarez', phone: '(205) 555-0101' }]);
});

test('39g-suffix.csv has John Q. Smith Jr. and John Smith III', async () => {
  const desk = await openSpring();
  await desk.take(foundFile('39g-suffix.csv'));
  expect((await desk.applicants()).map(({ name, email }) => [name, email])).toEqual([
    ['John Q. Smith Jr.', 'j@example.org'],
    ['John Smith III', 'j3@example.org'],
  ]);
});

test('39h-suffix-word.csv has the initial and the suffix', async () => {
  const desk = await openSpring();
  await desk.take(foundFile('39h-suffix-word.csv'));
  expect((await desk.applicants()).map((row) => row.name)).toEqual(['John Q. Smith Jr.']);
});

test.each(['39b-surveymonkey.csv', '45-three-row-header.xlsx'])(
  '%s has one application under a header of several rows',
  async (file) => {
    const desk = await openSpring();
    expect(await desk.take(foundFile(file))).toMatchObject([onlyAna]);
    expect(await desk.applicants()).toMatchObject([
      { name: 'Ana Álvarez', email: 'ana@example.org', organization: 'Baldwin County Schools', years: '12', tier: 1 },
    ]);
  },
);

test('45-three-row-header.xlsx shows each column under all that stands above it', async () => {
  const desk = await openSpring();
  desk.answers.openFile = foundFile('45-three-row-header.xlsx');
  const reading = await desk.call('imports.read', { kind: 'applications' });
  const [{ sheets: [sheet] = [], mappings: [mapping] = [] } = {}] = reading === null ? [] : [reading];
  expect(sheet?.headers[(mapping?.headerRow ?? 0) - 1]?.slice(0, 3)).toEqual([
    'Submitted',
    'First › Name',
    'Last › Name',
  ]);
});

test('60-letters.csv: what the import takes as an address, correcting a record and letters take too', async () => {
  const desk = await openSpring();
  const rows = await desk.take(foundFile('60-letters.csv'));
  expect(rows.find(({ name }) => name === 'Leo Leaddot')?.notes).toEqual([
    '“.lead@example.org” in “Email Address” isn’t an e-mail address; ask, and correct it.',
  ]);
  const applicants = await desk.applicants();
  const emails = applicants.map(({ name, email }) => [name, email]);
  expect(emails).toContainEqual(['Ana Idn', 'ana@xn--bcher-kva.example.org']);
  expect(emails).toContainEqual(['Om Amp', 'o&m@example.org']);
  expect(emails).toContainEqual(['Leo Leaddot', '']);
  for (const { personId, email } of applicants) {
    await desk.call('people.revise', { personId, email: email || null });
  }
  expect((await desk.applicants()).map(({ name, email }) => [name, email])).toEqual(emails);
});

test.each(['eml', 'mail-merge'] as const)(
  '60-letters.csv: a %s leaves out who has no address, and says who share one',
  async (channel) => {
    const desk = await openSpring();
    await desk.take(foundFile('60-letters.csv'));
    const { cohortId } = desk;
    await desk.call('applicants.accept', { cohortId, applicationIds: 'within-seats' });
    desk.answers.folder = desk.folder;
    desk.answers.saveFile = `${desk.folder}/merge.csv`;
    const written = await desk.call('letters.write', {
      cohortId,
      kind: 'accepted',
      channel,
      replyBy: CivilDate.parse('2026-04-01'),
    });
    expect(written?.holds).toMatch(/^6 /);
    expect(written?.notes).toContain('Left out: Leo Leaddot has no e-mail address.');
    expect(written?.notes).toContain(
      'Jo One and Mary Two have one address, shared@example.org: each gets a letter of their own.',
    );
  },
);
