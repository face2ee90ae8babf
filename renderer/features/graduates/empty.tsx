import { GraduationCap } from 'lucide-react';
import { useLocation } from 'wouter';
import type { GraduateShow, GraduatesAnswer } from '../../../shared/views/graduates.ts';
import { Button } from '../../kit/button.tsx';
import { Empty, NobodyFound } from '../../kit/empty.tsx';

const about: Readonly<Record<GraduateShow, readonly [title: string, sentence: string]>> = {
  graduates: [
    'No one has graduated yet',
    'People who have everything that is asked for are under “Ready to graduate”; press G there to graduate them.',
  ],
  'may-graduate': [
    'No one can graduate now',
    'Participants are listed here once they have every course and whatever else the policy asks for.',
  ],
  'requirements-missing': [
    'No one is waiting for a requirement',
    'Participants who have every course but still owe the fee or something on the checklist are shown here.',
  ],
  'on-the-way': ['No one is in progress', 'Participants whose missing courses are still to come are shown here.'],
  'courses-missing': [
    'Everyone can still finish',
    'Participants who missed a course with no session left to make it up are shown here, so that one can be scheduled.',
  ],
  'needs-a-look': [
    'Nothing is left to correct',
    'Graduates of whom an imported list said something that has to be corrected are shown here until it is.',
  ],
};

/** Why the list is empty, and what to do about it. */
export function NoGraduates({
  answer,
  show,
  search,
  onClear,
}: {
  readonly answer: GraduatesAnswer;
  readonly show: GraduateShow;
  readonly search: string;
  readonly onClear: () => void;
}) {
  const [, go] = useLocation();
  const everyone = Object.values(answer.counts).reduce((sum, count) => sum + count, 0);
  if (everyone === 0) {
    return (
      <Empty
        icon={<GraduationCap />}
        title="There are no participants or graduates here yet"
        actions={
          <>
            <Button kind="primary" onClick={() => go('/import')}>
              Import…
            </Button>
            <Button onClick={() => go('/applicants')}>Applicants</Button>
          </>
        }
      >
        Accepted applicants become participants, and participants who attended every course graduate here, each with a
        numbered certificate. Graduates of earlier cohorts come in from your existing list.
      </Empty>
    );
  }
  if (search !== '') {
    return (
      <NobodyFound search={search} onClear={onClear}>
        Searches names, school systems, cohorts, e-mail addresses and certificate numbers.
      </NobodyFound>
    );
  }
  const [title, sentence] = about[show];
  return (
    <Empty icon={<GraduationCap />} title={title}>
      {sentence}
    </Empty>
  );
}
