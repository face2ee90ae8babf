import {
  all,
  any,
  days,
  hours,
  item,
  least,
  months,
  rulesOf,
  silent,
  stated,
  type Template,
  total,
  years,
} from './parts.ts';

const teacherCycle = {
  begins: 'issue' as const,
  ends: { kind: 'year-end' as const, month: 6, day: 30 },
  length: years(5),
  clause: 'alsde-cycle',
  first: 'shortened' as const,
  firstClause: 'alsde-first',
  repeatsClause: 'alsde-cycle',
  missedClause: 'alsde-cycle',
  earlyClause: 'alsde-window',
  lateClause: 'alsde-cycle',
  windowOpens: months(6),
  windowClause: 'alsde-window',
};

const teacherClauses = [
  stated('alsde-cycle', 'Five years to June 30', 'A certificate holds for five years and ends on June 30.'),
  silent(
    'alsde-first',
    'The first certificate',
    'The first one ends on the last June 30 that is no more than five years away.',
  ),
  stated('alsde-window', 'When it can be renewed', 'It can’t be renewed before the calendar year in which it ends.'),
  silent('alsde-late', 'Late', 'Nothing is said of grace. There is none.'),
];

const teacherClocks = {
  earn: { clause: 'alsde-cycle' },
  submit: { clause: 'alsde-late' },
  pay: { clause: 'alsde-late' },
  expire: { clause: 'alsde-cycle' },
};

const teacherLife = {
  lapse: days(0),
  lapseClause: 'alsde-cycle',
  reinstatementClause: 'alsde-cycle',
  onReturnClause: 'alsde-cycle',
  inReviewClause: 'alsde-late',
};

/**
 * The Alabama teacher’s certificate, from statepolicies.nasbe.org (2016): five years to June 30, renewed by any of three
 * years of experience with 5 CEU (50 clock hours) or 3 semester hours; 5 CEU with 3 semester hours; 6 semester hours;
 * National Board certification earned in the period; or, for retirees with 25 years, 10 CEU. $38.
 */
export const alabamaTeacher: Template = {
  key: 'alabama-teacher',
  title: 'Alabama teacher’s certificate, five years to June 30',
  source: 'Alabama State Department of Education, as state policy databases quote it (2016)',
  notes: ['Semester hours are counted in their own category: 3 semester hours are 3, and never clock hours.'],
  rules: rulesOf({
    clauses: [
      ...teacherClauses,
      stated(
        'alsde-ways',
        'Ways to renew',
        'Any of: three years of experience and 5 CEU (50 clock hours) or 3 semester hours; 5 CEU and 3 semester hours; 6 semester hours; National Board certification earned in the period; for retirees with 25 years, 10 CEU.',
      ),
      stated('alsde-fee', 'Fee', 'The fee is $38.'),
    ],
    unit: hours,
    cycle: teacherCycle,
    clocks: teacherClocks,
    checklist: [
      { key: 'experience', title: 'Three years of experience' },
      { key: 'national-board', title: 'National Board certification' },
      { key: 'retired-25', title: 'Retired with 25 years of service' },
    ],
    categories: [
      { key: 'ceu', title: 'Clock hours (10 to a CEU)', clause: 'alsde-ways' },
      { key: 'semester', title: 'Semester hours', clause: 'alsde-ways' },
    ],
    requirement: any(
      'alsde-ways',
      all(
        'alsde-ways',
        item('experience', 'alsde-ways'),
        any('alsde-ways', least('ceu', 50, 'alsde-ways'), least('semester', 3, 'alsde-ways')),
      ),
      all('alsde-ways', least('ceu', 50, 'alsde-ways'), least('semester', 3, 'alsde-ways')),
      least('semester', 6, 'alsde-ways'),
      item('national-board', 'alsde-ways'),
      all('alsde-ways', item('retired-25', 'alsde-ways'), least('ceu', 100, 'alsde-ways')),
    ),
    elsewhereClause: 'alsde-ways',
    fees: [{ key: 'renewal', title: 'Renewal', kind: 'renewal', amount: 3800, clause: 'alsde-fee' }],
    life: teacherLife,
  }),
};

const leaderUnits = (from: number, units: number) => ({
  clause: 'plu-table',
  begins: { from: `${from}-01-01`, to: `${from}-12-31` },
  requirement: all('plu-table', total(5, 'plu-units'), least('plu', units, 'plu-table')),
});

/**
 * Alabama instructional leaders’ professional learning units, from arabcityschools and elmoreco pages: five units in five
 * years, in a transition table from 1 PLU with at most 4 CEU (2005 to 2010) to 5 PLU and none (2009 to 2014 and later).
 */
export const alabamaLeader: Template = {
  key: 'alabama-leader',
  title: 'Alabama instructional leader, professional learning units',
  source: 'Alabama school systems’ pages on professional learning units',
  notes: [
    'The table’s middle lines follow from its first and last.',
    'That renewing a leader’s certificate renews an educator’s too is a checklist item there, since each program keeps one certificate.',
    'A cut to two units in one year is on the pages without its year: add a line to the table for it.',
  ],
  rules: rulesOf({
    clauses: [
      ...teacherClauses,
      stated('plu-units', 'Five units', 'Five units in five years.'),
      stated(
        'plu-table',
        'Transition',
        'From 2005 to 2010, 1 PLU and at most 4 CEU; a PLU more and a CEU less each year; from 2009 to 2014 on, 5 PLU.',
      ),
    ],
    unit: { one: 'unit', many: 'units' },
    cycle: teacherCycle,
    adjustments: [leaderUnits(2005, 1), leaderUnits(2006, 2), leaderUnits(2007, 3), leaderUnits(2008, 4)],
    clocks: teacherClocks,
    categories: [
      { key: 'plu', title: 'Professional learning units', clause: 'plu-units' },
      { key: 'ceu', title: 'Continuing education units', clause: 'plu-table' },
    ],
    requirement: all('plu-units', least('plu', 5, 'plu-units')),
    elsewhereClause: 'plu-units',
    life: teacherLife,
  }),
};
