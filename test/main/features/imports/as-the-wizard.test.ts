import path from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { tempFile } from './import-desk.ts';
import { foundFile, openSpring, type Spring } from './spring-2026.ts';

const trialFile = (name: string): string => path.join(import.meta.dirname, 'trial', name);

/** What the wizard does: choose a file, look at the columns, look at the rows, import. Gives back the rows it showed. */
async function throughTheWizard(desk: Spring, file: string) {
  desk.answers.openFile = file;
  const reading = await desk.call('imports.read', {});
  if (!reading) throw new Error('Nothing was read.');
  const { readingId, kind } = reading;
  const sheets = reading.mappings.map(({ sheet, headerRow }) => ({ sheet, headerRow }));
  const { mappings } = await desk.call('imports.guess', { readingId, kind, sheets });
  const wish = { readingId, kind, mappings: [...mappings], cohortId: kind === 'applications' ? desk.cohortId : null };
  const { rows } = await desk.call('imports.preview', { ...wish, limit: 1_000 });
  await desk.call('imports.apply', wish);
  return rows;
}

const whoApplied = async (desk: Spring) =>
  (await desk.applicants()).map(({ name, applied }) => `${name}, ${applied?.slice(0, 16) ?? 'no time'}`).toSorted();

test.each<[string, string, readonly string[]]>([
  ['42-chartsheet-first.xlsx', 'trial', ['Ana Álvarez, 2026-01-05T15:00', 'Bo Brand, 2026-01-06T15:00']],
  ['42b-chartsheet-last.xlsx', 'trial', ['Ana Alvarez, 2026-01-05T15:00', 'Bo Brand, 2026-01-06T15:00']],
  [
    '01-date1904.xlsx',
    'trial',
    ['Ana Alvarez, 2026-01-05T15:00', 'Bo Brand, 2026-01-06T15:00', 'Cy Clark, 2026-01-07T15:00'],
  ],
  ['32c-cp437.csv', 'files', ['José Núñez']],
  ['32g-cp437-one.csv', 'files', ['Renée Smith']],
  ['35-excel-eq-text.csv', 'files', ['Ana Álvarez, 2026-01-05T15:00']],
  ['35b-eq-phone-only.csv', 'files', ['Ana Alvarez']],
  ['39b-surveymonkey.csv', 'files', ['Ana']],
  ['39g-suffix.csv', 'files', ['John Q. Smith Jr.', 'John Smith III']],
  ['39h-suffix-word.csv', 'files', ['John']],
  ['45-three-row-header.xlsx', 'files', ['Ana']],
])('%s comes through the wizard with its right values', async (name, folder, people) => {
  const desk = await openSpring();
  await throughTheWizard(desk, folder === 'trial' ? trialFile(name) : foundFile(name));
  const found = await whoApplied(desk);
  expect(found).toHaveLength(people.length);
  for (const [at, each] of people.entries()) expect(found[at]).toContain(each);
});

test('a blank cell wipes nothing through the wizard, whichever file comes second', async () => {
  for (const second of [
    'D12d-blank-membership.csv',
    'D12d-blank-last.csv',
    'D12d-blank-years.csv',
    'D12e-later-blank.csv',
  ]) {
    const desk = await openSpring();
    await throughTheWizard(desk, foundFile('D12c-full.csv'));
    const before = await desk.applicants();
    await throughTheWizard(desk, foundFile(second));
    expect(await desk.applicants(), second).toEqual(before);
  }
});

test('the days of a list of graduates that counts from 1904 come through the wizard', async () => {
  const desk = await openSpring();
  const rows = await throughTheWizard(desk, trialFile('01c-1904-graduates-unformatted.xlsx'));
  // Read, and said aloud: without a date format it may be a number after all.
  expect(rows).toHaveLength(1);
  expect(rows[0]?.notes.join()).toContain('read as 2019-06-30; check it');
});

