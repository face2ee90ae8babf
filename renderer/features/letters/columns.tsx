import { dayOf, sayDate, sayShortDay } from '../../../shared/model/dates.ts';
import type { LetterRow } from '../../../shared/views/letters.ts';
import type { Column } from '../../kit/data-table/column.ts';
import { Status, type StatusKey } from '../../kit/status.tsx';

interface LetterMark {
  readonly of: StatusKey;
  readonly word: string;
}

/** How someone stands towards the letter: written and when, or what keeps it from being written. */
function letterMarkOf({ hasIt, writtenAt, undoneAt, missing, mailable, email }: LetterRow, zone: string): LetterMark {
  if (hasIt && writtenAt !== null) return { of: 'done', word: `Written ${sayShortDay(dayOf(writtenAt, zone))}` };
  if (missing.length > 0) return { of: 'needs-a-look', word: 'Something is missing' };
  if (!mailable) return { of: 'needs-a-look', word: email === '' ? 'No e-mail' : 'E-mail is not usable' };
  if (undoneAt !== null) return { of: 'needs-a-look', word: `Written ${sayShortDay(dayOf(undoneAt, zone))}, undone` };
  return { of: 'to-come', word: 'To write' };
}

/** The columns of the list of people. */
export const columnsOfLetters = (zone: string): readonly Column<LetterRow>[] => [
  { key: 'name', title: 'Name', least: 120, always: true, sortable: false, text: ({ name }) => name },
  {
    key: 'organization',
    title: 'School system',
    least: 140,
    mute: true,
    hidden: true,
    sortable: false,
    text: ({ organization }) => organization,
  },
  {
    key: 'letter',
    title: 'Letter',
    width: 158,
    sortable: false,
    text: (row) => letterMarkOf(row, zone).word,
    cell: (row) => {
      const { of, word } = letterMarkOf(row, zone);
      return <Status of={of}>{word}</Status>;
    },
  },
  { key: 'email', title: 'E-mail', least: 180, mute: true, hidden: true, sortable: false, text: ({ email }) => email },
  {
    key: 'writtenAt',
    title: 'Last written',
    width: 112,
    mute: true,
    hidden: true,
    sortable: false,
    text: ({ writtenAt }) => (writtenAt === null ? '' : sayDate(dayOf(writtenAt, zone))),
  },
];
