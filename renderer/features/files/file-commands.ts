import { type ScreenCommand, useCommands } from '../../kit/commands.ts';
import { perform, writeFile } from '../../kit/perform.ts';
import { lookAtBackup, openRecentList } from './store.ts';

const section = 'Files';

/** What can be done with files, from everywhere. */
export const fileCommands: readonly ScreenCommand[] = [
  {
    id: 'new-file',
    label: 'New program in a file of its own',
    keys: 'Mod+N',
    also: 'file database empty start',
    section,
    run: () => void perform('files.new', {}),
  },
  {
    id: 'open-file',
    label: 'Open another program',
    keys: 'Mod+O',
    also: 'file database',
    section,
    run: () => void perform('files.open', {}),
  },
  { id: 'open-recent', label: 'Open recent', also: 'file database last', section, run: openRecentList },
  {
    id: 'save-copy',
    label: 'Save a copy of all that is open',
    also: 'save as duplicate file database',
    section,
    run: () => void writeFile('desk.saveCopy', {}),
  },
  {
    id: 'back-up',
    label: 'Back up the database to a file',
    also: 'backup save copy safe',
    section,
    run: () => void writeFile('desk.backUp', {}),
  },
  {
    id: 'restore',
    label: 'Restore a backup',
    also: 'backup recover go back',
    section,
    run: () => void lookAtBackup(),
  },
];

/** What can be done with files, also where no program was started yet. */
export const useFileCommands = (): void => useCommands(fileCommands);
