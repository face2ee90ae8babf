import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { LeadForm } from './lead-form.tsx';
import { closeLeadQuestion, useLeadQuestion } from './lead-store.ts';

/** Who is using this laptop, asked from anywhere; the app mounts it once. */
export function LeadDialog() {
  const open = useLeadQuestion((state) => state.open);
  if (!open) return null;
  return (
    <Dialog title="Who is using this laptop?" onClose={closeLeadQuestion}>
      <LeadForm autoFocus onDone={closeLeadQuestion} actions={<Button onClick={closeLeadQuestion}>Cancel</Button>} />
    </Dialog>
  );
}
