import { CivilDate } from '../../../../shared/model/dates.ts';
import { documentation } from '../../../../shared/model/recertification/facts.ts';
import { hours, item, rulesOf, silent, stated, type Template, years } from './parts.ts';

const due = (cohort: string, day: string, clause: string) => ({
  clause,
  cohort,
  cycle: 1,
  endOn: CivilDate.parse(day),
});

/**
 * AL-CTO's own rules, as its public page states them: “the Alpha, Beta and Charlie cohorts were given two years to
 * complete and submit documentation to keep their certification, due June 1, 2022; Delta’s documentation was due June 1,
 * 2023.” Everything else is a silent point: what the documentation consists of, later cohorts and cycles, grace, lapse.
 */
export const alCto: Template = {
  key: 'al-cto',
  title: 'AL-CTO, documentation every two years',
  source: 'The program’s public page',
  notes: ['The page doesn’t say what the documentation consists of: it is a checklist that the leads write.'],
  rules: rulesOf({
    clauses: [
      stated(
        'al-cto-alpha-charlie',
        'Alpha, Beta and Charlie',
        'The Alpha, Beta and Charlie cohorts were given two years to complete and submit documentation, due June 1, 2022.',
      ),
      stated('al-cto-delta', 'Delta', 'Delta’s documentation was due June 1, 2023.'),
      silent(
        'al-cto-later',
        'Later cohorts',
        'The page doesn’t say when later cohorts’ documentation is due. It is two years after graduation.',
      ),
      silent('al-cto-cycles', 'Later cycles', 'The page doesn’t speak of later cycles. One follows every two years.'),
      silent(
        'al-cto-documents',
        'The documentation',
        'The page doesn’t say what the documentation consists of. The leads judge what came in.',
      ),
      silent(
        'al-cto-grace',
        'Grace',
        'The page doesn’t speak of grace. There is none, and documentation that comes late still counts.',
      ),
      silent('al-cto-lapse', 'Lapse', 'The page doesn’t speak of a lapse. Nothing lapses by itself.'),
    ],
    unit: hours,
    cycle: {
      begins: 'graduation',
      ends: { kind: 'anniversary', lastDay: 'same-day' },
      length: years(2),
      clause: 'al-cto-later',
      firstClause: 'al-cto-later',
      repeatsClause: 'al-cto-cycles',
      missedClause: 'al-cto-cycles',
      earlyClause: 'al-cto-cycles',
      lateClause: 'al-cto-cycles',
      windowClause: 'al-cto-grace',
    },
    adjustments: [
      due('Alpha', '2022-06-01', 'al-cto-alpha-charlie'),
      due('Beta', '2022-06-01', 'al-cto-alpha-charlie'),
      due('Charlie', '2022-06-01', 'al-cto-alpha-charlie'),
      due('Delta', '2023-06-01', 'al-cto-delta'),
    ],
    clocks: {
      earn: { firm: false, clause: 'al-cto-grace' },
      submit: { firm: false, clause: 'al-cto-grace' },
      pay: { firm: false, clause: 'al-cto-grace' },
      expire: { clause: 'al-cto-grace' },
    },
    checklist: [{ key: documentation, title: 'Documentation of continuing work' }],
    requirement: item(documentation, 'al-cto-documents'),
    elsewhereClause: 'al-cto-documents',
    life: {
      lapseClause: 'al-cto-lapse',
      afterLapse: 'completion-renews',
      reinstatementClause: 'al-cto-lapse',
      onReturnClause: 'al-cto-lapse',
      inReviewClause: 'al-cto-documents',
    },
  }),
};