const header = [
  'Timestamp',
  'Email',
  'First name',
  'Last name',
  'School system',
  'Highest position?',
  'Membership',
  'Years in education',
];
const renee = ['1/5/2026 9:00', 'renee@example.org', 'Renée', 'Núñez', 'Lee County Schools', 'No', 'General', '5'];
const omar = ['1/16/2026 9:00', 'omar@example.org', 'Omar', 'Sims', 'Lee County Schools', 'No', 'General', '7'];
const both = ['Omar Sims, 2026-01-16T15:00', 'Renée Núñez, 2026-01-05T15:00'];
const csv = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.join(',')).join('\r\n');

test.each<[string, () => Promise<string>]>([
  [
    'a workbook with merged titles above the header',
    async () => {
      const rows = [['AL-CTO applications'], ['Spring 2026', '', '', '', 'For the leads'], [], header, renee, omar];
      const merges = [
        { startRow: 0, startCol: 0, endRow: 0, endCol: 7 },
        { startRow: 1, startCol: 0, endRow: 1, endCol: 3 },
      ];
      return tempFile('titled.xlsx', await writeXlsx({ sheets: [{ name: 'Form', rows, merges }] }));
    },
  ],
  [
    'a workbook with a header of three rows and groups that are merged',
    async () => {
      const rows = [
        ['When', 'Applicant', '', '', 'Work', '', 'Standing', ''],
        ['', 'Contact', 'Name', '', '', '', '', ''],
        header,
        renee,
        omar,
      ];
      const merges = [
        { startRow: 0, startCol: 1, endRow: 0, endCol: 3 },
        { startRow: 0, startCol: 4, endRow: 0, endCol: 5 },
        { startRow: 0, startCol: 6, endRow: 0, endCol: 7 },
        { startRow: 1, startCol: 2, endRow: 1, endCol: 3 },
      ];
      return tempFile('three.xlsx', await writeXlsx({ sheets: [{ name: 'Form', rows, merges }] }));
    },
  ],
  [
    'a workbook with a cover sheet and an empty one before the list',
    async () =>
      tempFile(
        'cover.xlsx',
        await writeXlsx({
          sheets: [
            { name: 'Read me', rows: [['Export of the form'], ['Made for the leads']] },
            { name: 'Chart data', rows: [] },
            { name: 'Responses', rows: [header, renee, omar] },
          ],
        }),
      ),
  ],
  ...['utf-16le', 'utf-16be', 'windows-1252', 'macroman', 'cp850', 'cp437'].map(
    (encoding): [string, () => Promise<string>] => [
      `a CSV saved as ${encoding}`,
      async () =>
        tempFile(
          'list.csv',
          iconv.encode(csv([header, renee, omar]), encoding, { addBOM: encoding.startsWith('utf-16') }),
        ),
    ],
  ),
])('%s, as others would have it, comes through the wizard whole', async (_what, make) => {
  const desk = await openSpring();
  const rows = await throughTheWizard(desk, await make());
  expect(rows.map(({ outcome }) => outcome)).toEqual(['create', 'create']);
  expect(await whoApplied(desk)).toEqual(both);
});

test('a day-first and a month-first day in one column are looked at, not guessed', async () => {
  const desk = await openSpring();
  const at = (day: string, person: readonly string[]) => [day, ...person.slice(1)];
  const zoe = ['3/2/2026 9:00', 'zoe@example.org', 'Zoë', 'Orr', 'Lee County Schools', 'No', 'General', '6'];
  const rows = await throughTheWizard(
    desk,
    tempFile('days.csv', csv([header, at('25/1/2026 9:00', renee), at('1/26/2026 9:00', omar), zoe])),
  );
  const doubtful = rows.find(({ name }) => name === 'Zoë Orr');
  expect(doubtful).toMatchObject({ outcome: 'needs-a-look' });
  expect((await whoApplied(desk)).find((each) => each.startsWith('Zoë'))).not.toMatch(/2026-03-02|2026-02-03/);
});
