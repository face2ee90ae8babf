import type { Instant } from '../../../shared/model/dates.ts';
import type { Note, NoteSubject } from '../../../shared/model/notes.ts';
import { done } from '../../../shared/model/result.ts';
import type { NoteView } from '../../../shared/views/notes.ts';
import type { Facts } from '../../call/facts.ts';
import type { Handlers, Query } from '../../call/handler.ts';
import { entriesOldestFirst } from '../../log/order.ts';

/** Which column says what a note is about, and the id in it. */
export function subjectOf(about: NoteSubject): readonly [column: 'personId' | 'cohortId' | 'sessionId', id: string] {
  if ('personId' in about) return ['personId', about.personId];
  if ('cohortId' in about) return ['cohortId', about.cohortId];
  return ['sessionId', about.sessionId];
}

/** The notes about a person, a cohort, or a session, newest first. */
export function notesAbout(facts: Facts, about: NoteSubject): readonly NoteView[] {
  const [column, id] = subjectOf(about);
  return facts.database
    .all<Note>(`SELECT * FROM note WHERE ${column} = ? ORDER BY writtenAt DESC, id DESC`, id)
    .map((note) => ({ noteId: note.id, text: note.text, at: note.writtenAt, ...handOf(facts, note) }));
}

interface Deed {
  readonly at: Instant;
  readonly who: string | null;
  /** SQLite's truth: whether the entry wrote the note, or the text of it. */
  readonly wrote: 0 | 1;
  readonly said: 0 | 1;
}

/** Whose hand a note is in: the log knows who wrote it and who changed its words last, whatever was undone between. */
function handOf({ database }: Facts, { id, text }: Note): Pick<NoteView, 'who' | 'changed'> {
  const deeds = database.all<Deed>(
    `SELECT at, who, before IS NULL AS wrote, after ->> 'text' IS ? AS said
     FROM logEntry JOIN logCommand ON logCommand.sequence = commandSequence
     WHERE rowId = ? AND tableName = 'note' AND undoes IS NULL ORDER BY ${entriesOldestFirst}`,
    text,
    id,
  );
  const written = deeds.find(({ wrote }) => wrote === 1);
  const said = deeds.findLast((deed) => deed.said === 1);
  return {
    who: written?.who ?? null,
    changed: said && said !== written ? { at: said.at, who: said.who } : null,
  };
}

const list: Query<'notes.list'> = (facts, { about }) => done(notesAbout(facts, about));

export const noteQueries: Pick<Handlers, 'notes.list'> = { 'notes.list': list };
