import { describe, expect, it } from 'vitest';
import { guessImport } from '../../../../main/features/imports/mapping.ts';
import { Answers } from '../../../../shared/model/applicants.ts';
import { fromJson } from '../../../../shared/model/json.ts';
import { accepted, Desk, policy, sheetOf } from './import-desk.ts';

/** A form that branches on the membership: whoever is a member is asked for the years on another page. */
const header = [
  'Timestamp',
  'Email Address',
  'First Name',
  'Last Name',
  'School System',
  'Highest position',
  'ALET Membership',
  'Years in education',
  'School System',
  'Years in education2',
];
const row = (name: string, cells: Readonly<Record<number, string>>): string[] =>
  ['2024/04/02 8:00:00 AM CDT', `${name.toLowerCase()}@example.org`, name, 'Lund', '', 'No', 'General', '', '', ''].map(
    (cell, column) => cells[column] ?? cell,
  );
const people = [
  row('Mei', { 4: 'Lee County Schools', 7: '5' }),
  row('Ada', { 8: 'Hoover City Schools', 9: '12' }),
  row('Bo', { 8: 'Pike Road Schools', 9: '3' }),
];

describe('a question that a form asks in two branches', () => {
  it('is one field: the column that is filled counts, and the guess says so', () => {
    const spreadsheet = sheetOf([header, ...people]);
    const guess = accepted(guessImport(spreadsheet, policy));
    expect(guess.mappings[0]?.fields.slice(-3)).toEqual(['yearsInEducation', 'organization', 'yearsInEducation']);
    expect(guess.notes).toContain(
      'In “Form1”, column I, “School System”, also asks for the organization: the first one filled in counts.',
    );
    const desk = new Desk();
    expect(desk.take(spreadsheet).rows.map(({ outcome, organization }) => [outcome, organization])).toEqual([
      ['create', 'Lee County Schools'],
      ['create', 'Hoover City Schools'],
      ['create', 'Pike Road Schools'],
    ]);
    const answers = [...desk.applications.values()].map((one) => fromJson(Answers, one.answers));
    expect(answers.map((each) => [each.organization, each.yearsInEducation, each['School System (2)']])).toEqual([
      ['Lee County Schools', '5', undefined],
      ['Hoover City Schools', '12', undefined],
      ['Pike Road Schools', '3', undefined],
    ]);
    expect(desk.take(spreadsheet).writes).toEqual([]);
  });

  it('answered in both and differently is looked at, and what does not count is kept', () => {
    const desk = new Desk();
    const both = row('Cy', { 4: 'Lee County Schools', 7: '5', 8: 'LEE COUNTY SCHOOLS', 9: '6' });
    const spreadsheet = sheetOf([header, ...people, both]);
    const { mappings } = accepted(guessImport(sheetOf([header, ...people]), policy));
    const plan = desk.take(spreadsheet, { ...accepted(guessImport(spreadsheet, policy)), mappings });
    expect(plan.rows[3]?.notes).toEqual([
      'Two columns are taken for the years in education, and both are filled: “5” counts, “6” does not. Check it.',
    ]);
    const cy = desk.applicationOf([...desk.people.values()].find(({ givenName }) => givenName === 'Cy') ?? people0());
    expect(cy.yearsInEducation).toBe(5);
    expect(fromJson(Answers, cy.answers)).toMatchObject({ yearsInEducation: '5', 'Years in education2': '6' });
  });

  it('is two questions where most rows answer both', () => {
    const twice = people.map((cells) => cells.map((cell, column) => (column === 9 ? '40' : column === 7 ? '5' : cell)));
    const { mappings } = accepted(guessImport(sheetOf([header, ...twice]), policy));
    expect(mappings[0]?.fields.filter((field) => field === 'yearsInEducation')).toHaveLength(1);
  });
});

const people0 = (): never => {
  throw new Error('No one is named Cy.');
};
