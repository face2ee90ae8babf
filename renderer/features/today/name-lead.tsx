import { Card } from '../../components/card.tsx';
import { LeadForm } from '../../frame/lead-form.tsx';
import { useStatus } from '../../frame/status-store.ts';

/** Asks once who is at this laptop, in passing: everything works without an answer. */
export function NameLead() {
  const status = useStatus();
  if (!status || status.laptop.lead !== null) return null;
  return (
    <Card title="Who is at this laptop?" level={2} className="today-lead">
      <LeadForm calm />
    </Card>
  );
}
