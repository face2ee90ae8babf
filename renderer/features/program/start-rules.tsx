import { useStarting } from '../recertification-rules/rules-store.ts';
import { StartDialog } from '../recertification-rules/start-dialog.tsx';
import { withRules } from '../recertification-rules/with-rules.ts';
import { useDraft } from './store.ts';

/** The dialog with the rules to start from, while it is open; what is chosen goes into the draft. */
export function StartRules() {
  const { isOpen, close } = useStarting();
  const policy = useDraft((draft) => draft.policy);
  const edit = useDraft((draft) => draft.edit);
  if (!isOpen || !policy) return null;
  return (
    <StartDialog
      current={policy.recertification.rules}
      onClose={close}
      onStart={(rules) => {
        edit((now) => withRules(now, rules));
        close();
      }}
    />
  );
}
