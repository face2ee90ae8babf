import { v7 } from 'uuid';
import { describe, expect, it, test } from 'vitest';
import { guessImport } from '../../../../main/features/imports/mapping.ts';
import { comparable } from '../../../../main/rules/duplicates/duplicates.ts';
import { comparableName, organizationCandidates } from '../../../../main/rules/organizations/organization-match.ts';
import { PersonId } from '../../../../shared/model/ids.ts';
import { accepted, Desk, policy, sheetOf } from './import-desk.ts';

const header = [
  'Timestamp',
  'Email',
  'First Name',
  'Last Name',
  'System',
  'Title',
  'Membership',
  'Years in education',
  'Phone',
];
const ana = [
  '4/2/2024 9:00 AM',
  'ana@example.org',
  'Ana',
  'Alvarez',
  'Lee County Schools',
  'Director',
  'Delegate Member',
  '12',
  '205-555-0101',
];
const bo = [
  '4/3/2024 9:00 AM',
  'bo@example.org',
  'Bo',
  'Brand',
  'Pike County Schools',
  'Director',
  'Delegate Member',
  '9',
  '205-555-0102',
];
const endless = 'Baldwin County Schools of Alabama '.repeat(2_500);

describe('a cell longer than its field may be costs its own row a look, and nothing else', () => {
  test.each([
    [4, 'System', '200'],
    [2, 'First Name', '200'],
    [5, 'Title', '200'],
    [1, 'Email', '320'],
    [0, 'Timestamp', '200'],
    [6, 'Membership', '1,000'],
    [7, 'Years in education', '1,000'],
    [8, 'Phone', '200'],
  ])('in column %i, %s', (column, title, most) => {
    const desk = new Desk();
    const long = ana.with(column, endless);
    const { rows } = desk.take(sheetOf([header, long, bo]));
    const said = `“Baldwin County Schools of Alabama Baldwin County Schools of Alabama Baldwin Cou…” in “${title}” is longer than ${most} letters and was left out; shorten it in the file, or set it by hand.`;
    expect(rows.map(({ row, outcome }) => [row, outcome])).toEqual([
      [2, 'needs-a-look'],
      [3, expect.stringMatching(/^(create|needs-a-look)$/)],
    ]);
    expect(rows[0]?.notes.filter((note) => note.includes(`“${title}”`))).toEqual([said]);
    expect(rows[1]?.notes).toEqual(new Desk().take(sheetOf([header, bo])).rows[0]?.notes);
    for (const { name } of desk.organizations.values()) expect(name.length).toBeLessThan(100);
  });

  it('what was typed is kept with the form anyway', () => {
    const desk = new Desk();
    desk.take(sheetOf([header, ana.with(4, endless), bo]));
    const [submission] = desk.submissions.values();
    expect(submission?.answers.includes(endless.trim())).toBe(true);
  });

  it('places that are like one on the list are not even asked for', () => {
    const asked: string[] = [];
    const spreadsheet = sheetOf([header, ana.with(4, endless), bo]);
    const { mappings } = accepted(guessImport(spreadsheet, policy));
    new Desk().plan(spreadsheet, mappings, (typed) => {
      asked.push(typed);
      return [];
    });
    expect(asked).toEqual(['Pike County Schools']);
  });

  it('a header of many words is no header that anybody knows', () => {
    expect(
      accepted(guessImport(sheetOf([header.with(4, endless), ana, bo]), policy)).mappings[0]?.fields[4],
    ).toBeNull();
  });
});

describe('what is on the desk already is compared by its beginning', () => {
  it('a place', () => {
    expect(comparableName(endless).whole.length).toBeLessThanOrEqual(200);
    const listed = { comparable: comparableName('Pike County '.repeat(9_000)) };
    expect(organizationCandidates(endless, [listed])).toEqual([]);
  });

  it('a person', () => {
    const one = comparable({
      id: PersonId.parse(v7()),
      givenName: 'Ana '.repeat(20_000),
      familyName: 'Alvarez-'.repeat(20_000),
      email: `${'ana.alvarez'.repeat(9_000)}@example.org`,
      phone: null,
      organizationId: null,
      organization: null,
    });
    const texts = [one.given, one.family, one.mailbox, ...one.givenNames, ...one.familyParts];
    expect(Math.max(...texts.map((text) => text.length))).toBeLessThanOrEqual(200);
  });
});
