import { type FormEvent, useState } from 'react';
import type { Problem } from '../../../shared/model/result.ts';
import type { YearView } from '../../../shared/views/cohorts.ts';
import { Button } from '../../kit/button.tsx';
import { call } from '../../kit/client.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';
import { beginDraft, type Planned, readDraft, type SessionDraft } from './session-draft.ts';
import { SessionFields } from './session-fields.tsx';

/** Plans a session, or changes one. A refusal shows in place; what only warns shows in the year. */
export function SessionForm({
  year,
  planned,
  onClose,
}: {
  readonly year: YearView;
  readonly planned: Planned;
  readonly onClose: () => void;
}) {
  const [draft, setDraft] = useState(() => beginDraft(year, planned));
  const [problem, setProblem] = useState<Problem | null>(null);
  const { value } = useCall('cohorts.list', {});
  const { session } = planned;
  const set = (part: Partial<SessionDraft>) => setDraft((now) => ({ ...now, ...part }));
  const cohorts = (value?.cohorts ?? [year.cohort]).filter(
    ({ id, status }) => status !== 'finished' || id === year.cohort.id || draft.cohortIds.includes(id),
  );
  const days = year.slots.filter(
    ({ conferenceId, sessionIds }) =>
      (draft.conferenceId === null || conferenceId === draft.conferenceId) && sessionIds.length === 0,
  );

  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const read = readDraft(draft);
    if (!read.ok) return setProblem(read.problem);
    const result = session
      ? await call('courses.reviseSession', { sessionId: session.id, ...read.value })
      : await call('courses.planSession', read.value);
    if (result.ok) onClose();
    else setProblem(result.problem);
  };
  const remove = async () => {
    if (!session) return;
    const result = await call('courses.removeSession', { sessionId: session.id });
    if (result.ok) onClose();
    else setProblem(result.problem);
  };

  return (
    <Dialog
      wide
      title={session ? `Change ${session.title}` : `Add a session for ${year.cohort.name}`}
      onClose={onClose}
    >
      <form onSubmit={(event) => void onSubmit(event)} className="stack">
        <SessionFields
          draft={draft}
          onChange={set}
          courses={year.courses}
          conferences={year.conferences}
          days={days}
          cohorts={cohorts}
          askDay={planned.elsewhere ?? false}
        />
        {problem && <ProblemNote problem={problem} />}
        <footer className="row dialog-actions">
          <Button kind="primary" type="submit">
            {session ? 'Save' : 'Add session'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
          <span className="space" />
          {session && (
            <Button kind="danger" onClick={() => void remove()}>
              Delete session
            </Button>
          )}
        </footer>
      </form>
    </Dialog>
  );
}
