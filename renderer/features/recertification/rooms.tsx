import { useLocation } from 'wouter';
import { Button } from '../../kit/button.tsx';
import { AuditsButton } from './audits-dialog.tsx';

/** The ways to the rooms beside the list: evidence that waits for review, and audits. */
export function Rooms() {
  const [, go] = useLocation();
  return (
    <>
      <Button onClick={() => go('/evidence')}>Evidence</Button>
      <AuditsButton />
    </>
  );
}
