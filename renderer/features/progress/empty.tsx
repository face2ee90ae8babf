import { ListChecks } from 'lucide-react';
import { useLocation } from 'wouter';
import { type ProgressAnswer, type ProgressShow, sayProgressShow } from '../../../shared/views/progress.ts';
import { Button } from '../../kit/button.tsx';
import { Empty, NobodyFound } from '../../kit/empty.tsx';

const about: Readonly<Record<Exclude<ProgressShow, 'everyone'>, string>> = {
  'may-graduate': 'Participants are listed here once they have completed every course needed for a certificate.',
  'on-the-way': 'Participants whose missing courses are still to come, or have a make-up scheduled.',
  'make-up-needed': 'Participants missing a course that an upcoming session of another cohort offers.',
  'courses-missing': 'Participants missing a course that no scheduled session offers.',
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
        title={`No one is in ${answer.cohort.name} yet`}
        actions={
          <Button kind="primary" onClick={() => go(`/applicants/${answer.cohort.id}`)}>
            Applicants
          </Button>
        }
      >
        Accepted applicants are listed here, with each course: attended, missed, made up or to come, and what is still
        missing for a certificate.
      </Empty>
    );
  }
  if (search !== '') {
    return (
      <NobodyFound search={search} onClear={onClear}>
        Searches names, school systems and e-mail addresses.
      </NobodyFound>
    );
  }
  return (
    <Empty icon={<ListChecks />} title={`No one under “${sayProgressShow[show]}”`}>
      {show === 'everyone' ? '' : about[show]}
    </Empty>
  );
}
