import { sayCount } from '../../../shared/model/counts.ts';
import { longestNote } from '../../../shared/model/notes.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';

/** A note as it is kept: without the blank lines around it. Refuses an empty one, and one that no one could read. */
export function noteText(typed: string): Result<string> {
  const text = typed.replaceAll('\r\n', '\n').trim();
  if (text === '') return refuse('The note is empty. Write something first, or delete the note.');
  if (text.length > longestNote) {
    return refuse(
      `The note has ${sayCount(text.length)} characters, and a note may have ${sayCount(longestNote)}. Keep what matters, and leave the rest in a document of its own.`,
    );
  }
  return done(text);
}
