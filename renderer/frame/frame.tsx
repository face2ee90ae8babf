import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { takeKeyboard } from '../components/data-table/take-keyboard.ts';
import { DropTarget } from '../features/imports/drop-target.tsx';
import { Fault } from './fault.tsx';
import { useFrameCommands } from './frame-commands.ts';
import { Rail } from './rail.tsx';
import { screens } from './screens.ts';
import { StatusBar } from './status-bar.tsx';
import { useStatus } from './status-store.ts';

/** The rail, the screen, the status bar. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const status = useStatus();
  const main = useRef<HTMLElement>(null);
  const [path] = useLocation();
  const place = path.split('/')[1] ?? '';
  useFrameCommands();

  useEffect(() => {
    const title = screens.find((screen) => screen.path === `/${place}`)?.title;
    document.title = title ? `${title} – Cohort Desk` : 'Cohort Desk';
  }, [place]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another path is another list, also within a screen
  useEffect(() => {
    // Whoever came by a key goes on by keys; a list that comes takes the keyboard from here (data-table.tsx).
    if (document.activeElement === document.body) main.current?.focus({ preventScroll: true });
    if (document.activeElement === main.current) takeKeyboard(main.current?.querySelector('[role="grid"]'));
  }, [path]);

  if (!status) return null;
  return (
    <div className="frame">
      <Rail status={status} />
      <main className="frame-main" ref={main} tabIndex={-1}>
        <Fault key={place}>{children}</Fault>
      </main>
      <StatusBar status={status} />
      <DropTarget />
    </div>
  );
}
