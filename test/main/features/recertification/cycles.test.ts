import { beforeEach, expect, test } from 'vitest';
import { alCto } from '../../../../main/rules/recertification/templates/al-cto.ts';
import { tdCeu } from '../../../../main/rules/recertification/templates/education.ts';
import type { Participant } from '../../../../shared/model/cohorts.ts';
import type { RecertificationRules } from '../../../../shared/model/recertification/rules.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { policy } from '../../rules/al-cto.ts';
import { day, Seed } from '../../seed-graduates.ts';

let desk: TestDesk;
let yolanda: Participant;
let rashad: Participant;
let tamara: Participant;

beforeEach(async () => {
  desk = openTestDesk();
  desk.now = '2024-11-23T15:00:00.000Z';
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const seed = new Seed();
  const alpha = seed.cohort('Alpha', { status: 'finished', startsOn: day('2017-06-01') });
  yolanda = seed.graduate(alpha, 'Yolanda Quarles');
  rashad = seed.graduate(alpha, 'Rashad Okafor');
  tamara = seed.graduate(seed.cohort('Golf', { startsOn: day('2022-09-01') }), 'Tamara Whitfield', '2023-06-09');
  seed.due(yolanda, '2022-06-01', null);
  seed.due(rashad, '2022-06-01', '2022-05-20');
  await seed.write(desk);
});

const adopt = (rules: RecertificationRules) =>
  desk.ask('program.revise', {
    policy: { ...policy, recertification: { ...policy.recertification, rules } },
    effectiveOn: day('2022-06-02'),
    note: 'Cycles',
  });

test('with one due date alone, a graduate has one cycle, which says what the due date says', async () => {
  const { row, standing } = await desk.call('recertification.show', { participantId: yolanda.id });
  expect(row.state).toBe('overdue');
  expect(standing).toMatchObject({ life: 'overdue', since: '2022-06-02', cycle: { number: 1, endsOn: '2022-06-01' } });
  expect(standing?.needs.map(({ sentence }) => sentence)).toEqual(['Documentation']);
});

test('with cycles, the second begins by itself once the first is completed; each keeps the rules of its first day', async () => {
  expect(await adopt(alCto.rules)).toMatchObject({ ok: true });
  const done = await desk.call('recertification.show', { participantId: rashad.id });
  expect(done.standing).toMatchObject({
    life: 'overdue',
    cycle: { number: 2, beginsOn: '2022-06-02', endsOn: '2024-06-01' },
    cycles: [{ number: 1, outcome: 'completed', completedOn: '2022-05-20' }, { number: 2 }],
  });
  const open = await desk.call('recertification.show', { participantId: yolanda.id, on: day('2022-05-01') });
  expect(open.standing?.needs.map(({ sentence }) => sentence)).toEqual(['Documentation, by Jun 1, 2022']);
});

test('a policy that contradicts itself is refused at its clause, and nothing changes', async () => {
  const { rules } = alCto;
  const refused = await adopt({ ...rules, cycle: { ...rules.cycle, length: { unit: 'days', count: 0 } } });
  expect(refused).toMatchObject({
    ok: false,
    problem: {
      reasons: [
        'Later cohorts: A cycle that lasts no time can’t be completed. Give it a length.',
        'Later cycles: After a late renewal more must be left of a cycle than it has in all. Ask for less.',
      ],
    },
  });
  const { standing } = await desk.call('recertification.show', { participantId: yolanda.id });
  expect(standing?.cycles).toHaveLength(1);
});

test('as known on an earlier day, evidence that came in since isn’t there', async () => {
  await desk.call('program.revise', {
    policy: { ...policy, recertification: { ...policy.recertification, rules: tdCeu.rules } },
    effectiveOn: day('2022-06-02'),
    note: 'Hours each year',
  });
  await desk.call('desk.nameLead', { name: 'Stacy' });
  desk.now = '2024-11-25T15:00:00.000Z';
  const earned = { activityOn: day('2024-11-02'), strand: 'law', personId: tamara.personId, note: 'By hand' };
  await desk.call('evidence.add', { ...earned, title: 'Fall conference', claimed: 5, category: 'alet' });
  const waiting = async (knownOn: string | null) =>
    (
      await desk.call('recertification.show', {
        participantId: tamara.id,
        knownOn: knownOn === null ? null : day(knownOn),
      })
    ).standing?.reasons.filter(({ sentence }) => sentence.includes('for review')).length;
  expect(await waiting(null)).toBe(1);
  expect(await waiting('2024-11-23')).toBe(0);
});
