import { CircleCheck, Receipt } from 'lucide-react';
import { useLocation } from 'wouter';
import type { FeeShow, FeesAnswer } from '../../../shared/views/fees.ts';
import { Button } from '../../kit/button.tsx';
import { Empty, NobodyFound } from '../../kit/empty.tsx';

const about: Readonly<Record<Exclude<FeeShow, 'everyone'>, readonly [title: string, sentence: string]>> = {
  owes: ['No one owes the fee', 'Everyone who still has something to pay is shown here.'],
  'part-paid': ['Nothing is partly paid', 'Everyone who paid part of the fee is shown here.'],
  paid: ['No payments yet', 'Select participants and press R when a payment arrives.'],
  overpaid: ['No one overpaid', 'Everyone who paid more than was due is shown here, so you can refund the rest.'],
  waived: ['Nothing is waived', 'A lead can waive a fee, with a reason that is saved and shown.'],
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
        Searches names, school systems and e-mail addresses.
      </NobodyFound>
    );
  }
  if (show === 'everyone') {
    return (
      <Empty
        icon={<Receipt />}
        title={answer.cohort ? `No one in ${answer.cohort.name} has a fee yet` : 'No one has a fee yet'}
        actions={
          <Button kind="primary" onClick={() => go('/applicants')}>
            Applicants
          </Button>
        }
      >
        Accepted applicants become participants and owe the course fee. Record payments here by check, purchase order,
        card or cash, including one payment for several people from a school system.
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
