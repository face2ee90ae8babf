import type { SavedMappingId } from '../../../shared/model/ids.ts';
import type { ColumnShape, SheetMapping } from '../../../shared/model/imports.ts';
import type { ImportReading } from '../../../shared/views/imports.ts';
import { call } from '../../kit/client.ts';
import { sayRefused } from '../../kit/toast-store.ts';
import { useImport } from './store.ts';

type Sheets = readonly { readonly sheet: string; readonly headerRow: number | null }[];

/** Another row is the header: what its columns are is guessed again. */
export const takeHeader = (sheet: string, headerRow: number): Promise<boolean> => guess([{ sheet, headerRow }]);

/** Takes a sheet in, as it was before it was left out; one that never was is guessed. */
export async function takeSheet(sheet: string): Promise<void> {
  const { aside, takeGuess, recognized } = useImport.getState();
  const before = aside.find((each) => each.sheet === sheet);
  if (before) takeGuess({ mappings: [before], recognized, notes: [] });
  else await guess([{ sheet, headerRow: null }]);
}

/** Takes the columns of every sheet that is taken in as a saved mapping has them; false where it was refused. */
export const takeSaved = (mappingId: SavedMappingId): Promise<boolean> =>
  guess(
    useImport.getState().mappings.map(({ sheet }) => ({ sheet, headerRow: null })),
    mappingId,
  );

let asked = 0;

async function guess(sheets: Sheets, mappingId: SavedMappingId | null = null): Promise<boolean> {
  const { reading } = useImport.getState();
  if (!reading) return false;
  const { readingId, kind } = reading;
  asked += 1;
  const mine = asked;
  const result = await call('imports.guess', { readingId, kind, sheets: [...sheets], mappingId });
  const now = useImport.getState();
  // Whoever went through the rows quickly, or took another file, wants the last answer only.
  if (mine !== asked || now.reading?.readingId !== readingId) return false;
  if (!result.ok) sayRefused(result.problem);
  else now.takeGuess(result.value);
  return result.ok;
}

/** The headers of the sheets that are taken in, and what their columns are taken for; equal ones once. */
export function shapesOf({ sheets }: ImportReading, mappings: readonly SheetMapping[]): ColumnShape[] {
  const shapes = mappings.map(({ sheet, headerRow, fields }): ColumnShape => {
    const header = sheets.find(({ name }) => name === sheet)?.head[headerRow - 1] ?? [];
    const headers = header.slice(0, 1_000).map((cell) => cell.slice(0, 5_000));
    return { headers, fields: headers.map((_, column) => fields[column] ?? null) };
  });
  return [...new Map(shapes.map((shape) => [JSON.stringify(shape.headers), shape])).values()];
}
