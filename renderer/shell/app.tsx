import { useEffect, useState } from 'react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { AboutDialog } from '../features/about/about-dialog.tsx';
import { DeskCheckDialog } from '../features/desk-check/check-dialog.tsx';
import { useFileCommands } from '../features/files/file-commands.ts';
import { RecentDialog } from '../features/files/recent-dialog.tsx';
import { RestoreDialog } from '../features/files/restore-dialog.tsx';
import { HelpDialog } from '../features/help/help-dialog.tsx';
import { KioskPage } from '../features/kiosk/page.tsx';
import { useKioskStore } from '../features/kiosk/store.ts';
import { LeadDialog } from '../features/leads/lead-dialog.tsx';
import { PaperDialogs } from '../features/papers/dialogs.tsx';
import { useChosenPreferences } from '../features/preferences/use-chosen.ts';
import { Questions } from '../kit/ask.tsx';
import { subscribe } from '../kit/client.ts';
import { useKeys } from '../kit/commands.ts';
import { ProblemNote } from '../kit/problem.tsx';
import { useStatusStore } from '../kit/status-store.ts';
import { useSteadyClicks } from '../kit/steady-clicks.ts';
import { useAnnouncements } from '../kit/undo.ts';
import { CloseQuestion } from './close-question.tsx';
import { useHelpCommands } from './help-commands.ts';
import { useMenuBar } from './menu-bar.ts';
import { NoProgram } from './no-program.tsx';
import { Palette } from './palette.tsx';
import { PrintPreview } from './print-preview.tsx';
import { ProgressLine } from './progress.tsx';
import { Routes } from './routes.tsx';
import { Toaster } from './toaster.tsx';
import { useUnsavedDrafts } from './use-unsaved-drafts.ts';

/** The whole window: the desk, or nothing but the kiosk where this laptop is one. `path` is where the desk begins. */
export function App({ path = '/today' }: { readonly path?: string }) {
  const { kiosk, problem, refresh } = useKioskStore();
  useSteadyClicks();
  useEffect(() => {
    void refresh();
    return subscribe((event) => {
      if (event.kind === 'kiosk') void refresh();
    });
  }, [refresh]);
  if (problem) return <ProblemNote problem={problem} />;
  if (kiosk === undefined) return null;
  return kiosk === null ? <DeskWindow path={path} /> : <KioskPage kiosk={kiosk} />;
}

function DeskWindow({ path }: { readonly path: string }) {
  const [location] = useState(() => memoryLocation({ path }));
  const status = useStatusStore((state) => state.status);
  const problem = useStatusStore((state) => state.problem);
  useKeys();
  useAnnouncements();
  useMenuBar();
  useFileCommands();
  useChosenPreferences();
  useUnsavedDrafts();

  if (!status) return problem ? <ProblemNote problem={problem} /> : null;
  return (
    <Router hook={location.hook} searchHook={location.searchHook}>
      {status.program ? <Routes /> : <NoProgram />}
      <HelpCommands />
      <Palette />
      <PaperDialogs />
      <PrintPreview />
      <Questions />
      <DeskCheckDialog />
      <RestoreDialog />
      <RecentDialog />
      <AboutDialog />
      <LeadDialog />
      <HelpDialog />
      <CloseQuestion />
      <ProgressLine />
      <Toaster />
    </Router>
  );
}

/** Within the router, as it must know on which screen someone is; nothing is shown. */
function HelpCommands() {
  useHelpCommands();
  return null;
}
