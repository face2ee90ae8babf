import { useLocation } from 'wouter';
import { openBadges } from '../features/badges/store.ts';
import { startDeskCheck } from '../features/desk-check/store.ts';
import { askForLead } from '../features/leads/lead-store.ts';
import { openSchedule, openSignInSheets, usePapersHere } from '../features/papers/store.ts';
import { type ScreenCommand, useCommands } from '../kit/commands.ts';
import { writeFile } from '../kit/perform.ts';
import { redo, undo } from '../kit/undo.ts';
import { openKeys, openPalette } from './palette-store.ts';
import { railScreens } from './screens.ts';

/** What can be done from every screen. */
export function useFrameCommands(): void {
  const [place, go] = useLocation();
  const papersHere = usePapersHere((state) => state.here);
  const toScreens = railScreens.map(
    ({ path, title }, at): ScreenCommand => ({
      id: `go:${path.slice(1)}`,
      label: `Go to ${title}`,
      keys: `Mod+${at + 1}`,
      section: 'Screens',
      run: () => go(path),
    }),
  );
  const everywhere = 'Everywhere';
  // The list of applicants has these itself, for the cohort that it shows.
  const ofTheCurrentCohort = place.startsWith('/applicants')
    ? []
    : [
        { id: 'offers', label: 'Waiting list and offers', section: everywhere, run: () => go('/offers') },
        { id: 'what-if', label: 'What if…', section: everywhere, run: () => go('/what-if') },
        { id: 'fairness', label: 'Fairness at a glance', section: everywhere, run: () => go('/fairness') },
      ];
  useCommands([
    { id: 'palette', label: 'Find anything', keys: 'Mod+K', section: everywhere, hidden: true, run: openPalette },
    { id: 'undo', label: 'Undo', keys: 'Mod+Z', section: everywhere, run: () => void undo() },
    { id: 'redo', label: 'Redo', keys: 'Mod+Shift+Z', section: everywhere, run: () => void redo() },
    { id: 'redo.windows', label: 'Redo', keys: 'Mod+Y', section: everywhere, hidden: true, run: () => void redo() },
    { id: 'import', label: 'Import a spreadsheet', keys: 'Mod+I', section: everywhere, run: () => go('/import') },
    { id: 'scan-log', label: 'Import a scanner log', section: everywhere, run: () => go('/scan-log') },
    { id: 'letters', label: 'Write letters', section: everywhere, run: () => go('/letters') },
    { id: 'duplicates', label: 'Look for duplicates', section: everywhere, run: () => go('/duplicates') },
    {
      id: 'papers.badges',
      label: 'Print badges',
      keys: 'Mod+Shift+B',
      section: everywhere,
      run: () => openBadges(papersHere?.whose),
    },
    {
      id: 'papers.sign-in',
      label: 'Print sign-in sheets',
      keys: 'Mod+Shift+S',
      section: everywhere,
      run: () => openSignInSheets(papersHere?.sessionIds),
    },
    {
      id: 'papers.schedule',
      label: 'Print the schedule',
      keys: 'Mod+Shift+Y',
      section: everywhere,
      run: () => openSchedule(papersHere?.cohortIds),
    },
    {
      id: 'check-certificate',
      label: 'Check a certificate',
      section: everywhere,
      run: () => go('/check-certificate'),
    },
    { id: 'evidence', label: 'Review evidence', section: everywhere, run: () => go('/evidence') },
    { id: 'published', label: 'Published list of graduates', section: everywhere, run: () => go('/published') },
    { id: 'organizations', label: 'School systems', section: everywhere, run: () => go('/organizations') },
    {
      id: 'back-up',
      label: 'Back up the database to a file',
      section: everywhere,
      run: () => void writeFile('desk.backUp', {}),
    },
    {
      id: 'save-copy',
      label: 'Save a copy of all that is open',
      section: everywhere,
      run: () => void writeFile('desk.saveCopy', {}),
    },
    ...ofTheCurrentCohort,
    { id: 'check-desk', label: 'Check this desk', section: everywhere, run: () => void startDeskCheck() },
    { id: 'lead', label: 'Who is using this laptop', section: everywhere, run: askForLead },
    { id: 'shortcuts', label: 'Show every key', keys: '?', section: everywhere, run: openKeys },
    ...toScreens,
    { id: 'go:fees', label: 'Go to Fees', section: 'Screens', run: () => go('/fees') },
  ]);
}
