import type { InputOf } from '../../../../shared/api.ts';
import type { Ranking } from '../../../../shared/model/applicants.ts';
import { Instant } from '../../../../shared/model/dates.ts';
import { ApplicationId, CohortId, PersonId } from '../../../../shared/model/ids.ts';
import { Cents } from '../../../../shared/model/money.ts';
import type { ApplicantDetail, ApplicantRow, ApplicantsAnswer } from '../../../../shared/views/applicants.ts';
import type { CohortsView } from '../../../../shared/views/cohorts.ts';

export const foxtrot = { id: CohortId.parse('018f0000-0000-7000-8000-0000000000f0'), name: 'Foxtrot', seats: 2 };
const golf = CohortId.parse('018f0000-0000-7000-8000-0000000000f1');
const idAt = (at: number) => `018f0000-0000-7000-8000-00000000010${at}`;

const row = (at: number, name: string, more: Partial<ApplicantRow> = {}): ApplicantRow => ({
  applicationId: ApplicationId.parse(idAt(at)),
  personId: PersonId.parse(idAt(at)),
  place: at,
  name,
  organization: 'Hoover City Schools',
  tier: 2,
  tierName: 'General',
  years: '5',
  applied: Instant.parse(`2024-04-0${at}T14:00:00.000Z`),
  appliedDoubt: null,
  status: 'submitted',
  verdict: 'within-seats',
  late: false,
  early: false,
  overruled: false,
  changedSince: false,
  offered: false,
  toCorrect: false,
  jobTitle: 'Technology Director',
  email: 'someone@example.org',
  phone: '(256) 555-0112',
  payment: 'Check',
  needs: '',
  ...more,
});

/** Two within the seats, one who waits, one who needs a look. */
export const rows: readonly ApplicantRow[] = [
  row(1, 'Ada One'),
  row(2, 'Ben Two'),
  row(3, 'Cleo Three', { verdict: 'waiting' }),
  row(4, 'Eve Blank', { place: null, tier: null, verdict: 'needs-a-look', years: '?' }),
];

/** The list as main would answer it. */
export function pageOf(list: readonly ApplicantRow[], { search = '' }: InputOf<'applicants.list'>): ApplicantsAnswer {
  const found = list.filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()));
  const having = (verdict: ApplicantRow['verdict']) => list.filter((each) => each.verdict === verdict).length;
  const accepted = list.filter(({ status }) => status === 'accepted').length;
  return {
    total: found.length,
    offset: 0,
    rows: found,
    cohort: foxtrot,
    policyNumber: 1,
    counts: {
      'in-order': list.length,
      'within-seats': having('within-seats'),
      waiting: having('waiting'),
      'needs-a-look': having('needs-a-look'),
      'past-last-seat': 0,
      late: 0,
      early: 0,
      'not-eligible': 0,
      accepted,
      closed: 0,
    },
    acceptable: having('within-seats') - accepted,
    undecided: having('needs-a-look'),
  };
}

const ranking = (of: ApplicantRow): Ranking => ({
  verdict: of.verdict,
  tier: of.tier,
  place: of.place,
  late: of.late,
  overruled: of.overruled,
  reasons: [{ outcome: 'met', sentence: 'ALET General Member', seen: 'answered “General”', clause: 'tier-2' }],
});

/** Everything about one of them. */
export const detailOf = (of: ApplicantRow): ApplicantDetail => ({
  row: of,
  cohort: foxtrot,
  ranking: ranking(of),
  policyNumber: 1,
  membership: 'general',
  highestPost: 'no',
  yearsInEducation: of.years === '?' ? null : 5,
  certificateName: `${of.name}, Ed.D.`,
  fee: null,
  statusReason: null,
  statusSaid: null,
  overruleSaid: null,
  appliedTyped: null,
  changedSince: null,
  decided: null,
  submissions: [
    {
      at: of.applied,
      source: 'form.csv, row 2',
      answers: [
        { question: 'Membership', answer: 'general member', understood: 'ALET General Member' },
        { question: 'Years in education', answer: 'a while', understood: '' },
      ],
    },
  ],
  history: [{ at: 'Apr 1, 9:00 AM', sentence: 'Applied by form' }],
});

const cohort = (id: CohortId, name: string): CohortsView['cohorts'][number] => ({
  id,
  name,
  status: 'open',
  opensOn: null,
  closesOn: null,
  seats: 2,
  fee: Cents.parse(7_500),
  startsOn: null,
  endsOn: null,
  applicants: 4,
  participants: 0,
  graduates: 0,
  sessions: 0,
});

/** Foxtrot, and Golf after it. */
export const cohorts: CohortsView = {
  cohorts: [cohort(foxtrot.id, 'Foxtrot'), cohort(golf, 'Golf')],
  nextName: 'Hotel',
  defaults: { seats: 30, fee: Cents.parse(7_500) },
};
