import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideRecertification, dueDateFor } from '../../../../main/rules/recertification/recertification.ts';
import { addDays } from '../../../../shared/model/dates.ts';
import { Policy } from '../../../../shared/model/program.ts';
import type { RecertificationFacts, RecertificationState } from '../../../../shared/model/recertification.ts';
import { day, policy } from '../al-cto.ts';
import { rulesNamed } from './certified.ts';

const changed = (changes: Partial<Policy['recertification']>): Policy =>
  Policy.parse({ ...policy, recertification: { ...policy.recertification, ...changes } });
const facts = (changes: Partial<RecertificationFacts> = {}): RecertificationFacts => ({
  dueOn: day('2022-06-01'),
  receivedOn: null,
  remark: null,
  ...changes,
});

describe('The due date of a graduate’s documents', () => {
  it.each([
    ['Alpha', '2022-06-01', 'recertification-alpha-charlie'],
    ['Beta', '2022-06-01', 'recertification-alpha-charlie'],
    ['Charlie', '2022-06-01', 'recertification-alpha-charlie'],
    ['DELTA ', '2023-06-01', 'recertification-delta'],
  ])('is the one on the page for %s', (cohort, dueOn, clause) => {
    expect(dueDateFor(policy, cohort, day('2017-06-09'))).toEqual({ dueOn, clause });
    expect(dueDateFor(policy, cohort, null)).toEqual({ dueOn, clause });
  });

  it('is none for Echo until the leads set one', () => {
    expect(dueDateFor(policy, 'Echo', day('2023-06-09'))).toBeNull();
  });

  it('follows from graduation once the leads have set the years', () => {
    const threeYears = changed({ laterCohortsYears: 3 });
    expect(dueDateFor(threeYears, 'Echo', day('2024-02-29'))).toEqual({
      dueOn: '2027-02-28',
      clause: 'silent-later-cohorts',
    });
    expect(dueDateFor(threeYears, 'Echo', null)).toBeNull();
    expect(dueDateFor(threeYears, 'Alpha', day('2017-06-09'))?.dueOn).toBe('2022-06-01');
  });

  it.each<[string, string, string | null, string | null]>([
    ['al-cto', 'Echo', '2024-05-03', '2026-05-03'],
    ['al-cto', 'ALPHA', null, '2022-06-01'],
    ['al-cto', 'Echo', null, null],
    ['cetl', 'Echo', '2024-02-29', '2027-02-28'],
    ['alet-td-ceu', 'Echo', '2024-05-03', '2025-09-30'],
    // It counts from the exam, and ends with the birth month: neither is known at the graduation.
    ['shrm', 'Echo', '2024-05-03', null],
  ])('is the end of the first cycle where the policy has rules like %s’s', (key, cohort, graduatedOn, dueOn) => {
    const ruled = changed({ rules: rulesNamed(key), laterCohortsYears: 9 });
    expect(dueDateFor(ruled, cohort, graduatedOn === null ? null : day(graduatedOn))?.dueOn ?? null).toBe(dueOn);
  });
});

