import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { DropTarget } from '../features/imports/drop-target.tsx';
import { useStatus, useStatusStore } from '../kit/status-store.ts';
import { ClockTrouble } from './clock-trouble.tsx';
import { Fault } from './fault.tsx';
import { FileTrouble } from './file-trouble.tsx';
import { useFrameCommands } from './frame-commands.ts';
import { giveKeyboard, useKeptFocus } from './keep-focus.ts';
import { Rail } from './rail.tsx';
import { railScreens } from './screens.ts';
import { StatusBar } from './status-bar.tsx';

/** The rail, the screen, the status bar; above them what keeps the desk from saving. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const status = useStatus();
  const problem = useStatusStore((state) => state.problem);
  const main = useRef<HTMLElement>(null);
  const [path] = useLocation();
  const place = path.split('/')[1] ?? '';
  useFrameCommands();

  useEffect(() => {
    const title = railScreens.find((screen) => screen.path === `/${place}`)?.title;
    const said = title ?? main.current?.querySelector('h1')?.textContent;
    document.title = said ? `${said} – Cohort Desk` : 'Cohort Desk';
  }, [place]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another path is another list, also within a screen
  useEffect(() => {
    // Whoever came by a key goes on by keys; a list that comes takes the keyboard from here (data-table.tsx).
    giveKeyboard(main.current);
  }, [path]);
  useKeptFocus(main);

  if (!status) return null;
  // What stands on the screen was known before; where the file can't be read by now, nothing newer is.
  const trouble = problem ? { sentence: problem.sentence, canSaveCopy: false } : status.fileTrouble;
  return (
    <div className={trouble === null && status.clock === null ? 'frame' : 'frame in-trouble'}>
      {trouble !== null && <FileTrouble {...trouble} />}
      {trouble === null && status.clock !== null && <ClockTrouble sentence={status.clock} />}
      <Rail status={status} />
      <main className="frame-main" ref={main} tabIndex={-1}>
        <Fault key={place}>{children}</Fault>
      </main>
      <StatusBar status={status} />
      <DropTarget />
    </div>
  );
}
