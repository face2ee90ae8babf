import { all, days, least, months, of, rulesOf, silent, stated, type Template, total, years } from './parts.ts';

/**
 * PMI’s PMP, from pmi.org.hk and mosaicprojects.com.au: three years from the exam, 60 PDUs: education at least 35, of them
 * at least 8 in each of three areas; giving back at most 25, of which practicing at most 8; quarter PDUs; suspended twelve
 * months, in which earning goes on and the title can’t be used; then expired.
 */
export const pmi: Template = {
  key: 'pmi-pmp',
  title: 'PMI PMP, 60 PDUs in three years',
  source: 'PMI chapter pages; Mosaic Projects',
  notes: ['Carry-over exists in some accounts and couldn’t be confirmed: none.'],
  rules: rulesOf({
    clauses: [
      stated('pmi-cycle', 'Three years', 'The cycle is three years from the exam.'),
      stated(
        'pmi-education',
        'Education',
        'Sixty PDUs, at least 35 of them education, at least 8 in each of three areas.',
      ),
      stated('pmi-giving', 'Giving back', 'Giving back counts for at most 25, of which practicing at most 8.'),
      stated(
        'pmi-suspended',
        'Suspension',
        'Suspended for twelve months, in which PDUs may be earned and the title can’t be used; then expired.',
      ),
      silent(
        'pmi-next',
        'The next cycle',
        'What late renewal does to the next cycle isn’t in the sources. Its dates don’t move.',
      ),
      silent('pmi-carry', 'Carry-over', 'Carry-over couldn’t be confirmed. There is none.'),
    ],
    unit: { one: 'PDU', many: 'PDUs' },
    cycle: {
      begins: 'exam',
      ends: { kind: 'anniversary', lastDay: 'day-before' },
      length: years(3),
      clause: 'pmi-cycle',
      firstClause: 'pmi-cycle',
      repeatsClause: 'pmi-cycle',
      missedClause: 'pmi-suspended',
      earlyClause: 'pmi-next',
      lateClause: 'pmi-next',
      windowClause: 'pmi-cycle',
    },
    clocks: {
      earn: { clause: 'pmi-cycle' },
      submit: { clause: 'pmi-cycle' },
      pay: { clause: 'pmi-cycle' },
      expire: { clause: 'pmi-cycle' },
    },
    categories: [
      { key: 'education', title: 'Education', clause: 'pmi-education', step: of(0.25) },
      { key: 'ways', title: 'Ways of Working', clause: 'pmi-education', within: 'education', step: of(0.25) },
      { key: 'power', title: 'Power Skills', clause: 'pmi-education', within: 'education', step: of(0.25) },
      { key: 'business', title: 'Business Acumen', clause: 'pmi-education', within: 'education', step: of(0.25) },
      { key: 'giving', title: 'Giving Back', clause: 'pmi-giving', most: of(25), step: of(0.25) },
      { key: 'practicing', title: 'Practicing', clause: 'pmi-giving', within: 'giving', most: of(8), step: of(0.25) },
    ],
    requirement: all(
      'pmi-education',
      total(60, 'pmi-education'),
      least('education', 35, 'pmi-education'),
      least('ways', 8, 'pmi-education'),
      least('power', 8, 'pmi-education'),
      least('business', 8, 'pmi-education'),
    ),
    elsewhereClause: 'pmi-education',
    life: {
      suspension: { length: months(12), earning: 'counts', clause: 'pmi-suspended' },
      lapse: days(0),
      lapseClause: 'pmi-suspended',
      reinstatementClause: 'pmi-suspended',
      onReturnClause: 'pmi-suspended',
      inReviewClause: 'pmi-next',
    },
  }),
};

/**
 * SHRM, from shrm.org (2018) and northstateshrm.org: three years ending on the last day of the birth month; 60 PDCs,
 * organization at most 20, profession at most 30, self-paced at most 30; up to 20 carried over, as education; a grace of 60
 * days in which earning counts, with a late fee of $50; after early renewal the next cycle starts the next day and ends
 * where it would have.
 */
