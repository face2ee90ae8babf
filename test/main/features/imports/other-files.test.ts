import iconv from 'iconv-lite';
import { describe, expect, it, test } from 'vitest';
import { guessImport } from '../../../../main/features/imports/mapping.ts';
import { parseDay, parseTimestamp } from '../../../../main/features/imports/times.ts';
import { readSpreadsheet } from '../../../../main/spreadsheets/read/read-spreadsheet.ts';
import { workbookOf } from '../../spreadsheets/raw-workbook.ts';
import { accepted, Desk, outcomes, policy, sheetOf, tempFile } from './import-desk.ts';

const header = ['Timestamp', 'Email', 'First', 'Last', 'System', 'Highest position', 'Membership', 'Years', 'Phone'];
const mei = [
  '4/1/2024 7:10',
  'mei@example.org',
  'Mei',
  'Lund',
  'Lee County Schools',
  'No',
  'General',
  '5',
  '2565550101',
];
const row = (changes: Readonly<Record<number, string>>): string[] => mei.map((cell, column) => changes[column] ?? cell);
const csv = (...rows: readonly (readonly string[])[]): string => rows.map((cells) => cells.join(',')).join('\n');

/** Which header was taken for what, of a list with these columns and one row. */
function taken(columns: Readonly<Record<string, string>>): Record<string, string> {
  const guess = accepted(guessImport(sheetOf([Object.keys(columns), Object.values(columns)]), policy));
  const fields = guess.mappings[0]?.fields ?? [];
  return Object.fromEntries(Object.keys(columns).flatMap((name, at) => (fields[at] ? [[fields[at], name]] : [])));
}

describe('other forms’ questions', () => {
  it('are understood in their own words', () => {
    const columns = {
      Timestamp: '4/1/2024',
      Username: 'mei@example.org',
      'Please enter your first name:': 'Mei',
      'Please enter your last name:': 'Lund',
      'What school system do you currently work for?': 'Lee',
      'What is your current title?': 'CTO',
      'Are you the highest-ranking technology person in your school system?': 'Yes',
      'Are you currently a member of ALET? If so, what type?': 'Delegate',
      'Total number of years in K-12 or Higher Ed': '5',
      'Best phone number to reach you': '2565550101',
    };
    expect(Object.keys(taken(columns))).toEqual([
      'submittedAt',
      'email',
      'givenName',
      'familyName',
      'organization',
      'jobTitle',
      'highestPost',
      'membership',
      'yearsInEducation',
      'phone',
    ]);
  });

  it('about someone or something else are left alone', () => {
    const found = taken({
      Timestamp: '4/1/2024',
      'Supervisor Email': 'boss@example.org',
      Username: 'mei@example.org',
      Name: 'Mei Lund',
      'Superintendent’s Name': 'Bo Boss',
      'CoSN Membership': 'No',
      'Are you an ALET member?': 'Yes',
      'If yes, what type of ALET membership?': 'General',
      'Years of experience in current role': '1',
      'Years in education': '12',
    });
    expect(found).toMatchObject({
      email: 'Username',
      fullName: 'Name',
      membership: 'If yes, what type of ALET membership?',
      yearsInEducation: 'Years in education',
    });
  });

  it('an office form that no one signed in to has its answers in the columns that were asked for', () => {
    const found = taken({
      'Completion time': '4/1/2024',
      Email: 'anonymous',
      Name: '',
      'Email Address': 'mei@example.org',
      'Your name': 'Mei Lund',
      Membership: 'General',
    });
    expect(found).toMatchObject({ email: 'Email Address', fullName: 'Your name' });
  });
});

describe('what stands around the rows', () => {
  it('a line of hints under the header and a total with a number are no one', () => {
    const hints = ['(auto)', '(required)', '(required)', '(required)', '', '(Y/N)', '(type)', '(number)', ''];
    const plan = new Desk().take(sheetOf([header, hints, mei, ['Total', '', '', '1'], ['Total applicants: 1']]));
    expect(outcomes(plan)).toEqual({ create: 1 });
    expect(plan.skipped.map((one) => one.reason)).toEqual([
      'The row is a hint under the header, not a person.',
      'The row is a total, not a person.',
      'The row is a total, not a person.',
    ]);
  });

  it('a format that reaches to the last row of the sheet is no row', async () => {
    const text = (cell: string): string => `<c t="inlineStr"><is><t>${cell}</t></is></c>`;
    const rows = [header, mei].map((cells) => cells.map(text));
    const far = workbookOf({ styles: [], cells: [...rows, ['<c r="XFD1048576" s="0"/>']] });
    const sheet = accepted(await readSpreadsheet(tempFile('list.xlsx', far))).sheets[0];
    expect(sheet?.rows).toEqual([header, mei]);
  });

  it('an error of the workbook and an “N/A” are no school system', () => {
    const desk = new Desk();
    const plan = desk.take(
      sheetOf([header, row({ 4: '#N/A' }), row({ 1: 'ada@example.org', 2: 'Ada', 8: '', 4: 'n/a' })]),
    );
    expect(desk.organizations.size).toBe(0);
    expect(plan.rows.map((one) => one.notes.join(' '))).toEqual(
      Array(2).fill(expect.stringMatching(/doesn’t name a place/)),
    );
  });
});

