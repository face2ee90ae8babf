import type { SubmittedDoubt } from '../../../shared/model/applicants.ts';
import type { Reason } from '../../../shared/model/decision.ts';
import type { Policy } from '../../../shared/model/program.ts';

const says: Record<SubmittedDoubt, string> = {
  missing: 'The time of submission is missing',
  unreadable: 'The time of submission can’t be read',
  implausible: 'The time of submission can’t be right',
};

/**
 * The reason that an application carries while no one knows when it was sent: the order within a tier hangs on it, so
 * that a lead settles it first. `settled` where something else already decided.
 */
export function doubtReason(
  policy: Policy,
  doubt: SubmittedDoubt,
  typed: string | undefined,
  settled: boolean,
): Reason {
  const text = typed?.trim() ?? '';
  return {
    outcome: settled ? 'not-needed' : 'unknown',
    sentence: settled ? says[doubt] : `${says[doubt]}; find out when it was sent, and set the day and time`,
    seen: text === '' ? 'no time given' : `answered “${text}”`,
    clause: policy.admission.withinTierClause,
  };
}
