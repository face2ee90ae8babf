import { Button } from '../../kit/button.tsx';
import { perform } from '../../kit/perform.ts';
import { useStatus } from '../../kit/status-store.ts';
import { LeadForm } from '../leads/lead-form.tsx';
import { Section } from './section.tsx';

/** This laptop: its name in the history, and who is at it. No part of the policy. */
export function LaptopSection() {
  const status = useStatus();
  if (!status) return null;
  const { device, lead } = status.laptop;
  return (
    <Section
      id="laptop"
      title="This laptop"
      about="Not part of the policy: it applies right away, on this laptop only. Past changes keep the name they were made under."
    >
      <p>
        This laptop: {device} · lead: {lead ?? 'no one named'}
      </p>
      <LeadForm
        actions={
          lead !== null && <Button onClick={() => void perform('desk.nameLead', { name: null })}>Clear the name</Button>
        }
      />
    </Section>
  );
}
