import type { ParticipantId } from '../../../shared/model/ids.ts';
import { useCall } from '../../kit/query.ts';
import { CertificationCard } from './certification-card.tsx';

/** The certification from one cohort, on a person’s page; nothing where there is no program yet. */
export function PersonCertification({
  participantId,
  cohort,
  hasKeys,
}: {
  readonly participantId: ParticipantId;
  readonly cohort: string;
  readonly hasKeys: boolean;
}) {
  const { value: life } = useCall('recertification.life', { participantId });
  if (!life) return null;
  return <CertificationCard life={life} level={2} title={`Certification, ${cohort}`} canDecide hasKeys={hasKeys} />;
}
