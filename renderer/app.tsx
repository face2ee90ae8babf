import { useEffect, useState } from 'react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { subscribe } from './client.ts';
import { Questions } from './components/ask.tsx';
import { ProblemNote } from './components/problem.tsx';
import { KioskPage } from './features/kiosk/page.tsx';
import { PaperDialogs } from './features/papers/dialogs.tsx';
import { useKeys } from './frame/commands.ts';
import { useKioskStore } from './frame/kiosk-store.ts';
import { LeadDialog } from './frame/lead-dialog.tsx';
import { useMenuBar } from './frame/menu-bar.ts';
import { NoProgram } from './frame/no-program.tsx';
import { Palette } from './frame/palette.tsx';
import { PrintPreview } from './frame/print-preview.tsx';
import { Progress } from './frame/progress.tsx';
import { Routes } from './frame/routes.tsx';
import { useStatusStore } from './frame/status-store.ts';
import { Toaster } from './frame/toaster.tsx';
import { useAnnouncements } from './frame/undo.ts';

/** The whole window: the desk, or nothing but the kiosk where this laptop is one. `path` is where the desk begins. */
export function App({ path = '/today' }: { readonly path?: string }) {
  const { kiosk, problem, refresh } = useKioskStore();
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

  if (!status) return problem ? <ProblemNote problem={problem} /> : null;
  return (
    <Router hook={location.hook} searchHook={location.searchHook}>
      {status.program ? <Routes /> : <NoProgram />}
      <Palette />
      <PaperDialogs />
      <PrintPreview />
      <Questions />
      <LeadDialog />
      <Progress />
      <Toaster />
    </Router>
  );
}
