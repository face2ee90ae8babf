import './certificates.css';
import { useState } from 'react';
import { Link } from 'wouter';
import { sayDay } from '../../../shared/model/dates.ts';
import { sayKeyEnding } from '../../../shared/model/issuer-keys.ts';
import type { KeyLine, KeysView } from '../../../shared/views/certificates.ts';
import { Button } from '../../kit/button.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';
import { KeyDialog, type KeyStep } from './key-dialog.tsx';

/** The key with which the program signs: where it is, and what can be done with it on this laptop. */
export function CertificateKey() {
  const { value, problem } = useCall('certificates.keys', {});
  const [step, setStep] = useState<KeyStep | null>(null);
  if (!value) return problem && <ProblemNote problem={problem} />;
  const inUse = value.keys.find(({ until }) => until === null);
  return (
    <div className="certificate-key">
      <p>{sayWhere(value, inUse)}</p>
      {value.keys.length > 0 && <KeyLines keys={value.keys} />}
      <div className="row">
        {!inUse && (
          <Button kind="primary" onClick={() => setStep('make')}>
            Make the key…
          </Button>
        )}
        {inUse?.here === 'sealed' && (
          <Button kind="primary" onClick={() => setStep('unlock')}>
            Unlock the key…
          </Button>
        )}
        {inUse?.here === 'absent' && (
          <Button kind="primary" onClick={() => setStep('bring')}>
            Bring the key here…
          </Button>
        )}
        {inUse?.here === 'open' && (
          <>
            <Button onClick={() => setStep('file')}>Save for another laptop…</Button>
            <Button onClick={() => setStep('paper')}>Print for the safe…</Button>
          </>
        )}
        {inUse && <Button onClick={() => setStep('replace')}>Replace the key…</Button>}
        <Link className="link" href="/check-certificate">
          Check a certificate
        </Link>
      </div>
      <p className="mute">
        If the key is lost, every certificate that is printed stays good: replace the key, say that it was lost, and
        save the checking page again, so that it knows both.
      </p>
      {step && <KeyDialog step={step} keepsBy={value.keepsBy} onClose={() => setStep(null)} />}
    </div>
  );
}

function sayWhere({ keepsBy }: KeysView, inUse: KeyLine | undefined): string {
  if (!inUse) {
    const kept =
      keepsBy === 'keychain' ? 'in this system’s keychain' : 'under a passphrase, since this system has no keychain';
    return `The program has no key yet, so certificates carry only their number. A key signs what each certificate says; it would be kept ${kept}.`;
  }
  switch (inUse.here) {
    case 'open':
      return inUse.keptBy === 'keychain'
        ? 'The key is on this laptop, in the system’s keychain. Certificates that are printed here carry a signed code.'
        : 'The key is on this laptop, under its passphrase, and open until Cohort Desk is closed. Certificates that are printed here carry a signed code.';
    case 'sealed':
      return 'The key is on this laptop, under its passphrase. Unlock it before you print certificates.';
    case 'absent':
      return 'The key is on another laptop. Certificates that are printed here carry only their number, until you bring the key here.';
  }
}

const KeyLines = ({ keys }: { readonly keys: readonly KeyLine[] }) => (
  <table className="certificate-key-lines">
    <thead>
      <tr>
        <th scope="col">Fingerprint</th>
        <th scope="col">Since</th>
        <th scope="col">Until</th>
        <th scope="col">Status</th>
      </tr>
    </thead>
    <tbody>
      {keys.map(({ id, fingerprint, since, until, ending }) => (
        <tr key={id}>
          <td className="number">{fingerprint}</td>
          <td>{sayDay(since)}</td>
          <td>{until === null ? '–' : sayDay(until)}</td>
          <td>{ending === null ? 'In use' : `It ${sayKeyEnding[ending]}`}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
