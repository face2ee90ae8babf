import { beforeEach, expect, test } from 'vitest';
import { cetl } from '../../../../main/rules/recertification/templates/education.ts';
import type { Participant } from '../../../../shared/model/cohorts.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { policy } from '../../rules/al-cto.ts';
import { day, Seed } from '../../seed-graduates.ts';

let desk: TestDesk;
let yolanda: Participant;

beforeEach(async () => {
  desk = openTestDesk();
  desk.now = '2024-11-23T15:00:00.000Z';
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const seed = new Seed();
  yolanda = seed.graduate(seed.cohort('Alpha'), seed.person('Yolanda Quarles'), '2023-05-30');
  await seed.write(desk);
  await desk.call('program.revise', {
    policy: { ...policy, recertification: { ...policy.recertification, rules: cetl.rules } },
    effectiveOn: day('2020-01-01'),
    note: 'Cycles of three years',
  });
});

const needs = async (): Promise<readonly string[]> =>
  (await desk.call('recertification.show', { participantId: yolanda.id })).standing?.needs.map(
    ({ sentence }) => sentence,
  ) ?? [];

test('a claim names the policy’s own kinds of credit, strands, and checklist', async () => {
  const { asked } = await desk.call('evidence.ofPerson', { personId: yolanda.personId });
  expect(asked.categories.map(({ title }) => title)).toContain('Publications');
  expect(asked.strands.map(({ key }) => key)).toEqual(['leadership', 'environment', 'resources']);
  expect(asked.checklist).toEqual([{ key: 'exam', title: 'The exam again' }]);
});

test('hours that are accepted are no longer needed; what waits, is returned, or is undone counts nothing', async () => {
  const before = await needs();
  expect(before.join()).toMatch(/60/);
  const added = await desk.call('evidence.add', {
    personId: yolanda.personId,
    title: 'Fall conference',
    activityOn: day('2024-05-20'),
    claimed: 8,
    category: 'learning',
    strand: 'leadership',
    note: 'A certificate of attendance',
  });
  expect(await needs()).toEqual(before);
  await desk.call('evidence.review', { itemId: added.itemId, decision: { kind: 'accept' } });
  const after = await needs();
  expect(after.join()).toMatch(/52/);
  await desk.call('history.undo', {});
  expect(await needs()).toEqual(before);
  await desk.call('evidence.review', {
    itemId: added.itemId,
    decision: { kind: 'return', reason: 'The certificate names someone else' },
  });
  expect(await needs()).toEqual(before);
});
