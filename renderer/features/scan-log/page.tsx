import './scan-log.css';
import { ScanLine } from 'lucide-react';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import type { SessionId } from '../../../shared/model/ids.ts';
import { Button } from '../../kit/button.tsx';
import { useCommands } from '../../kit/commands.ts';
import { Empty } from '../../kit/empty.tsx';
import { Screen } from '../../kit/screen.tsx';
import { Toolbar } from '../../kit/toolbar.tsx';
import { chooseLog } from './choose-log.ts';
import { ScanRows } from './scan-rows.tsx';
import { useScanLog } from './store.ts';

/** A scanner’s own log on its way in: what each scan would do, and one button that does it. */
export function ScanLogPage({ sessionId }: { readonly sessionId: SessionId | null }) {
  const { reading, look } = useScanLog();
  useEffect(() => {
    if (sessionId !== null) look({ sessionId, anyTime: false });
  }, [sessionId, look]);
  return reading === null ? <NoLog sessionId={sessionId} /> : <ScanRows reading={reading} />;
}

function NoLog({ sessionId }: { readonly sessionId: SessionId | null }) {
  const [, go] = useLocation();
  const choose = () => void chooseLog();
  const back = () => go(sessionId === null ? '/attendance' : `/attendance/${sessionId}`);
  useCommands([
    { id: 'import', label: 'Choose a scanner log', keys: 'Mod+I', run: choose },
    { id: 'scan-log.back', label: 'Back to attendance', keys: 'Alt+ArrowLeft', run: back },
  ]);
  return (
    <Screen toolbar={<Toolbar title="Scanner log" actions={<Button onClick={back}>Back to attendance</Button>} />}>
      <Empty
        icon={<ScanLine />}
        title="Import a scanner log"
        actions={
          <Button kind="primary" keys="Mod+I" onClick={choose}>
            Choose a log…
          </Button>
        }
      >
        A scanner used without this laptop keeps a log: a code and a time on each line. Choose the .csv, .txt or .xlsx
        file it saved, or drop it on the window. You see what each scan would do before anything is saved; importing the
        same log twice changes nothing.
      </Empty>
    </Screen>
  );
}
