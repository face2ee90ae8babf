import { all, days, least, months, of, rulesOf, silent, stated, type Template, total, years } from './parts.ts';

const credits = { one: 'credit', many: 'credits' };

interface Isc2 {
  readonly key: string;
  readonly title: string;
  readonly total: number;
  readonly groupA: number;
  readonly groupB: number;
  readonly carry: number;
}

const isc2Of = ({ key, title, total: inAll, groupA, groupB, carry }: Isc2): Template => ({
  key,
  title,
  source: 'ISC2 member policies and FAQ; ISC2 chapter pages',
  notes: [
    'The 90 days to submit are from a secondary source.',
    'Forty credits a year are only suggested, so nothing is asked of a year.',
    'A concentration’s 20 more credits are a program of their own.',
  ],
  rules: rulesOf({
    clauses: [
      stated('isc2-cycle', 'Three years', 'The cycle is three years from the award.'),
      stated(
        'isc2-credits',
        'Credits',
        `${inAll} credits, at least ${groupA} of them in Group A, and at most ${groupB} in Group B.`,
      ),
      stated(
        'isc2-carry',
        'Carried over',
        `Of Group A, up to ${carry} credits past the total that were earned in the last six months count in the next cycle.`,
      ),
      stated(
        'isc2-submit',
        'Submitting',
        'All credits are earned by the end; they are submitted within 90 days after it.',
      ),
      stated(
        'isc2-audit',
        'Audits',
        'Audits are drawn at random; there are 90 days to answer, and a credit that is looked at doesn’t count until it has passed.',
      ),
      silent('isc2-share', 'How many are audited', 'The share isn’t stated. It is 5 percent.'),
      silent('isc2-lapse', 'Lapse', 'What follows the 90 days isn’t in the sources. The certification lapses.'),
    ],
    unit: credits,
    cycle: {
      begins: 'issue',
      ends: { kind: 'anniversary', lastDay: 'day-before' },
      length: years(3),
      clause: 'isc2-cycle',
      firstClause: 'isc2-cycle',
      repeatsClause: 'isc2-cycle',
      missedClause: 'isc2-lapse',
      earlyClause: 'isc2-cycle',
      lateClause: 'isc2-cycle',
      windowClause: 'isc2-cycle',
    },
    clocks: {
      earn: { clause: 'isc2-submit' },
      submit: { grace: days(90), clause: 'isc2-submit' },
      pay: { grace: days(90), clause: 'isc2-submit' },
      expire: { grace: days(90), clause: 'isc2-submit' },
    },
    categories: [
      { key: 'group-a', title: 'Group A', clause: 'isc2-credits', step: of(0.25) },
      { key: 'group-b', title: 'Group B', clause: 'isc2-credits', step: of(0.25), most: of(groupB) },
    ],
    requirement: all('isc2-credits', total(inAll, 'isc2-credits'), least('group-a', groupA, 'isc2-credits')),
    elsewhereClause: 'isc2-credits',
    carryOver: { most: of(carry), earnedWithin: months(6), from: ['group-a'], into: 'group-a', clause: 'isc2-carry' },
    life: {
      lapse: days(0),
      lapseClause: 'isc2-lapse',
      reinstatementClause: 'isc2-lapse',
      onReturnClause: 'isc2-lapse',
      inReviewClause: 'isc2-audit',
      audit: {
        share: 500,
        answerWithin: days(90),
        meanwhile: 'withheld',
        silence: 'not-completed',
        clause: 'isc2-audit',
      },
    },
  }),
});

/**
 * ISC2’s CISSP: “120 credits in three years, Group A at least 90, the rest A or B”, up to 40 of Group A from the last six
 * months into the next cycle; and its smaller neighbors, CCSP and CSSLP with 90 (60 and 30), SSCP with 60 (45 and 15).
 */
