import { describe, expect, it } from 'vitest';
import { readSpreadsheet } from '../../../../main/spreadsheets/read/read-spreadsheet.ts';
import { accepted, Desk, outcomes, sample, sheetOf } from './import-desk.ts';

const header = ['Last', 'First', 'System', 'E-mail', 'Graduated', 'Re-cert docs received', 'Notes'];
const lund = ['Lund', 'Mei', 'Lee County Schools', 'mei@example.org', '6/8/2017', '', ''];
const alpha = (...rows: string[][]) => sheetOf([['AL-CTO graduates, Alpha cohort'], [], header, ...rows], 'Alpha');

describe('the sample list', () => {
  it('makes four finished cohorts of graduates with due dates, receipts and remarks', async () => {
    const desk = new Desk();
    const plan = await desk.takeFile(sample('graduates-alpha-to-delta.xlsx'));
    expect(outcomes(plan)).toEqual({ create: 81 });
    const cohorts = [...desk.cohorts.values()].filter(({ status }) => status === 'finished');
    expect(cohorts.map(({ name }) => name)).toEqual(['Alpha', 'Beta', 'Charlie', 'Delta']);
    expect(
      [...desk.participants.values()].every(({ status, graduatedOn }) => status === 'graduated' && graduatedOn),
    ).toBe(true);
    expect(new Set([...desk.dues.values()].map(({ dueOn }) => dueOn))).toEqual(new Set(['2022-06-01', '2023-06-01']));
    expect(desk.receipts.size).toBeGreaterThan(30);
    const remarks = new Set([...desk.dues.values()].flatMap(({ remark }) => remark?.split('; ') ?? []));
    expect(remarks).toEqual(new Set(['pending', 'moved to Georgia', 'retired 2020', 'see e-mail']));
    expect(plan.skipped.filter(({ reason }) => reason.includes('total'))).toHaveLength(4);
  });

  it('changes nothing when it comes in again', async () => {
    const desk = new Desk();
    await desk.takeFile(sample('graduates-alpha-to-delta.xlsx'));
    const again = await desk.takeFile(sample('graduates-alpha-to-delta.xlsx'));
    expect(outcomes(again)).toEqual({ same: 81 });
    expect(again.writes).toEqual([]);
  });

  it('says nowhere that a day lies in another time zone', async () => {
    const sheets = accepted(await readSpreadsheet(sample('graduates-alpha-to-delta.xlsx'))).sheets;
    for (const sheet of sheets)
      for (const row of sheet.rows.slice(3, -2)) expect(row[5]).toMatch(/^20\d\d-06-(08|09|10)$/);
  });
});

describe('a graduate', () => {
  it('who applied before is the same person, and the list overwrites nothing of theirs', () => {
    const desk = new Desk();
    desk.take(
      sheetOf([
        ['Cohort', ...header],
        ['Alpha', ...lund],
      ]),
    );
    const person = desk.called('Lund');
    desk.people.set(person.id, { ...person, email: 'mei@example.org', jobTitle: 'CTO', familyName: 'Lund-Quill' });
    const plan = desk.take(
      sheetOf([
        ['Cohort', ...header],
        ['Beta', ...lund],
      ]),
    );
    expect(plan.rows[0]?.outcome).toBe('create');
    expect([...desk.people.values()]).toHaveLength(1);
    expect(desk.called('Lund-Quill').jobTitle).toBe('CTO');
    expect(desk.participants.size).toBe(2);
  });

  it('gains what came in since, and keeps every word', () => {
    const desk = new Desk();
    desk.take(alpha(lund.with(5, 'pending').with(6, 'see e-mail')));
    expect([...desk.dues.values()][0]?.remark).toBe('pending; see e-mail');
    const plan = desk.take(alpha(lund.with(5, '3/2/2022').with(6, 'see e-mail')));
    expect(plan.rows[0]?.outcome).toBe('update');
    expect([...desk.receipts.values()]).toMatchObject([{ receivedOn: '2022-03-02' }]);
    expect([...desk.dues.values()]).toMatchObject([{ dueOn: '2022-06-01', remark: 'pending; see e-mail' }]);
  });

  it('whose day of graduation is a word needs a look, and still has the cohort’s due date', () => {
    const desk = new Desk();
    const plan = desk.take(alpha(lund.with(4, 'June, I think')));
    expect(plan.rows[0]).toMatchObject({
      outcome: 'needs-a-look',
      notes: [expect.stringMatching(/“June, I think” in “Graduated” isn’t a date/)],
    });
    expect([...desk.dues.values()]).toMatchObject([{ dueOn: '2022-06-01' }]);
  });

  it('of a cohort without a due date keeps what was received as a remark', () => {
    const desk = new Desk();
    const golf = sheetOf([header, lund.with(5, '3/2/2024').with(6, 'by mail')], 'Golf');
    expect(outcomes(desk.take(golf))).toEqual({ 'needs-a-look': 1 });
    expect([...desk.participants.values()][0]?.remark).toBe('Documents received Mar 2, 2024; by mail');
    expect(desk.take(golf).writes).toEqual([]);
  });

  it('without an address is found again by name and place of work', () => {
    const desk = new Desk();
    desk.take(alpha(lund.with(3, '')));
    expect(desk.take(alpha(lund.with(3, ''))).writes).toEqual([]);
  });

  it('without a name and an address cannot be used, nor one without a cohort', () => {
    const plan = new Desk().take(
      sheetOf(
        [
          ['Cohort', ...header],
          ['Alpha', '', '', 'Lee County Schools', '', '6/8/2017'],
          ['', ...lund],
        ],
        'Sheet1',
      ),
    );
    expect(plan.rows.map(({ outcome }) => outcome)).toEqual(['cannot-be-used', 'cannot-be-used']);
    expect(plan.writes).toEqual([]);
  });
});
