import type { CohortId } from '../../../shared/model/ids.ts';
import type { ImportReading } from '../../../shared/views/imports.ts';
import { Button } from '../../kit/button.tsx';
import { useCommands } from '../../kit/commands.ts';
import { Screen } from '../../kit/screen.tsx';
import { Toolbar } from '../../kit/toolbar.tsx';
import { chooseFile } from './choose-file.ts';
import { sayFile } from './file-head.tsx';
import { Notes } from './notes.tsx';
import { SavedColumns } from './saved-columns.tsx';
import { SentAtCard } from './sent-at.tsx';
import { SheetColumns } from './sheet-columns.tsx';
import { ImportSteps } from './steps.tsx';
import { useImport } from './store.ts';
import { whyNoRows } from './why-not.ts';

/** Step 2: what each column is taken for; recognized or guessed, and changeable. */
export function ColumnsStep({
  reading,
  cohortId,
}: {
  readonly reading: ImportReading;
  readonly cohortId: CohortId | null;
}) {
  const { mappings, notes, look } = useImport();
  const because = whyNoRows(reading, cohortId, mappings);
  const onward = () => because === null && look({ step: 'rows' });
  useCommands([
    { id: 'import', label: 'Choose another spreadsheet', keys: 'Mod+I', run: () => void chooseFile() },
    { id: 'imports.rows', label: 'Look at the rows', keys: 'Mod+Enter', run: onward },
  ]);
  return (
    <Screen
      toolbar={
        <Toolbar
          title="Import"
          sub={sayFile(reading)}
          actions={
            <>
              <Button onClick={() => look({ step: 'file' })}>Back</Button>
              <Button kind="primary" keys="Mod+Enter" disabledBecause={because} onClick={onward}>
                Look at the rows
              </Button>
            </>
          }
        >
          <ImportSteps now="columns" because={{ rows: because }}>
            <SavedColumns reading={reading} />
          </ImportSteps>
        </Toolbar>
      }
    >
      <div className="scroll imports-sheets">
        <h2 className="unseen">What each column holds</h2>
        <Notes of={notes} />
        <SentAtCard key={reading.readingId} reading={reading} />
        {mappings.map((mapping) => {
          const sheet = reading.sheets.find(({ name }) => name === mapping.sheet);
          return (
            sheet && (
              <SheetColumns
                key={`${reading.readingId} ${reading.kind} ${sheet.name}`}
                sheet={sheet}
                kind={reading.kind}
                mapping={mapping}
                alone={reading.sheets.length === 1}
              />
            )
          );
        })}
      </div>
    </Screen>
  );
}