describe('letters', () => {
  const list = csv(
    header,
    row({ 2: 'Renée', 3: 'O’Brien' }),
    row({ 1: 'zoe@example.org', 2: 'Zoë', 3: 'Núñez', 8: '' }),
  );
  test.each(['macroman', 'windows-1252', 'utf16le', 'utf16be', 'utf8'])('of %s', async (encoding) => {
    const desk = new Desk();
    await desk.takeFile(tempFile('list.csv', iconv.encode(list, encoding)));
    expect([...desk.people.values()].map((one) => `${one.givenName} ${one.familyName}`)).toEqual([
      'Renée O’Brien',
      'Zoë Núñez',
    ]);
  });
  it('with a few zero characters, and two byte order marks', async () => {
    const desk = new Desk();
    await desk.takeFile(tempFile('list.csv', `\uFEFF\uFEFF${list.replace('Núñez', 'Nú\0ñez')}${'\0'.repeat(500)}`));
    expect(desk.called('Núñez').givenName).toBe('Zoë');
  });
});

describe('days', () => {
  it('as a workbook’s numbers are read, and looked at', () => {
    const read = parseTimestamp('45383.2989699074', 'America/Chicago');
    expect(read).toEqual({ value: '2024-04-01T12:10:31.000Z', note: expect.stringMatching(/2024-04-01 07:10:31/) });
    expect(parseDay('42895')).toMatchObject({ value: '2017-06-09', note: expect.any(String) });
  });
  it('with the day first are known by the others of their column', () => {
    const desk = new Desk();
    const plan = desk.take(
      sheetOf([
        header,
        row({ 0: '13.04.2024 07:10' }),
        row({ 0: '05.04.2024 07:10', 1: 'ada@example.org', 2: 'Ada', 8: '' }),
      ]),
    );
    expect([...desk.applications.values()].map((one) => one.firstSubmittedAt)).toEqual([
      '2024-04-13T12:10:00.000Z',
      '2024-04-05T12:10:00.000Z',
    ]);
    expect(plan.rows.map((one) => one.outcome)).toEqual(['create', 'needs-a-look']);
  });
  test.each(['4/1/2042 7:10', '4/1/1924 7:10'])('%s can’t be when a form was sent', (at) => {
    const plan = new Desk().take(sheetOf([header, row({ 0: at })]));
    expect(plan.rows[0]).toMatchObject({
      outcome: 'needs-a-look',
      notes: [expect.stringMatching(/submission time/), expect.stringMatching(/has no place/)],
    });
  });
});

describe('one address and two people', () => {
  const forms = sheetOf([
    header,
    row({ 1: 'doe@example.org', 2: 'Jane', 3: 'Doe', 6: 'Delegate' }),
    row({ 0: '4/2/2024 7:10', 1: 'doe@example.org', 2: 'John', 3: 'Doe', 8: '2565550102' }),
    row({ 0: '4/3/2024 7:10', 1: 'doe@example.org', 2: 'Jane', 3: 'Doe', 6: 'None' }),
  ]);

  it('both keep their own application, and someone looks', () => {
    const desk = new Desk();
    expect(desk.take(forms).rows.map((one) => one.outcome)).toEqual(['create', 'needs-a-look', 'update']);
    const membershipOf = (given: string) => {
      const person = [...desk.people.values()].find((one) => one.givenName === given);
      return person && desk.applicationOf(person).membership;
    };
    expect([membershipOf('Jane'), membershipOf('John')]).toEqual(['non-member', 'general']);
    expect(desk.take(forms).writes).toEqual([]);
  });

  it('two graduates are two', () => {
    const desk = new Desk();
    const list = sheetOf(
      [
        ['Last', 'First', 'E-mail', 'Graduated', 'Re-cert docs received'],
        ['Doe', 'Jane', 'doe@example.org', '6/9/2017', '✓'],
        ['Doe', 'John', 'doe@example.org', '6/9/2017', 'pending'],
      ],
      'Alpha',
    );
    expect(desk.take(list).rows.map((one) => one.notes.join(' '))).toEqual([
      expect.stringMatching(/says that documents were received/),
      expect.stringMatching(/taken for two people/),
    ]);
    expect(desk.participants.size).toBe(2);
    expect(desk.take(list).writes).toEqual([]);
  });
});

it('“Foxtrot 2024” is the program’s Foxtrot, and “Cohort 7” keeps its name', () => {
  const desk = new Desk();
  desk.take(
    sheetOf([
      ['Name', 'Cohort', 'Grad Date'],
      ['Mei Lund', 'Golf 2025–26', '6/9/2026'],
      ['Ada Quill', 'Foxtrot 2024', '6/9/2025'],
      ['Bo Reed', 'Cohort 7', '6/9/2026'],
    ]),
  );
  expect([...desk.cohorts.values()].map(({ name }) => name).sort()).toEqual(['Cohort 7', 'Foxtrot', 'Golf']);
});
