import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Cohort, Participant } from '../../../../shared/model/cohorts.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { day, Seed } from '../../seed-graduates.ts';
import { unzip } from '../../spreadsheets/unzip.ts';

let desk: TestDesk;
let seed: Seed;
let alpha: Cohort;
let delta: Cohort;
let yolanda: Participant;

beforeEach(async () => {
  desk = openTestDesk();
  desk.now = '2024-11-23T15:00:00.000Z';
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  seed = new Seed();
  alpha = seed.cohort('Alpha', { status: 'finished', startsOn: day('2017-06-01') });
  delta = seed.cohort('Delta', { status: 'finished', startsOn: day('2020-06-01') });
  const echo = seed.cohort('Echo', { status: 'finished', startsOn: day('2021-06-01') });
  yolanda = seed.graduate(alpha, seed.person('Yolanda Quarles', { organization: 'Lee County Schools' }));
  seed.due(yolanda, '2022-06-01', null, 'pending; moved to Georgia?');
  seed.due(seed.graduate(alpha, 'Rashad Okafor'), '2022-06-01', '2022-06-01');
  seed.due(seed.graduate(delta, 'Nolan Tidwell'), '2023-06-01', '2023-07-02');
  seed.due(seed.graduate(delta, 'Ifeoma Adeyemi'), '2025-06-01');
  seed.graduate(echo, 'Édith Noël', '2022-05-20');
  await seed.write(desk);
});

test('everyone who owes stands first by how long they have owed, with their days', async () => {
  const page = await desk.call('recertification.list', {});
  expect(page.on).toBe('2024-11-23');
  expect(page.rows.map(({ name, state, daysLeft }) => [name, state, daysLeft])).toEqual([
    ['Yolanda Quarles', 'overdue', -906],
    ['Ifeoma Adeyemi', 'due', 190],
  ]);
  expect(page.counts).toEqual({
    owe: 2,
    overdue: 1,
    due: 1,
    received: 2,
    remarked: 1,
    'no-due-date': 1,
    everyone: 5,
  });
});

test('documents received after the due date are received late, and count as received', async () => {
  const { rows } = await desk.call('recertification.list', { show: 'received', sort: { by: 'name', direction: 'up' } });
  expect(rows.map(({ name, state }) => [name, state])).toEqual([
    ['Rashad Okafor', 'received'],
    ['Nolan Tidwell', 'received-late'],
  ]);
});

test('as of an earlier day nothing later is known: a receipt has not come in, and who graduated later is not there', async () => {
  const page = await desk.call('recertification.list', { on: day('2022-05-01'), show: 'everyone' });
  expect(page.counts).toMatchObject({ everyone: 4, received: 0, due: 4, overdue: 0 });
  const rashad = page.rows.find(({ name }) => name === 'Rashad Okafor');
  expect(rashad).toMatchObject({ state: 'due', receivedOn: null, daysLeft: 31 });
});

test('each cohort’s tile counts its graduates, whatever the list shows', async () => {
  const page = await desk.call('recertification.list', { cohortId: delta.id, search: 'no one', show: 'overdue' });
  expect(page.rows).toEqual([]);
  expect(page.cohorts).toMatchObject([
    { name: 'Alpha', dueOn: '2022-06-01', graduates: 2, received: 1, due: 0, overdue: 1 },
    { name: 'Delta', dueOn: '2025-06-01', graduates: 2, received: 1, due: 1, overdue: 0 },
    { name: 'Echo', dueOn: null, graduates: 1, received: 0, due: 0, overdue: 0 },
  ]);
});

test('the search finds names without accents, school systems and remarks', async () => {
  const found = async (search: string) =>
    (await desk.call('recertification.list', { show: 'everyone', search })).rows.map(({ name }) => name);
  expect(await found('edith noel')).toEqual(['Édith Noël']);
  expect(await found('lee county')).toEqual(['Yolanda Quarles']);
  expect(await found('georgia')).toEqual(['Yolanda Quarles']);
  expect(await found('xyz')).toEqual([]);
});

test('the grace of the policy holds, and the remark is shown and decides nothing', async () => {
  const view = await desk.call('program.show', {});
  if (!view) throw new Error('No program');
  await desk.call('program.revise', {
    policy: { ...view.policy, recertification: { ...view.policy.recertification, graceDays: 30 } },
    effectiveOn: day('2022-01-01'),
    note: 'Thirty days of grace',
  });
  const shown = await desk.call('recertification.show', { participantId: yolanda.id, on: day('2022-06-20') });
  expect(shown.decision?.state).toBe('in-grace');
  expect(shown.row.remark).toBe('pending; moved to Georgia?');
  expect(shown.decision?.reasons.at(-1)).toMatchObject({ outcome: 'not-needed', sentence: 'Noted by the leads' });
  const now = await desk.call('recertification.show', { participantId: yolanda.id });
  expect(now.decision?.state).toBe('overdue');
  expect(now.history.map(({ sentence }) => sentence)).toContain(
    'Documents due Jun 1, 2022, “pending; moved to Georgia?”',
  );
});

test('the workbook holds the rows that the screen shows, in its order', async () => {
  desk.answers.saveFile = path.join(desk.folder, 'owe.xlsx');
  const written = await desk.call('recertification.export', {});
  expect(written).toMatchObject({ holds: '2 rows' });
  const sheet = unzip(readFileSync(desk.answers.saveFile)).get('xl/worksheets/sheet1.xml') ?? '';
  expect(sheet.indexOf('Yolanda Quarles')).toBeGreaterThan(0);
  expect(sheet.indexOf('Ifeoma Adeyemi')).toBeGreaterThan(sheet.indexOf('Yolanda Quarles'));
  expect(sheet).toContain('overdue since');
  expect(sheet).not.toContain('Rashad Okafor');
});

test('on any day and with any grace, who is listed as overdue or due is who the rule says so of', async () => {
  const view = await desk.call('program.show', {});
  if (!view) throw new Error('No program');
  for (const graceDays of [0, 30]) {
    await desk.call('program.revise', {
      policy: { ...view.policy, recertification: { ...view.policy.recertification, graceDays } },
      effectiveOn: day('2022-01-01'),
      note: `${graceDays} days of grace`,
    });
    for (const on of ['2022-06-01', '2022-06-02', '2022-07-01', '2022-07-02', '2023-07-01', '2025-06-02'].map(day)) {
      const { rows: everyone, counts } = await desk.call('recertification.list', { on, show: 'everyone' });
      for (const [show, states] of [
        ['overdue', ['overdue']],
        ['due', ['due', 'in-grace']],
        ['received', ['received', 'received-late']],
        ['no-due-date', [null]],
      ] as const) {
        const { rows } = await desk.call('recertification.list', { on, show });
        const bySaid = everyone.filter(({ state }) => states.some((each) => each === state));
        expect(rows.map(({ name }) => name).sort()).toEqual(bySaid.map(({ name }) => name).sort());
        expect(counts[show]).toBe(bySaid.length);
      }
    }
  }
});
