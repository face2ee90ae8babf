import { countOf } from '../../../shared/model/counts.ts';
import './cells.css';
import { columnLetter, type SheetMapping } from '../../../shared/model/imports.ts';
import type { ImportReading } from '../../../shared/views/imports.ts';
import { Card } from '../../kit/card.tsx';
import { Checkbox } from '../../kit/fields/checkbox.tsx';
import { takeHeader, takeSheet } from './guess.ts';
import { useImport } from './store.ts';

type Sheet = ImportReading['sheets'][number];

/** A sheet's first rows as they were read; the mark beside a row makes it the header. */
export function SheetGrid({
  sheet,
  mapping,
  alone,
}: {
  readonly sheet: Sheet;
  /** Null: the sheet is left out. */
  readonly mapping: SheetMapping | null;
  readonly alone: boolean;
}) {
  const { leaveOut } = useImport();
  const rows = countOf(sheet.rowCount, 'row');
  const { length: shown } = sheet.head;
  return (
    <Card
      title={alone ? 'As read' : sheet.name}
      aside={<span className="mute">{shown < sheet.rowCount ? `the first ${shown} of ${rows}` : rows}</span>}
      className="imports-sheet"
    >
      {!alone && (
        <div className="imports-sheet-head">
          <Checkbox
            label="Include this sheet"
            checked={mapping !== null}
            onChange={(used) => (used ? void takeSheet(sheet.name) : leaveOut(sheet.name))}
          />
        </div>
      )}
      {mapping && <Cells sheet={sheet} headerRow={mapping.headerRow} alone={alone} />}
    </Card>
  );
}

function Cells({
  sheet,
  headerRow,
  alone,
}: {
  readonly sheet: Sheet;
  readonly headerRow: number;
  readonly alone: boolean;
}) {
  const width = Math.max(0, ...sheet.head.map((row) => row.length));
  const letters = Array.from({ length: width }, (_, column) => columnLetter(column));
  return (
    <section
      className={alone ? 'imports-cells imports-cells-alone' : 'imports-cells'}
      aria-label={`First rows of ${sheet.name}`}
      // Whoever has no wheel scrolls the cells with the arrow keys.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
      tabIndex={0}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">Header</th>
            {letters.map((letter) => (
              <th scope="col" key={letter}>
                {letter}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.head.map((row, index) => (
            // A row of a spreadsheet is known by nothing but its number.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <tr key={index} className={rowClass(index + 1, headerRow)}>
              <th scope="row">
                <label>
                  <input
                    type="radio"
                    name={`header of ${sheet.name}`}
                    aria-label={`Row ${index + 1} is the header`}
                    checked={index + 1 === headerRow}
                    onChange={() => void takeHeader(sheet.name, index + 1)}
                  />
                  {index + 1}
                </label>
              </th>
              {letters.map((letter, column) => (
                <td key={letter} title={row[column]}>
                  {row[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const rowClass = (row: number, headerRow: number): string | undefined =>
  row === headerRow ? 'imports-header-row' : row < headerRow ? 'imports-above' : undefined;
