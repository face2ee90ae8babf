import { type FormEvent, useState } from 'react';
import type { Problem } from '../../../shared/model/result.ts';
import { Button } from '../../kit/button.tsx';
import { call } from '../../kit/client.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { TextField } from '../../kit/fields/text-field.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';
import { useToday } from '../../kit/status-store.ts';
import { type Claim, claimInput, newClaim } from './claim.ts';
import { ClaimFields } from './claim-fields.tsx';
import { FilesField } from './files-field.tsx';
import { PersonField } from './person-field.tsx';
import { type ChosenFile, type EvidencePerson, useEvidence } from './store.ts';

/** The dialog that is open, wherever evidence is on the screen. */
export function EvidenceDialog() {
  const { adding, add } = useEvidence();
  if (adding === null) return null;
  const close = () => add(null);
  return adding.kind === 'new' ? (
    <NewEvidence first={adding.person} dropped={adding.files} onClose={close} />
  ) : (
    <MoreEvidence adding={adding} onClose={close} />
  );
}

/** A file's name without its ending is what it is mostly called. */
const titleOf = (files: readonly ChosenFile[]): string => files[0]?.name.replace(/\.[^.]{1,5}$/, '') ?? '';

/** Notes what someone did or handed in: what it was, what is claimed, and what shows it. */
function NewEvidence({
  first,
  dropped,
  onClose,
}: {
  readonly first: EvidencePerson | null;
  readonly dropped: readonly ChosenFile[];
  readonly onClose: () => void;
}) {
  const today = useToday();
  const { value } = useCall('evidence.queue', { limit: 1 });
  const [person, setPerson] = useState(first);
  const [was] = useState(() => newClaim(titleOf(dropped), today));
  const [claim, setClaim] = useState<Claim>(was);
  const [files, setFiles] = useState(dropped);
  const [link, setLink] = useState('');
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSaving, setSaving] = useState(false);
  const set = (part: Partial<Claim>) => setClaim((now) => ({ ...now, ...part }));
  const whyNot = whyNotYet(person, claim, isSaving);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const input = claimInput(claim, was, value?.asked);
    if (whyNot !== null || person === null || input === null) return;
    setSaving(true);
    const result = await call('evidence.add', {
      personId: person.personId,
      ...input,
      files: files.map(({ path }) => path),
      link: link.trim() || null,
      note: note.trim() || null,
    });
    setSaving(false);
    if (result.ok) onClose();
    else setProblem(result.problem);
  };
  const isWaitedFor = files.length === 0 && link.trim() === '' && note.trim() === '';
  return (
    <Dialog title={first ? `Evidence of ${first.name}` : 'Add evidence'} wide onClose={onClose}>
      <form className="stack" onSubmit={(event) => void onSubmit(event)}>
        {first === null && <PersonField person={person} onChange={setPerson} />}
        <ClaimFields asked={value?.asked} claim={claim} set={set} autoFocus={first !== null} />
        <FilesField files={files} onChange={setFiles} />
        <TextField label="Or a link" value={link} placeholder="https://" maxLength={2_000} onChange={setLink} />
        <TextField
          label="Or a note"
          value={note}
          placeholder="By mail, in the folder"
          maxLength={500}
          onChange={setNote}
        />
        {isWaitedFor && (
          <p className="mute">Without a file, a link, or a note it is kept as missing, and waited for.</p>
        )}
        {problem && <ProblemNote problem={problem} />}
        <footer className="row dialog-actions">
          <Button kind="primary" type="submit" disabledBecause={whyNot}>
            {isWaitedFor ? 'Add as missing' : 'Add evidence'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </footer>
      </form>
    </Dialog>
  );
}

function whyNotYet(person: EvidencePerson | null, { title, activityOn }: Claim, isSaving: boolean): string | null {
  if (isSaving) return 'The files are being copied.';
  if (person === null) return 'First choose whose evidence it is.';
  if (title.trim() === '') return 'First say what it was.';
  return activityOn === null ? 'First choose the day it was done on.' : null;
}

/** Adds files, a link, or a note to evidence that is on record. */
function MoreEvidence({
  adding: { itemId, title, name, files: dropped },
  onClose,
}: {
  readonly adding: Extract<NonNullable<ReturnType<typeof useEvidence.getState>['adding']>, { kind: 'more' }>;
  readonly onClose: () => void;
}) {
  const [files, setFiles] = useState(dropped);
  const [link, setLink] = useState('');
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSaving, setSaving] = useState(false);
  const isEmpty = files.length === 0 && link.trim() === '' && note.trim() === '';
  const whyNot = isSaving
    ? 'The files are being copied.'
    : isEmpty
      ? 'First choose a file, or give a link or a note.'
      : null;
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (whyNot !== null) return;
    setSaving(true);
    const result = await call('evidence.attach', {
      itemId,
      files: files.map(({ path }) => path),
      link: link.trim() || null,
      note: note.trim() || null,
    });
    setSaving(false);
    if (result.ok) onClose();
    else setProblem(result.problem);
  };
  return (
    <Dialog title={`Add to “${title}” of ${name}`} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void onSubmit(event)}>
        <FilesField files={files} onChange={setFiles} />
        <TextField label="Or a link" value={link} placeholder="https://" maxLength={2_000} onChange={setLink} />
        <TextField label="Or a note" value={note} maxLength={500} onChange={setNote} />
        {problem && <ProblemNote problem={problem} />}
        <footer className="row dialog-actions">
          <Button kind="primary" type="submit" disabledBecause={whyNot}>
            Add
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </footer>
      </form>
    </Dialog>
  );
}
