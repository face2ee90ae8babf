import { CircleCheck, RefreshCw } from 'lucide-react';
import { useLocation } from 'wouter';
import type { RecertificationAnswer, RecertificationShow } from '../../../shared/views/recertification.ts';
import { Button } from '../../kit/button.tsx';
import { Empty, NobodyFound } from '../../kit/empty.tsx';

const about: Readonly<Record<RecertificationShow, readonly [title: string, sentence: string]>> = {
  owe: ['Nobody owes documents', 'Graduates whose documents have not come in stand here, whoever waits longest first.'],
  overdue: ['Nobody is overdue', 'Graduates whose due date and grace have passed without documents are shown here.'],
  due: [
    'Nobody’s documents are due',
    'Graduates whose due date lies ahead, or whose grace still runs, are shown here.',
  ],
  received: ['No documents came in yet', 'Select graduates and press R when their documents come in.'],
  remarked: [
    'No remarks',
    'What the leads noted by hand, such as “moved to Georgia”, comes with the list of graduates.',
  ],
  'no-due-date': ['Everybody has a due date', 'Graduates of cohorts for which the policy sets no date are shown here.'],
  everyone: ['Nobody had graduated by this day', 'Choose a later day to see who is there.'],
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
        Re-certification is about graduates: bring in the list that was kept so far, with its cohorts, days and remarks,
        or graduate the participants of a cohort. Due dates come from the policy, or a lead sets them for a cohort.
      </Empty>
    );
  }
  if (search !== '') {
    return (
      <NobodyFound search={search} onClear={onClear}>
        The search looks at names, school systems, cohorts, e-mail addresses and remarks.
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
