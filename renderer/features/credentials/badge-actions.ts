import type { InputOf } from '../../../shared/api.ts';
import { useCommands } from '../../kit/commands.ts';
import type { MenuAction } from '../../kit/menu.tsx';
import { writeFile } from '../../kit/perform.ts';
import { sayRefused } from '../../kit/toast-store.ts';

/**
 * Certificates as digital badges, for graduates to keep and show, and the list in which a revoked one is found: as
 * commands, and for a menu. `input` is whose badges; null: no one's, and `whyNot` says why.
 */
export function useBadgeActions(
  input: InputOf<'credentials.save'> | null,
  whyNot: string | null,
): readonly MenuAction[] {
  const save = () => {
    if (input !== null) void writeFile('credentials.save', input);
    else if (whyNot !== null) sayRefused({ sentence: whyNot, reasons: [] });
  };
  const saveLists = () => void writeFile('credentials.saveStatusLists', {});
  useCommands([
    { id: 'credentials.save', label: 'Save digital badges', run: save },
    { id: 'credentials.lists', label: 'Save the status list of the digital badges', run: saveLists },
  ]);
  return [
    { id: 'badges', label: 'Digital badges…', run: save },
    { id: 'badge-lists', label: 'Status list of the badges…', run: saveLists },
  ];
}
