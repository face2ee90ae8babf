import type { CohortId } from '../../../shared/model/ids.ts';
import type { ImportReading } from '../../../shared/views/imports.ts';
import { Button } from '../../components/button.tsx';
import { Screen } from '../../components/screen.tsx';
import { Toolbar } from '../../components/toolbar.tsx';
import { useCommands } from '../../frame/commands.ts';
import { chooseFile } from './choose-file.ts';
import { FileHead, sayFile } from './file-head.tsx';
import { SheetColumns } from './sheet-columns.tsx';
import { useImport } from './store.ts';

/** Step 1: the file as it was read, and what each column is taken for; all of it guessed, all of it changeable. */
export function ColumnsStep({
  reading,
  cohortId,
}: {
  readonly reading: ImportReading;
  readonly cohortId: CohortId | null;
}) {
  const { mappings, look, leave } = useImport();
  const onward = () => look({ step: 'rows', show: 'all', search: '', openRow: null });
  const because = whyNot(reading, cohortId, mappings.length);
  useCommands([
    { id: 'import', label: 'Choose another spreadsheet', keys: 'Mod+I', run: () => void chooseFile() },
    { id: 'imports.rows', label: 'Look at the rows', keys: 'Mod+Enter', run: () => because === null && onward() },
  ]);
  return (
    <Screen
      toolbar={
        <Toolbar
          title="Import"
          sub={sayFile(reading)}
          actions={
            <>
              <Button onClick={() => void chooseFile()}>Another file…</Button>
              <Button onClick={leave}>Cancel</Button>
              <Button kind="primary" keys="Mod+Enter" disabledBecause={because} onClick={onward}>
                Look at the rows
              </Button>
            </>
          }
        >
          <FileHead reading={reading} cohortId={cohortId} />
        </Toolbar>
      }
    >
      <div className="scroll imports-sheets">
        <h2 className="unseen">What each column is taken for</h2>
        {reading.notes.length > 0 && (
          <ul className="imports-notes">
            {reading.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
        {reading.sheets.map((sheet) => (
          <SheetColumns
            key={`${reading.readingId} ${reading.kind} ${sheet.name}`}
            sheet={sheet}
            kind={reading.kind}
            mapping={mappings.find((mapping) => mapping.sheet === sheet.name) ?? null}
            alone={reading.sheets.length === 1}
          />
        ))}
      </div>
    </Screen>
  );
}

function whyNot({ kind }: ImportReading, cohortId: CohortId | null, sheets: number): string | null {
  if (sheets === 0) return 'No sheet is chosen: take at least one in.';
  return kind === 'applications' && cohortId === null ? 'Choose the cohort that these applications are for.' : null;
}
