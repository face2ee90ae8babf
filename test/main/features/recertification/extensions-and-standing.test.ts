import { beforeEach, describe, expect, test } from 'vitest';
import { hrci } from '../../../../main/rules/recertification/templates/management.ts';
import type { Participant } from '../../../../shared/model/cohorts.ts';
import { RecertificationRules } from '../../../../shared/model/recertification/rules.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { policy } from '../../rules/al-cto.ts';
import { day, Seed } from '../../seed-graduates.ts';

let desk: TestDesk;
let yolanda: Participant;
let rashad: Participant;
let double: Participant;

/** HRCI's three years, counted from the graduation, with extensions of up to six months for $50. */
const rules = RecertificationRules.parse({
  ...hrci.rules,
  cycle: { ...hrci.rules.cycle, begins: 'graduation' },
  life: {
    ...hrci.rules.life,
    extension: { longest: { unit: 'months', count: 6 }, fee: 5_000, clause: 'hrci-cycle' },
  },
});

beforeEach(async () => {
  desk = openTestDesk();
  desk.now = '2024-12-20T15:00:00.000Z';
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const seed = new Seed();
  const alpha = seed.cohort('Alpha', { status: 'finished' });
  yolanda = seed.graduate(alpha, 'Yolanda Quarles', '2022-01-15');
  rashad = seed.graduate(alpha, 'Rashad Okafor', '2022-01-15');
  double = seed.graduate(alpha, 'Yolande Quarles', '2022-01-15');
  await seed.write(desk);
  await desk.call('program.revise', {
    policy: { ...policy, recertification: { ...policy.recertification, rules } },
    effectiveOn: day('2020-01-01'),
    note: 'Cycles',
  });
});

const life = (of = yolanda, on?: string) =>
  desk.call('recertification.life', { participantId: of.id, on: on === undefined ? null : day(on) });
const extend = (untilOn = '2025-05-01') =>
  desk.call('recertification.extend', { participantId: yolanda.id, untilOn: day(untilOn), reason: 'Illness' });
const change = (kind: 'retired' | 'revoked' | 'active', fromOn: string, of = yolanda) =>
  desk.call('recertification.changeStanding', { participantId: of.id, kind, fromOn: day(fromOn), reason: 'By letter' });
const lastLabel = async () => (await desk.call('history.list', {})).rows[0]?.label;

describe('An extension', () => {
  test('moves the end, costs what the rules say, and is told on the card and in History', async () => {
    expect((await life()).mayExtend).toMatchObject({ whyNot: null, cycle: 1, latestOn: '2025-07-14', fee: 5_000 });
    await extend();
    const { standing, extensions, clocks, mayExtend } = await life();
    expect(standing.cycle).toMatchObject({ endsOn: '2025-05-01', extendedFrom: '2025-01-14' });
    expect(clocks?.earn.due).toBe('2025-05-01');
    expect(extensions).toMatchObject([{ cycle: 1, untilOn: '2025-05-01', fee: 5_000, reason: 'Illness' }]);
    expect(mayExtend.whyNot).toContain('no two extensions in a row');
    expect(await lastLabel()).toBe('Extended cycle 1 of Yolanda Quarles until May 1, 2025, for $50: “Illness”');
    const { history } = await desk.call('recertification.show', { participantId: yolanda.id });
    expect(history.map(({ sentence }) => sentence).join()).toContain(
      'cycle 1 extended until May 1, 2025, for $50: “Illness”'.replace('cycle', 'Cycle'),
    );
  });

  test('is refused twice in a row, and undone as if it had never been', async () => {
    const before = await life();
    await extend();
    const again = { participantId: yolanda.id, untilOn: day('2025-07-01'), reason: 'Illness again' };
    expect((await desk.refusal('recertification.extend', again)).sentence).toContain('no two extensions in a row');
    await desk.call('history.undo', {});
    expect(await life()).toEqual(before);
    await desk.call('history.redo', {});
    expect((await life()).standing.cycle?.endsOn).toBe('2025-05-01');
  });

  test('can be taken back from today on, which leaves past days as they were answered', async () => {
    await extend();
    desk.now = '2025-03-01T15:00:00.000Z';
    const [extension] = (await life()).extensions;
    if (!extension) throw new Error('No extension');
    await desk.call('recertification.takeBackExtension', {
      extensionId: extension.id,
      reason: 'The letter was forged',
    });
    expect((await life()).standing).toMatchObject({ life: 'suspended', since: '2025-01-15' });
    expect((await life(yolanda, '2025-02-28')).standing).toMatchObject({ life: 'active' });
    expect(await lastLabel()).toBe(
      'Took back the extension of Yolanda Quarles until May 1, 2025: “The letter was forged”',
    );
    await desk.call('history.undo', {});
    expect((await life()).standing.life).toBe('active');
  });

  test('is refused to someone who was revoked since, whatever day it is dated', async () => {
    await change('revoked', '2024-12-10');
    const dated = {
      participantId: yolanda.id,
      untilOn: day('2025-05-01'),
      grantedOn: day('2024-12-01'),
      reason: 'Illness',
    };
    expect((await desk.refusal('recertification.extend', dated)).sentence).toContain(
      'Yolanda Quarles is revoked since Dec 10, 2024',
    );
  });

  test('is refused to whoever isn’t a graduate', async () => {
    const seed = new Seed();
    const enrolled = seed.participant(seed.cohort('Golf'), 'Tamara Whitfield');
    await seed.write(desk);
    const asked = { participantId: enrolled.id, untilOn: day('2025-05-01'), reason: 'Illness' };
    expect((await desk.refusal('recertification.extend', asked)).sentence).toContain('isn’t a graduate');
  });
});

describe('A decision about the standing', () => {
  test('holds from its day on, ends on another, and every day between is answered so', async () => {
    await change('retired', '2023-06-30');
    await change('active', '2024-09-01');
    expect((await life(yolanda, '2023-06-29')).standing.life).toBe('active');
    expect((await life(yolanda, '2023-06-30')).standing).toMatchObject({ life: 'retired', since: '2023-06-30' });
    expect((await life()).standing).toMatchObject({ life: 'active', cycle: { number: 2, beginsOn: '2024-09-01' } });
    expect(await lastLabel()).toBe(
      'Made the certification of Yolanda Quarles active again from Sep 1, 2024 on: “By letter”',
    );
    await desk.call('history.undo', {});
    await desk.call('history.undo', {});
    expect((await life()).changes).toEqual([]);
  });

  test('offers only what can be decided, and says of the rest why not', async () => {
    const whyNot = async (kind: string) => (await life()).mayChange.find((each) => each.kind === kind)?.whyNot;
    expect(await whyNot('retired')).toBeNull();
    expect(await whyNot('reinstated')).toContain('is active');
    await change('revoked', '2024-12-01');
    expect(await whyNot('retired')).toContain('Only a reinstatement changes that');
    expect(await whyNot('reinstated')).toBeNull();
  });
});

test('Two records of one person that become one keep every decision of both', async () => {
  await extend();
  await change('retired', '2023-06-30', double);
  await desk.call('duplicates.merge', { keptId: yolanda.personId, goneId: double.personId });
  const { extensions, changes } = await life();
  expect(extensions).toHaveLength(1);
  expect(changes).toMatchObject([{ kind: 'retired', fromOn: '2023-06-30' }]);
  await desk.call('history.undo', {});
  expect((await life()).changes).toEqual([]);
  expect((await life(double)).changes).toHaveLength(1);
  expect((await life(rashad)).changes).toEqual([]);
});
