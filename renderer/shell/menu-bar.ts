import { useEffect } from 'react';
import { subscribe } from '../kit/client.ts';
import { runCommand } from '../kit/commands.ts';
import { sayRefused } from '../kit/toast-store.ts';

/** Menu items run the command whose id is theirs (shared/menu.ts); the main process sets the theme itself. */
export function useMenuBar(): void {
  useEffect(
    () =>
      subscribe((event) => {
        if (event.kind === 'refused') sayRefused(event.problem);
        if (event.kind === 'menu' && !document.querySelector('[data-modal]')) runCommand(event.command);
      }),
    [],
  );
}
