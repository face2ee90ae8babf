import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import type { Problem } from '../../../shared/model/result.ts';
import { Button } from '../../kit/button.tsx';
import { call } from '../../kit/client.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { Checkbox } from '../../kit/fields/checkbox.tsx';
import { TextField } from '../../kit/fields/text-field.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import type { DesignDraft } from './draft.ts';
import { editorOf, useDesigns } from './store.ts';

/** Saves a draft as a new version of its name. A refusal stays in sight with its reasons. */
export function SaveDesignDialog({ draft, onClose }: { readonly draft: DesignDraft; readonly onClose: () => void }) {
  const [name, setName] = useState(draft.version === null ? '' : draft.name);
  const [use, setUse] = useState(false);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [, go] = useLocation();
  const begin = useDesigns((state) => state.begin);
  const said = name.trim();
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (said === '') return;
    const saved = await call('certificateDesigns.save', { name: said, document: draft.document, use });
    if (!saved.ok) {
      setProblem(saved.problem);
      return;
    }
    const { designId, version } = saved.value;
    begin({ choice: designId, name: said, version, document: draft.document });
    onClose();
    go(editorOf(designId), { replace: true });
  };
  return (
    <Dialog title="Save the certificate design" onClose={onClose}>
      <form className="stack" onSubmit={(event) => void onSubmit(event)}>
        <TextField
          label="Name"
          hint="If the name is taken, this becomes its next version. Earlier versions stay for what was issued with them."
          value={name}
          onChange={setName}
          required
          autoFocus
          problem={tried && said === '' ? 'Give it a name.' : null}
        />
        <Checkbox label="Use it for new certificates from today on" checked={use} onChange={setUse} />
        {problem && <ProblemNote problem={problem} />}
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
