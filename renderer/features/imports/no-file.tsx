import { FileUp } from 'lucide-react';
import { Button } from '../../kit/button.tsx';
import { useCommands } from '../../kit/commands.ts';
import { Empty } from '../../kit/empty.tsx';
import { Screen } from '../../kit/screen.tsx';
import { Toolbar } from '../../kit/toolbar.tsx';
import { chooseFile } from './choose-file.ts';
import { PasteButton } from './paste.tsx';
import { ImportSteps } from './steps.tsx';

/** What can be imported, and how it goes. */
export function NoFile() {
  useCommands([{ id: 'import', label: 'Choose a spreadsheet to import', keys: 'Mod+I', run: () => void chooseFile() }]);
  return (
    <Screen
      toolbar={
        <Toolbar title="Import">
          <ImportSteps now={null} />
        </Toolbar>
      }
    >
      <Empty
        icon={<FileUp />}
        title="A spreadsheet of applications or graduates"
        actions={
          <>
            <Button kind="primary" keys="Mod+I" onClick={() => void chooseFile()}>
              Choose a file…
            </Button>
            <PasteButton />
          </>
        }
      >
        A CSV file or a workbook, as your form service exports it or as your office keeps it. Choose it, drop it
        anywhere on this window, or paste its cells. First you see what each column holds and what would happen to every
        row. Nothing is saved until you confirm, the whole import is one step that you can undo, and importing the same
        file twice changes nothing.
      </Empty>
    </Screen>
  );
}
