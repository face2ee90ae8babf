import { describe, expect, it, test } from 'vitest';
import { isHeaderLike } from '../../../../main/features/imports/header.ts';
import { headerOf } from '../../../../main/features/imports/header-rows.ts';
import { guessImport } from '../../../../main/features/imports/mapping.ts';
import type { ImportField } from '../../../../shared/model/imports.ts';
import { accepted, Desk, outcomes, policy, sheetOf } from './import-desk.ts';

const person = [
  'Ana',
  'Álvarez',
  'ana@example.org',
  'Baldwin County Schools',
  'Delegate',
  'Yes',
  '12',
  '4/5/2024 9:00',
];
const other = ['Bo', 'Reed', 'bo@example.org', 'Lee County Schools', 'General', 'No', '4', '4/6/2024 9:00'];

/** Takes a sheet in, and says where its header ends, what its columns were taken for, and who came in. */
function taken(rows: readonly (readonly string[])[]) {
  const sheet = sheetOf(rows);
  const guess = accepted(guessImport(sheet, policy));
  const [mapping] = guess.mappings;
  const desk = new Desk();
  const plan = desk.take(sheet, guess);
  return {
    headerRow: mapping?.headerRow,
    fields: mapping?.fields ?? [],
    header: headerOf(sheet.sheets[0] ?? { name: '', rows: [] }, mapping?.headerRow ?? 1),
    missing: guess.missing,
    outcomes: outcomes(plan),
    people: [...desk.people.values()].map(({ givenName, familyName, email }) => `${givenName} ${familyName} ${email}`),
  };
}

const everything: readonly ImportField[] = [
  'email',
  'organization',
  'membership',
  'highestPost',
  'yearsInEducation',
  'submittedAt',
];
const ana = 'Ana Álvarez ana@example.org';
const bo = 'Bo Reed bo@example.org';

