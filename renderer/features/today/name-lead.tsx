import { Card } from '../../kit/card.tsx';
import { useStatus } from '../../kit/status-store.ts';
import { LeadForm } from '../leads/lead-form.tsx';

/** Asks once who is at this laptop, in passing: everything works without an answer. */
export function NameLead() {
  const status = useStatus();
  if (!status || status.laptop.lead !== null) return null;
  return (
    <Card title="Who is using this laptop?" level={2} className="today-lead">
      <LeadForm calm />
    </Card>
  );
}
