import {
  aboutImportField,
  columnLetter,
  type ImportField,
  type ImportKind,
  importFieldsOf,
  type SheetMapping,
} from '../../../shared/model/imports.ts';
import type { ImportReading } from '../../../shared/views/imports.ts';
import { Card } from '../../kit/card.tsx';
import { useImport } from './store.ts';

/** A sheet's columns: what stands above each, what stands in it, and what it is taken for. */
export function SheetColumns({
  sheet,
  kind,
  mapping,
  alone,
}: {
  readonly sheet: ImportReading['sheets'][number];
  readonly kind: ImportKind;
  readonly mapping: SheetMapping;
  readonly alone: boolean;
}) {
  const { mapColumn } = useImport();
  const width = Math.max(0, ...sheet.head.map((row) => row.length));
  const taken = mapping.fields.filter((field) => field !== null).length;
  return (
    <Card
      title={alone ? 'Columns' : sheet.name}
      aside={
        <span className="mute">
          {taken === width ? 'every column is taken' : `${taken} of ${width} taken, the others kept as typed`}
        </span>
      }
      className="imports-sheet"
    >
      <table className="imports-columns">
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Sample values</th>
            <th scope="col">Taken for</th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: width }, (_, column) => (
            <ColumnRow
              key={columnLetter(column)}
              letter={columnLetter(column)}
              header={sheet.headers[mapping.headerRow - 1]?.[column]?.trim() ?? ''}
              samples={samplesOf(sheet.head, mapping.headerRow, column)}
              kind={kind}
              field={mapping.fields[column] ?? null}
              others={lettersOfOthers(mapping, column)}
              onChange={(field) => mapColumn(sheet.name, column, field)}
            />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function ColumnRow({
  letter,
  header,
  samples,
  kind,
  field,
  others,
  onChange,
}: {
  readonly letter: string;
  readonly header: string;
  readonly samples: readonly string[];
  readonly kind: ImportKind;
  readonly field: ImportField | null;
  /** The letters of the columns that are taken for the same field. */
  readonly others: readonly string[];
  readonly onChange: (field: ImportField | null) => void;
}) {
  return (
    <tr className={field === null ? 'imports-unused' : undefined}>
      <th scope="row" title={header}>
        <span className="imports-letter">{letter}</span>
        {header || <span className="mute">no header</span>}
      </th>
      <td className="mute" title={samples.join('\n')}>
        {samples.join(' · ') || '–'}
      </td>
      <td>
        <select
          className="input select"
          aria-label={`Column ${letter}, ${header || 'no header'}, is taken for`}
          value={field ?? ''}
          onChange={(event) => onChange(importFieldsOf[kind].find((each) => each === event.target.value) ?? null)}
        >
          <option value="">Nothing: kept as typed</option>
          {importFieldsOf[kind].map((each) => (
            <option key={each} value={each}>
              {aboutImportField[each].label}
            </option>
          ))}
        </select>
        {others.length > 0 && (
          <p className="imports-shared">also column {others.join(', ')}: the first one filled in counts</p>
        )}
      </td>
    </tr>
  );
}

const lettersOfOthers = ({ fields }: SheetMapping, column: number): readonly string[] => {
  const field = fields[column] ?? null;
  if (field === null) return [];
  return fields.flatMap((each, at) => (each === field && at !== column ? [columnLetter(at)] : []));
};

/** The first different values under the header. */
const samplesOf = (head: readonly (readonly string[])[], headerRow: number, column: number): string[] => {
  const values = head.slice(headerRow).map((row) => row[column]?.trim() ?? '');
  return [...new Set(values.filter((value) => value !== ''))].slice(0, 4);
};
