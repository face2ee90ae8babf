import { instantOf } from '../../shared/model/dates.ts';
import type { DeskStatus } from '../../shared/views/desk.ts';
import { StartCheck } from '../features/desk-check/start-check.tsx';
import { askForLead } from '../features/leads/lead-store.ts';
import { sayAgo } from '../kit/ago.ts';
import { sayKeys } from '../kit/keys.ts';
import { useZone } from '../kit/status-store.ts';
import { undo } from '../kit/undo.ts';
import { openPalette } from './palette-store.ts';

const offline = 'Works offline: nothing leaves this laptop';

const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** Which database, when it was last backed up, that nothing leaves, who is at the laptop; at the right, what two keys do. */
export function StatusBar({ status }: { readonly status: DeskStatus }) {
  const zone = useZone();
  const { databaseFile, lastBackupAt, laptop, undo: last } = status;
  const backup = lastBackupAt
    ? `Backed up ${sayAgo(lastBackupAt, instantOf(new Date()), zone)}, opened and checked`
    : 'Not backed up yet';
  const lead = `lead: ${laptop.lead ?? 'no one named'}`;
  return (
    <footer className="status-bar">
      <span title={databaseFile}>{fileName(databaseFile)}</span>
      <StartCheck />
      <span className="status-bar-note" title={backup}>
        {backup}
      </span>
      <span className="status-bar-note" title={offline}>
        {offline}
      </span>
      <button
        type="button"
        onClick={askForLead}
        className="status-bar-lead"
        title={`This laptop: ${laptop.device} · ${lead}. Click to change it.`}
      >
        <span className="status-bar-device">This laptop: {laptop.device} ·</span> {lead}
      </button>
      <span className="space" />
      <button type="button" onClick={openPalette}>
        {sayKeys('Mod+K')} anything
      </button>
      {last && (
        <button
          type="button"
          onClick={() => void undo(last.commandId)}
          className="status-bar-undo"
          title={`Undo “${last.label}” (${sayKeys('Mod+Z')})`}
        >
          {sayKeys('Mod+Z')} undo “{last.label}”
        </button>
      )}
    </footer>
  );
}
