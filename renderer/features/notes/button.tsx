import { useState } from 'react';
import { sayCount } from '../../../shared/model/counts.ts';
import type { NoteSubject } from '../../../shared/model/notes.ts';
import { Button } from '../../kit/button.tsx';
import { useCommands } from '../../kit/commands.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { useCall } from '../../kit/query.ts';
import { Notes } from './notes.tsx';

/** The notes of a cohort or a session, behind a button of its toolbar that says how many there are. */
export function NotesButton({ about, title }: { readonly about: NoteSubject; readonly title: string }) {
  const { value } = useCall('notes.list', { about });
  const [open, setOpen] = useState(false);
  const [writing, setWriting] = useState(false);
  useCommands([{ id: 'notes.open', label: title, keys: 'Shift+N', run: () => setOpen(true) }]);
  const count = value?.length ?? 0;
  return (
    <>
      <Button title={`${title} (Shift+N)`} onClick={() => setOpen(true)}>
        {count > 0 ? `Notes (${sayCount(count)})` : 'Notes'}
      </Button>
      {open && (
        <Dialog
          title={title}
          keeps={!writing}
          onClose={() => {
            setOpen(false);
            setWriting(false);
          }}
          actions={
            <>
              {!writing && (
                <Button kind="primary" onClick={() => setWriting(true)}>
                  Write a note
                </Button>
              )}
              <Button onClick={() => setOpen(false)}>Close</Button>
            </>
          }
        >
          <Notes about={about} writing={writing} onWriting={setWriting} />
        </Dialog>
      )}
    </>
  );
}
