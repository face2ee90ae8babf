import './imports.css';
import { useStatus } from '../../kit/status-store.ts';
import { ColumnsStep } from './columns-step.tsx';
import { FileStep } from './file-step.tsx';
import { NoFile } from './no-file.tsx';
import { usePaste } from './paste.tsx';
import { RowsStep } from './rows-step.tsx';
import { useImport } from './store.ts';

/** A spreadsheet on its way in: the file as it was read, its columns, what each row would do, and one button that does it. */
export function ImportPage() {
  const { reading, step, cohortId } = useImport();
  const current = useStatus()?.currentCohort?.id ?? null;
  usePaste();
  if (reading === null) return <NoFile />;
  const Shown = { file: FileStep, columns: ColumnsStep, rows: RowsStep }[step];
  return <Shown reading={reading} cohortId={cohortId ?? current} />;
}
