import { FileDown } from 'lucide-react';
import type { InputOf } from '../../../shared/api.ts';
import type { PaperCallName } from '../../../shared/calls/papers.ts';
import type { SheetFormat } from '../../../shared/views/page.ts';
import { Button } from '../button.tsx';
import { useCommands } from '../commands.ts';
import { type FileCallName, writeFile } from '../perform.ts';
import { printPaper } from '../print.ts';

/**
 * Exports a list as it stands on the screen, and prints it: a button for its toolbar, Ctrl E for Excel, Ctrl Shift E for
 * CSV, Ctrl P for paper.
 */
export function ExportList<Name extends FileCallName & PaperCallName>({
  call,
  onTheScreen,
  count,
}: {
  readonly call: Name;
  /** The list at the moment of the export: its part, search, order and columns. */
  readonly onTheScreen: (format: SheetFormat) => InputOf<Name>;
  /** How many are in it. */
  readonly count: number;
}) {
  const write = (format: SheetFormat) => void writeFile(call, onTheScreen(format));
  useCommands([
    { id: 'export', label: 'Export this list', keys: 'Mod+E', run: () => write('xlsx') },
    { id: 'export-csv', label: 'Export this list as CSV', keys: 'Mod+Shift+E', run: () => write('csv') },
    { id: 'print', label: 'Print this list', keys: 'Mod+P', run: () => void printPaper(call, onTheScreen('xlsx')) },
  ]);
  return (
    <Button
      icon={<FileDown aria-hidden="true" />}
      disabledBecause={count > 0 ? null : 'There is no one in this list to export.'}
      onClick={() => write('xlsx')}
    >
      Export…
    </Button>
  );
}