describe('a header over several rows', () => {
  test.each<[string, readonly (readonly string[])[]]>([
    [
      'of titles over their columns',
      [
        ['Applicant', '', 'Contact', '', 'Eligibility', '', '', ''],
        [
          'First',
          'Last',
          'Email',
          'School System',
          'ALET membership',
          'Highest position',
          'Years in education',
          'Submitted',
        ],
      ],
    ],
    [
      'whose words go on in the row below',
      [
        ['First', 'Last', 'E-mail', 'School', 'ALET', 'Highest Technology', 'Years in', 'Time of'],
        ['Name', 'Name', 'Address', 'System', 'Membership', 'Position?', 'Education', 'Submission'],
      ],
    ],
    [
      'of cells that are joined over two rows',
      [
        [
          'Name',
          '',
          'Email',
          'School System',
          'ALET membership',
          'Highest position',
          'Years in education',
          'Timestamp',
        ],
        ['First', 'Last', '', '', '', '', '', ''],
      ],
    ],
    [
      'of three rows, below a title',
      [
        ['Alabama CTO', '', '', '', '', '', '', ''],
        [],
        ['Applicant', '', '', 'Position', '', '', 'Background', 'Submitted'],
        ['First', 'Last', 'E-mail', 'School', 'ALET', 'Highest', 'Years in', 'Submitted'],
        ['Name', 'Name', 'Address', 'System', 'Membership', 'Technology position', 'Education', 'Submitted'],
      ],
    ],
    [
      'of SurveyMonkey',
      [
        [
          'Your contact information:',
          '',
          '',
          '',
          'ALET membership',
          'Do you hold the highest position?',
          'Years in education',
          'End Date',
        ],
        ['First Name', 'Last Name', 'Email Address', 'System', 'Response', 'Response', 'Open-Ended Response', ''],
      ],
    ],
    [
      'of Qualtrics',
      [
        ['Q1_1', 'Q1_2', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6', 'RecordedDate'],
        [
          'What is your name? - First Name',
          'What is your name? - Last Name',
          'What is your e-mail address?',
          'School system',
          'What is your ALET membership?',
          'Do you hold the highest technology position?',
          'Years in education',
          'Recorded Date',
        ],
        [
          '{"ImportId":"QID1_1"}',
          '{"ImportId":"QID1_2"}',
          '{"ImportId":"QID2_TEXT"}',
          '{"ImportId":"QID3"}',
          '{"ImportId":"QID4"}',
          '{"ImportId":"QID5"}',
          '{"ImportId":"QID6_TEXT"}',
          '{"ImportId":"recordedDate","timeZone":"America/Chicago"}',
        ],
      ],
    ],
  ])('%s is one', (_, header) => {
    const read = taken([...header, person, other]);
    expect(read.headerRow).toBe(header.length);
    expect(read.missing).toEqual([]);
    expect(read.fields).toEqual(expect.arrayContaining(['givenName', 'familyName', ...everything]));
    expect(read.people).toEqual([ana, bo]);
    expect(read.outcomes).toEqual({ create: 2 });
  });

  it('says both rows where a column is named', () => {
    const { header } = taken([
      ['Contact', '', '', '', 'ALET membership', 'Highest position', 'Years in education', 'Timestamp'],
      ['First Name', 'Last Name', 'Email', 'System', 'Response', 'Response', 'Response', ''],
      person,
    ]);
    expect(header.slice(2, 5)).toEqual(['Contact › Email', 'Contact › System', 'ALET membership']);
  });

  it('takes nothing that is asked about someone else', () => {
    const read = taken([
      ['Supervisor', '', 'Applicant', '', '', '', '', '', '', ''],
      [
        'Name',
        'Email',
        'First Name',
        'Last Name',
        'Email',
        'System',
        'Membership',
        'Highest position',
        'Years in education',
        'Timestamp',
      ],
      ['Pat Boss', 'boss@example.org', ...person],
    ]);
    expect(read.people).toEqual([ana]);
  });

  it('of one row stays one, whatever the first person is called', () => {
    const read = taken([
      ['First', 'Last', 'Email', 'System', 'Type', 'Highest position', 'Years in education', 'Timestamp'],
      ['Ana', 'Position', '', 'Tuscaloosa City Schools', 'Delegate Member', '', '', ''],
      person,
    ]);
    expect(read.headerRow).toBe(1);
    expect(read.people).toContain(ana);
  });
});

describe('columns that hold answers', () => {
  const rest = ['School System', 'ALET membership', 'Highest position', 'Years in education', 'Timestamp'];
  test.each<[string, readonly string[], readonly string[]]>([
    [
      'Google Forms, which keeps the old question',
      ['Email Address', 'First Name', 'Last Name', 'First Name', 'Last Name', 'Email Address'],
      ['', '', '', 'Ana', 'Álvarez', 'ana@example.org'],
    ],
    [
      'Microsoft Forms, which knows no one',
      ['Email', 'Name', 'First name', 'Last name', 'E-mail address'],
      ['anonymous', '', 'Ana', 'Álvarez', 'ana@example.org'],
    ],
    [
      'Microsoft Forms, which asks for the whole name',
      ['Email', 'Name', 'Full name', 'Your e-mail'],
      ['', '', 'Ana Álvarez', 'ana@example.org'],
    ],
    [
      'SurveyMonkey, whose own columns are empty',
      ['Email Address', 'First Name', 'Last Name', 'Name', 'Email Address'],
      ['', '', '', 'Ana Álvarez', 'ana@example.org'],
    ],
    [
      'JotForm, which splits the name',
      ['Name - First Name', 'Name - Last Name', 'Name', 'Email'],
      ['Ana', 'Álvarez', '', 'ana@example.org'],
    ],
  ])('win over empty ones, as of %s', (_, header, row) => {
    expect(
      taken([
        [...header, ...rest],
        [...row, ...person.slice(3)],
      ]).people,
    ).toEqual([ana]);
  });
});

describe('headers of the parts of a name', () => {
  test.each<[string, ImportField | null]>([
    ['Middle Name', 'middleName'],
    ['Middle Initial (optional)', 'middleName'],
    ['M.I.', 'middleName'],
    ['Name (Middle)', 'middleName'],
    ['Suffix', 'nameSuffix'],
    ['Name (Suffix)', 'nameSuffix'],
    ['Jr./Sr./III', 'nameSuffix'],
    ['Preferred first name', 'preferredName'],
    ['What name do you go by?', 'preferredName'],
    ['Nickname', 'preferredName'],
    ['Name (Prefix)', null],
    ['Preferred pronouns', null],
    ['Maiden name', null],
    ['Former last name', null],
    ['Supervisor middle name', null],
  ])('“%s” is %s', (header, field) => {
    const rows = [
      ['First Name', 'Last Name', 'Email', header, 'Membership', 'Timestamp'],
      ['Ana', 'Reed', 'a@example.org', 'Q', 'Delegate', ''],
    ];
    expect(accepted(guessImport(sheetOf(rows), policy)).mappings[0]?.fields[3] ?? null).toBe(field);
  });
  it('take the name to go by for the first name where there is no other', () => {
    const rows = [
      ['Preferred First Name', 'Last Name', 'Email', 'Membership'],
      ['Ana', 'Reed', 'a@example.org', 'Delegate'],
    ];
    expect(accepted(guessImport(sheetOf(rows), policy)).mappings[0]?.fields.slice(0, 2)).toEqual([
      'givenName',
      'familyName',
    ]);
  });
});

test('Qualtrics’ own names of the columns are no one, also where the first row is taken for the header', () => {
  expect(isHeaderLike(['{"ImportId":"startDate"}', '', '{"ImportId":"QID1_1"}'])).toBe(true);
  expect(isHeaderLike(['', '', ''])).toBe(false);
});
