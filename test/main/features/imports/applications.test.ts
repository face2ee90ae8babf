import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessImport } from '../../../../main/features/imports/mapping.ts';
import { Answers } from '../../../../shared/model/applicants.ts';
import { fromJson } from '../../../../shared/model/json.ts';
import { runs } from '../../../runs.ts';
import { accepted, Desk, now, outcomes, policy, sheetOf } from './import-desk.ts';

const header = [
  'Timestamp',
  'Email Address',
  'First Name',
  'Last Name',
  'School System',
  'Phone',
  'Highest position',
  'ALET Membership',
  'Years in education',
  'T-shirt size',
];
interface Form {
  at?: string;
  email?: string;
  given?: string;
  family?: string;
  system?: string;
  phone?: string;
  highest?: string;
  membership?: string;
  years?: string;
  shirt?: string;
}
const row = (form: Form): string[] => [
  form.at ?? '2024/04/02 8:00:00 AM CDT',
  form.email ?? 'mei@example.org',
  form.given ?? 'Mei',
  form.family ?? 'Lund',
  form.system ?? 'Lee County Schools',
  form.phone ?? '(256) 555-0101',
  form.highest ?? 'No',
  form.membership ?? 'General',
  form.years ?? '5',
  form.shirt ?? '',
];
const list = (...forms: Form[]) => sheetOf([header, ...forms.map(row)]);

describe('who is the same person', () => {
  it('whoever has the same address, in any letters: the later answers stand, both sendings stay', () => {
    const desk = new Desk();
    const plan = desk.take(
      list(
        { at: '2024/04/15 8:00:00 AM CDT', years: '11' },
        { at: '2024/04/12 8:00:00 AM CDT', email: 'MEI@EXAMPLE.ORG', years: '10' },
        { at: '2024/04/18 8:00:00 AM CDT', years: '12', phone: '256-555-0199' },
      ),
    );
    expect(plan.rows.map((one) => one.outcome)).toEqual(['create', 'update', 'update']);
    expect(plan.rows[2]?.differences).toEqual([
      { field: 'phone', before: '(256) 555-0101', after: '(256) 555-0199' },
      { field: 'years in education', before: '11', after: '12' },
    ]);
    expect(desk.applications.size).toBe(1);
    expect(desk.submissions.size).toBe(3);
    expect(desk.applicationOf(desk.called('Lund'))).toMatchObject({
      firstSubmittedAt: '2024-04-12T13:00:00.000Z',
      latestSubmittedAt: '2024-04-18T13:00:00.000Z',
      yearsInEducation: 12,
    });
  });

  it('whoever has the same name and phone', () => {
    const desk = new Desk();
    desk.take(
      list(
        { email: 'mei@example.org' },
        {
          email: 'mei@mail.example.org',
          given: ' MEI',
          family: 'LUND ',
          phone: '2565550101',
          at: '2024/04/03 8:00:00 AM CDT',
        },
      ),
    );
    expect(desk.people.size).toBe(1);
    expect(desk.called('Lund').email).toBe('mei@mail.example.org');
  });

  it('but not two who share a phone, nor two who share a name', () => {
    const desk = new Desk();
    desk.take(
      list({}, { email: 'ada@example.org', given: 'Ada' }, { email: 'mei.lund@example.org', phone: '334-555-0102' }),
    );
    expect(desk.people.size).toBe(3);
  });

  it('asks where one address stands with two names', () => {
    const plan = new Desk().take(list({}, { given: 'Ada', family: 'Quill', at: '2024/04/03 8:00:00 AM CDT' }));
    expect(plan.rows[1]).toMatchObject({
      outcome: 'needs-a-look',
      notes: [expect.stringContaining('Mei Lund share an e-mail address')],
    });
  });

  it('even without any address or phone, at the second import', () => {
    const desk = new Desk();
    const forms = list({ email: 'none', phone: '' }, { email: '', phone: '334', given: 'Ada', at: 'soon' });
    expect(outcomes(desk.take(forms))).toEqual({ 'needs-a-look': 2 });
    expect(desk.take(forms).writes).toEqual([]);
    // The leads have found out the address since.
    const person = [...desk.people.values()].find((one) => one.givenName === 'Mei');
    if (person) desk.people.set(person.id, { ...person, email: 'mei@example.org', phone: '2565550101' });
    expect(desk.take(list({ email: 'none', phone: '' })).writes).toEqual([]);
  });
});

