import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it, test } from 'vitest';
import { guessImport, missingColumns } from '../../../../main/features/imports/mapping.ts';
import { readSpreadsheet } from '../../../../main/spreadsheets/read/read-spreadsheet.ts';
import { accepted, Desk, outcomes, policy, sheetOf, tempFile } from './import-desk.ts';

const header = ['Last', 'First', 'System', 'E-mail', 'Graduated', 'Re-cert docs received', 'Notes'];
const lund = ['Lund', 'Mei', 'Lee County Schools', 'mei@example.org', '6/8/2017', '', ''];
const rook = ['Rook', 'Bea', 'Lee County Schools', 'bea@example.org', '6/8/2018', '', ''];

/** Who graduated in which cohort. */
const places = (desk: Desk): string[] =>
  [...desk.participants.values()].map(
    ({ personId, cohortId }) => `${desk.person(personId).familyName}: ${desk.cohorts.get(cohortId)?.name}`,
  );

describe('cohorts in blocks, one below the other', () => {
  it('each have their own title, and the header again', () => {
    const desk = new Desk();
    const plan = desk.take(
      sheetOf(
        [['AL-CTO graduates, Alpha cohort'], [], header, lund, [], ['AL-CTO graduates, Beta cohort'], [], header, rook],
        'Graduates',
      ),
    );
    expect(places(desk)).toEqual(['Lund: Alpha', 'Rook: Beta']);
    expect(plan.skipped.map(({ reason }) => reason)).toContain('The row names the cohort of the rows below it: Beta.');
  });
  it('may be told by a name alone, and then no column is missed', () => {
    const spreadsheet = sheetOf([header, ['Alpha'], lund, ['Beta Cohort'], rook], 'Graduates');
    const guess = accepted(guessImport(spreadsheet, policy));
    expect(missingColumns(spreadsheet, 'graduates', guess.mappings, policy)).toEqual([]);
    const desk = new Desk();
    expect(outcomes(desk.take(spreadsheet, guess))).toEqual({ create: 2 });
    expect(places(desk)).toEqual(['Lund: Alpha', 'Rook: Beta']);
  });
  it('whose title names none are not put to the one above', () => {
    const desk = new Desk();
    const plan = desk.take(sheetOf([['Alpha cohort'], header, lund, ['Graduates of 2018'], rook], 'Graduates'));
    expect(places(desk)).toEqual(['Lund: Alpha']);
    expect(plan.rows.at(-1)).toMatchObject({ outcome: 'cannot-be-used', name: 'Bea Rook' });
  });
  it('may stand in merged cells beside the people', async () => {
    const rows = [
      ['Cohort', ...header],
      ['Alpha', ...lund],
      [null, ...rook],
    ];
    const merges = [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }];
    const desk = new Desk();
    await desk.takeFile(tempFile('all.xlsx', await writeXlsx({ sheets: [{ name: 'All', rows, merges }] })));
    expect(places(desk)).toEqual(['Lund: Alpha', 'Rook: Alpha']);
  });
  it('merged cells without a value stay empty, and a merge reaches no further than the rows', async () => {
    const rows = [
      ['Name', 'Years'],
      ['Ada', 1],
      [null, 2],
    ];
    const merges = [
      { startRow: 1, startCol: 0, endRow: 9, endCol: 0 },
      { startRow: 0, startCol: 2, endRow: 2, endCol: 2 },
    ];
    const file = tempFile('book.xlsx', await writeXlsx({ sheets: [{ name: 'A', rows, merges }] }));
    expect(accepted(await readSpreadsheet(file)).sheets[0]?.rows).toEqual([
      ['Name', 'Years'],
      ['Ada', '1'],
      ['Ada', '2'],
    ]);
  });
});

it('a cohort that no one has heard of is told once', () => {
  const spreadsheet = sheetOf([
    ['Cohort', ...header],
    ['Pilot', ...lund],
    ['Pilot', ...rook],
  ]);
  const desk = new Desk();
  expect(desk.take(spreadsheet).notes).toEqual([expect.stringMatching(/^“Pilot” isn’t one of the program’s cohorts/)]);
  expect(desk.take(spreadsheet).notes).toEqual([]);
});

describe('a day', () => {
  const graduate = (changes: Readonly<Record<number, string>>) => {
    const desk = new Desk();
    const row = lund.map((cell, column) => changes[column] ?? cell);
    const plan = desk.take(sheetOf([header, row], 'Alpha'));
    const [due] = [...desk.dues.values()];
    const [place] = [...desk.participants.values()];
    const [line] = plan.rows;
    return {
      outcome: line?.outcome,
      notes: line?.notes.join(' '),
      remark: due?.remark,
      place,
      receipts: desk.receipts,
    };
  };
  test.each(['Spring 2024', 'Q1 2022', 'June 2022', '2022', '6/2022', 'FY22', 'turned in', 'x'])(
    '“%s” in place of the day on which documents came in is looked at, and kept',
    (typed) => {
      const { outcome, remark, receipts } = graduate({ 5: typed });
      expect({ outcome, remark, receipts: receipts.size }).toEqual({
        outcome: 'needs-a-look',
        remark: typed,
        receipts: 0,
      });
    },
  );
  test.each(['pending', 'moved to Georgia', 'retired 2020', 'in progress', 'not received'])(
    '“%s” is a remark, and nothing to look at',
    (typed) => expect(graduate({ 5: typed })).toMatchObject({ outcome: 'create', remark: typed }),
  );
  test.each([
    ['3/1/2042', 'is in the future'],
    ['3/1/2012', 'is before the graduation date'],
  ])('documents of %s receive nothing', (typed, why) => {
    const { outcome, notes, remark, receipts } = graduate({ 5: typed });
    expect({ outcome, remark, receipts: receipts.size }).toEqual({
      outcome: 'needs-a-look',
      remark: typed,
      receipts: 0,
    });
    expect(notes).toContain(why);
  });
  test.each([
    ['6/9/2048', 'is in the future'],
    ['6/9/1918', 'is long before any course'],
    ['June 2017', 'isn’t a date'],
  ])('a graduation on “%s” is not written, and its words are kept', (typed, why) => {
    const { outcome, notes, remark, place } = graduate({ 4: typed });
    expect({ outcome, remark, on: place?.graduatedOn }).toEqual({
      outcome: 'needs-a-look',
      remark: `graduated: ${typed}`,
      on: null,
    });
    expect(notes).toContain(why);
  });
  it('cell that holds nothing, and shows the first moment of the calendar, is empty', () => {
    expect(graduate({ 5: '00:00:00' })).toMatchObject({ outcome: 'create', remark: null });
  });
  it('with dots and nothing that tells the order is looked at', () => {
    expect(graduate({ 4: '9.6.2017' }).notes).toMatch(
      /may have the day or the month first, and was read as 2017-09-06/,
    );
  });
});
