import { sayDay } from '../../../shared/model/dates.ts';
import { type Note, NoteId, type NoteSubject } from '../../../shared/model/notes.ts';
import { type Person, sayName } from '../../../shared/model/people.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import type { Facts } from '../../call/facts.ts';
import type { Command, Handlers } from '../../call/handler.ts';
import { insert, remove, update } from '../../log/change.ts';
import { noteText } from '../../rules/notes/note-text.ts';
import { noSuchCohort } from '../courses/queries.ts';
import { noSuchSession, sessionRow } from '../courses/sessions.ts';
import { noSuchPerson } from '../people/no-longer.ts';

const noSuchNote = 'That note was deleted, or the step that wrote it was undone.';

/** What the steps call the person, the cohort, or the session of a note. */
function nameOf(facts: Facts, about: NoteSubject): Result<string> {
  const { database } = facts;
  if ('personId' in about) {
    const person = database.get<Person>('SELECT * FROM person WHERE id = ?', about.personId);
    return person ? done(sayName(person)) : refuse(noSuchPerson);
  }
  if ('cohortId' in about) {
    const cohort = database.get<{ name: string }>('SELECT name FROM cohort WHERE id = ?', about.cohortId);
    return cohort ? done(cohort.name) : refuse(noSuchCohort);
  }
  const session = sessionRow(facts, about.sessionId);
  return session ? done(`${session.title} on ${sayDay(session.heldOn)}`) : refuse(noSuchSession);
}

const add: Command<'notes.add'> = (facts, { about, text: typed }) => {
  const text = noteText(typed);
  if (!text.ok) return text;
  const name = nameOf(facts, about);
  if (!name.ok) return name;
  const noteId = NoteId.parse(facts.newId());
  const nothing = { personId: null, cohortId: null, sessionId: null };
  const row: Note = { id: noteId, ...nothing, ...about, text: text.value, writtenAt: facts.now };
  return { ok: true, label: `Wrote a note on ${name.value}`, changes: [insert('note', row)], value: { noteId } };
};

/** A note, with what it is about. */
function found(facts: Facts, noteId: NoteId): Result<{ readonly note: Note; readonly name: string }> {
  const note = facts.database.get<Note>('SELECT * FROM note WHERE id = ?', noteId);
  if (!note) return refuse(noSuchNote);
  const { personId, cohortId, sessionId } = note;
  const about =
    personId !== null ? { personId } : cohortId !== null ? { cohortId } : sessionId !== null ? { sessionId } : null;
  const name = about === null ? refuse(noSuchNote) : nameOf(facts, about);
  return name.ok ? done({ note, name: name.value }) : name;
}

const revise: Command<'notes.revise'> = (facts, { noteId, text: typed }) => {
  const text = noteText(typed);
  if (!text.ok) return text;
  const its = found(facts, noteId);
  if (!its.ok) return its;
  return {
    ok: true,
    label: `Changed a note on ${its.value.name}`,
    changes: its.value.note.text === text.value ? [] : [update('note', noteId, { text: text.value })],
    value: null,
  };
};

const erase: Command<'notes.delete'> = (facts, { noteId }) => {
  const its = found(facts, noteId);
  if (!its.ok) return its;
  return { ok: true, label: `Deleted a note on ${its.value.name}`, changes: [remove('note', noteId)], value: null };
};

export const noteCommands: Pick<Handlers, 'notes.add' | 'notes.revise' | 'notes.delete'> = {
  'notes.add': add,
  'notes.revise': revise,
  'notes.delete': erase,
};
