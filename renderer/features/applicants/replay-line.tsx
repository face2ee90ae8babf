import type { ApplicantDetail } from '../../../shared/views/applicants.ts';
import { useCall } from '../../kit/query.ts';
import { Replayed } from '../../kit/replayed.tsx';

/** Whether the decision that was kept comes out the same when it is made again under its own version of the policy. */
export function ReplayLine({ detail }: { readonly detail: ApplicantDetail }) {
  const { applicationId } = detail.row;
  const { value } = useCall('applicants.replay', { applicationId });
  if (!value) return null;
  const { agrees, sentence, differences } = value;
  return (
    <>
      <Replayed agrees={agrees} sentence={sentence} />
      {differences.map((difference) => (
        <p key={difference} className="mute">
          {difference}
        </p>
      ))}
    </>
  );
}
