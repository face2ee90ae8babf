import { FileUp, Inbox } from 'lucide-react';
import { useLocation } from 'wouter';
import type { ApplicantShow, ApplicantsAnswer } from '../../../shared/views/applicants.ts';
import { Button } from '../../kit/button.tsx';
import { Empty } from '../../kit/empty.tsx';

const about: Readonly<Record<ApplicantShow, readonly [title: string, sentence: string]>> = {
  'in-order': ['No one is in this cohort’s order', 'Everyone who applied has withdrawn, was declined or deferred.'],
  'within-seats': ['No one is within the seats', 'Everyone the rule ranks up to the last seat is shown here.'],
  waiting: ['No one is waiting', 'Everyone ranked past the last seat waits here, in order, for a seat to open up.'],
  'needs-a-look': [
    'Nothing needs a look',
    'An application is listed here when a deciding answer is missing, or when it was sent after the window closed.',
  ],
  'past-last-seat': [
    'No one is past the last seat',
    'Everyone who ranks past the last seat is shown here: the policy lets no one wait.',
  ],
  early: ['No one was early', 'Applications that were first sent before the window opened are shown here.'],
  late: ['No one was late', 'Applications that were first sent after the window closed are shown here.'],
  'not-eligible': ['No one is ineligible', 'Everyone who meets none of the tiers is shown here, with every reason.'],
  accepted: ['No one is accepted yet', 'Press A to accept everyone within the seats; you see first what it will do.'],
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
        title={`No one has applied to ${cohort.name} yet`}
        actions={
          <Button kind="primary" icon={<FileUp aria-hidden="true" />} keys="Mod+I" onClick={() => go('/import')}>
            Import…
          </Button>
        }
      >
        Export the answers of your application form as a CSV file or a workbook and import it. A dry run shows every row
        before anything is saved; then everyone is listed here in the program’s order, with the reasons.
      </Empty>
    );
  }
  if (search !== '') {
    return (
      <Empty
        title={`No one matches “${search}”`}
        actions={
          <>
            <Button onClick={() => look({ search: '' })}>Clear the search</Button>
            {show !== 'in-order' && (
              <Button onClick={() => look({ show: 'in-order' })}>Search everyone in order</Button>
            )}
          </>
        }
      >
        Names, school systems and e-mail addresses are searched; accents and capital letters don’t matter.
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
