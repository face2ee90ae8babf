import { beforeEach, describe, expect, test } from 'vitest';
import { hrci } from '../../../../main/rules/recertification/templates/management.ts';
import type { Participant } from '../../../../shared/model/cohorts.ts';
import { RecertificationRules } from '../../../../shared/model/recertification/rules.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { policy } from '../../rules/al-cto.ts';
import { day, Seed } from '../../seed-graduates.ts';

let desk: TestDesk;
let people: Participant[];

/** One credit in three years from the graduation; half of those who have it are audited, and answer within 90 days. */
const rules = RecertificationRules.parse({
  ...hrci.rules,
  cycle: { ...hrci.rules.cycle, begins: 'graduation' },
  requirement: { kind: 'credit', of: { kind: 'total' }, least: 100, per: 'cycle', clause: 'hrci-credits' },
  life: {
    ...hrci.rules.life,
    audit: {
      share: 5_000,
      answerWithin: { unit: 'days', count: 90 },
      meanwhile: 'withheld',
      silence: 'suspended',
      clause: 'hrci-cycle',
    },
  },
});

beforeEach(async () => {
  desk = openTestDesk();
  desk.now = '2024-06-03T15:00:00.000Z';
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  await desk.call('desk.nameLead', { name: 'Stacy' });
  const seed = new Seed();
  const alpha = seed.cohort('Alpha', { status: 'finished' });
  const names = ['Yolanda Quarles', 'Rashad Okafor', 'Tamara Whitfield', 'Isaac Rutledge', 'Ana Alvarez'];
  people = names.map((name) => seed.graduate(alpha, name, '2023-01-15'));
  await seed.write(desk);
  await desk.call('program.revise', {
    policy: { ...policy, recertification: { ...policy.recertification, rules } },
    effectiveOn: day('2020-01-01'),
    note: 'Cycles',
  });
  // All but the last have what is asked.
  for (const { personId } of people.slice(0, 4)) {
    const { itemId } = await desk.call('evidence.add', {
      personId,
      title: 'Conference',
      activityOn: day('2024-05-20'),
      claimed: 1,
      category: 'hr',
      note: 'By hand',
    });
    await desk.call('evidence.review', { itemId, decision: { kind: 'accept' } });
  }
});

const life = (of: Participant) => desk.call('recertification.life', { participantId: of.id });
const room = () => desk.call('recertification.audits', {});
const draw = (seed: string | null = 'June 2024') =>
  desk.call('recertification.drawAudits', { completedFrom: day('2024-01-01'), completedTo: day('2024-06-03'), seed });

/** The first audit, and whose it is. */
async function drawn() {
  await draw();
  const [audit] = (await room()).audits;
  const of = people.find(({ id }) => id === audit?.participantId);
  if (!audit || !of) throw new Error('No one was drawn');
  return { auditId: audit.id, of };
}

describe('A draw', () => {
  test('takes the share of those who completed a cycle; the seed and the list stay, and draw the same again', async () => {
    expect(await draw()).toEqual({ drawn: 2 });
    const { audits, draws } = await room();
    expect(draws).toMatchObject([{ seed: 'June 2024', percent: 50, among: 4, drawn: 2, drawnOn: '2024-06-03' }]);
    expect(audits).toHaveLength(2);
    expect(audits.map(({ participantId }) => participantId)).not.toContain(people[4]?.id);
    expect(audits[0]).toMatchObject({ cycle: 1, cause: 'random', answerBy: '2024-09-01', state: 'to-answer' });
    await desk.call('history.undo', {});
    expect(await room()).toMatchObject({ audits: [], draws: [] });
    await draw();
    const again = (await room()).audits.map(({ participantId }) => participantId);
    expect(again.toSorted()).toEqual(audits.map(({ participantId }) => participantId).toSorted());
  });

  test('leaves out whoever was audited for that cycle, and is refused where no one is left', async () => {
    await draw();
    expect(await draw('again')).toEqual({ drawn: 1 });
    expect(await draw('and again')).toEqual({ drawn: 1 });
    const input = { completedFrom: day('2024-01-01'), completedTo: day('2024-06-03') };
    expect((await desk.refusal('recertification.drawAudits', input)).sentence).toContain('No one completed a cycle');
    const reversed = { completedFrom: day('2024-06-03'), completedTo: day('2024-01-01') };
    expect((await desk.refusal('recertification.drawAudits', reversed)).sentence).toContain('Swap the two days');
  });

  test('is refused where the rules have no audits', async () => {
    await desk.call('program.revise', {
      policy: { ...policy, recertification: { ...policy.recertification, rules: hrci.rules } },
      effectiveOn: day('2024-06-03'),
      note: 'No audits',
    });
    const input = { completedFrom: day('2024-01-01'), completedTo: day('2024-06-03') };
    expect((await desk.refusal('recertification.drawAudits', input)).sentence).toContain('have no audits');
  });
});

describe('An audit', () => {
  test('withholds the credit until it has passed', async () => {
    const { auditId, of } = await drawn();
    expect((await life(of)).standing).toMatchObject({ life: 'provisional', cycle: { completedOn: null } });
    expect(
      (await desk.refusal('recertification.decideAudit', { auditId, outcome: 'passed', reason: 'Fine' })).sentence,
    ).toContain('Record the answer first');
    expect(
      (await desk.refusal('recertification.decideAudit', { auditId, outcome: 'failed', reason: 'Silent' })).sentence,
    ).toContain('has until Sep 1, 2024 to answer');
    await desk.call('recertification.answerAudit', { auditId, answeredOn: day('2024-06-03') });
    expect((await life(of)).audits).toMatchObject([{ state: 'to-decide' }]);
    await desk.call('recertification.decideAudit', { auditId, outcome: 'passed', reason: 'All there' });
    expect((await life(of)).standing).toMatchObject({ life: 'active' });
    expect(
      (await desk.refusal('recertification.decideAudit', { auditId, outcome: 'failed', reason: 'Too late' })).sentence,
    ).toContain('was passed on Jun 3, 2024');
    await desk.call('history.undo', {});
    expect((await life(of)).standing).toMatchObject({ life: 'provisional' });
  });

  test('that isn’t answered suspends from the day after the last one on, and a late answer can still pass', async () => {
    const { auditId, of } = await drawn();
    desk.now = '2024-09-02T15:00:00.000Z';
    expect((await life(of)).standing).toMatchObject({ life: 'suspended', since: '2024-09-02' });
    expect((await room()).audits.find(({ id }) => id === auditId)?.state).toBe('silent');
    await desk.call('recertification.answerAudit', { auditId, answeredOn: day('2024-09-02') });
    await desk.call('recertification.decideAudit', { auditId, outcome: 'passed', reason: 'Late, but all there' });
    expect((await life(of)).standing.life).toBe('active');
  });

  test('for cause is of one cycle, one at a time, with its reason', async () => {
    const ana = people[4];
    if (!ana) throw new Error('No Ana');
    const asked = { participantId: ana.id, reason: 'A letter from her school system' };
    await desk.call('recertification.auditForCause', asked);
    expect((await life(ana)).audits).toMatchObject([{ cause: 'for-cause', cycle: 1, reason: asked.reason }]);
    expect((await desk.refusal('recertification.auditForCause', asked)).sentence).toContain('under audit already');
    expect((await desk.refusal('recertification.auditForCause', { ...asked, cycle: 7 })).sentence).toContain(
      'has no such cycle',
    );
    const [step] = (await desk.call('history.list', {})).rows;
    expect(step?.label).toBe('Began an audit of cycle 1 of Ana Alvarez: “A letter from her school system”');
  });
});
