import './papers.css';
import { BadgesDialog } from '../badges/dialog.tsx';
import { ScheduleDialog } from './schedule-dialog.tsx';
import { SignInDialog } from './sign-in-dialog.tsx';
import { usePaperQuestion } from './store.ts';

/** The questions about paper that can be asked from anywhere; the app mounts them once. */
export function PaperDialogs() {
  const question = usePaperQuestion((state) => state.question);
  return (
    <>
      <BadgesDialog />
      {question?.kind === 'sign-in' && <SignInDialog sessionIds={question.sessionIds} />}
      {question?.kind === 'schedule' && <ScheduleDialog cohortIds={question.cohortIds} />}
    </>
  );
}
