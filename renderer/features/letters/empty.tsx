import { MailCheck, Mails } from 'lucide-react';
import type { LetterKind } from '../../../shared/model/letters.ts';
import type { LetterShow, LettersAnswer } from '../../../shared/views/letters.ts';
import { Button } from '../../kit/button.tsx';
import { Empty } from '../../kit/empty.tsx';

const who: Readonly<Record<LetterKind, string>> = {
  accepted: 'Whoever is accepted and has not graduated yet is to get this letter.',
  waiting:
    'Whoever was put on the waiting list is to get this letter; once the first applicants are accepted, also whoever the order puts past the last seat.',
  'seat-offered':
    'Whoever was offered a seat and has not answered yet is to get this letter, with the day to reply by.',
  declined: 'Whoever was declined is to get this letter, with every reason and when to apply again.',
  'fee-reminder': 'Whoever still owes some of the course fee is to get this letter.',
  'recertification-reminder': 'Graduates of the cohort whose documents are due soon or overdue are to get this letter.',
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
        title={`Nobody here is found by “${search}”`}
        actions={<Button onClick={() => look({ search: '' })}>Clear the search</Button>}
      />
    );
  }
  if (show === 'to-write' && counts[kind].written > 0) {
    return (
      <Empty
        icon={<MailCheck />}
        title="Everybody has this letter"
        actions={<Button onClick={() => look({ show: 'written' })}>Show to whom it was written</Button>}
      />
    );
  }
  return (
    <Empty
      icon={<Mails />}
      title={show === 'written' ? 'This letter was not written yet' : 'Nobody is to get this letter now'}
    >
      {who[kind]}
    </Empty>
  );
}
