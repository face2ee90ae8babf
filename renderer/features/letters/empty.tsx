import { MailCheck, Mails } from 'lucide-react';
import type { LetterKind } from '../../../shared/model/letters.ts';
import type { LetterShow, LettersAnswer } from '../../../shared/views/letters.ts';
import { Button } from '../../kit/button.tsx';
import { Empty } from '../../kit/empty.tsx';

const who: Readonly<Record<LetterKind, string>> = {
  accepted: 'Everyone who is accepted and has not graduated yet should get this letter.',
  waiting:
    'Everyone on the waiting list should get this letter; once the first applicants are accepted, also everyone past the last seat.',
  'seat-offered': 'Everyone with an open offer should get this letter, with the reply-by date.',
  declined: 'Everyone who was declined should get this letter, with every reason and when to apply again.',
  'fee-reminder': 'Everyone who still owes part of the course fee should get this letter.',
  'recertification-reminder': 'Graduates of the cohort whose documents are due soon or overdue should get this letter.',
};

/** Why a list of letters is empty, and what brings people here. */
export function NoLetters({
  answer,
  show,
  search,
  look,
}: {
  readonly answer: LettersAnswer;
  readonly show: LetterShow;
  readonly search: string;
  readonly look: (part: { readonly search?: string; readonly show?: LetterShow }) => void;
}) {
  const { kind, counts } = answer;
  if (search !== '') {
    return (
      <Empty
        title={`No one matches “${search}”`}
        actions={<Button onClick={() => look({ search: '' })}>Clear the search</Button>}
      />
    );
  }
  if (show === 'to-write' && counts[kind].written > 0) {
    return (
      <Empty
        icon={<MailCheck />}
        title="Everyone has this letter"
        actions={<Button onClick={() => look({ show: 'written' })}>Show who it was written to</Button>}
      />
    );
  }
  return (
    <Empty
      icon={<Mails />}
      title={show === 'written' ? 'This letter has not been written yet' : 'No one should get this letter now'}
    >
      {who[kind]}
    </Empty>
  );
}