describe('Re-certification', () => {
  const tenDays = changed({ graceDays: 10 });

  it.each<[string, Policy, string | null, string, RecertificationState, string]>([
    [
      'received early',
      policy,
      '2022-05-01',
      '2022-05-20',
      'received',
      'Documents received by the due date, Jun 1, 2022',
    ],
    [
      'received on the due date',
      policy,
      '2022-06-01',
      '2026-01-01',
      'received',
      'Documents received by the due date, Jun 1, 2022',
    ],
    [
      'received a day after',
      policy,
      '2022-06-02',
      '2026-01-01',
      'received-late',
      'Documents received 1 day after the due date, Jun 1, 2022',
    ],
    [
      'received on the last day of grace',
      tenDays,
      '2022-06-11',
      '2026-01-01',
      'received',
      'Documents received 10 days after the due date, Jun 1, 2022, within the 10 days of grace',
    ],
    [
      'received after the grace',
      tenDays,
      '2022-06-12',
      '2026-01-01',
      'received-late',
      'Documents received 11 days after the due date, Jun 1, 2022, past the 10 days of grace',
    ],
    ['due in a month', policy, null, '2022-05-02', 'due', 'Documents due on Jun 1, 2022, in 30 days'],
    ['due today', policy, null, '2022-06-01', 'due', 'Documents due on Jun 1, 2022, today'],
    ['due yesterday', policy, null, '2022-06-02', 'overdue', 'Documents were due on Jun 1, 2022, 1 day ago'],
    [
      'due yesterday, with grace',
      tenDays,
      null,
      '2022-06-02',
      'in-grace',
      'Documents were due on Jun 1, 2022; 9 days of grace left',
    ],
    [
      'on the last day of grace',
      tenDays,
      null,
      '2022-06-11',
      'in-grace',
      'Documents were due on Jun 1, 2022; 0 days of grace left',
    ],
    [
      'after the grace',
      tenDays,
      null,
      '2022-06-12',
      'overdue',
      'Documents were due on Jun 1, 2022, 11 days ago, past the 10 days of grace',
    ],
  ])('says how documents stand that are %s', (_when, under, receivedOn, today, state, sentence) => {
    const received = receivedOn === null ? null : day(receivedOn);
    const decision = decideRecertification(under, facts({ receivedOn: received }), day(today));
    expect(decision.state).toBe(state);
    expect(decision.reasons.map((reason) => reason.sentence)).toEqual([sentence]);
  });

  it('counts the days that are left, across a leap day', () => {
    const due = facts({ dueOn: day('2024-03-01') });
    expect(decideRecertification(policy, due, day('2024-02-28')).daysLeft).toBe(2);
    expect(decideRecertification(policy, due, day('2024-03-05')).daysLeft).toBe(-4);
  });

  it('does not count documents before the day on which they came in', () => {
    const ahead = facts({ receivedOn: day('2022-06-20') });
    const before = decideRecertification(policy, ahead, day('2022-06-10'));
    expect(before.state).toBe('overdue');
    expect(before.reasons[1]).toMatchObject({
      outcome: 'unknown',
      sentence: 'The receipt date, Jun 20, 2022, is in the future; it counts from then on',
    });
    expect(decideRecertification(policy, ahead, day('2022-06-20')).state).toBe('received-late');
  });

  it.each(['pending', 'moved to Georgia', 'received', 'yes'])(
    'shows the remark “%s” and makes nothing of it',
    (remark) => {
      const today = day('2022-07-01');
      const decision = decideRecertification(policy, facts({ remark }), today);
      expect(decision.state).toBe(decideRecertification(policy, facts(), today).state);
      expect(decision.reasons.at(-1)).toEqual({
        outcome: 'not-needed',
        sentence: 'Noted by the leads',
        seen: `“${remark}”`,
        clause: '',
      });
    },
  );

  it('cites the page where it states the date, and the leads’ own rule elsewhere', () => {
    const clauseOf = (dueOn: string) =>
      decideRecertification(policy, facts({ dueOn: day(dueOn) }), day('2022-01-01')).reasons[0]?.clause;
    expect(clauseOf('2022-06-01')).toBe('recertification-alpha-charlie');
    expect(clauseOf('2023-06-01')).toBe('recertification-delta');
    expect(clauseOf('2026-06-12')).toBe('silent-later-cohorts');
  });

  it('only ever goes from due to grace to overdue as days pass', () => {
    const order: readonly RecertificationState[] = ['due', 'in-grace', 'overdue'];
    fc.assert(
      fc.property(
        fc.integer({ min: -60, max: 60 }),
        fc.nat({ max: 60 }),
        fc.nat({ max: 40 }),
        (from, later, graceDays) => {
          const under = changed({ graceDays });
          const stateOn = (days: number) =>
            order.indexOf(decideRecertification(under, facts(), addDays(day('2022-06-01'), days)).state);
          expect(stateOn(from)).toBeGreaterThanOrEqual(0);
          expect(stateOn(from + later)).toBeGreaterThanOrEqual(stateOn(from));
        },
      ),
    );
  });
});
