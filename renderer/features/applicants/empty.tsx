import { FileUp, Inbox } from 'lucide-react';
import { useLocation } from 'wouter';
import type { ApplicantShow, ApplicantsAnswer } from '../../../shared/views/applicants.ts';
import { Button } from '../../kit/button.tsx';
import { Empty } from '../../kit/empty.tsx';

const about: Readonly<Record<ApplicantShow, readonly [title: string, sentence: string]>> = {
  'in-order': ['Nobody stands in this cohort’s order', 'Everyone who applied has withdrawn, was declined or deferred.'],
  'within-seats': ['Nobody is within the seats', 'Whoever the rule ranks up to the last seat is shown here.'],
  waiting: ['Nobody waits', 'Whoever ranks past the last seat waits here, in order, for a seat that becomes free.'],
  'needs-a-look': [
    'Nothing needs a look',
    'An application comes here when an answer is missing that decides, or when it was sent after the window closed.',
  ],
  late: ['Nobody was late', 'Applications that were first sent after the window closed are shown here.'],
  'not-eligible': ['Nobody is not eligible', 'Whoever meets none of the tiers is shown here, with every reason.'],
  accepted: ['Nobody is accepted yet', 'Press A to accept everyone within the seats; it says first what it will do.'],
  closed: ['Nothing is closed', 'Withdrawn, declined and deferred applications are kept here and can come back.'],
};

/** Why a list of applicants is empty, and what to do about it. */
export function NoApplicants({
  answer,
  show,
  search,
  look,
}: {
  readonly answer: ApplicantsAnswer;
  readonly show: ApplicantShow;
  readonly search: string;
  readonly look: (part: { readonly search?: string; readonly show?: ApplicantShow }) => void;
}) {
  const [, go] = useLocation();
  const { counts, cohort } = answer;
  if (counts['in-order'] + counts.closed === 0) {
    return (
      <Empty
        icon={<Inbox />}
        title={`Nobody has applied to ${cohort.name} yet`}
        actions={
          <Button kind="primary" icon={<FileUp aria-hidden="true" />} keys="Mod+I" onClick={() => go('/import')}>
            Import…
          </Button>
        }
      >
        Export the answers of your application form as a CSV file or a workbook and import it. A dry run shows every row
        before anything is written; then everyone stands here in the program’s order, each with the reasons.
      </Empty>
    );
  }
  if (search !== '') {
    return (
      <Empty
        title={`Nobody here is found by “${search}”`}
        actions={
          <>
            <Button onClick={() => look({ search: '' })}>Clear the search</Button>
            {show !== 'in-order' && (
              <Button onClick={() => look({ show: 'in-order' })}>Search everyone in order</Button>
            )}
          </>
        }
      >
        Names, school systems and e-mail addresses are searched; accents and capitals do not matter.
      </Empty>
    );
  }
  const [title, sentence] = about[show];
  return (
    <Empty title={title} actions={<Button onClick={() => look({ show: 'in-order' })}>Show everyone in order</Button>}>
      {sentence}
    </Empty>
  );
}
