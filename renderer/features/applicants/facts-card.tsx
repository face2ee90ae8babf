import { type FeeStanding, sayFeeState } from '../../../shared/model/fees.ts';
import { sayCents } from '../../../shared/model/money.ts';
import type { ApplicantDetail } from '../../../shared/views/applicants.ts';
import { FactList } from '../../kit/facts.tsx';
import { Status } from '../../kit/status.tsx';

/** What is known of an applicant; what a form left open says so. */
export function ApplicantFacts({ detail }: { readonly detail: ApplicantDetail }) {
  const { row, highestPost, membership } = detail;
  const open = <span className="mute">not known</span>;
  return (
    <FactList
      of={[
        ['Certificate', detail.certificateName],
        ['E-mail', row.email],
        ['Phone', row.phone],
        ['Membership', membership === null ? open : row.tierName],
        ['Highest position', highestPost === null ? open : highestPost === 'yes' ? 'Yes' : 'No'],
        ['Years', detail.yearsInEducation === null ? open : row.years],
        ...(detail.fee === null ? [] : [['Fee', <FeeFact key="fee" fee={detail.fee} />] as const]),
        ['Payment', row.payment],
        ['Needs', row.needs],
      ]}
    />
  );
}

/** Where the fee stands, with what is still owed: `Partly paid, $25 owed`. */
function FeeFact({ fee: { state, owes } }: { readonly fee: FeeStanding }) {
  return (
    <Status of={state}>
      {sayFeeState[state]}
      {owes > 0 && `, ${sayCents(owes)} owed`}
    </Status>
  );
}
