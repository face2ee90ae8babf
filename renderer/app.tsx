import { useState } from 'react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { Questions } from './components/ask.tsx';
import { ProblemNote } from './components/problem.tsx';
import { useKeys } from './frame/commands.ts';
import { useMenuBar } from './frame/menu-bar.ts';
import { NoProgram } from './frame/no-program.tsx';
import { Palette } from './frame/palette.tsx';
import { Progress } from './frame/progress.tsx';
import { Routes } from './frame/routes.tsx';
import { useStatusStore } from './frame/status-store.ts';
import { Toaster } from './frame/toaster.tsx';
import { useAnnouncements } from './frame/undo.ts';

/** The whole window. `path` is where it begins. */
export function App({ path = '/today' }: { readonly path?: string }) {
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
      <Questions />
      <Progress />
      <Toaster />
    </Router>
  );
}
