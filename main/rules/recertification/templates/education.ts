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

/** The six strands of AL-CTO and of ALET’s continuing education for technology directors. */
const strands = [
  { key: 'roles', title: 'CTO Roles and Responsibilities' },
  { key: 'law', title: 'Law, Ethics, and Policies' },
  { key: 'data', title: 'Data Management and Governance' },
  { key: 'teaching', title: 'Teaching and Learning' },
  { key: 'it', title: 'IT Management' },
  { key: 'planning', title: 'Technology Planning' },
];

/**
 * CoSN’s CETL, from dev.cosn.org/certification: three years from issue; “60 hours, each tied to an exam content area”,
 * with caps per kind (industry certifications 4 h each to 12, publications 4 h each to 12, instruction 1:1, first delivery
 * only, to 30, unpaid volunteering 1:1 to 20, memberships 2 h a year each); or the exam again before expiry.
 */
export const cetl: Template = {
  key: 'cetl',
  title: 'CoSN CETL, 60 hours in three years',
  source: 'CoSN, certification of certificants',
  notes: ['The caps per kind are from before revised requirements and couldn’t be confirmed again.'],
  rules: rulesOf({
    clauses: [
      stated('cetl-cycle', 'Three years', 'The certification holds for three years from its issue.'),
      stated(
        'cetl-hours',
        '60 hours',
        'Sixty hours, each tied to an exam content area, inside the cycle; or the exam again before expiry.',
      ),
      stated(
        'cetl-caps',
        'Caps per kind',
        'Industry certifications 4 hours each, to 12; publications 4 each, to 12; instruction 1:1, first delivery only, to 30; unpaid volunteering 1:1, to 20; memberships 2 hours a year each.',
      ),
      silent('cetl-grace', 'Grace', 'No grace is stated. There is none.'),
      silent(
        'cetl-early',
        'Early and late',
        'Nothing is said of early or late renewal. The next cycle counts from the old end.',
      ),
    ],
    unit: hours,
    cycle: {
      begins: 'issue',
      ends: { kind: 'anniversary', lastDay: 'same-day' },
      length: years(3),
      clause: 'cetl-cycle',
      firstClause: 'cetl-cycle',
      repeatsClause: 'cetl-cycle',
      missedClause: 'cetl-cycle',
      earlyClause: 'cetl-early',
      lateClause: 'cetl-early',
      windowClause: 'cetl-grace',
    },
    clocks: {
      earn: { clause: 'cetl-hours' },
      submit: { clause: 'cetl-grace' },
      pay: { clause: 'cetl-grace' },
      expire: { clause: 'cetl-cycle' },
    },
    checklist: [{ key: 'exam', title: 'The exam again' }],
    strands: [
      { key: 'leadership', title: 'Leadership and Vision' },
      { key: 'environment', title: 'Understanding the Educational Environment' },
      { key: 'resources', title: 'Managing Technology and Support Resources' },
    ],
    strand: 'needed',
    categories: [
      { key: 'learning', title: 'Professional learning', clause: 'cetl-hours' },
      { key: 'certifications', title: 'Industry certifications', clause: 'cetl-caps', mostEach: of(4), most: of(12) },
      { key: 'publications', title: 'Publications', clause: 'cetl-caps', mostEach: of(4), most: of(12) },
      { key: 'instruction', title: 'Instruction', clause: 'cetl-caps', most: of(30), repeats: 'first-delivery' },
      { key: 'volunteering', title: 'Volunteering', clause: 'cetl-caps', most: of(20), unpaidOnly: true },
      { key: 'memberships', title: 'Memberships', clause: 'cetl-caps', mostEach: of(2) },
    ],
    requirement: any('cetl-hours', total(60, 'cetl-hours'), item('exam', 'cetl-hours')),
    elsewhereClause: 'cetl-hours',
    life: {
      lapse: days(0),
      lapseClause: 'cetl-cycle',
      reinstatementClause: 'cetl-cycle',
      onReturnClause: 'cetl-cycle',
      inReviewClause: 'cetl-grace',
    },
  }),
};

/**
 * ALET’s yearly continuing education for technology directors (TD-CEU), from go-alet.org/training: October 1 to September
 * 30, at least 12 hours; at least 6 from ALET; at most 6 external, in person and pre-approved; every hour in one of six
 * strands; a completed online course not repeatable, ever. No hours carry over.
 */
export const tdCeu: Template = {
  key: 'alet-td-ceu',
  title: 'ALET TD-CEU, 12 hours a year',
  source: 'ALET, training for technology directors',
  notes: [
    'When a new director must have attended the academy isn’t in here: two pages of ALET disagree (24 months, three years).',
  ],
  rules: rulesOf({
    clauses: [
      stated('td-year', 'October 1 to September 30', 'Hours count from October 1 to September 30.'),
      stated('td-hours', '12 hours', 'At least 12 hours a year, every hour in at least one of six strands.'),
      stated('td-alet', 'From ALET', 'At least 6 of the hours come from ALET.'),
      stated('td-external', 'External hours', 'At most 6 hours are external, in person and approved beforehand.'),
      stated('td-online', 'Online courses', 'A completed online course can’t be repeated for credit.'),
      silent(
        'td-late',
        'A missed year',
        'What a missed year does isn’t stated. The next year begins, and the year stays missed.',
      ),
    ],
    unit: hours,
    cycle: {
      begins: 'graduation',
      ends: { kind: 'year-end', month: 9, day: 30 },
      length: years(1),
      clause: 'td-year',
      first: 'prolonged',
      firstClause: 'td-late',
      repeatsClause: 'td-year',
      missed: 'goes-on',
      missedClause: 'td-late',
      earlyClause: 'td-year',
      lateClause: 'td-year',
      windowClause: 'td-year',
    },
    clocks: {
      earn: { clause: 'td-year' },
      submit: { clause: 'td-late' },
      pay: { clause: 'td-late' },
      expire: { clause: 'td-year' },
    },
    strands,
    strand: 'needed',
    categories: [
      { key: 'alet', title: 'ALET', clause: 'td-alet' },
      { key: 'alet-online', title: 'ALET online courses', clause: 'td-online', within: 'alet', repeats: 'once-ever' },
      {
        key: 'external',
        title: 'External',
        clause: 'td-external',
        most: of(6),
        deliveries: ['in-person'],
        preApproval: 'needed',
      },
    ],
    requirement: all('td-hours', total(12, 'td-hours'), least('alet', 6, 'td-alet')),
    elsewhereClause: 'td-hours',
    life: {
      lapseClause: 'td-late',
      reinstatementClause: 'td-late',
      onReturnClause: 'td-late',
      inReviewClause: 'td-late',
    },
  }),
};
