import { beforeEach, describe, expect, test } from 'vitest';
import type { Cohort, Participant } from '../../../../shared/model/cohorts.ts';
import type { CivilDate } from '../../../../shared/model/dates.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { day, Seed } from '../../seed-graduates.ts';

let desk: TestDesk;
let alpha: Cohort;
let yolanda: Participant;

const dayAfter = day('2024-06-02');

/** How Yolanda stands on a day, in the list, in the inspector and in the count; `knownOn`: as it was known then. */
async function standing(on: CivilDate | null, knownOn: CivilDate | null = null): Promise<string | null> {
  const { rows, counts } = await desk.call('recertification.list', { on, knownOn, show: 'everyone' });
  const row = rows.find(({ participantId }) => participantId === yolanda.id);
  if (!row) return 'unknown';
  const { decision } = await desk.call('recertification.show', { participantId: yolanda.id, on, knownOn });
  expect(decision?.state ?? null).toBe(row.state);
  expect(counts.overdue).toBe(row.state === 'overdue' ? 1 : 0);
  const { rows: overdue } = await desk.call('recertification.list', { on, knownOn, show: 'overdue' });
  expect(overdue).toHaveLength(counts.overdue);
  return row.state;
}

async function grace(graceDays: number, effectiveOn: CivilDate): Promise<void> {
  const program = await desk.call('program.show', {});
  if (!program) throw new Error('No program');
  const { policy } = program;
  await desk.call('program.revise', {
    policy: { ...policy, recertification: { ...policy.recertification, graceDays } },
    effectiveOn,
    note: 'The board decided',
  });
}

beforeEach(async () => {
  desk = openTestDesk();
  desk.now = '2024-11-20T16:00:00.000Z';
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const seed = new Seed();
  alpha = seed.cohort('Alpha', { status: 'finished' });
  yolanda = seed.graduate(alpha, 'Yolanda Quarles', '2018-06-01');
  seed.due(yolanda, '2024-06-01');
  await seed.write(desk);
  desk.now = '2024-11-23T16:00:00.000Z';
});

describe('A past day', () => {
  test('keeps its answer when the grace changes today; days from today on have the new one', async () => {
    expect(await standing(dayAfter)).toBe('overdue');
    await grace(366, day('2024-11-23'));
    expect(await standing(dayAfter)).toBe('overdue');
    expect(await standing(day('2024-11-22'))).toBe('overdue');
    expect(await standing(null)).toBe('in-grace');
  });

  test('keeps its answer when the due date is moved today, and History says what it was', async () => {
    await desk.call('recertification.setDue', { cohortId: alpha.id, dueOn: day('2026-06-01'), reason: 'Extended' });
    expect(await standing(dayAfter)).toBe('overdue');
    expect(await standing(null)).toBe('due');
    const { history, row } = await desk.call('recertification.show', { participantId: yolanda.id, on: dayAfter });
    expect(row.dueOn).toBe('2024-06-01');
    expect(history.map(({ sentence }) => sentence)).toContain(
      'Due date changed on Nov 23, 2024; it was Jun 1, 2024: “Extended”',
    );
    desk.now = '2025-03-01T16:00:00.000Z';
    await desk.call('recertification.setDue', { cohortId: alpha.id, dueOn: day('2028-06-01') });
    expect(await standing(dayAfter)).toBe('overdue');
    expect(
      (await desk.call('recertification.show', { participantId: yolanda.id, on: day('2025-01-01') })).row.dueOn,
    ).toBe('2026-06-01');
    await desk.call('history.undo', {});
    await desk.call('history.undo', {});
    expect(await standing(null)).toBe('overdue');
  });

  test('is answered anew by a correction, which is a step with its reason, and is known from its day on', async () => {
    const wrong = { cohortId: alpha.id, dueOn: day('2025-06-01'), corrects: true };
    expect((await desk.refusal('recertification.setDue', wrong)).sentence).toContain('Say why');
    await desk.call('recertification.setDue', { ...wrong, reason: 'The page says 2025' });
    expect(await standing(dayAfter)).toBe('due');
    expect(await standing(dayAfter, day('2024-11-22'))).toBe('overdue');
    expect(await standing(dayAfter, day('2024-11-23'))).toBe('due');
    expect((await desk.call('history.list', {})).rows[0]?.label).toBe(
      'Corrected the due date of 1 graduate of Alpha from Jun 1, 2024 to Jun 1, 2025: “The page says 2025”',
    );
  });

  test('is answered anew where the policy of that day is corrected, and as known before where that is asked', async () => {
    await grace(30, day('2022-01-01'));
    expect(await standing(dayAfter)).toBe('in-grace');
    expect(await standing(dayAfter, day('2024-11-22'))).toBe('overdue');
    expect((await desk.call('history.list', {})).rows[0]?.label).toBe(
      'Corrected the policy from Jan 1, 2022 on, as version 2',
    );
  });

  test('as known before anything was recorded has nobody', async () => {
    expect(await standing(dayAfter, day('2024-11-19'))).toBe('unknown');
  });

  test('as known on a day leaves out documents that were recorded later, whatever day they bear', async () => {
    const { row } = await desk.call('recertification.show', { participantId: yolanda.id });
    if (row.dueId === null) throw new Error('No due date');
    await desk.call('recertification.receive', { dueIds: [row.dueId], receivedOn: day('2024-05-30') });
    expect(await standing(dayAfter)).toBe('received');
    expect(await standing(dayAfter, day('2024-11-22'))).toBe('overdue');
    // A name that was corrected later is the earlier one.
    await desk.call('people.revise', { personId: yolanda.personId, givenName: 'Yolande' } as never);
    const { rows } = await desk.call('recertification.list', {
      on: dayAfter,
      knownOn: day('2024-11-22'),
      show: 'everyone',
      search: 'yolanda',
    });
    expect(rows.map(({ name }) => name)).toEqual(['Yolanda Quarles']);
  });
});
