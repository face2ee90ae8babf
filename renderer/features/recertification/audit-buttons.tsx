import { Button } from '../../kit/button.tsx';
import { perform } from '../../kit/perform.ts';
import { useToday } from '../../kit/status-store.ts';
import { type ActedAudit, decideAudit, isToAnswer } from './audit-acts.ts';

/** What can be done with an audit: its answer came in, it passed, it failed; nothing once it is decided. */
export function AuditButtons({ audit }: { readonly audit: ActedAudit }) {
  const today = useToday();
  const { id, name, state } = audit;
  if (state === 'passed' || state === 'failed') return null;
  return (
    <span className="row certification-decide">
      {isToAnswer(audit) ? (
        <Button
          kind="quiet"
          aria-label={`Answer of ${name} came in`}
          onClick={() => void perform('recertification.answerAudit', { auditId: id, answeredOn: today })}
        >
          Answer came in
        </Button>
      ) : (
        <Button kind="quiet" aria-label={`Pass ${name}…`} onClick={() => void decideAudit(audit, 'passed')}>
          Pass…
        </Button>
      )}
      {state !== 'to-answer' && (
        <Button kind="quiet" aria-label={`Fail ${name}…`} onClick={() => void decideAudit(audit, 'failed')}>
          Fail…
        </Button>
      )}
    </span>
  );
}
