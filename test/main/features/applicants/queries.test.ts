import path from 'node:path';
import { expect, test } from 'vitest';
import { readSpreadsheet } from '../../../../main/spreadsheets/read/read-spreadsheet.ts';
import type { InputOf } from '../../../../shared/api.ts';
import { openFoxtrot } from '../../foxtrot.ts';

const people = [
  { name: 'Zoë Núñez', system: 'Shelby County Schools', years: '15+', sent: '2024/04/02 9:00:00 AM CDT' },
  { name: 'Amy OBrien', system: 'Baldwin County Schools', sent: '2024/04/01 9:00:00 AM CDT' },
  { name: 'Max Weatherly', membership: 'Delegate', post: 'Yes', years: '1', sent: '2024/05/30 9:00:00 AM CDT' },
  { name: 'Ida Baker', years: 'less than 1' },
  { name: 'Eve Blank', years: '' },
  { name: 'Tom Late', sent: '2024/06/02 9:00:00 AM CDT' },
];

const withPeople = async () => {
  const desk = await openFoxtrot({ seats: 2 });
  await desk.apply(people);
  const names = async (input: Omit<InputOf<'applicants.list'>, 'cohortId'>) =>
    (await desk.call('applicants.list', { cohortId: desk.cohortId, ...input })).rows.map(({ name }) => name);
  return { desk, names };
};

test('everyone who stands is in order, and whoever has no place comes after the last one', async () => {
  const { names } = await withPeople();
  expect(await names({})).toEqual(['Max Weatherly', 'Amy OBrien', 'Zoë Núñez', 'Eve Blank', 'Tom Late', 'Ida Baker']);
});

test('each chip shows exactly those whom it counts', async () => {
  const { desk, names } = await withPeople();
  const shown = {
    'in-order': 6,
    'within-seats': ['Max Weatherly', 'Amy OBrien'],
    waiting: ['Zoë Núñez'],
    'needs-a-look': ['Eve Blank', 'Tom Late'],
    late: ['Tom Late'],
    'not-eligible': ['Ida Baker'],
    accepted: [],
    closed: [],
  } as const;
  const { counts } = await desk.call('applicants.list', { cohortId: desk.cohortId });
  for (const show of [
    'within-seats',
    'waiting',
    'needs-a-look',
    'late',
    'not-eligible',
    'accepted',
    'closed',
  ] as const) {
    expect(await names({ show }), show).toEqual(shown[show]);
    expect(counts[show], show).toBe(shown[show].length);
  }
  const { applicationId } = await desk.applicant('Ida Baker');
  await desk.call('applicants.setStatus', { applicationIds: [applicationId], status: 'declined' });
  expect(await names({ show: 'closed' })).toEqual(['Ida Baker']);
  expect(await names({ show: 'not-eligible' })).toEqual([]);
  expect(await names({})).toHaveLength(5);
});

test('search finds names, systems and addresses without accents, case or the order of words', async () => {
  const { names } = await withPeople();
  expect(await names({ search: 'nunez zoe' })).toEqual(['Zoë Núñez']);
  expect(await names({ search: "o'brien" })).toEqual(['Amy OBrien']);
  expect(await names({ search: 'SHELBY' })).toEqual(['Zoë Núñez']);
  expect(await names({ search: 'maxweatherly@' })).toEqual(['Max Weatherly']);
  expect(await names({ search: 'no one' })).toEqual([]);
});

test('any column sorts both ways, what is empty goes last, and slices are parts of the same list', async () => {
  const { desk, names } = await withPeople();
  const byName = ['Ida Baker', 'Eve Blank', 'Tom Late', 'Zoë Núñez', 'Amy OBrien', 'Max Weatherly'];
  expect(await names({ sort: { by: 'name', direction: 'up' } })).toEqual(byName);
  expect(await names({ sort: { by: 'name', direction: 'down' } })).toEqual(byName.toReversed());
  expect((await names({ sort: { by: 'years', direction: 'down' } }))[0]).toBe('Zoë Núñez');
  expect((await names({ sort: { by: 'years', direction: 'up' } })).slice(0, 2)).toEqual(['Ida Baker', 'Max Weatherly']);
  for (const direction of ['up', 'down'] as const) {
    expect((await names({ sort: { by: 'years', direction } })).at(-1)).toBe('Eve Blank');
  }
  expect(await names({ sort: { by: 'name', direction: 'up' }, offset: 2, limit: 2 })).toEqual(byName.slice(2, 4));
  const slice = await desk.call('applicants.list', { cohortId: desk.cohortId, offset: 4, limit: 200 });
  expect({ total: slice.total, rows: slice.rows.length }).toEqual({ total: 6, rows: 2 });
});

test('years read as they were typed', async () => {
  const { desk } = await withPeople();
  expect((await desk.applicant('Zoë Núñez')).years).toBe('15+');
  expect((await desk.applicant('Ida Baker')).years).toBe('< 1');
  expect((await desk.applicant('Eve Blank')).years).toBe('?');
});

test('an applicant’s history tells what was sent and what was done, oldest first', async () => {
  const { desk } = await withPeople();
  const again = { ...people[0], name: 'Zoë Núñez', years: '16', sent: '2024/05/06 4:33:00 PM CDT' };
  await desk.apply([again], 'again.csv');
  const { applicationId } = await desk.applicant('Zoë Núñez');
  await desk.call('applicants.setStatus', {
    applicationIds: [applicationId],
    status: 'waiting',
    reason: 'Told by phone',
  });
  await desk.call('history.undo', {});
  const { history, submissions } = await desk.call('applicants.show', { applicationId });
  expect(history.map(({ at, sentence }) => `${at}: ${sentence}`)).toEqual([
    'Apr 2, 9:00 AM: Applied by form',
    'May 6, 4:33 PM: Sent the form again; years 15+ → 16',
    'Jun 3, 9:00 AM: Imported with 5 others',
    'Jun 3, 9:00 AM: Updated by an import: years 15 → 16',
    'Jun 3, 9:00 AM: Waiting: “Told by phone”',
    'Jun 3, 9:00 AM: Undid “Put Zoë Núñez on the waiting list”',
  ]);
  expect(submissions.map(({ source }) => source)).toEqual(['again.csv, row 2', 'form.csv, row 2']);
});

test('the export holds the screen’s rows and columns, numbers as numbers and days as days', async () => {
  const { desk } = await withPeople();
  const file = path.join(desk.folder, 'out.xlsx');
  desk.answers.saveFile = file;
  const written = await desk.call('applicants.export', {
    cohortId: desk.cohortId,
    show: 'within-seats',
    columns: ['place', 'name', 'tier', 'years', 'applied', 'status'],
  });
  expect(written).toEqual({ file, holds: '2 rows', notes: [] });
  const again = await readSpreadsheet(file);
  if (!again.ok) throw new Error(again.problem.sentence);
  expect(again.value.sheets[0]?.rows).toEqual([
    ['Place', 'Name', 'Tier', 'Years', 'Applied', 'Status'],
    ['1', 'Max Weatherly', '1 Delegate', '1', '2024-05-30T09:00:00', 'Within seats'],
    ['2', 'Amy OBrien', '2 General', '5', '2024-04-01T09:00:00', 'Within seats'],
  ]);
  desk.answers.saveFile = null;
  expect(await desk.call('applicants.export', { cohortId: desk.cohortId, columns: ['name'] })).toBeNull();
});
