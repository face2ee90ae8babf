import type { ApplicantShow, ApplicantsAnswer } from '../../../shared/views/applicants.ts';
import { Chips } from '../../kit/toolbar.tsx';

const labels: readonly (readonly [key: ApplicantShow, label: string, always: boolean])[] = [
  ['in-order', 'In order', true],
  ['within-seats', 'Within seats', true],
  ['waiting', 'Waiting', true],
  ['needs-a-look', 'Needs a look', true],
  ['past-last-seat', 'Past the last seat', false],
  ['late', 'Late', false],
  ['early', 'Early', false],
  ['not-eligible', 'Not eligible', false],
  ['accepted', 'Accepted', false],
  ['closed', 'Closed', false],
];

/** Which of the applicants are shown. A chip that counts no one steps aside, unless it is the one that is chosen. */
export function ShowChips({
  counts,
  show,
  onChange,
}: {
  readonly counts: ApplicantsAnswer['counts'] | undefined;
  readonly show: ApplicantShow;
  readonly onChange: (show: ApplicantShow) => void;
}) {
  const options = labels
    .filter(([key, , always]) => always || key === show || (counts?.[key] ?? 0) > 0)
    .map(([key, label]) => ({ key, label, count: counts?.[key] }));
  return <Chips label="Show" value={show} options={options} onChange={onChange} />;
}
