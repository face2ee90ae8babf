import { type FormEvent, useState } from 'react';
import { countOf, namesAndMore, sayCount, wordFor } from '../../../shared/model/counts.ts';
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

/** Who shall graduate: everyone of a cohort who may, or those named. */
export interface Graduating {
  readonly cohortId: CohortId;
  readonly cohort: string;
  readonly participantIds: 'all-who-may' | readonly ParticipantId[];
  /** How many that is, and their names as far as they are known. */
  readonly count: number;
  readonly names: readonly string[];
  /** Who stays as they are, a sentence each. */
  readonly others: readonly string[];
  /** Titles of the courses that are missing: the rule is overruled, with a reason. Null: it is met. */
  readonly overruling: string | null;
}

const mostNamed = 6;

/** Graduates participants on a day, after saying who that is, what they get and who stays. */
export function GraduateDialog({
  graduating,
  onClose,
}: {
  readonly graduating: Graduating;
  /** `did`: they have graduated. */
  readonly onClose: (did: boolean) => void;
}) {
  const { cohortId, cohort, participantIds, count, names, others, overruling } = graduating;
  const today = useToday();
  const [graduatedOn, setGraduatedOn] = useState<CivilDate | null>(today);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const owing =
    useCall('graduates.owing', {
      cohortId,
      participantIds: participantIds === 'all-who-may' ? participantIds : [...participantIds],
    }).value?.sentences ?? [];
  const enough = overruling === null || reason.trim().length >= 3;
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (graduatedOn === null || !enough) return;
    const result = await call('graduates.graduate', {
      cohortId,
      participantIds: participantIds === 'all-who-may' ? participantIds : [...participantIds],
      graduatedOn,
      overruleReason: overruling === null ? null : reason,
    });
    if (result.ok) onClose(true);
    else setProblem(result.problem);
  };
  const who =
    count === 1 && names[0] !== undefined
      ? `${names[0]} of ${cohort}`
      : `${countOf(count, 'participant')} of ${cohort}`;
  return (
    <Dialog title={`Graduate ${who}?`} onClose={() => onClose(false)}>
      <form className="stack" onSubmit={(event) => void onSubmit(event)}>
        {names.length > 1 && <p>{namesAndMore(names, mostNamed, count)}</p>}
        <p>
          {overruling !== null
            ? `The rule requires more: ${overruling}. A certificate is issued anyway and doesn’t mention it; the reason is saved with the decision.`
            : `${wordFor(count, 'They have', 'Each has')} attended every course. A certificate is issued${
                count === 1 ? '' : ' to each, numbered in the order of last names'
              }; printing comes next.`}
        </p>
        {others.length + owing.length > 0 && (
          <ul className="dialog-lines">
            {[...others, ...owing].map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
        <DateField
          label="Graduated on"
          hint="Printed on the certificates; re-certification due dates count from it."
          value={graduatedOn}
          onChange={setGraduatedOn}
          autoFocus
        />
        {overruling !== null && (
          <TextArea
            label="Why they graduate anyway"
            hint="It is shown with the decision."
            value={reason}
            onChange={setReason}
            problem={tried && !enough ? 'Enter a reason (three letters or more).' : null}
          />
        )}
        {problem && <ProblemNote problem={problem} />}
        <footer className="row dialog-actions">
          <Button kind="primary" type="submit" disabledBecause={graduatedOn === null ? 'Choose the day.' : null}>
            {overruling === null ? `Graduate ${sayCount(count)}` : 'Graduate anyway'}
          </Button>
          <Button onClick={() => onClose(false)}>Cancel</Button>
        </footer>
      </form>
    </Dialog>
  );
}
