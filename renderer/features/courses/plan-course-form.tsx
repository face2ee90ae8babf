import { type FormEvent, useState } from 'react';
import type { Problem } from '../../../shared/model/result.ts';
import type { LaidCourse } from '../../../shared/model/year-plan.ts';
import type { YearProposal } from '../../../shared/views/year-plan.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import { readDraft, sessionDraftOf } from './session-draft.ts';
import { SessionFields } from './session-fields.tsx';

/** Changes one course of a plan that is not written yet: its day, hours, room, instructors, cohorts. */
export function PlanCourseForm({
  laid,
  proposal,
  askDay,
  onSave,
  onClose,
}: {
  readonly laid: LaidCourse;
  readonly proposal: YearProposal;
  /** Whether the day is what is asked for. */
  readonly askDay: boolean;
  readonly onSave: (course: LaidCourse) => void;
  readonly onClose: () => void;
}) {
  const [draft, setDraft] = useState(() => {
    const begun = sessionDraftOf(laid);
    return askDay ? { ...begun, heldOn: null, conferenceId: null } : begun;
  });
  const [problem, setProblem] = useState<Problem | null>(null);
  const course = proposal.courses.find(({ id }) => id === laid.courseId);
  const taken = new Set([...proposal.laid, ...proposal.planned].map(({ heldOn }) => heldOn));
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const read = readDraft(draft);
    if (!read.ok) return setProblem(read.problem);
    onSave(read.value);
    onClose();
  };
  return (
    <Dialog wide title={`${course?.title ?? laid.courseId} in this plan`} onClose={onClose}>
      <form onSubmit={onSubmit} className="stack">
        <SessionFields
          draft={draft}
          onChange={(part) => setDraft((now) => ({ ...now, ...part }))}
          courses={course ? [course] : []}
          conferences={proposal.conferences}
          days={proposal.slots.filter(({ day }) => !taken.has(day))}
          cohorts={proposal.cohorts}
          askDay={askDay}
        />
        {problem && <ProblemNote problem={problem} />}
        <footer className="row dialog-actions">
          <Button kind="primary" type="submit">
            Set it in the plan
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </footer>
      </form>
    </Dialog>
  );
}
