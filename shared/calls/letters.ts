import { z } from 'zod';
import { reads, works, writes } from '../call.ts';
import { CivilDate } from '../model/dates.ts';
import * as id from '../model/ids.ts';
import { LetterChannel, LetterKind, LetterText } from '../model/letters.ts';
import { type LetterPreview, type LettersAnswer, letterShows } from '../views/letters.ts';
import { Slice, type WrittenFile } from '../views/page.ts';
import { many } from './inputs.ts';

const letter = { kind: LetterKind, cohortId: id.CohortId, replyBy: CivilDate.nullable().default(null) };

/** The tables that say who is to get which letter. */
const letterTables = [
  'organization',
  'person',
  'cohort',
  'application',
  'seatOffer',
  'participant',
  'session',
  'sessionCohort',
  'recertificationDue',
  'recertificationDueChange',
  'recertificationReceipt',
  'letterTemplate',
  'letter',
  'feePayment',
] as const;

/** The calls about letters; shared/api.ts has them with all others. */
export const letterCalls = {
  'letters.list': reads<LettersAnswer>().takes(
    'Who of a cohort is to get a kind of letter, who has it and since when',
    z.strictObject({
      kind: LetterKind.default('accepted'),
      cohortId: id.CohortId,
      show: z.enum(letterShows).default('to-write'),
      ...Slice,
    }),
    {
      from: letterTables,
    },
  ),
  'letters.preview': reads<LetterPreview>().takes(
    'A letter as one person would get it; with a draft, with text that is not saved yet',
    z.strictObject({ ...letter, personId: id.PersonId, draft: LetterText.nullable().default(null) }),
    {
      from: letterTables,
    },
  ),
  'letters.saveTemplate': writes<null>().takes(
    'Change the text of a kind of letter; fields are in braces',
    z.strictObject({ kind: LetterKind, ...LetterText.shape }),
  ),
  'letters.write': works<WrittenFile | null>().takes(
    'Write letters as mail drafts into a folder, or as a mail-merge CSV, and remember to whom',
    z.strictObject({
      ...letter,
      personIds: z.union([z.literal('all'), many(id.PersonId)]).default('all'),
      channel: LetterChannel,
      /** Whether those who have the letter already are written to again. */
      again: z.boolean().default(false),
      /** Whether those to whom it was written by a step that was undone are written to: the first may have been sent. */
      afterUndo: z.boolean().default(false),
    }),
  ),
};
