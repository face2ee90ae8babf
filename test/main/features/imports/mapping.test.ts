import { describe, expect, it } from 'vitest';
import { guessImport, missingColumns } from '../../../../main/features/imports/mapping.ts';
import { readSpreadsheet } from '../../../../main/spreadsheets/read/read-spreadsheet.ts';
import type { Spreadsheet } from '../../../../shared/model/imports.ts';
import { accepted, policy, refused, sample, sheetOf } from './import-desk.ts';

const guess = (spreadsheet: Spreadsheet) => accepted(guessImport(spreadsheet, policy));
const header = [
  'Timestamp',
  'Email Address',
  'First Name',
  'Last Name',
  'School System / Organization',
  "Do you hold your system's highest educational technology leadership position?",
  'ALET Membership',
  'Years of experience in education',
];
const row = ['2024/04/01 7:10:31 AM CDT', 'mei@example.org', 'Mei', 'Lund', 'Lee County Schools', 'No', 'General', '5'];
const fields = [
  'submittedAt',
  'email',
  'givenName',
  'familyName',
  'organization',
  'highestPost',
  'membership',
  'yearsInEducation',
];

describe('applications', () => {
  it('of a web form are understood column by column', async () => {
    const { kind, mappings, missing, notes } = guess(
      accepted(await readSpreadsheet(sample('applications-web-form.csv'))),
    );
    expect({ kind, missing, notes }).toEqual({ kind: 'applications', missing: [], notes: [] });
    expect(mappings).toEqual([
      {
        sheet: 'applications-web-form',
        headerRow: 1,
        fields: [
          'submittedAt',
          'email',
          'givenName',
          'familyName',
          'certificateName',
          'organization',
          'jobTitle',
          'highestPost',
          'membership',
          'yearsInEducation',
          'phone',
          'payment',
          'needs',
        ],
      },
    ]);
  });

  it('of an office form count from their completion, and its sheet of notes is left out', async () => {
    const { kind, mappings, missing, notes } = guess(
      accepted(await readSpreadsheet(sample('applications-office-form.xlsx'))),
    );
    expect({ kind, missing }).toEqual({ kind: 'applications', missing: [] });
    expect(notes).toEqual(['The sheet “Notes” was left out: it has no rows of people.']);
    expect(mappings.map(({ sheet }) => sheet)).toEqual(['Form1']);
    expect(mappings[0]?.fields.slice(0, 6)).toEqual([
      null,
      null,
      'submittedAt',
      'email',
      'fullName',
      'certificateName',
    ]);
  });

  it('may stand below titles and blank rows', () => {
    const { mappings } = guess(
      sheetOf([['Applications for the Foxtrot cohort'], [], ['Exported by', 'the office'], [], header, row]),
    );
    expect(mappings).toEqual([{ sheet: 'Form1', headerRow: 5, fields }]);
  });

  it('may be asked in other words', () => {
    const asked = [
      'Date submitted',
      'What is your work e-mail?',
      'First name',
      'Surname',
      'Which district do you work for?',
      'Is yours the top technology leadership role in your district?',
      'What kind of ALET member are you?',
      'How many years have you worked in education?',
    ];
    expect(guess(sheetOf([asked, row])).mappings[0]?.fields).toEqual(fields);
  });

  it('keep the columns that no one understands', () => {
    const { mappings } = guess(
      sheetOf([
        [...header, 'T-shirt size', ''],
        [...row, 'M', 'x'],
      ]),
    );
    expect(mappings[0]?.fields).toEqual([...fields, null, null]);
  });

  it('are told by their cells where a header says nothing', () => {
    const rows = [row, row.with(1, 'ada@example.org'), row.with(1, 'bo@example.org')];
    const { mappings, notes } = guess(sheetOf([header.with(1, 'Column 2').with(6, '').with(5, 'Q6'), ...rows]));
    expect(mappings[0]?.fields).toEqual(fields);
    expect(notes).toHaveLength(3);
    expect(notes.join()).toContain('“Column 2” was taken for the e-mail address because of what is in it. Check it.');
  });

  it('do not take the answer to another question for the highest position', () => {
    const asked = header.with(5, 'Will you bring a laptop?');
    const { mappings, missing } = guess(sheetOf([asked, row, row, row]));
    expect(mappings[0]?.fields[5]).toBeNull();
    expect(missing).toEqual([
      '“list.csv” has no column for the highest technology position. Choose the column that holds it, or add one to the file.',
    ]);
  });

  it('lack a column only until it is chosen by hand', () => {
    const spreadsheet = sheetOf([header.with(6, 'Standing'), row, row]);
    const { mappings, missing } = guess(spreadsheet);
    expect(missing).toEqual([
      expect.stringMatching(/^“list\.csv” has no column for the membership\. Choose the column/),
    ]);
    const chosen = mappings.map((mapping) => ({ ...mapping, fields: mapping.fields.with(6, 'membership') }));
    expect(missingColumns(spreadsheet, 'applications', chosen, policy)).toEqual([]);
  });
});

describe('graduates', () => {
  it('are found below the title of every cohort’s sheet', async () => {
    const { kind, mappings, missing } = guess(accepted(await readSpreadsheet(sample('graduates-alpha-to-delta.xlsx'))));
    expect({ kind, missing }).toEqual({ kind: 'graduates', missing: [] });
    expect(mappings.map(({ sheet, headerRow }) => [sheet, headerRow])).toEqual([
      ['Alpha', 3],
      ['Beta', 3],
      ['Charlie', 3],
      ['Delta', 3],
    ]);
    expect(mappings[3]?.fields).toEqual([
      null,
      'familyName',
      'givenName',
      'organization',
      'email',
      'graduatedOn',
      'recertificationReceivedOn',
      'remark',
    ]);
  });

  it('need a cohort, in a column, a title or the sheet’s name', () => {
    const table = [
      ['Name', 'Graduated', 'Re-cert received'],
      ['Mei Lund', '6/8/2017', 'pending'],
    ];
    expect(guess(sheetOf(table, 'Sheet1')).missing).toEqual([expect.stringContaining('no column for the cohort')]);
    expect(guess(sheetOf(table, 'Beta')).missing).toEqual([]);
    expect(guess(sheetOf([['AL-CTO graduates, Golf cohort'], ...table], 'Sheet1')).missing).toEqual([]);
    expect(
      guess(
        sheetOf(
          table.map((cells, index) => [...cells, index ? 'Echo' : 'Cohort']),
          'Sheet1',
        ),
      ).missing,
    ).toEqual([]);
  });
});

it('a list of something else is refused', async () => {
  const scans = accepted(await readSpreadsheet(sample('session-scans.csv')));
  expect(refused(guessImport(scans, policy))).toMatch(
    /“session-scans\.csv” looks like neither applications nor graduates/,
  );
  const shopping = sheetOf([
    ['Item', 'Price', 'Count'],
    ['Pens', '2.50', '12'],
    ['Paper', '4', '3'],
  ]);
  expect(refused(guessImport(shopping, policy))).toMatch(/Add a header row, or choose another file/);
});
