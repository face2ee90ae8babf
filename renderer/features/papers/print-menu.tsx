import { Printer } from 'lucide-react';
import { useEffect } from 'react';
import { useCommands } from '../../kit/commands.ts';
import { Menu, type MenuAction } from '../../kit/menu.tsx';
import { useStable } from '../../kit/stable.ts';
import { openBadges } from '../badges/store.ts';
import { openSchedule, openSignInSheets, type PapersHere, usePapersHere } from './store.ts';

/**
 * What a screen about a cohort or a session prints: badges, sign-in sheets, the schedule, and its own list. While it is
 * there, the palette and the keys mean these people too.
 */
export function PrintMenu({
  here,
  list,
}: {
  readonly here: PapersHere;
  /** The list on the screen: `Roster…`, and how it is printed. */
  readonly list?: { readonly label: string; readonly run: () => void };
}) {
  const stable = useStable(here);
  useEffect(() => {
    usePapersHere.setState({ here: stable });
    return () => usePapersHere.setState({ here: null });
  }, [stable]);
  useCommands(list ? [{ id: 'print', label: `Print: ${list.label}`, keys: 'Mod+P', run: list.run }] : []);
  const items: readonly MenuAction[] = [
    ...(list ? [{ id: 'print', label: list.label, keys: 'Mod+P', run: list.run }] : []),
    { id: 'papers.badges', label: 'Badges…', keys: 'Mod+Shift+B', run: () => openBadges(here.whose) },
    {
      id: 'papers.sign-in',
      label: 'Sign-in sheets…',
      keys: 'Mod+Shift+S',
      run: () => openSignInSheets(here.sessionIds),
    },
    {
      id: 'papers.schedule',
      label: 'Schedule…',
      keys: 'Mod+Shift+Y',
      run: () => openSchedule(here.cohortIds),
    },
  ];
  return (
    <Menu label="Print" items={items} className="button button-plain icon-only">
      <Printer aria-hidden="true" />
    </Menu>
  );
}
