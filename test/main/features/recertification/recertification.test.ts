import { beforeEach, describe, expect, test } from 'vitest';
import type { Cohort } from '../../../../shared/model/cohorts.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { day, Seed } from '../../seed-graduates.ts';

let desk: TestDesk;
let seed: Seed;
let alpha: Cohort;

beforeEach(async () => {
  desk = openTestDesk();
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  seed = new Seed();
  alpha = seed.cohort('Alpha', { status: 'finished' });
});

const counts = async () => (await desk.call('recertification.list', {})).counts;

describe('documents that came in', () => {
  test('are noted for several graduates at once, as one step that Undo takes back', async () => {
    const dues = ['Yolanda Quarles', 'Isaac Rutledge'].map((name) =>
      seed.due(seed.graduate(alpha, name), '2022-06-01'),
    );
    await seed.write(desk);
    expect(await counts()).toMatchObject({ overdue: 2, received: 0 });
    await desk.call('recertification.receive', { dueIds: dues, receivedOn: day('2024-06-01'), note: 'by post' });
    expect(await counts()).toMatchObject({ overdue: 0, received: 2 });
    const history = await desk.call('history.list', {});
    expect(history.rows[0]?.label).toBe('Recorded documents from 2 graduates, received Jun 1, 2024');
    await desk.call('history.undo', {});
    expect(await counts()).toMatchObject({ overdue: 2, received: 0 });
  });

  test('are not noted twice: the refusal names who has handed in, and no one is noted', async () => {
    const yolanda = seed.due(seed.graduate(alpha, 'Yolanda Quarles'), '2022-06-01', '2022-05-20');
    const isaac = seed.due(seed.graduate(alpha, 'Isaac Rutledge'), '2022-06-01');
    await seed.write(desk);
    const problem = await desk.refusal('recertification.receive', {
      dueIds: [yolanda, isaac],
      receivedOn: day('2024-06-01'),
    });
    expect(problem.reasons).toEqual(['Yolanda Quarles: received May 20, 2022']);
    expect(await counts()).toMatchObject({ overdue: 1, received: 1 });
  });

  test('can’t have come in on a day that lies ahead', async () => {
    const due = seed.due(seed.graduate(alpha, 'Yolanda Quarles'), '2022-06-01');
    await seed.write(desk);
    const problem = await desk.refusal('recertification.receive', { dueIds: [due], receivedOn: day('2024-06-04') });
    expect(problem.sentence).toMatch(/Jun 4, 2024, in the future/);
  });
});

describe('a due date', () => {
  test('is set for every graduate of a cohort that has none', async () => {
    seed.graduate(alpha, 'Yolanda Quarles');
    seed.graduate(alpha, 'Isaac Rutledge');
    seed.participant(alpha, 'Wanda Withdrawn', { status: 'withdrawn' });
    await seed.write(desk);
    expect(await counts()).toMatchObject({ 'no-due-date': 2, owe: 0 });
    const done = await desk.call('recertification.setDue', { cohortId: alpha.id, dueOn: day('2025-06-01') });
    expect(done).toEqual({ set: 2 });
    expect(await counts()).toMatchObject({ 'no-due-date': 0, owe: 2, due: 2 });
  });

  test('moves for those who owe; whoever handed in keeps the one that they met', async () => {
    seed.due(seed.graduate(alpha, 'Yolanda Quarles'), '2022-06-01', '2022-05-20');
    seed.due(seed.graduate(alpha, 'Isaac Rutledge'), '2022-06-01');
    await seed.write(desk);
    await desk.call('recertification.setDue', { cohortId: alpha.id, dueOn: day('2022-01-01') });
    const { rows } = await desk.call('recertification.list', {
      show: 'everyone',
      sort: { by: 'name', direction: 'up' },
    });
    expect(rows.map(({ name, dueOn, state }) => [name, dueOn, state])).toEqual([
      ['Yolanda Quarles', '2022-06-01', 'received'],
      ['Isaac Rutledge', '2022-01-01', 'overdue'],
    ]);
  });

  test('is refused for a cohort without graduates', async () => {
    await seed.write(desk);
    const problem = await desk.refusal('recertification.setDue', { cohortId: alpha.id, dueOn: day('2025-06-01') });
    expect(problem.sentence).toMatch(/^Alpha has no graduates yet/);
  });
});