export const shrm: Template = {
  key: 'shrm',
  title: 'SHRM, 60 PDCs to the birth month’s end',
  source: 'SHRM, recertification (2018)',
  notes: ['Which birth month ends the first cycle isn’t in the sources: the one in the third calendar year.'],
  rules: rulesOf({
    clauses: [
      stated('shrm-cycle', 'Three years to the birth month', 'Three years, ending on the last day of the birth month.'),
      silent('shrm-first', 'The first cycle', 'The first cycle ends in the third calendar year after the exam.'),
      stated(
        'shrm-credits',
        '60 PDCs',
        'Sixty PDCs: at most 20 for the organization, 30 for the profession, and 30 self-paced.',
      ),
      stated('shrm-carry', 'Carried over', 'Up to 20 PDCs count in the next cycle, as education.'),
      stated('shrm-grace', 'Grace', 'Sixty days in which PDCs may be earned, for a late fee of $50.'),
      stated('shrm-early', 'Early', 'After early renewal the next cycle starts the next day, and its end stays.'),
    ],
    unit: { one: 'PDC', many: 'PDCs' },
    cycle: {
      begins: 'exam',
      ends: { kind: 'birth-month' },
      length: years(3),
      clause: 'shrm-cycle',
      first: 'in-that-year',
      firstClause: 'shrm-first',
      repeatsClause: 'shrm-cycle',
      missedClause: 'shrm-grace',
      early: 'next-day-keep-end',
      earlyClause: 'shrm-early',
      lateClause: 'shrm-cycle',
      windowClause: 'shrm-cycle',
    },
    clocks: {
      earn: { grace: days(60), clause: 'shrm-grace' },
      submit: { grace: days(60), clause: 'shrm-grace' },
      pay: { grace: days(60), clause: 'shrm-grace' },
      expire: { grace: days(60), clause: 'shrm-grace' },
    },
    categories: [
      { key: 'education', title: 'Education', clause: 'shrm-credits', step: of(0.25) },
      {
        key: 'self-paced',
        title: 'Self-paced education',
        clause: 'shrm-credits',
        within: 'education',
        most: of(30),
        step: of(0.25),
      },
      { key: 'organization', title: 'For your organization', clause: 'shrm-credits', most: of(20) },
      { key: 'profession', title: 'For the profession', clause: 'shrm-credits', most: of(30) },
    ],
    requirement: total(60, 'shrm-credits'),
    elsewhereClause: 'shrm-credits',
    carryOver: { most: of(20), into: 'education', clause: 'shrm-carry' },
    fees: [{ key: 'late', title: 'Late fee', kind: 'late', amount: 5000, clause: 'shrm-grace' }],
    life: {
      lapse: days(0),
      lapseClause: 'shrm-grace',
      reinstatementClause: 'shrm-grace',
      onReturnClause: 'shrm-grace',
      inReviewClause: 'shrm-grace',
    },
  }),
};

/**
 * HRCI, from hrci.org and thechange180.com: three years from the exam; 60 credits, 1 of them ethics; suspended twelve
 * months for $100 more, in which credits may be earned; cycle dates don’t move, so the next cycle is shorter.
 */
export const hrci: Template = {
  key: 'hrci',
  title: 'HRCI, 60 credits in three years',
  source: 'HRCI; The Change 180',
  notes: [
    'That something carries over is known, how much isn’t: nothing does.',
    'Some of its certificates ask for 45.',
  ],
  rules: rulesOf({
    clauses: [
      stated('hrci-cycle', 'Three years', 'The cycle is three years from the exam, and its dates don’t move.'),
      stated('hrci-credits', '60 credits', 'Sixty credits, one of them in ethics.'),
      stated(
        'hrci-suspended',
        'Suspension',
        'Suspended for twelve months, in which credits may be earned, for $100 more.',
      ),
      silent('hrci-carry', 'Carry-over', 'How much carries over isn’t in the sources. Nothing does.'),
    ],
    unit: { one: 'credit', many: 'credits' },
    cycle: {
      begins: 'exam',
      ends: { kind: 'anniversary', lastDay: 'day-before' },
      length: years(3),
      clause: 'hrci-cycle',
      firstClause: 'hrci-cycle',
      repeatsClause: 'hrci-cycle',
      missedClause: 'hrci-suspended',
      earlyClause: 'hrci-cycle',
      lateClause: 'hrci-cycle',
      windowClause: 'hrci-cycle',
    },
    clocks: {
      earn: { clause: 'hrci-cycle' },
      submit: { clause: 'hrci-cycle' },
      pay: { clause: 'hrci-cycle' },
      expire: { clause: 'hrci-cycle' },
    },
    categories: [
      { key: 'hr', title: 'HR', clause: 'hrci-credits', step: of(0.25) },
      { key: 'ethics', title: 'Ethics', clause: 'hrci-credits', step: of(0.25) },
    ],
    requirement: all('hrci-credits', total(60, 'hrci-credits'), least('ethics', 1, 'hrci-credits')),
    elsewhereClause: 'hrci-credits',
    fees: [{ key: 'late', title: 'Suspension fee', kind: 'late', amount: 10_000, clause: 'hrci-suspended' }],
    life: {
      suspension: { length: months(12), earning: 'counts', clause: 'hrci-suspended' },
      lapse: days(0),
      lapseClause: 'hrci-suspended',
      reinstatementClause: 'hrci-suspended',
      onReturnClause: 'hrci-suspended',
      inReviewClause: 'hrci-cycle',
    },
  }),
};