describe('a row', () => {
  it('mended in the file comes in as an update, and the file as it was then changes nothing', () => {
    const desk = new Desk();
    desk.take(list({ years: '??' }));
    const mended = desk.take(list({ years: '7' }));
    expect(mended.rows[0]).toMatchObject({
      outcome: 'update',
      differences: [{ field: 'years in education', before: '', after: '7' }],
    });
    expect(desk.take(list({ years: '??' })).writes).toEqual([]);
  });

  it('never takes back what the leads have set by hand since', () => {
    const desk = new Desk();
    desk.take(list({ years: '??' }));
    const application = desk.applicationOf(desk.called('Lund'));
    desk.applications.set(application.id, { ...application, yearsInEducation: 4 });
    expect(outcomes(desk.take(list({ years: '??' })))).toEqual({ same: 1 });
  });

  it('without a time that can be read says so, and that it takes no place until someone sets one', () => {
    const desk = new Desk();
    const plan = desk.take(list({ at: 'last week' }));
    expect(plan.rows[0]?.notes).toEqual([
      expect.stringMatching(/“last week” in “Timestamp” isn’t a date and time/),
      expect.stringMatching(/Until you set when it was sent, it stays under Needs a look/),
    ]);
    expect(desk.applicationOf(desk.called('Lund'))).toMatchObject({
      firstSubmittedAt: now,
      submittedDoubt: 'unreadable',
    });
  });

  it('keeps what was typed: under the field, and under the header where no field is', () => {
    const desk = new Desk();
    desk.take(list({ years: '5 years', shirt: 'M' }));
    const answers = fromJson(Answers, desk.applicationOf(desk.called('Lund')).answers);
    expect(answers).toMatchObject({
      yearsInEducation: '5 years',
      membership: 'General',
      'T-shirt size': 'M',
      email: 'mei@example.org',
    });
  });

  it('that is blank, a total or the header again is skipped with a reason', () => {
    const spreadsheet = sheetOf([
      header,
      row({}),
      [],
      header,
      row({ email: 'ada@example.org', given: 'Ada' }),
      ['Total', '', '', '', '2'],
    ]);
    const plan = new Desk().take(spreadsheet);
    expect(plan.rows).toHaveLength(2);
    expect(plan.skipped).toEqual([
      { sheet: 'Form1', row: 3, reason: 'The row is blank.' },
      { sheet: 'Form1', row: 4, reason: 'The row repeats the header.' },
      { sheet: 'Form1', row: 6, reason: 'The row is a total, not a person.' },
    ]);
  });

  it('of someone who has withdrawn is kept, and a lead decides', () => {
    const desk = new Desk();
    desk.take(list({}));
    const application = desk.applicationOf(desk.called('Lund'));
    desk.applications.set(application.id, { ...application, status: 'withdrawn' });
    const plan = desk.take(list({ at: '2024/05/01 8:00:00 AM CDT' }));
    expect(plan.rows[0]).toMatchObject({
      outcome: 'needs-a-look',
      notes: [expect.stringContaining('withdrawn and was sent again')],
    });
    expect(desk.applicationOf(desk.called('Lund')).status).toBe('withdrawn');
  });
});

it('organizations that are one have one row, under the name that is spelled best', () => {
  const desk = new Desk();
  const systems = [
    'JEFFERSON COUNTY SCHOOLS',
    'Jefferson Co Schools',
    'Jefferson County Schools',
    'DEKALB COUNTY SCH.',
    'DeKalb County School System',
  ];
  desk.take(
    list(
      ...systems.map((system, index) => ({ system, email: `p${index}@example.org`, given: `P${index}`, phone: '' })),
    ),
  );
  expect([...desk.organizations.values()].map(({ name }) => name)).toEqual([
    'Jefferson County Schools',
    'DeKalb County School System',
  ]);
});

describe('any list', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      ' ',
      'n/a',
      'Yes',
      'General',
      '15+',
      'Mei',
      'mei@example.org',
      '2565550101',
      '4/1/2024',
      '=1+1',
      'Total',
      'Lee County Schools',
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  );
  it('writes nothing the second time, and each row comes out', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 10, maxLength: 10 }), { minLength: 1, maxLength: 12 }),
        (rows) => {
          const desk = new Desk();
          const guess = accepted(guessImport(sheetOf([header, row({})]), policy));
          const first = desk.take(sheetOf([header, ...rows]), guess);
          expect(first.rows.length + first.skipped.length).toBe(rows.length);
          const again = desk.take(sheetOf([header, ...rows]), guess);
          expect(again.writes).toEqual([]);
          expect(again.rows.every(({ outcome }) => outcome === 'same' || outcome === 'cannot-be-used')).toBe(true);
        },
      ),
      { numRuns: runs(300) },
    );
  });
});
