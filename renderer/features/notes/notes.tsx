import './notes.css';
import { type FormEvent, useState } from 'react';
import { sayInstant } from '../../../shared/model/dates.ts';
import type { NoteSubject } from '../../../shared/model/notes.ts';
import type { Problem } from '../../../shared/model/result.ts';
import type { NoteView } from '../../../shared/views/notes.ts';
import { Button } from '../../kit/button.tsx';
import { call } from '../../kit/client.ts';
import { TextArea } from '../../kit/fields/text-field.tsx';
import { perform } from '../../kit/perform.ts';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';
import { useZone } from '../../kit/status-store.ts';
import { useTyped } from '../../kit/unsaved.ts';

/** The notes of leads about a person, a cohort, or a session: read, written, changed, and deleted in one place. */
export function Notes({
  about,
  writing,
  onWriting,
}: {
  readonly about: NoteSubject;
  /** Whether a new note is being written. */
  readonly writing: boolean;
  readonly onWriting: (writing: boolean) => void;
}) {
  const { value, problem } = useCall('notes.list', { about });
  const [editing, setEditing] = useState<string | null>(null);
  if (problem) return <ProblemNote problem={problem} />;
  if (!value) return null;
  return (
    <div className="stack notes">
      {writing && (
        <NoteForm
          label="New note"
          text=""
          onSave={(text) => call('notes.add', { about, text })}
          onDone={() => onWriting(false)}
        />
      )}
      {value.length === 0 && !writing && <p className="mute">No notes yet. Write what the next lead should know.</p>}
      {value.length > 0 && (
        <ul className="notes-list">
          {value.map((note) => (
            <li key={note.noteId}>
              {editing === note.noteId ? (
                <NoteForm
                  label="Change the note"
                  text={note.text}
                  onSave={(text) => call('notes.revise', { noteId: note.noteId, text })}
                  onDone={() => setEditing(null)}
                />
              ) : (
                <OneNote note={note} onEdit={() => setEditing(note.noteId)} />
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function OneNote({ note, onEdit }: { readonly note: NoteView; readonly onEdit: () => void }) {
  const zone = useZone();
  const { noteId, text, at, who, changed } = note;
  const when = sayInstant(at, zone);
  const hands = [
    [who, when].filter(Boolean).join(', '),
    changed && `changed ${[changed.who, sayInstant(changed.at, zone)].filter(Boolean).join(', ')}`,
  ];
  return (
    <>
      <p className="notes-text">{text}</p>
      <div className="notes-foot">
        <span className="mute">{hands.filter(Boolean).join(' · ')}</span>
        <span className="space" />
        <Button kind="quiet" aria-label={`Change the note of ${when}`} onClick={onEdit}>
          Change…
        </Button>
        <Button
          kind="quiet"
          aria-label={`Delete the note of ${when}`}
          onClick={() => void perform('notes.delete', { noteId })}
        >
          Delete
        </Button>
      </div>
    </>
  );
}

function NoteForm({
  label,
  text: before,
  onSave,
  onDone,
}: {
  readonly label: string;
  readonly text: string;
  readonly onSave: (text: string) => Promise<{ readonly ok: true } | { readonly ok: false; readonly problem: Problem }>;
  readonly onDone: () => void;
}) {
  const [text, setText] = useState(before);
  const [problem, setProblem] = useState<Problem | null>(null);
  const typed = useTyped('The note you are writing is not saved yet.');
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const result = await onSave(text);
    if (result.ok) onDone();
    else setProblem(result.problem);
  };
  return (
    <form className="stack" onChange={typed.onChange} onSubmit={(event) => void onSubmit(event)}>
      <TextArea label={label} value={text} onChange={setText} rows={4} autoFocus />
      {problem && <ProblemNote problem={problem} />}
      <footer className="row">
        <Button kind="primary" type="submit">
          Save note
        </Button>
        <Button onClick={onDone}>Cancel</Button>
      </footer>
    </form>
  );
}
