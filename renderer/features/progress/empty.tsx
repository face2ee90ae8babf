import { ListChecks } from 'lucide-react';
import { useLocation } from 'wouter';
import { type ProgressAnswer, type ProgressShow, sayProgressShow } from '../../../shared/views/progress.ts';
import { Button } from '../../kit/button.tsx';
import { Empty, NobodyFound } from '../../kit/empty.tsx';

const about: Readonly<Record<Exclude<ProgressShow, 'everyone'>, string>> = {
  'may-graduate': 'Participants come here once they have completed every course that a certificate needs.',
  'on-the-way': 'Participants whose missing courses are still to come, or are made up on a day that is planned.',
  'make-up-needed': 'Participants who miss a course that a coming session of another cohort offers.',
  'courses-missing': 'Participants who miss a course that no session planned so far can give them.',
};

/** Why the matrix is empty, and what to do about it. */
export function NobodyToFollow({
  answer,
  show,
  search,
  onClear,
}: {
  readonly answer: ProgressAnswer;
  readonly show: ProgressShow;
  readonly search: string;
  readonly onClear: () => void;
}) {
  const [, go] = useLocation();
  if (answer.counts.everyone === 0) {
    return (
      <Empty
        icon={<ListChecks />}
        title={`Nobody is in ${answer.cohort.name} yet`}
        actions={
          <Button kind="primary" onClick={() => go(`/applicants/${answer.cohort.id}`)}>
            Applicants
          </Button>
        }
      >
        Whoever is accepted under Applicants is here, with each course: attended, missed, made up or to come, and what
        is still missing for a certificate.
      </Empty>
    );
  }
  if (search !== '') {
    return (
      <NobodyFound search={search} onClear={onClear}>
        The search looks at names, school systems and e-mail addresses.
      </NobodyFound>
    );
  }
  return (
    <Empty icon={<ListChecks />} title={`Nobody under “${sayProgressShow[show]}”`}>
      {show === 'everyone' ? '' : about[show]}
    </Empty>
  );
}
