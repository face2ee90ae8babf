import { type FormEvent, useState } from 'react';
import type { KeyEnding } from '../../../shared/model/issuer-keys.ts';
import type { Problem, Result } from '../../../shared/model/result.ts';
import type { KeysView } from '../../../shared/views/certificates.ts';
import { Button } from '../../kit/button.tsx';
import { call } from '../../kit/client.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { TextField } from '../../kit/fields/text-field.tsx';
import { printPaper } from '../../kit/print.ts';
import { ProblemNote } from '../../kit/problem.tsx';
import { sayDone } from '../../kit/toast-store.ts';

/** What can be done with the key. */
export type KeyStep = 'make' | 'unlock' | 'bring' | 'file' | 'paper' | 'replace';

interface Words {
  readonly title: string;
  readonly sentence: string;
  readonly action: string;
}

const words: Record<KeyStep, Words> = {
  make: {
    title: 'Make the key for certificates',
    sentence: 'It signs what each certificate says. Save it for a second laptop and print it for the safe right after.',
    action: 'Make the key',
  },
  unlock: { title: 'Unlock the key', sentence: 'It stays open until Cohort Desk is closed.', action: 'Unlock' },
  bring: {
    title: 'Bring the key here',
    sentence: 'Scan or type the code from the page in the safe; or leave the field empty and choose the file.',
    action: 'Bring it here',
  },
  file: {
    title: 'Save the key for another laptop',
    sentence:
      'The file is sealed under a passphrase. Tell the other lead the passphrase yourself; don’t send it with the file.',
    action: 'Save…',
  },
  paper: {
    title: 'Print the key for the safe',
    sentence: 'The page is sealed under a passphrase that is not printed on it. Keep the passphrase somewhere else.',
    action: 'Print…',
  },
  replace: {
    title: 'Replace the key',
    sentence: 'A new key signs from now on. This takes the old one off this laptop for good, also after an undo.',
    action: 'Replace the key',
  },
};

const endings: readonly { readonly key: KeyEnding; readonly label: string }[] = [
  { key: 'replaced', label: 'It is time for a new one: what the old one signed stays good' },
  { key: 'lost', label: 'It was lost: what it signed stays good' },
  { key: 'stolen', label: 'Someone else may have it: what it signed proves nothing, and must be printed again' },
];

const leastLength = 12;

/** One step with the key, with its passphrase where it takes one. */
export function KeyDialog({
  step,
  keepsBy,
  onClose,
}: {
  readonly step: KeyStep;
  readonly keepsBy: KeysView['keepsBy'];
  readonly onClose: () => void;
}) {
  const [passphrase, setPassphrase] = useState('');
  const [text, setText] = useState('');
  const [ending, setEnding] = useState<KeyEnding>('replaced');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const { title, sentence, action } = words[step];
  const needsNone = keepsBy === 'keychain' && (step === 'make' || step === 'replace');
  const isNew = step !== 'unlock' && step !== 'bring';
  const short = !needsNone && passphrase.length < (isNew ? leastLength : 1);
  const whyNot = short ? (isNew ? 'Give a passphrase of at least twelve characters.' : 'Give the passphrase.') : null;
  const run = async () => {
    if (whyNot !== null || busy) return;
    setBusy(true);
    const result = await perform({ step, passphrase: needsNone ? null : passphrase, text, ending });
    setBusy(false);
    if (result.ok) onClose();
    else setProblem(result.problem);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void run();
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" keys="Enter" disabledBecause={whyNot} onClick={() => void run()}>
            {action}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <form className="stack" onSubmit={onSubmit}>
        <p>{sentence}</p>
        {step === 'replace' && (
          <SelectField label="Why" value={ending} options={endings} onChange={(next) => setEnding(next)} />
        )}
        {step === 'bring' && <TextField label="Code from the page" value={text} onChange={setText} autoFocus />}
        {!needsNone && (
          <TextField
            label="Passphrase"
            hint={isNew ? 'Twelve characters at least: four or five words that you can remember.' : undefined}
            value={passphrase}
            onChange={setPassphrase}
            autoFocus={step !== 'bring'}
          />
        )}
        {problem && <ProblemNote problem={problem} />}
      </form>
    </Dialog>
  );
}

interface Step {
  readonly step: KeyStep;
  readonly passphrase: string | null;
  readonly text: string;
  readonly ending: KeyEnding;
}

async function perform({ step, passphrase, text, ending }: Step): Promise<Result<unknown>> {
  const given = passphrase ?? '';
  switch (step) {
    case 'make':
      return call('certificates.makeKey', { passphrase });
    case 'replace':
      return call('certificates.replaceKey', { ending, passphrase });
    case 'unlock':
      return call('certificates.unlockKey', { passphrase: given });
    case 'bring':
      return call('certificates.importKey', { text: text.trim() === '' ? null : text, passphrase: given });
    case 'file': {
      const result = await call('certificates.exportKey', { passphrase: given });
      if (result.ok && result.value) sayDone(`Saved ${result.value.holds}.`);
      return result;
    }
    case 'paper':
      await printPaper('certificates.printKey', { passphrase: given });
      return { ok: true, value: null };
  }
}
