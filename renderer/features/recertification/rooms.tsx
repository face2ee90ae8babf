import { useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../kit/button.tsx';
import { useCommands } from '../../kit/commands.ts';
import { Menu } from '../../kit/menu.tsx';
import { useCall } from '../../kit/query.ts';
import { AuditsDialog } from './audits-dialog.tsx';

/** The ways to the rooms beside the list: evidence that waits for review, and audits where the rules have any or some were made. */
export function Rooms() {
  const [, go] = useLocation();
  const [isOpen, setOpen] = useState(false);
  const { value: room } = useCall('recertification.audits', {});
  const hasAudits = room !== undefined && (room.percent !== null || room.audits.length > 0);
  const evidence = () => go('/evidence');
  const audits = () => setOpen(true);
  useCommands(
    hasAudits
      ? [{ id: 'recertification.audits', label: 'Audits of re-certification', keys: 'Shift+A', run: audits }]
      : [],
  );
  if (!hasAudits) return <Button onClick={evidence}>Evidence</Button>;
  return (
    <>
      <Menu
        label="More about re-certification"
        items={[
          { id: 'evidence', label: 'Evidence', run: evidence },
          { id: 'audits', label: 'Audits…', keys: 'Shift+A', run: audits },
        ]}
      >
        Tools…
      </Menu>
      {isOpen && <AuditsDialog room={room} onClose={() => setOpen(false)} />}
    </>
  );
}
