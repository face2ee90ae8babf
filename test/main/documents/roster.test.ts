import { expect, test } from 'vitest';
import { rosterSheet, tableSheet } from '../../../main/documents/roster.ts';
import { CivilDate } from '../../../shared/model/dates.ts';
import { Cents } from '../../../shared/model/money.ts';
import { type RosterRow, rosterColumns, usualRosterColumns } from '../../../shared/model/roster.ts';

const zoe: RosterRow = {
  place: 1,
  name: 'Zoë Dávila',
  certificateName: null,
  organization: 'Etowah County Schools',
  jobTitle: 'Technology Director',
  email: 'zoe@example.org',
  phone: '(256) 555-0112',
  membership: 'Delegate Member',
  highestPost: true,
  tier: 1,
  years: 12,
  appliedOn: CivilDate.parse('2024-04-01'),
  status: 'Accepted',
  fee: Cents.parse(7_500),
  paid: null,
  needs: null,
  remark: null,
};

test('A roster is what the screen shows: its columns, in its order', () => {
  const sheet = rosterSheet({
    program: 'AL-CTO',
    cohort: 'Foxtrot',
    rows: [zoe],
    columns: ['name', 'highestPost', 'fee', 'place'],
  });
  expect(sheet.columns.map(({ title }) => title)).toEqual(['Name', 'Highest post', 'Fee', 'Place']);
  expect(sheet.rows).toEqual([{ name: 'Zoë Dávila', highestPost: 1, fee: 7_500, place: 1 }]);
  expect([sheet.name, sheet.title, sheet.subtitle]).toEqual(['Foxtrot', 'Roster of Foxtrot', 'AL-CTO']);
});

test('Every fact of a row has a column, and the usual columns are among them', () => {
  const keys = rosterColumns.map(({ key }) => key);
  expect([...keys].sort()).toEqual(Object.keys(zoe).sort());
  expect(usualRosterColumns.every((key) => keys.includes(key))).toBe(true);
});

test('Any other list exports as it stands on the screen', () => {
  const columns = [{ key: 'course', title: 'Course', kind: 'text' }] as const;
  expect(tableSheet('Courses', columns, [{ course: 'IT Management' }], { zone: 'America/Chicago' })).toEqual({
    name: 'Courses',
    title: 'Courses',
    zone: 'America/Chicago',
    columns,
    rows: [{ course: 'IT Management' }],
  });
});
