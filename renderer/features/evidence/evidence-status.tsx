import { type EvidenceState, sayEvidenceState } from '../../../shared/model/recertification/facts.ts';
import { Status, type StatusKey } from '../../kit/status.tsx';

const keys: Record<EvidenceState, StatusKey> = {
  missing: 'evidence-missing',
  received: 'to-review',
  accepted: 'accepted',
  'partly-accepted': 'partly-accepted',
  returned: 'returned',
};

/** Where a piece of evidence is: missing, waiting, accepted, partly accepted, returned. */
export const EvidenceStatus = ({ state }: { readonly state: EvidenceState }) => (
  <Status of={keys[state]}>{sayEvidenceState[state]}</Status>
);
