import { ChevronDown } from 'lucide-react';
import type { SheetFormat } from '../../shared/views/page.ts';
import { Button } from './button.tsx';
import { useCommands } from './commands.ts';
import { Menu, type MenuAction } from './menu.tsx';

const excelKeys = 'Mod+E';
const csvKeys = 'Mod+Shift+E';

/** Exports the list on the screen: to Excel by the button, to CSV and whatever else there is by the arrow beside it. */
export function ExportButton({
  label,
  what,
  kind = 'primary',
  onExport,
  more = [],
}: {
  /** On the button: `Export roster`. */
  readonly label: string;
  /** In the palette: `Export the roster`. */
  readonly what: string;
  readonly kind?: 'plain' | 'primary';
  readonly onExport: (format: SheetFormat) => void;
  /** What else can be written from here. Each is a palette line too. */
  readonly more?: readonly MenuAction[];
}) {
  useCommands([
    { id: 'export', label: what, keys: excelKeys, run: () => onExport('xlsx') },
    { id: 'export-csv', label: `${what} as CSV`, keys: csvKeys, run: () => onExport('csv') },
    ...more,
  ]);
  return (
    <span className="export-button">
      <Button kind={kind} keys={excelKeys} onClick={() => onExport('xlsx')}>
        {label}
      </Button>
      <Menu
        label="Other exports"
        className={`button button-${kind} icon-only`}
        items={[
          { id: 'export', label: 'Excel workbook', keys: excelKeys, run: () => onExport('xlsx') },
          { id: 'export-csv', label: 'CSV', keys: csvKeys, run: () => onExport('csv') },
          ...more,
        ]}
      >
        <ChevronDown aria-hidden="true" />
      </Menu>
    </span>
  );
}
