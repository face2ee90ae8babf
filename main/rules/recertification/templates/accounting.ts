import {
  all,
  any,
  days,
  hours,
  item,
  least,
  of,
  rulesOf,
  silent,
  stated,
  type Template,
  total,
  years,
} from './parts.ts';

/**
 * Continuing education of Alabama CPAs, from Ala. Admin. Code 30-X-5-.02 and pages about it: October 1 to September 30, 40
 * hours, of them accounting and auditing at least 8, ethics at least 2, personal development at most 12; nothing carries
 * over; registration until December 31; back from inactive 40 hours for each year away, no more than 120, 20 % in accounting
 * and auditing, all in the last three years; the first cycle is prolonged; another state’s compliance can take its place.
 */
export const alabamaCpa: Template = {
  key: 'alabama-cpa',
  title: 'Alabama CPA, 40 hours a year',
  source: 'Alabama Administrative Code 30-X-5-.02',
  notes: ['That nothing carries over, and registration until December 31, are from pages about the code.'],
  rules: rulesOf({
    clauses: [
      stated('cpa-year', 'October 1 to September 30', 'Hours are earned from October 1 to September 30.'),
      stated(
        'cpa-hours',
        '40 hours',
        'Forty hours, of them at least 8 in accounting and auditing and at least 2 in ethics.',
      ),
      stated('cpa-personal', 'Personal development', 'No more than 12 hours of personal development.'),
      stated('cpa-registration', 'Registration', 'Registration is open until December 31.'),
      stated('cpa-first', 'The first cycle', 'The first cycle is extended to the end of the following year.'),
      stated('cpa-elsewhere', 'Another state', 'Compliance with another state’s rule can take the place of this one.'),
      stated(
        'cpa-back',
        'Back from inactive',
        'Forty hours for each year away, no more than 120, 20 percent of them in accounting and auditing, all earned in the last three years.',
      ),
      silent('cpa-lapse', 'Lapse', 'What follows a missed registration isn’t in the sources. The license lapses.'),
    ],
    unit: hours,
    cycle: {
      begins: 'issue',
      ends: { kind: 'year-end', month: 9, day: 30 },
      length: years(1),
      clause: 'cpa-year',
      first: 'prolonged',
      firstClause: 'cpa-first',
      repeatsClause: 'cpa-year',
      missedClause: 'cpa-lapse',
      earlyClause: 'cpa-year',
      lateClause: 'cpa-year',
      windowClause: 'cpa-year',
    },
    clocks: {
      earn: { clause: 'cpa-year' },
      submit: { after: days(92), clause: 'cpa-registration' },
      pay: { after: days(92), clause: 'cpa-registration' },
      expire: { after: days(92), clause: 'cpa-registration' },
    },
    checklist: [{ key: 'other-state', title: 'Compliance with another state’s rule' }],
    categories: [
      { key: 'accounting', title: 'Accounting and Auditing', clause: 'cpa-hours' },
      { key: 'ethics', title: 'Ethics', clause: 'cpa-hours' },
      { key: 'personal', title: 'Personal Development', clause: 'cpa-personal', most: of(12) },
      { key: 'other', title: 'Other Subjects', clause: 'cpa-hours' },
    ],
    requirement: any(
      'cpa-elsewhere',
      all('cpa-hours', total(40, 'cpa-hours'), least('accounting', 8, 'cpa-hours'), least('ethics', 2, 'cpa-hours')),
      item('other-state', 'cpa-elsewhere'),
    ),
    elsewhereClause: 'cpa-elsewhere',
    life: {
      lapse: days(0),
      lapseClause: 'cpa-lapse',
      waysBack: [
        {
          awayUpTo: null,
          perYear: {
            credit: of(40),
            most: of(120),
            shares: [{ category: 'accounting', percent: 20, clause: 'cpa-back' }],
          },
          lookBack: years(3),
          clause: 'cpa-back',
        },
      ],
      reinstatementClause: 'cpa-back',
      onReturnClause: 'cpa-back',
      inReviewClause: 'cpa-registration',
    },
  }),
};
