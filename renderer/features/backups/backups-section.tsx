import { sayInstant } from '../../../shared/model/dates.ts';
import { Button } from '../../kit/button.tsx';
import { Menu } from '../../kit/menu.tsx';
import { perform, writeFile } from '../../kit/perform.ts';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';
import { useZone } from '../../kit/status-store.ts';
import { lookAtBackup } from '../files/store.ts';

/** So many automatic backups are offered at once, the newest ones. */
const mostOffered = 30;

/** Where automatic backups go, when the last good one was made, and the way back to one of them. */
export function Backups() {
  const { value, problem } = useCall('backups.show', {});
  const zone = useZone();
  if (!value) return problem && <ProblemNote problem={problem} />;
  const { folder, isUsual, lastAt, trouble, files } = value;
  return (
    <div className="stack">
      {trouble && (
        <ProblemNote
          problem={{
            sentence: `No automatic backup could be made since ${sayInstant(trouble.since, zone)}. ${trouble.sentence}`,
            reasons: [],
          }}
        />
      )}
      <p>
        Backups go to <strong className="settings-path">{folder}</strong>
        {isUsual && ', beside the database'}.{' '}
        {lastAt ? `The last good one is of ${sayInstant(lastAt, zone)}.` : 'None was made yet.'}
      </p>
      <div className="row">
        <Button onClick={() => void perform('backups.chooseFolder', {})}>Choose a folder…</Button>
        {!isUsual && (
          <Button onClick={() => void perform('backups.useUsualFolder', {})}>Keep them beside the database</Button>
        )}
        <Button onClick={() => void writeFile('desk.backUp', {})}>Back up now…</Button>
        {files.length > 0 && (
          <Menu
            label="Restore one of them"
            items={files.slice(0, mostOffered).map(({ key, madeAt }) => ({
              id: key,
              label: sayInstant(madeAt, zone),
              run: () => void lookAtBackup(key),
            }))}
          >
            Restore one of them
          </Menu>
        )}
        <Button onClick={() => void lookAtBackup()}>Restore another…</Button>
      </div>
    </div>
  );
}
