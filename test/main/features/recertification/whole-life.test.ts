import { expect, test } from 'vitest';
import { shrm } from '../../../../main/rules/recertification/templates/management.ts';
import type { Participant } from '../../../../shared/model/cohorts.ts';
import { RecertificationRules } from '../../../../shared/model/recertification/rules.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { policy } from '../../rules/al-cto.ts';
import { day, Seed } from '../../seed-graduates.ts';

/**
 * SHRM’s 60 PDCs to the end of the birth month, with extensions of six months for $25, and a way back within two years
 * for 20 PDCs a year away and $75.
 */
const rules = RecertificationRules.parse({
  ...shrm.rules,
  fees: [
    ...shrm.rules.fees,
    { key: 'back', title: 'Reinstatement', kind: 'reinstatement', amount: 7_500, clause: 'shrm-grace' },
  ],
  life: {
    ...shrm.rules.life,
    extension: { longest: { unit: 'months', count: 6 }, fee: 2_500, clause: 'shrm-grace' },
    waysBack: [
      { awayUpTo: { unit: 'years', count: 2 }, perYear: { credit: 2_000, most: 4_000 }, clause: 'shrm-grace' },
    ],
  },
});

let desk: TestDesk;
let yolanda: Participant;

const at = (on: string) => {
  desk.now = `${on}T15:00:00.000Z`;
};
const life = (on?: string) =>
  desk.call('recertification.life', { participantId: yolanda.id, on: on === undefined ? null : day(on) });
const inShort = async (on?: string): Promise<string> => {
  const { standing } = await life(on);
  return `${standing.life} ${standing.cycle?.number}: ${standing.cycle?.beginsOn} to ${standing.cycle?.endsOn}`;
};
const needs = async () => (await life()).standing.needs.map(({ sentence }) => sentence);

async function earn(claimed: number, activityOn: string): Promise<void> {
  const { itemId } = await desk.call('evidence.add', {
    personId: yolanda.personId,
    title: `Conference of ${activityOn}`,
    activityOn: day(activityOn),
    claimed,
    category: 'education',
    note: 'Certificate of attendance',
  });
  await desk.call('evidence.review', { itemId, decision: { kind: 'accept' } });
}

const pay = (fee: string, amount: number, paidOn: string, cycle: number) =>
  desk.call('recertification.pay', { participantId: yolanda.id, cycle, fee, amount, paidOn: day(paidOn) });

test('a certification like SHRM’s lives through an extension, a lapse, a reinstatement, and a second cycle, and is undone step by step', async () => {
  desk = openTestDesk();
  at('2018-03-10');
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  await desk.call('desk.nameLead', { name: 'Stacy' });
  const seed = new Seed();
  yolanda = seed.graduate(seed.cohort('Alpha', { status: 'finished' }), 'Yolanda Quarles', '2018-03-01');
  await seed.write(desk);
  await desk.call('program.revise', {
    policy: { ...policy, recertification: { ...policy.recertification, rules } },
    effectiveOn: day('2015-01-01'),
    note: 'Cycles like SHRM’s',
  });
  const before = await life();

  // Nothing is known until the exam and the birth month are.
  expect(before.exam).toEqual({ asked: true, examOn: null });
  expect(before.standing.reasons.map(({ sentence }) => sentence)).toContain(
    'The day of the exam isn’t known, so the cycle has no end yet',
  );
  await desk.call('recertification.setExamDate', { participantId: yolanda.id, examOn: day('2018-03-05') });
  expect((await life()).standing.reasons.map(({ sentence }) => sentence)).toContain(
    'The birth month isn’t known, so the cycle has no end yet',
  );
  await desk.call('recertification.setBirthMonth', { participantId: yolanda.id, month: 2 });
  expect(await inShort()).toBe('active 1: 2018-03-05 to 2021-02-28');

  // Too little by the end: more time is granted once, for a fee.
  at('2020-11-02');
  await earn(40, '2020-10-20');
  expect(await needs()).toContain('20 more PDCs, by Feb 28, 2021');
  await desk.call('recertification.extend', {
    participantId: yolanda.id,
    untilOn: day('2021-08-28'),
    reason: 'Illness',
  });
  await pay('extension-fee', 2_500, '2020-11-02', 1);
  expect((await life()).fees).toContainEqual({
    key: 'extension-fee',
    title: 'Extension',
    due: 2_500,
    paid: 2_500,
    open: 0,
    onlyIf: null,
  });
  at('2021-04-01');
  expect(await inShort()).toBe('active 1: 2018-03-05 to 2021-08-28');
  const again = { participantId: yolanda.id, untilOn: day('2022-02-01'), reason: 'Illness again' };
  expect((await desk.refusal('recertification.extend', again)).sentence).toContain('no two extensions in a row');

  // It lapses all the same, after the grace.
  expect(await inShort('2021-10-27')).toBe('in-grace 1: 2018-03-05 to 2021-08-28');
  at('2022-01-10');
  expect(await inShort()).toBe('lapsed 1: 2018-03-05 to 2021-08-28');
  expect(await needs()).toEqual(['20 more PDCs', 'Reinstatement, $75']);
  const back = { participantId: yolanda.id, kind: 'reinstated' as const, reason: 'Interviewed' };
  const refused = await desk.refusal('recertification.changeStanding', { ...back, fromOn: day('2022-01-10') });
  expect(refused.reasons).toEqual(['20 more PDCs', 'Reinstatement, $75']);

  // Back, with what the rules ask; a new cycle begins.
  at('2022-06-15');
  await earn(20, '2022-06-01');
  await pay('back', 7_500, '2022-06-10', 1);
  expect(await needs()).toEqual([]);
  await desk.call('recertification.changeStanding', { ...back, fromOn: day('2022-06-15') });
  expect(await inShort()).toBe('reinstated 2: 2022-06-15 to 2025-02-28');
  const reinstated = await life();

  // The second cycle is completed, and the third follows by itself, with what was past the total carried over.
  at('2025-01-20');
  await earn(70, '2025-01-10');
  at('2025-01-21');
  expect(await inShort()).toBe('active 3: 2025-01-21 to 2028-02-29');
  const { standing } = await life();
  expect(standing.cycles.map(({ number, outcome, completedOn }) => [number, outcome, completedOn])).toEqual([
    [1, 'lapsed', null],
    [2, 'completed', '2025-01-20'],
    [3, 'running', null],
  ]);
  expect(standing.cycle?.carriedIn).toBe(1_000);

  // Past days are answered as they were; so is everything after the whole of it is undone and done again.
  expect(await inShort('2022-01-10')).toBe('lapsed 1: 2018-03-05 to 2021-08-28');
  const whole = await life();
  const { rows } = await desk.call('history.list', {});
  const steps = rows.findIndex(({ label }) => label.startsWith('Set the exam date'));
  expect(steps).toBeGreaterThan(8);
  // The last two steps are the evidence of the second cycle.
  await desk.call('history.undo', {});
  await desk.call('history.undo', {});
  expect((await life('2022-06-15')).standing.life).toBe(reinstated.standing.life);
  for (let step = 2; step <= steps; step += 1) await desk.call('history.undo', {});
  at('2018-03-10');
  expect(await life()).toEqual(before);
  at('2025-01-21');
  for (let step = 0; step <= steps; step += 1) await desk.call('history.redo', {});
  expect(await life()).toEqual(whole);
});