export const isc2: readonly Template[] = [
  { key: 'isc2-cissp', title: 'ISC2 CISSP, 120 credits', total: 120, groupA: 90, groupB: 30, carry: 40 },
  { key: 'isc2-ccsp', title: 'ISC2 CCSP and CSSLP, 90 credits', total: 90, groupA: 60, groupB: 30, carry: 30 },
  { key: 'isc2-sscp', title: 'ISC2 SSCP, 60 credits', total: 60, groupA: 45, groupB: 15, carry: 20 },
].map(isc2Of);

/**
 * ISACA’s CISA, from isaca-manila.org and others: calendar years and three years; at least 20 each year and 120 in three;
 * free credits at most 72 a year (webinars 36, volunteering 20, mentoring 10, quizzes 6); reporting and paying until
 * February 28, not earning; a yearly random sample, in which no answer means revoked.
 */
export const isaca: Template = {
  key: 'isaca-cisa',
  title: 'ISACA CISA, 20 a year and 120 in three',
  source: 'ISACA chapter pages',
  notes: ['That reporting goes on until February 28 is from a secondary source; so is that earning doesn’t.'],
  rules: rulesOf({
    clauses: [
      stated('isaca-cycle', 'Three calendar years', 'Three calendar years, after the year of certification.'),
      stated('isaca-credits', 'Credits', 'At least 20 each year, and at least 120 in three years.'),
      stated(
        'isaca-free',
        'Free credits',
        'At most 72 free credits a year: webinars 36, volunteering 20, mentoring 10, quizzes 6.',
      ),
      stated(
        'isaca-report',
        'Reporting',
        'Reporting and paying until February 28; what is earned by then counts for the new year.',
      ),
      stated('isaca-audit', 'Audits', 'A random sample each year; whoever doesn’t answer is revoked.'),
      silent(
        'isaca-share',
        'How many are audited',
        'The share and the time to answer aren’t stated: 5 percent, and 30 days.',
      ),
      silent('isaca-lapse', 'Lapse', 'What follows February 28 isn’t in the sources. The certification lapses.'),
    ],
    unit: credits,
    cycle: {
      begins: 'issue',
      ends: { kind: 'year-end', month: 12, day: 31 },
      length: years(3),
      clause: 'isaca-cycle',
      first: 'prolonged',
      firstClause: 'isaca-cycle',
      repeatsClause: 'isaca-cycle',
      missedClause: 'isaca-lapse',
      earlyClause: 'isaca-cycle',
      lateClause: 'isaca-cycle',
      windowClause: 'isaca-cycle',
    },
    clocks: {
      earn: { clause: 'isaca-report' },
      submit: { after: days(59), clause: 'isaca-report' },
      pay: { after: days(59), clause: 'isaca-report' },
      expire: { after: days(59), clause: 'isaca-report' },
    },
    categories: [
      { key: 'paid', title: 'Courses and conferences', clause: 'isaca-credits' },
      { key: 'free', title: 'Free credits', clause: 'isaca-free', mostAYear: of(72) },
      { key: 'webinars', title: 'Webinars', clause: 'isaca-free', within: 'free', mostAYear: of(36) },
      {
        key: 'volunteering',
        title: 'Volunteering',
        clause: 'isaca-free',
        within: 'free',
        mostAYear: of(20),
        unpaidOnly: true,
      },
      { key: 'mentoring', title: 'Mentoring', clause: 'isaca-free', within: 'free', mostAYear: of(10) },
      { key: 'quizzes', title: 'Quizzes', clause: 'isaca-free', within: 'free', mostAYear: of(6) },
    ],
    requirement: all('isaca-credits', total(120, 'isaca-credits'), {
      kind: 'credit',
      of: { kind: 'total' },
      least: of(20),
      per: 'year',
      clause: 'isaca-credits',
    }),
    elsewhereClause: 'isaca-credits',
    life: {
      lapse: days(0),
      lapseClause: 'isaca-lapse',
      reinstatementClause: 'isaca-lapse',
      onReturnClause: 'isaca-lapse',
      inReviewClause: 'isaca-report',
      audit: { share: 500, answerWithin: days(30), meanwhile: 'counts', silence: 'revoked', clause: 'isaca-audit' },
    },
  }),
};
