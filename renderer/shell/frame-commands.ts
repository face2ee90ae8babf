import { useLocation } from 'wouter';
import { openBadges } from '../features/badges/store.ts';
import { startDeskCheck } from '../features/desk-check/store.ts';
import { askForLead } from '../features/leads/lead-store.ts';
import { openSchedule, openSignInSheets, usePapersHere } from '../features/papers/store.ts';
import { type ScreenCommand, useCommands } from '../kit/commands.ts';
import { redo, undo } from '../kit/undo.ts';
import { openKeys, openPalette } from './palette-store.ts';
import { railScreens } from './screens.ts';
import { useSettingsCommands } from './settings-commands.ts';

/** What else people call a screen, or do there. */
const screenWords: Readonly<Partial<Record<string, string>>> = {
  '/applicants': 'applications candidates ranking accept',
  '/cohorts': 'new cohort add cohort class group participants sessions',
  '/attendance': 'kiosk check-in door scan badge',
  '/graduates': 'certificates diplomas graduate',
  '/recertification': 'renewal documents due',
  '/history': 'log undo changes audit',
  '/settings': 'policy rules options',
};

/** What can be done from every screen. */
export function useFrameCommands(): void {
  useSettingsCommands();
  const [place, go] = useLocation();
  const papersHere = usePapersHere((state) => state.here);
  const toScreens = railScreens.map(
    ({ path, title }, at): ScreenCommand => ({
      id: `go:${path.slice(1)}`,
      label: `Go to ${title}`,
      also: screenWords[path],
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
    {
      id: 'import',
      label: 'Import a spreadsheet',
      also: 'excel csv applications upload file form',
      keys: 'Mod+I',
      section: everywhere,
      run: () => go('/import'),
    },
    { id: 'scan-log', label: 'Import a scanner log', section: everywhere, run: () => go('/scan-log') },
    {
      id: 'letters',
      label: 'Write letters',
      also: 'mail email message draft',
      section: everywhere,
      run: () => go('/letters'),
    },
    {
      id: 'duplicates',
      label: 'Look for duplicates',
      also: 'merge same person twice',
      section: everywhere,
      run: () => go('/duplicates'),
    },
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
    {
      id: 'certificate-designs',
      label: 'Certificate designs',
      also: 'layout background seal signature letterhead diploma editor template',
      section: everywhere,
      run: () => go('/certificate-designs'),
    },
    {
      id: 'evidence',
      label: 'Review evidence',
      also: 'recertification documents proof',
      section: everywhere,
      run: () => go('/evidence'),
    },
    {
      id: 'published',
      label: 'Published list of graduates',
      also: 'website web list',
      section: everywhere,
      run: () => go('/published'),
    },
    {
      id: 'organizations',
      label: 'School systems',
      also: 'district employer college',
      section: everywhere,
      run: () => go('/organizations'),
    },
    ...ofTheCurrentCohort,
    {
      id: 'check-desk',
      label: 'Check this desk',
      also: 'repair verify damage',
      section: everywhere,
      run: () => void startDeskCheck(),
    },
    { id: 'lead', label: 'Who is using this laptop', also: 'name user sign in', section: everywhere, run: askForLead },
    {
      id: 'shortcuts',
      label: 'Show every key',
      also: 'keyboard shortcuts keys',
      keys: '?',
      section: everywhere,
      run: openKeys,
    },
    ...toScreens,
    {
      id: 'go:invoices',
      label: 'Go to Invoices',
      also: 'invoice bill fee payment',
      section: 'Screens',
      run: () => go('/invoices'),
    },
    {
      id: 'go:fees',
      label: 'Go to Fees',
      also: 'invoice payment money paid receipt',
      section: 'Screens',
      run: () => go('/fees'),
    },
  ]);
}
