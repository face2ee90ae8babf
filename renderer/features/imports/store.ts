import { create } from 'zustand';
import type { CohortId } from '../../../shared/model/ids.ts';
import type { ImportField, ImportKind, RowOutcome, SheetMapping } from '../../../shared/model/imports.ts';
import type { ImportReading } from '../../../shared/views/imports.ts';

interface Look {
  /** The file as it was read; null: none is chosen. */
  readonly reading: ImportReading | null;
  readonly mappings: readonly SheetMapping[];
  readonly step: 'columns' | 'rows';
  /** Null: the cohort that work is about now. */
  readonly cohortId: CohortId | null;
  readonly show: RowOutcome | 'all';
  readonly search: string;
  readonly openRow: string | null;
}

const nothing: Look = {
  reading: null,
  mappings: [],
  step: 'columns',
  cohortId: null,
  show: 'all',
  search: '',
  openRow: null,
};

interface Actions {
  readonly look: (part: Partial<Look>) => void;
  /** A file was read, or taken for another kind. */
  readonly take: (reading: ImportReading) => void;
  /** Forgets the file. */
  readonly leave: () => void;
  readonly mapColumn: (sheet: string, column: number, field: ImportField | null) => void;
  readonly setHeader: (sheet: string, headerRow: number) => void;
  /** Takes a sheet in, or leaves it out. */
  readonly useSheet: (sheet: string, used: boolean) => void;
}

/** What is being imported, as far as it has come: the file, its columns, and what is looked at. */
export const useImport = create<Look & Actions>((set) => ({
  ...nothing,
  look: (part) => set(part),
  take: (reading) => set(({ cohortId }) => ({ ...nothing, cohortId, reading, mappings: reading.mappings })),
  leave: () => set(nothing),
  mapColumn: (sheet, column, field) =>
    set(({ mappings }) => ({
      mappings: mappings.map((each) => (each.sheet === sheet ? mapped(each, column, field) : each)),
    })),
  setHeader: (sheet, headerRow) =>
    set(({ mappings }) => ({
      mappings: mappings.map((each) => (each.sheet === sheet ? { ...each, headerRow } : each)),
    })),
  useSheet: (sheet, used) => set(({ mappings, reading }) => ({ mappings: withSheet(mappings, reading, sheet, used) })),
}));

/** A field is in one column: taking it for another column frees the first. */
function mapped(mapping: SheetMapping, column: number, field: ImportField | null): SheetMapping {
  const fields = mapping.fields.map((each) => (each !== null && each === field ? null : each));
  while (fields.length <= column) fields.push(null);
  fields[column] = field;
  return { ...mapping, fields };
}

function withSheet(
  mappings: readonly SheetMapping[],
  reading: ImportReading | null,
  name: string,
  used: boolean,
): readonly SheetMapping[] {
  const others = mappings.filter(({ sheet }) => sheet !== name);
  const sheets = reading?.sheets ?? [];
  const sheet = sheets.find((each) => each.name === name);
  if (!used || !sheet) return others;
  const guessed = reading?.mappings.find((each) => each.sheet === name);
  const width = Math.max(0, ...sheet.head.map((row) => row.length));
  const fresh: SheetMapping = guessed ?? {
    sheet: name,
    headerRow: 1,
    fields: Array.from({ length: width }, () => null),
  };
  const order = sheets.map((each) => each.name);
  return [...others, fresh].toSorted((a, b) => order.indexOf(a.sheet) - order.indexOf(b.sheet));
}

/** The kind as the screen names it. */
export const sayKind: Readonly<Record<ImportKind, string>> = {
  applications: 'Applications',
  graduates: 'Graduates',
};
