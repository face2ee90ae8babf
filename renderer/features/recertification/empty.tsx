import { CircleCheck, RefreshCw } from 'lucide-react';
import { useLocation } from 'wouter';
import type { RecertificationAnswer, RecertificationShow } from '../../../shared/views/recertification.ts';
import { Button } from '../../kit/button.tsx';
import { Empty, NobodyFound } from '../../kit/empty.tsx';

const about: Readonly<Record<RecertificationShow, readonly [title: string, sentence: string]>> = {
  owe: ['No one owes documents', 'Graduates whose documents are still missing are listed here, longest overdue first.'],
  overdue: ['No one is overdue', 'Graduates whose due date and grace have passed without documents are shown here.'],
  due: ['No documents are due', 'Graduates whose due date is ahead, or who are still in grace, are shown here.'],
  received: ['No documents received yet', 'Select graduates and press R when their documents arrive.'],
  remarked: [
    'No notes',
    'Notes that leads kept by hand, such as “moved to Georgia”, come in with the list of graduates.',
  ],
  'no-due-date': ['Everyone has a due date', 'Graduates of cohorts for which the policy sets no date are shown here.'],
  everyone: ['No one had graduated by this day', 'Choose a later day to see who is there.'],
};

/** Why the list is empty, and what to do about it. */
export function NobodyDue({
  answer,
  show,
  search,
  onClear,
}: {
  readonly answer: RecertificationAnswer;
  readonly show: RecertificationShow;
  readonly search: string;
  readonly onClear: () => void;
}) {
  const [, go] = useLocation();
  if (answer.cohorts.length === 0 && search === '') {
    return (
      <Empty
        icon={<RefreshCw />}
        title="There are no graduates yet"
        actions={
          <>
            <Button kind="primary" onClick={() => go('/import')}>
              Import…
            </Button>
            <Button onClick={() => go('/graduates')}>Graduates</Button>
          </>
        }
      >
        Re-certification is about graduates: import your existing list with its cohorts, dates and notes, or graduate a
        cohort’s participants. Due dates come from the policy, or a lead sets them for a cohort.
      </Empty>
    );
  }
  if (search !== '') {
    return (
      <NobodyFound search={search} onClear={onClear}>
        Searches names, school systems, cohorts, e-mail addresses and notes.
      </NobodyFound>
    );
  }
  const [title, sentence] = about[show];
  return (
    <Empty icon={<CircleCheck />} title={title}>
      {sentence}
    </Empty>
  );
}
