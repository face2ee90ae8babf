import { beforeEach, expect, test } from 'vitest';
import { contradictionsIn } from '../../../../main/rules/recertification/contradictions.ts';
import type { Policy } from '../../../../shared/model/program.ts';
import type { RecertificationRules } from '../../../../shared/model/recertification/rules.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { day } from '../../seed-graduates.ts';

let desk: TestDesk;
let policy: Policy;

beforeEach(async () => {
  desk = openTestDesk();
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const shown = await desk.call('program.show', {});
  if (!shown) throw new Error('There is no program.');
  policy = shown.policy;
});

const templateOf = async (key: string): Promise<RecertificationRules> => {
  const found = (await desk.call('recertification.templates', {})).find((each) => each.key === key);
  if (!found) throw new Error(`There is no template “${key}”.`);
  return found.rules;
};
const withRules = (rules: RecertificationRules | null): Policy => ({
  ...policy,
  recertification: { ...policy.recertification, rules },
});
const adopt = (changed: Policy, from: string) =>
  desk.call('program.revise', { policy: changed, effectiveOn: day(from), note: 'The board decided' });

test('offers the rules of thirteen programs, each with where it is written down', async () => {
  const templates = await desk.call('recertification.templates', {});
  expect(templates).toHaveLength(13);
  for (const { title, source, rules } of templates) {
    expect([title, source].every((words) => words.length > 3)).toBe(true);
    expect(contradictionsIn(rules)).toEqual([]);
  }
});

test('brings the documents that the leads have asked for so far along with the program’s own rules', async () => {
  await adopt({ ...policy, recertification: { ...policy.recertification, documents: ['Log of hours'] } }, '2024-06-03');
  expect((await templateOf('al-cto')).checklist).toContainEqual({ key: 'log-of-hours', title: 'Log of hours' });
  expect((await templateOf('cetl')).checklist).toEqual([{ key: 'exam', title: 'The exam again' }]);
});

test('says which rules are in force, since which version, and which are to come', async () => {
  expect(await desk.call('recertification.rules', {})).toMatchObject({
    from: 'one-due-date',
    since: { number: 1 },
    coming: [],
  });
  const alCto = await templateOf('al-cto');
  await adopt(withRules(alCto), '2024-06-03');
  await adopt({ ...withRules(alCto), admission: { ...policy.admission, seats: 25 } }, '2024-06-04');
  await adopt(withRules(await templateOf('cetl')), '2025-01-01');
  desk.now = '2024-06-05T14:00:00.000Z';
  expect(await desk.call('recertification.rules', {})).toMatchObject({
    rules: alCto,
    from: 'rules',
    version: { number: 3, effectiveOn: '2024-06-04' },
    since: { number: 2, effectiveOn: '2024-06-03' },
    coming: [{ number: 4, effectiveOn: '2025-01-01' }],
  });
});

test('tells a contradiction at its place, gives no example of it, and refuses to adopt it', async () => {
  const pmi = await templateOf('pmi-pmp');
  const wrong: RecertificationRules = {
    ...pmi,
    cycle: { ...pmi.cycle, windowOpens: { unit: 'months', count: 40 } },
  };
  expect(await desk.call('recertification.contradictions', { rules: wrong })).toEqual([
    {
      at: 'cycle.windowOpens',
      clause: 'pmi-cycle',
      sentence: 'Renewal opens before the cycle begins. Open it later, or make the cycle longer.',
    },
  ]);
  const input = { rules: wrong, certifiedOn: day('2024-05-03') };
  expect((await desk.refusal('recertification.example', input)).reasons).toHaveLength(1);
  const refused = await desk.refusal('program.revise', {
    policy: withRules(wrong),
    effectiveOn: day('2024-06-03'),
    note: 'The board decided',
  });
  expect(refused.reasons[0]).toContain('Renewal opens before the cycle begins');
  expect((await desk.call('program.show', {}))?.number).toBe(1);
});

test('shows what a draft would mean for somebody, today where no day is asked about, and writes nothing', async () => {
  const rules = await templateOf('al-cto');
  desk.now = '2026-12-01T14:00:00.000Z';
  const before = (await desk.call('desk.status', {})).counts.commands;
  const example = await desk.call('recertification.example', { rules, certifiedOn: day('2024-05-03') });
  expect(example).toMatchObject({ on: '2026-12-01', standing: { life: 'overdue' }, cycle: { endsOn: '2026-05-03' } });
  expect((await desk.call('desk.status', {})).counts.commands).toBe(before);
});

test('says before it is adopted that cycles that have begun keep their rules', async () => {
  const preview = async (changed: Policy) =>
    (await desk.call('program.preview', { policy: changed, effectiveOn: day('2024-06-03') })).effects;
  expect(await preview(policy)).toEqual([]);
  expect(await preview(withRules(await templateOf('cetl')))).toMatchObject([
    {
      area: 'recertification',
      kind: 'note',
      sentence: expect.stringContaining('cycles that have begun keep their rules'),
    },
  ]);
});
