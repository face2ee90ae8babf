import './files.css';
import { countOf, sayCount } from '../../../shared/model/counts.ts';
import { sayInstant } from '../../../shared/model/dates.ts';
import type { BackupView } from '../../../shared/views/files.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { FactList } from '../../kit/facts.tsx';
import { perform } from '../../kit/perform.ts';
import { useZone } from '../../kit/status-store.ts';
import { closeBackup, useFiles } from './store.ts';

/** What a backup holds, what would be lost by restoring it, and the two ways to have it; the app mounts it once. */
export function RestoreDialog() {
  const shown = useFiles((state) => state.shown);
  return shown && <Restore backup={shown} />;
}

function Restore({ backup }: { readonly backup: BackupView }) {
  const zone = useZone();
  const { key, name, folder, openName, holds } = backup;
  const go = (call: 'files.restore' | 'files.openBeside') => {
    closeBackup();
    void perform(call, { key });
  };
  const last = holds.last;
  return (
    <Dialog
      title="Restore a backup?"
      wide
      onClose={closeBackup}
      actions={
        <>
          <Button kind={holds.isSameProgram ? 'primary' : 'plain'} onClick={() => go('files.openBeside')}>
            Open a copy beside
          </Button>
          <Button
            kind="danger"
            disabledBecause={
              holds.isSameProgram ? null : 'It holds another program, so it can only be opened beside this one.'
            }
            onClick={() => go('files.restore')}
          >
            Replace “{openName}”
          </Button>
          <Button onClick={closeBackup}>Cancel</Button>
        </>
      }
    >
      <FactList
        of={[
          ['Backup', name],
          ['Folder', folder],
          ['Made', sayInstant(holds.madeAt, zone)],
          ['Program', holds.program ?? 'None was started in it'],
          [
            'Holds',
            `${countOf(holds.people, 'person', 'people')}, ${countOf(holds.cohorts, 'cohort')}, ${countOf(holds.graduates, 'graduate')}, ${countOf(holds.commands, 'change')}`,
          ],
          [
            'Last change',
            last ? `${last.label} (${sayInstant(last.at, zone)}${last.who ? `, ${last.who}` : ''})` : 'None',
          ],
        ]}
      />
      {holds.isSameProgram ? <Lost backup={backup} zone={zone} /> : <OtherProgram openName={openName} />}
    </Dialog>
  );
}

const OtherProgram = ({ openName }: { readonly openName: string }) => (
  <p>
    This backup is of another program than “{openName}”. Open a copy beside it; “{openName}” stays as it is.
  </p>
);

function Lost({ backup: { holds, openName, keptAs }, zone }: { readonly backup: BackupView; readonly zone: string }) {
  const rest = holds.lost - holds.lostCommands.length;
  return (
    <>
      {holds.lost === 0 ? (
        <p>It holds everything that “{openName}” holds: nothing would be lost.</p>
      ) : (
        <>
          <p className="backup-lost-head">
            “{openName}” has {countOf(holds.lost, 'change')} that the backup doesn’t have:
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the list scrolls, also from the keyboard */}
          <ul className="backup-lost" aria-label="Changes that the backup doesn’t have" tabIndex={0}>
            {holds.lostCommands.map(({ label, at }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two changes may read alike, and the list never changes
              <li key={place}>
                <span>{label}</span>
                <span className="mute">{sayInstant(at, zone)}</span>
              </li>
            ))}
          </ul>
          {rest > 0 && <p className="mute">And {sayCount(rest)} more.</p>}
        </>
      )}
      {holds.gained > 0 && (
        <p>
          It also has {countOf(holds.gained, 'change')} that “{openName}” doesn’t have.
        </p>
      )}
      <p>
        Replacing keeps “{openName}” as it is now under the name “{keptAs}”, in the same folder. Opening a copy beside
        changes neither.
      </p>
    </>
  );
}
