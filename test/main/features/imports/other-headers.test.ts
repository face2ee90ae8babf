import { describe, expect, it, test } from 'vitest';
import { meaningsOf } from '../../../../main/features/imports/header-names.ts';
import { guessImport } from '../../../../main/features/imports/mapping.ts';
import { accepted, Desk, outcomes, policy, sheetOf } from './import-desk.ts';

describe('a header of applications', () => {
  test.each([
    ['Response Date', 'submittedAt'],
    ['Submit Date (UTC)', 'submittedAt'],
    ['RecordedDate', 'submittedAt'],
    ['Marca temporal', 'submittedAt'],
    ['Dirección de correo electrónico', 'email'],
    ['FNAME', 'givenName'],
    ['LNAME', 'familyName'],
    ['Title (required)', 'jobTitle'],
    ['Phone #', 'phone'],
    ['System/Org', 'organization'],
    ['Place of Employment', 'organization'],
    ['Name of School System/District', 'organization'],
    ['What is your position in your school system?', 'jobTitle'],
    ['Years Exp.', 'yearsInEducation'],
    ['Are you an ALET delegate?', 'membership'],
    ['Which system do you work in?', 'organization'],
    ['Order Date', 'submittedAt'],
    ['Registration Date', 'submittedAt'],
    ['Date Registered', 'submittedAt'],
    ['Attendee first name', 'givenName'],
    ['Attendee email', 'email'],
    ['How should it be printed on your certificate?', 'certificateName'],
  ])('“%s” asks for the %s', (header, field) => expect(meaningsOf(header, 'applications')[0]?.field).toBe(field));

  test.each([
    'Years at current district',
    'School phone',
    'Number of students in your system',
    'Do you work in a school system?',
    'Do you have three years of experience in education?',
    'Buyer first name',
    'Buyer email',
    'Buyer last name',
    'Purchaser e-mail',
    'Certificate printed',
    'Certificate No.',
  ])('“%s” asks for nothing that the program takes', (header) =>
    expect(meaningsOf(header, 'applications')).toEqual([]),
  );
});

describe('a header of graduates', () => {
  test.each([
    'Certificate #',
    'Certificate Number',
    'Certificate mailed',
    'Re-certification due',
    'Re-cert due date',
    'Recert fee paid',
    'Re-cert reminder sent',
    'Re-cert hours',
    'Renewal date',
  ])('“%s” is neither a name for the certificate nor the day on which documents came in', (header) =>
    expect(meaningsOf(header, 'graduates')).toEqual([]),
  );
  test.each([
    ['Recert Docs Rec’d', 'recertificationReceivedOn'],
    ['Re-cert documents received by', 'recertificationReceivedOn'],
    ['Graduate', 'fullName'],
    ['Date of Graduation', 'graduatedOn'],
  ])('“%s” is the %s', (header, field) => expect(meaningsOf(header, 'graduates')[0]?.field).toBe(field));
});

it('a day on which re-certification is due re-certifies no one', () => {
  const header = ['Certificate #', 'Name', 'System', 'Email', 'Graduated', 'Re-certification due'];
  const row = ['17', 'Mei Lund', 'Lee County Schools', 'mei@example.org', '6/9/2017', '6/1/2022'];
  const desk = new Desk();
  desk.take(sheetOf([header, row], 'Alpha'));
  expect(desk.receipts.size).toBe(0);
  expect(desk.called('Lund').certificateName).toBeNull();
});

const header = ['Timestamp', 'Email', 'First', 'Last', 'System', 'Highest position', 'Membership', 'Years'];
const mei = ['4/1/2024 12:10', 'mei@example.org', 'Mei', 'Lund', 'Lee County Schools', 'No', 'General', '5'];

test.each([
  ['Submitted At (UTC)', '2024-04-01T12:10:00.000Z'],
  ['Timestamp (CST)', '2024-04-01T18:10:00.000Z'],
  ['Timestamp', '2024-04-01T17:10:00.000Z'],
])('times under “%s” are of its zone', (asked, at) => {
  const desk = new Desk();
  desk.take(sheetOf([header.with(0, asked), mei]));
  expect(desk.applicationOf(desk.called('Lund')).firstSubmittedAt).toBe(at);
});

describe('a second header among the rows', () => {
  it('with the same columns in other words is left out', () => {
    const again = ['Time stamp', 'E-mail', 'First name', 'Last name', 'District', 'Top post?', 'Member type', 'Yrs'];
    const plan = new Desk().take(sheetOf([header, mei, again, mei.with(1, 'ada@example.org').with(2, 'Ada')]));
    expect(outcomes(plan)).toEqual({ create: 2 });
    expect(plan.skipped).toMatchObject([{ row: 3, reason: 'The row repeats the header.' }]);
  });
  it('with other columns makes the rows below it unusable, and says where it stands', () => {
    const desk = new Desk();
    const plan = desk.take(
      sheetOf([header, mei, ['Last name', 'First name', 'Email', 'System'], ['Rook', 'Bea', 'bea@example.org', 'Lee']]),
    );
    expect(plan.rows.map(({ outcome }) => outcome)).toEqual(['create', 'cannot-be-used']);
    expect(plan.rows[1]?.notes).toEqual([expect.stringMatching(/^The columns change in row 3/)]);
    expect(desk.people.size).toBe(1);
  });
});

it('new places that are like none on the list are told once', () => {
  const desk = new Desk();
  const spreadsheet = sheetOf([header, mei.with(4, 'HCS'), mei.with(1, 'ada@example.org').with(2, 'Ada')]);
  const { mappings } = accepted(guessImport(spreadsheet, policy));
  const plan = desk.plan(spreadsheet, mappings, (typed) => (typed === 'HCS' ? [] : ['Lee County Schools']));
  expect(plan.notes).toEqual([expect.stringMatching(/^Not on the list of school systems, and added to it: HCS\./)]);
});
