import { useLocation } from 'wouter';
import { helpPages } from '../features/help/pages.ts';
import { openHelp } from '../features/help/store.ts';
import { type ScreenCommand, useCommands } from '../kit/commands.ts';
import { useStatusStore } from '../kit/status-store.ts';
import { helpAt } from './help-here.ts';

const toPages = helpPages.map(
  ({ id, title, also }): ScreenCommand => ({
    id: `go:help-${id}`,
    label: `Help: ${title}`,
    also: `help ${also}`,
    section: 'Help',
    run: () => openHelp(id),
  }),
);

/** The help, from anywhere: the page about this screen, and every other by its name. */
export function useHelpCommands(): void {
  const [path] = useLocation();
  const hasProgram = useStatusStore((state) => state.status?.program != null);
  useCommands([
    {
      id: 'help',
      label: 'Help for this screen',
      also: 'manual guide how to questions',
      keys: 'F1',
      section: 'Help',
      run: () => openHelp(hasProgram ? helpAt(path) : 'start'),
    },
    ...toPages,
  ]);
}
