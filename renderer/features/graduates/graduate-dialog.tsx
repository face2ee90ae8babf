import { type FormEvent, useState } from 'react';
import { countOf, sayCount } from '../../../shared/model/counts.ts';
import type { CivilDate } from '../../../shared/model/dates.ts';
import type { CohortId, ParticipantId } from '../../../shared/model/ids.ts';
import type { Problem } from '../../../shared/model/result.ts';
import { Button } from '../../kit/button.tsx';
import { call } from '../../kit/client.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { DateField } from '../../kit/fields/date-field.tsx';
import { TextArea } from '../../kit/fields/text-field.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';
import { useToday } from '../../kit/status-store.ts';
import { HeldBack, Ready } from './graduating-people.tsx';

/** Who shall graduate: everyone of a cohort who may, or those named. */
export interface Graduating {
  readonly cohortId: CohortId;
  readonly cohort: string;
  readonly participantIds: 'all-who-may' | readonly ParticipantId[];
  /** The one person that it is about, by name; null: it is about several. */
  readonly name: string | null;
  /** Whether those who lack something are meant too from the start: the rule is overruled, with a reason. */
  readonly isOverruling: boolean;
}

/** Graduates people of a cohort on a day, after showing who, who not and why. */
export function GraduateDialog({
  graduating,
  onClose,
}: {
  readonly graduating: Graduating;
  /** `did`: they have graduated. */
  readonly onClose: (did: boolean) => void;
}) {
  const { cohortId, cohort, participantIds, name, isOverruling } = graduating;
  const ids = participantIds === 'all-who-may' ? participantIds : [...participantIds];
  const preview = useCall('graduates.preview', { cohortId, participantIds: ids });
  const today = useToday();
  const [graduatedOn, setGraduatedOn] = useState<CivilDate | null>(today);
  const [anyway, setAnyway] = useState<ReadonlySet<ParticipantId>>(
    new Set(isOverruling && participantIds !== 'all-who-may' ? participantIds : []),
  );
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { ready = [], held = [], graduated = 0, left = 0, owing = [] } = preview.value ?? {};
  const overruled = held.filter(({ participantId }) => anyway.has(participantId));
  const count = ready.length + overruled.length;
  const enough = overruled.length === 0 || reason.trim().length >= 3;
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (graduatedOn === null || !enough || count === 0 || isBusy) return;
    setBusy(true);
    // Exactly those who are shown: who became ready meanwhile is not among them.
    const result = await call('graduates.graduate', {
      cohortId,
      participantIds: [...ready, ...overruled].map(({ participantId }) => participantId),
      graduatedOn,
      overruleReason: overruled.length === 0 ? null : reason,
    });
    setBusy(false);
    if (result.ok) onClose(true);
    else setProblem(result.problem);
  };
  const whyNot = graduatedOn === null ? 'Choose the day.' : count === 0 ? 'No one would graduate.' : null;
  return (
    <Dialog
      wide={name === null}
      title={`Graduate ${name === null ? cohort : `${name} of ${cohort}`}?`}
      onClose={() => onClose(false)}
    >
      <form className="stack" onSubmit={(event) => void onSubmit(event)}>
        {preview.value && (
          <>
            <Ready ready={ready} isOne={name !== null} />
            <HeldBack held={held} anyway={anyway} isOne={name !== null} onAnyway={setAnyway} />
            {graduated + left > 0 && (
              <p className="mute">
                {[
                  graduated > 0 ? `${countOf(graduated, 'has', 'have')} graduated already` : '',
                  left > 0 ? `${countOf(left, 'has', 'have')} left the cohort` : '',
                ]
                  .filter((part) => part !== '')
                  .join('; ')}
                : nothing changes.
              </p>
            )}
            {owing.length > 0 && (
              <ul className="dialog-lines" aria-label="The fee">
                {owing.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            )}
          </>
        )}
        <DateField
          label="Graduated on"
          hint="Printed on the certificates; re-certification due dates count from it."
          value={graduatedOn}
          onChange={setGraduatedOn}
          autoFocus
        />
        {overruled.length > 0 && (
          <TextArea
            label="Why they graduate anyway"
            hint="It is shown with the decision. The certificate doesn’t say that all courses were completed."
            value={reason}
            onChange={setReason}
            problem={tried && !enough ? 'Enter a reason (three letters or more).' : null}
          />
        )}
        {(problem ?? preview.problem) && <ProblemNote problem={problem ?? preview.problem ?? none} />}
        <footer className="row dialog-actions">
          <Button kind="primary" type="submit" disabledBecause={whyNot}>
            {overruled.length > 0 && count === overruled.length
              ? 'Graduate anyway'
              : count > 0
                ? `Graduate ${sayCount(count)}`
                : 'Graduate'}
          </Button>
          <Button onClick={() => onClose(false)}>Cancel</Button>
        </footer>
      </form>
    </Dialog>
  );
}

const none: Problem = { sentence: '', reasons: [] };
