import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { PreferenceFields } from './preferences-section.tsx';

/** The preferences of this laptop where there is no Settings screen yet: before a program was started. */
export const PreferencesDialog = ({ onClose }: { readonly onClose: () => void }) => (
  <Dialog
    title="Preferences"
    keeps
    onClose={onClose}
    actions={
      <Button kind="primary" onClick={onClose}>
        Close
      </Button>
    }
  >
    <PreferenceFields />
  </Dialog>
);
