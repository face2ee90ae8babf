import { Clock, ClockAlert, type LucideIcon, MailQuestion, Pencil, TriangleAlert } from 'lucide-react';
import { isInTheOrder, sayStatus, sayVerdict } from '../../../shared/model/applicants.ts';
import { dayOf, sayDate, sayShortDay } from '../../../shared/model/dates.ts';
import type { ApplicantRow } from '../../../shared/views/applicants.ts';
import type { Column } from '../../kit/data-table/column.ts';
import { Status, type StatusKey } from '../../kit/status.tsx';

/** Whether an applicant has a seat that is not given yet. */
export const isAcceptable = (row: ApplicantRow): boolean =>
  isInTheOrder(row.status) && row.status !== 'accepted' && row.verdict === 'within-seats' && !row.offered;

/** How an applicant stands: what was decided, else what the order says. */
export const applicantStanding = (row: ApplicantRow): StatusKey & (ApplicantRow['status'] | ApplicantRow['verdict']) =>
  row.status === 'accepted' || !isInTheOrder(row.status) ? row.status : row.verdict;

/** The same in a word. */
export const sayApplicantStanding = (row: ApplicantRow): string =>
  row.status === 'accepted' || !isInTheOrder(row.status) ? sayStatus[row.status] : sayVerdict[row.verdict];

/** `1 Delegate`; without a tier the membership alone. */
const sayTier = ({ tier, tierName }: ApplicantRow): string => (tier === null ? tierName : `${tier} ${tierName}`.trim());

/** The columns of the list of applicants; their keys are those that main sorts and exports by. */
export const columnsOfApplicants = (zone: string, today: string): readonly Column<ApplicantRow>[] => [
  { key: 'place', title: 'Place', width: 74, align: 'end', text: ({ place }) => (place === null ? '' : String(place)) },
  { key: 'name', title: 'Name', least: 140, always: true, text: ({ name }) => name },
  { key: 'organization', title: 'School system', least: 160, mute: true, text: ({ organization }) => organization },
  { key: 'tier', title: 'Tier', width: 112, text: sayTier },
  { key: 'years', title: 'Years', width: 56, align: 'end', text: ({ years }) => years },
  {
    key: 'applied',
    title: 'Applied',
    width: 70,
    text: ({ applied, appliedDoubt }) => {
      if (appliedDoubt !== null) return '?';
      const day = dayOf(applied, zone);
      return day.slice(0, 4) === today.slice(0, 4) ? sayShortDay(day) : sayDate(day);
    },
    cell: ({ applied, appliedDoubt }) => (appliedDoubt === null ? sayShortDay(dayOf(applied, zone)) : '?'),
  },
  {
    key: 'status',
    title: 'Status',
    width: 142,
    text: (row) =>
      [
        sayApplicantStanding(row),
        row.late ? 'late' : '',
        row.early ? 'early' : '',
        row.offered ? 'offered' : '',
        row.overruled ? 'overruled' : '',
        row.changedSince ? 'facts changed since' : '',
      ]
        .filter(Boolean)
        .join(', '),
    cell: (row) => (
      <span className="applicants-status">
        <Status of={applicantStanding(row)} />
        {row.late && isInTheOrder(row.status) && <Mark word="Late" icon={Clock} />}
        {row.early && isInTheOrder(row.status) && <Mark word="Early" icon={ClockAlert} />}
        {row.offered && <Mark word="Seat offered" icon={MailQuestion} />}
        {row.overruled && <Mark word="Overruled" icon={Pencil} />}
        {row.changedSince && <Mark word="Facts changed since" icon={TriangleAlert} />}
      </span>
    ),
  },
  { key: 'jobTitle', title: 'Job title', least: 140, mute: true, hidden: true, text: ({ jobTitle }) => jobTitle },
  { key: 'email', title: 'E-mail', least: 190, mute: true, hidden: true, text: ({ email }) => email },
  { key: 'phone', title: 'Phone', width: 126, mute: true, hidden: true, text: ({ phone }) => phone },
  { key: 'payment', title: 'Payment', least: 130, mute: true, hidden: true, text: ({ payment }) => payment },
  { key: 'needs', title: 'Needs', least: 130, hidden: true, text: ({ needs }) => needs },
];

/** What else there is to know of a status, as small as it can be said. */
const Mark = ({ word, icon: Icon }: { readonly word: string; readonly icon: LucideIcon }) => (
  <span className="applicants-mark" role="img" aria-label={word} title={word}>
    <Icon aria-hidden="true" />
  </span>
);
