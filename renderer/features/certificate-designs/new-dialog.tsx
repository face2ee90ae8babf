import { FileUp } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import {
  type BuiltInDesign,
  builtInDesigns,
  type DesignChoice,
  sayBuiltInDesign,
} from '../../../shared/model/certificate-designs.ts';
import type { Problem } from '../../../shared/model/result.ts';
import { Button } from '../../kit/button.tsx';
import { call } from '../../kit/client.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import { addDesignFile, beginOver, useDesigns } from './store.ts';

/** Where a new design begins: at one that comes with the app, or over a file of the association's own. */
export function NewDesignDialog({
  unsaved,
  onClose,
  onBegun,
}: {
  /** The draft that would be lost, by name; null: none. */
  readonly unsaved: string | null;
  readonly onClose: () => void;
  readonly onBegun: (choice: DesignChoice) => void;
}) {
  const [from, setFrom] = useState<BuiltInDesign>('classic');
  const [problem, setProblem] = useState<Problem | null>(null);
  const begin = useDesigns((state) => state.begin);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const opened = await call('certificateDesigns.open', { choice: from });
    if (!opened.ok) {
      setProblem(opened.problem);
      return;
    }
    begin(opened.value);
    onBegun(from);
  };
  const fromFile = async () => {
    const file = await addDesignFile('background');
    const choice = file && (await beginOver(file));
    if (choice) onBegun(choice);
  };
  return (
    <Dialog title="New certificate design" keeps onClose={onClose}>
      <form className="stack" onSubmit={(event) => void onSubmit(event)}>
        {unsaved !== null && <p>“{unsaved}” has changes that aren’t saved. Starting another design discards them.</p>}
        <SelectField
          label="Begin with"
          hint="A copy of it opens in the editor. The design itself never changes."
          value={from}
          options={builtInDesigns.map((key) => ({ key, label: sayBuiltInDesign[key] }))}
          onChange={setFrom}
          autoFocus
        />
        <p className="mute">
          Or begin with the association’s own page: a PDF, PNG, or JPEG as the background, with the fields placed on it.
          You can also drop it on the list.
        </p>
        <div className="row">
          <Button icon={<FileUp aria-hidden="true" />} onClick={() => void fromFile()}>
            Choose a background…
          </Button>
        </div>
        {problem && <ProblemNote problem={problem} />}
        <footer className="row dialog-actions">
          <Button kind="primary" type="submit">
            Open the editor
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </footer>
      </form>
    </Dialog>
  );
}
