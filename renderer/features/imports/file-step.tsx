import type { CohortId } from '../../../shared/model/ids.ts';
import type { ImportReading } from '../../../shared/views/imports.ts';
import { Button } from '../../kit/button.tsx';
import { useCommands } from '../../kit/commands.ts';
import { Screen } from '../../kit/screen.tsx';
import { Toolbar } from '../../kit/toolbar.tsx';
import { chooseFile } from './choose-file.ts';
import { FileHead, sayFile } from './file-head.tsx';
import { Notes } from './notes.tsx';
import { PasteButton } from './paste.tsx';
import { SheetGrid } from './sheet-cells.tsx';
import { ImportSteps } from './steps.tsx';
import { useImport } from './store.ts';
import { whyNoColumns, whyNoRows } from './why-not.ts';

/** Step 1: the file as it was read: which sheets, which row is the header, what it is and where it goes. */
export function FileStep({
  reading,
  cohortId,
}: {
  readonly reading: ImportReading;
  readonly cohortId: CohortId | null;
}) {
  const { mappings, notes, look, leave } = useImport();
  const because = whyNoColumns(mappings);
  const isTaken = (name: string): boolean => mappings.some(({ sheet }) => sheet === name);
  const onward = () => because === null && look({ step: 'columns' });
  useCommands([
    { id: 'import', label: 'Choose another spreadsheet', keys: 'Mod+I', run: () => void chooseFile() },
    { id: 'imports.columns', label: 'Look at the columns', keys: 'Mod+Enter', run: onward },
  ]);
  return (
    <Screen
      toolbar={
        <Toolbar
          title="Import"
          sub={sayFile(reading)}
          actions={
            <>
              <Button onClick={leave}>Cancel</Button>
              <Button kind="primary" keys="Mod+Enter" disabledBecause={because} onClick={onward}>
                Look at the columns
              </Button>
            </>
          }
        >
          <ImportSteps now="file" because={{ columns: because, rows: whyNoRows(reading, cohortId, mappings) }}>
            <FileHead reading={reading} cohortId={cohortId} />
            <span className="space" />
            <Button onClick={() => void chooseFile()}>Another file…</Button>
            <PasteButton />
          </ImportSteps>
        </Toolbar>
      }
    >
      <div className="scroll imports-sheets">
        <h2 className="unseen">The file as it was read</h2>
        <Notes of={[...notes, ...reading.sheets.flatMap((sheet) => (isTaken(sheet.name) ? sheet.notes : []))]} />
        {reading.sheets.map((sheet) => (
          <SheetGrid
            key={`${reading.readingId} ${sheet.name}`}
            sheet={sheet}
            mapping={mappings.find((mapping) => mapping.sheet === sheet.name) ?? null}
            alone={reading.sheets.length === 1}
          />
        ))}
      </div>
    </Screen>
  );
}
