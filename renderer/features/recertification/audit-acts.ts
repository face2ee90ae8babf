import type { AuditState, RecertificationAuditId } from '../../../shared/model/recertification/facts.ts';
import { askReason } from '../../kit/ask.tsx';
import { perform } from '../../kit/perform.ts';

/** An audit as its buttons know it. */
export interface ActedAudit {
  readonly id: RecertificationAuditId;
  readonly name: string;
  readonly cycle: number;
  readonly state: AuditState;
}

/** Whether an answer is still awaited. */
export const isToAnswer = ({ state }: Pick<ActedAudit, 'state'>): boolean =>
  state === 'to-answer' || state === 'silent';

/** Decides an audit, with the reason. */
export async function decideAudit({ id, name, cycle }: ActedAudit, outcome: 'passed' | 'failed'): Promise<void> {
  const reason = await askReason({
    title: `${outcome === 'passed' ? 'Pass' : 'Fail'} the audit of ${name}?`,
    sentence:
      outcome === 'passed'
        ? `The credit of cycle ${cycle} counts again.`
        : `The rules for a failed audit now apply to cycle ${cycle}.`,
    action: outcome === 'passed' ? 'Pass' : 'Fail',
    kind: outcome === 'passed' ? 'primary' : 'danger',
  });
  if (reason !== null) await perform('recertification.decideAudit', { auditId: id, outcome, reason });
}
