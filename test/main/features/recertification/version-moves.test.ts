import { beforeEach, expect, test } from 'vitest';
import { hrci } from '../../../../main/rules/recertification/templates/management.ts';
import type { Participant } from '../../../../shared/model/cohorts.ts';
import { RecertificationRules } from '../../../../shared/model/recertification/rules.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { policy } from '../../rules/al-cto.ts';
import { day, Seed } from '../../seed-graduates.ts';

let desk: TestDesk;
let yolanda: Participant;

const first = RecertificationRules.parse({ ...hrci.rules, cycle: { ...hrci.rules.cycle, begins: 'graduation' } });
/** The same with four years instead of three. */
const second = RecertificationRules.parse({
  ...first,
  cycle: { ...first.cycle, length: { unit: 'years', count: 4 } },
});

const adopt = (rules: RecertificationRules, effectiveOn: string, note: string) =>
  desk.call('program.revise', {
    policy: { ...policy, recertification: { ...policy.recertification, rules } },
    effectiveOn: day(effectiveOn),
    note,
  });

beforeEach(async () => {
  desk = openTestDesk();
  desk.now = '2024-06-03T15:00:00.000Z';
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const seed = new Seed();
  yolanda = seed.graduate(seed.cohort('Alpha', { status: 'finished' }), 'Yolanda Quarles', '2022-01-15');
  await seed.write(desk);
  await adopt(first, '2020-01-01', 'Three years');
  await adopt(second, '2024-01-01', 'Four years');
});

const life = (on: string | null = null) =>
  desk.call('recertification.life', { participantId: yolanda.id, on: on === null ? null : day(on) });
const newest = async () => {
  const [version] = (await life()).versions.newer;
  if (!version) throw new Error('No newer version');
  return version.versionId;
};
const moveToNewest = async () =>
  desk.call('recertification.moveVersion', {
    participantId: yolanda.id,
    versionId: await newest(),
    reason: 'Asked for it',
  });

test('a cycle stays with the rules of its first day until a lead moves it, who first sees what changes', async () => {
  const { standing, versions } = await life();
  expect(standing.cycle).toMatchObject({ endsOn: '2025-01-14' });
  expect(versions).toMatchObject({ own: { number: 2 }, newer: [{ number: 3, note: 'Four years' }] });
  const versionId = await newest();
  expect(await desk.call('recertification.previewMove', { participantId: yolanda.id, versionId })).toEqual({
    name: 'Yolanda Quarles',
    cycle: 1,
    version: 3,
    differences: [
      'It ends on Jan 14, 2026 instead of Jan 14, 2025.',
      'Newly needed: 60 more credits, 1 of them in Ethics, by Jan 14, 2026.',
      'No longer needed: 60 more credits, 1 of them in Ethics, by Jan 14, 2025.',
    ],
  });
  expect((await life()).standing.cycle?.endsOn).toBe('2025-01-14');
  await moveToNewest();
  expect((await life()).standing.cycle?.endsOn).toBe('2026-01-14');
  expect((await life()).versions).toMatchObject({ own: { number: 3 }, newer: [] });
  const [step] = (await desk.call('history.list', {})).rows;
  expect(step?.label).toBe('Moved cycle 1 of Yolanda Quarles to version 3 of the policy: “Asked for it”');
});

test('days before the decision are answered as before, and undoing it leaves nothing', async () => {
  const before = await life();
  await moveToNewest();
  expect((await life('2024-06-02')).standing.cycle?.endsOn).toBe('2025-01-14');
  await desk.call('history.undo', {});
  expect(await life()).toEqual(before);
});

test('no cycle is moved to its own rules, or back to older ones', async () => {
  const { own } = (await life()).versions;
  if (!own) throw new Error('No version');
  const refused = async (versionId: typeof own.versionId) =>
    (
      await desk.refusal('recertification.moveVersion', {
        participantId: yolanda.id,
        versionId,
        reason: 'Asked for it',
      })
    ).sentence;
  expect(await refused(own.versionId)).toContain('goes by version 2 already');
  await moveToNewest();
  expect(await refused(own.versionId)).toContain('newer than version 2');
});
