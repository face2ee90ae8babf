import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CohortCourse, cohortStatusOn } from '../../../../main/rules/cohorts/cohort-status.ts';
import { cohortStatuses } from '../../../../shared/model/cohorts.ts';
import { addDays, CivilDate } from '../../../../shared/model/dates.ts';

const day = (text: string) => CivilDate.parse(text);
const foxtrot = (facts: Partial<CohortCourse> = {}): CohortCourse => ({
  status: 'planned',
  opensOn: day('2024-01-01'),
  closesOn: day('2024-03-31'),
  firstSessionOn: day('2024-10-21'),
  lastSessionOn: day('2025-05-20'),
  coursesNeeded: 6,
  coursesHeld: 0,
  participants: 30,
  enrolled: 30,
  ...facts,
});
const through = { coursesHeld: 6 };

test.each([
  ['planned before its window', foxtrot(), '2023-12-31', 'planned'],
  ['open from the first day of its window', foxtrot(), '2024-01-01', 'open'],
  ['open on its last day', foxtrot(), '2024-03-31', 'open'],
  ['selecting after it', foxtrot(), '2024-04-01', 'selecting'],
  ['running from its first session on', foxtrot({ status: 'selecting' }), '2024-10-21', 'running'],
  [
    'running still when all courses were held and somebody has not graduated',
    foxtrot({ ...through, enrolled: 1 }),
    '2025-05-21',
    'running',
  ],
  ['running on the day of the last session', foxtrot({ ...through, enrolled: 0 }), '2025-05-20', 'running'],
  [
    'finished when all courses were held and everybody has graduated',
    foxtrot({ ...through, enrolled: 0, status: 'selecting' }),
    '2025-05-21',
    'finished',
  ],
  ['running while a course was never held', foxtrot({ coursesHeld: 5, enrolled: 0 }), '2025-05-21', 'running'],
  [
    'running, not finished, where nobody ever took part',
    foxtrot({ ...through, participants: 0, enrolled: 0 }),
    '2025-05-21',
    'running',
  ],
  [
    'what a lead set, where nothing is planned',
    foxtrot({ status: 'running', firstSessionOn: null, lastSessionOn: null, opensOn: null }),
    '2025-05-21',
    'running',
  ],
  [
    'finished, where a lead said so, whatever is still to come',
    foxtrot({ status: 'finished' }),
    '2024-02-01',
    'finished',
  ],
] as const)('%s', (_, cohort, today, status) => {
  expect(cohortStatusOn(cohort, day(today))).toBe(status);
});

test('never goes back by itself, from one day to the next', () => {
  fc.assert(
    fc.property(fc.constantFrom(...cohortStatuses), fc.integer({ min: 0, max: 900 }), (status, days) => {
      const cohort = foxtrot({ status, ...through, enrolled: 0 });
      const today = addDays(day('2023-06-01'), days);
      const at = (on: CivilDate) => cohortStatuses.indexOf(cohortStatusOn(cohort, on));
      expect(at(addDays(today, 1))).toBeGreaterThanOrEqual(at(today));
      expect(at(today)).toBeGreaterThanOrEqual(cohortStatuses.indexOf(status));
    }),
  );
});
