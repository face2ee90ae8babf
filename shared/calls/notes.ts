import { z } from 'zod';
import { reads, writes } from '../call.ts';
import { NoteId, NoteSubject } from '../model/notes.ts';
import type { NoteView } from '../views/notes.ts';

/** What was typed, whole up to some megabytes: the rule says in a sentence what is too much or too little. */
const text = z.string().max(4_000_000);

/** The calls about leads’ notes; shared/api.ts has them with all others. */
export const noteCalls = {
  'notes.list': reads<readonly NoteView[]>().takes(
    'What leads wrote down about a person, a cohort, or a session, newest first',
    z.strictObject({ about: NoteSubject }),
    { from: ['note'] },
  ),
  'notes.add': writes<{ noteId: NoteId }>().takes(
    'Write a note about a person, a cohort, or a session',
    z.strictObject({ about: NoteSubject, text }),
  ),
  'notes.revise': writes<null>().takes('Change what a note says', z.strictObject({ noteId: NoteId, text })),
  'notes.delete': writes<null>().takes('Delete a note', z.strictObject({ noteId: NoteId })),
};
