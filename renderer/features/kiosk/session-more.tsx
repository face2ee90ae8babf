import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { SessionRow } from '../../../shared/views/cohorts.ts';
import { useCommands } from '../../kit/commands.ts';
import { Menu } from '../../kit/menu.tsx';
import { sayRefused } from '../../kit/toast-store.ts';
import { StartKioskDialog } from './start-dialog.tsx';

/** What else can be done with a session: its scanner log, and a kiosk for a room without a lead. */
export function SessionMore({ session: { id, title, when } }: { readonly session: SessionRow }) {
  const [starting, setStarting] = useState(false);
  const [, go] = useLocation();
  const toLog = () => go(`/scan-log/${id}`);
  const toKiosk = () => {
    if (when === 'today') setStarting(true);
    else sayRefused({ sentence: `${title} is not today. A kiosk runs on the day of the session.`, reasons: [] });
  };
  useCommands([
    { id: 'scan-log.session', label: 'Import a scanner log of this session', keys: 'I', run: toLog },
    { id: 'kiosk.start', label: 'Start kiosk mode for this session', keys: 'K', run: toKiosk },
  ]);
  return (
    <>
      <Menu
        label="More about this session"
        className="button button-plain icon-only"
        items={[
          { id: 'scan-log', label: 'Import a scanner log…', keys: 'I', run: toLog },
          { id: 'kiosk', label: 'Kiosk mode…', keys: 'K', run: toKiosk },
        ]}
      >
        <Ellipsis aria-hidden="true" />
      </Menu>
      {starting && <StartKioskDialog sessionId={id} title={title} onClose={() => setStarting(false)} />}
    </>
  );
}
