import { BookmarkCheck } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { ImportReading, SavedMappingRow } from '../../../shared/views/imports.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { TextField } from '../../kit/fields/text-field.tsx';
import { perform } from '../../kit/perform.ts';
import { useCall } from '../../kit/query.ts';
import { shapesOf, takeSaved } from './guess.ts';
import { useImport } from './store.ts';

/** Which saved columns these are, the others to choose from, and a way to save these under a name. */
export function SavedColumns({ reading }: { readonly reading: ImportReading }) {
  const { mappings, recognized, changed } = useImport();
  const [open, setOpen] = useState<'save' | 'choose' | null>(null);
  const { value } = useCall('imports.mappings', {});
  const saved = (value ?? []).filter(({ kind }) => kind === reading.kind);
  // What was forgotten meanwhile, or undone, is not recognized any more.
  const known = saved.find(({ id }) => id === recognized?.id);
  const none = mappings.every(({ fields }) => fields.every((field) => field === null));
  return (
    <div className="imports-saved">
      <span className={known ? 'imports-known' : 'mute'}>
        {known && <BookmarkCheck aria-hidden />}
        {known ? sayKnown(known.name, changed) : 'Guessed from the column names and their contents'}
      </span>
      <span className="space" />
      {saved.length > 0 && <Button onClick={() => setOpen('choose')}>Saved columns…</Button>}
      <Button disabledBecause={none ? 'No column is matched yet.' : null} onClick={() => setOpen('save')}>
        Save these columns…
      </Button>
      {open === 'choose' && <ChooseDialog saved={saved} onClose={() => setOpen(null)} />}
      {open === 'save' && (
        <SaveDialog
          reading={reading}
          first={known?.name ?? stem(reading.file)}
          saved={saved}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}

const sayKnown = (name: string, changed: boolean): string =>
  changed ? `As in “${name}”, with your changes` : `Recognized as “${name}”`;

const stem = (file: string): string => file.replace(/\.[^.]{1,5}$/, '');

function ChooseDialog({
  saved,
  onClose,
}: {
  readonly saved: readonly SavedMappingRow[];
  readonly onClose: () => void;
}) {
  return (
    <Dialog title="Saved columns" onClose={onClose} wide actions={<Button onClick={onClose}>Close</Button>}>
      <p>
        A file whose header has these names is recognized automatically. In other files, columns with the same name are
        matched.
      </p>
      <ul className="imports-choices">
        {saved.map(({ id, name, columns }) => (
          <li key={id}>
            <div>
              <b>{name}</b>
              <span className="mute" title={columns.join('\n')}>
                {columns.join(', ')}
              </span>
            </div>
            <Button
              onClick={() => {
                onClose();
                void takeSaved(id);
              }}
            >
              Use <span className="unseen">“{name}”</span>
            </Button>
            <Button kind="quiet" onClick={() => void perform('imports.forgetMapping', { mappingId: id })}>
              Forget <span className="unseen">“{name}”</span>
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function SaveDialog({
  reading,
  first,
  saved,
  onClose,
}: {
  readonly reading: ImportReading;
  readonly first: string;
  readonly saved: readonly SavedMappingRow[];
  readonly onClose: () => void;
}) {
  const { mappings, look } = useImport();
  const [name, setName] = useState(first.slice(0, 80));
  const said = name.trim();
  const replaces = saved.some((each) => each.name.toLowerCase() === said.toLowerCase());
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (said === '') return;
    const shapes = shapesOf(reading, mappings);
    const result = await perform('imports.saveMapping', { name: said, kind: reading.kind, shapes });
    if (!result.ok) return;
    look({ recognized: { id: result.value.mappingId, name: said }, changed: false });
    onClose();
  };
  return (
    <Dialog title="Save these columns" onClose={onClose}>
      <form className="stack" onSubmit={(event) => void save(event)}>
        <p>The next file with this header is matched the same way.</p>
        <TextField
          label="Name"
          hint={replaces ? 'It replaces what was saved under this name.' : 'Such as “Foxtrot web form”.'}
          value={name}
          onChange={setName}
          maxLength={80}
          required
          autoFocus
        />
        <footer className="row dialog-actions">
          <Button kind="primary" type="submit">
            Save
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </footer>
      </form>
    </Dialog>
  );
}
