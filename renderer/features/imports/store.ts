import { create } from 'zustand';
import type { CivilDate } from '../../../shared/model/dates.ts';
import type { CohortId } from '../../../shared/model/ids.ts';
import type { ImportField, ImportKind, RowOutcome, SheetMapping } from '../../../shared/model/imports.ts';
import type { ColumnsGuess, ImportReading, NamedMapping } from '../../../shared/views/imports.ts';

/** The three steps of an import, in their order. */
export type Step = 'file' | 'columns' | 'rows';

/** When all were sent, as far as it is said; the time as it stands in its field. */
export interface SentDraft {
  readonly day: CivilDate | null;
  readonly time: string;
}

interface Look {
  /** The file as it was read; null: none is chosen. */
  readonly reading: ImportReading | null;
  readonly mappings: readonly SheetMapping[];
  /** The mappings of sheets that were left out, for whoever takes them in again. */
  readonly aside: readonly SheetMapping[];
  /** The saved mapping that the columns are taken by; null: they were guessed, or set by hand. */
  readonly recognized: NamedMapping | null;
  /** Whether a person has changed columns since they were recognized. */
  readonly changed: boolean;
  /** When all were sent, for sheets on which no column tells it. */
  readonly sent: SentDraft;
  /** What someone should know of the file and its columns, a sentence each. */
  readonly notes: readonly string[];
  /** Whether a person has changed anything since the file was read: then it is not let go unasked. */
  readonly touched: boolean;
  readonly step: Step;
  /** Null: the cohort that work is about now. */
  readonly cohortId: CohortId | null;
  readonly show: RowOutcome | 'all';
  readonly search: string;
  readonly openRow: string | null;
  /** Whether it is being written now. */
  readonly importing: boolean;
}

const nothing: Look = {
  reading: null,
  mappings: [],
  aside: [],
  recognized: null,
  changed: false,
  sent: { day: null, time: '' },
  notes: [],
  touched: false,
  step: 'file',
  cohortId: null,
  show: 'all',
  search: '',
  openRow: null,
  importing: false,
};

/** Other columns make other rows: what was looked at among them is let go. */
const otherRows = { touched: true, show: 'all', search: '', openRow: null } as const;

interface Actions {
  readonly look: (part: Partial<Look>) => void;
  /** A file was read, or taken for another kind. */
  readonly take: (reading: ImportReading) => void;
  /** Forgets the file. */
  readonly leave: () => void;
  readonly mapColumn: (sheet: string, column: number, field: ImportField | null) => void;
  /** Columns were guessed again, or taken from a saved mapping; other sheets stay as they are. */
  readonly takeGuess: (guess: ColumnsGuess) => void;
  readonly leaveOut: (sheet: string) => void;
  readonly saySent: (sent: SentDraft) => void;
}

/** What is being imported, as far as it has come: the file, its columns, and what is looked at. */
export const useImport = create<Look & Actions>((set) => ({
  ...nothing,
  look: (part) => set(part),
  take: (reading) =>
    set(({ cohortId }) => {
      const { mappings, recognized, notes } = reading;
      return { ...nothing, cohortId, reading, mappings, recognized, notes };
    }),
  leave: () => set(nothing),
  saySent: (sent) => set({ ...otherRows, sent }),
  mapColumn: (sheet, column, field) =>
    set(({ mappings }) => ({
      ...otherRows,
      changed: true,
      mappings: mappings.map((each) => (each.sheet === sheet ? mapped(each, column, field) : each)),
    })),
  takeGuess: ({ mappings, recognized, notes }) =>
    set((now) => {
      const names = new Set(mappings.map(({ sheet }) => sheet));
      const kept = (each: SheetMapping): boolean => !names.has(each.sheet);
      return {
        ...otherRows,
        mappings: inOrder([...now.mappings.filter(kept), ...mappings], now.reading),
        aside: now.aside.filter(kept),
        recognized,
        changed: false,
        // What was said of these sheets is said again; what was said of others still holds.
        notes: [
          ...(now.reading?.sheets.length === 1 ? [] : now.notes.filter((note) => !speaksOf(note, names))),
          ...notes,
        ],
      };
    }),
  leaveOut: (sheet) =>
    set(({ mappings, aside }) => {
      const gone = mappings.filter((each) => each.sheet === sheet);
      const others = aside.filter((each) => each.sheet !== sheet);
      return { ...otherRows, mappings: mappings.filter((each) => each.sheet !== sheet), aside: [...others, ...gone] };
    }),
}));

const speaksOf = (note: string, names: ReadonlySet<string>): boolean =>
  [...names].some((name) => note.includes(`“${name}”`));

/** Two columns may be taken for one field, as forms that branch ask a question twice: the first filled one counts. */
function mapped(mapping: SheetMapping, column: number, field: ImportField | null): SheetMapping {
  const fields = [...mapping.fields];
  while (fields.length <= column) fields.push(null);
  fields[column] = field;
  return { ...mapping, fields };
}

function inOrder(mappings: readonly SheetMapping[], reading: ImportReading | null): readonly SheetMapping[] {
  const order = (reading?.sheets ?? []).map(({ name }) => name);
  return mappings.toSorted((a, b) => order.indexOf(a.sheet) - order.indexOf(b.sheet));
}

/** The kind as the screen names it. */
export const sayKind: Readonly<Record<ImportKind, string>> = {
  applications: 'Applications',
  graduates: 'Graduates',
};
