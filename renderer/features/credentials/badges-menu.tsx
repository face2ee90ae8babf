import type { InputOf } from '../../../shared/api.ts';
import { useCommands } from '../../kit/commands.ts';
import { Menu } from '../../kit/menu.tsx';
import { writeFile } from '../../kit/perform.ts';
import { sayRefused } from '../../kit/toast-store.ts';

/** Certificates as digital badges, for graduates to keep and show; and the list in which a revoked one is found. */
export function BadgesMenu({
  input,
  whyNot,
}: {
  /** Whose badges; null: no one's, and `whyNot` says why. */
  readonly input: InputOf<'credentials.save'> | null;
  readonly whyNot: string | null;
}) {
  const save = () => {
    if (input !== null) void writeFile('credentials.save', input);
    else if (whyNot !== null) sayRefused({ sentence: whyNot, reasons: [] });
  };
  const saveLists = () => void writeFile('credentials.saveStatusLists', {});
  useCommands([
    { id: 'credentials.save', label: 'Save digital badges', keys: 'D', run: save },
    { id: 'credentials.lists', label: 'Save the status list of the digital badges', run: saveLists },
  ]);
  return (
    <Menu
      label="Digital badges"
      items={[
        { id: 'save', label: 'Save the badges…', keys: 'D', run: save },
        { id: 'lists', label: 'Save their status list…', run: saveLists },
      ]}
    >
      Digital badges
    </Menu>
  );
}
