import './imports.css';
import { type DragEvent, useState } from 'react';
import { useStatus } from '../../frame/status-store.ts';
import { chooseFile } from './choose-file.ts';
import { ColumnsStep } from './columns-step.tsx';
import { NoFile } from './no-file.tsx';
import { RowsStep } from './rows-step.tsx';
import { useImport } from './store.ts';

/** A spreadsheet on its way in: the file as it was read, what each row would do, and one button that does it. */
export function ImportPage() {
  const { reading, step, cohortId } = useImport();
  const current = useStatus()?.currentCohort?.id ?? null;
  const [over, setOver] = useState(false);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) void chooseFile(window.desk.pathOf(file));
  };
  const onDragOver = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const into = cohortId ?? current;
  return (
    // A file can be dropped anywhere on the screen; the button does the same for every other hand.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div
      className={over ? 'imports imports-over' : 'imports'}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      {reading === null && <NoFile />}
      {reading && step === 'columns' && <ColumnsStep reading={reading} cohortId={into} />}
      {reading && step === 'rows' && <RowsStep reading={reading} cohortId={into} />}
    </div>
  );
}
