import { CircleCheck, Receipt } from 'lucide-react';
import { useLocation } from 'wouter';
import type { FeeShow, FeesAnswer } from '../../../shared/views/fees.ts';
import { Button } from '../../kit/button.tsx';
import { Empty, NobodyFound } from '../../kit/empty.tsx';

const about: Readonly<Record<Exclude<FeeShow, 'everyone'>, readonly [title: string, sentence: string]>> = {
  owes: ['Nobody owes the fee', 'Whoever still has something to pay is shown here.'],
  'part-paid': ['Nothing is part-paid', 'Whoever paid some of the fee and not all of it is shown here.'],
  paid: ['Nothing came in yet', 'Select participants and press R when their money comes in.'],
  overpaid: ['Nobody paid too much', 'Whoever paid more than was asked is shown here, so that the rest can go back.'],
  waived: ['Nothing is waived', 'A lead can waive a fee with a reason, which is kept and shown.'],
};

/** Why the list is empty, and what to do about it. */
export function NoFees({
  answer,
  show,
  search,
  onClear,
}: {
  readonly answer: FeesAnswer;
  readonly show: FeeShow;
  readonly search: string;
  readonly onClear: () => void;
}) {
  const [, go] = useLocation();
  if (search !== '') {
    return (
      <NobodyFound search={search} onClear={onClear}>
        The search looks at names, school systems and e-mail addresses.
      </NobodyFound>
    );
  }
  if (show === 'everyone') {
    return (
      <Empty
        icon={<Receipt />}
        title={answer.cohort ? `Nobody in ${answer.cohort.name} has a fee yet` : 'Nobody has a fee yet'}
        actions={
          <Button kind="primary" onClick={() => go('/applicants')}>
            Applicants
          </Button>
        }
      >
        Whoever is accepted becomes a participant and owes the course fee. What comes in is noted here: by check,
        purchase order, card or cash, also one payment for several people of a school system.
      </Empty>
    );
  }
  const [title, sentence] = about[show];
  return (
    <Empty icon={<CircleCheck />} title={title}>
      {sentence}
    </Empty>
  );
}
