import { type ReadingLimits, ReadingStopped, type Where } from '../reading.ts';
import { type CellContext, textOfCell } from './cell-text.ts';
import { RichText } from './shared-strings.ts';
import type { XmlListener } from './xml-scanner.ts';
import { attribute, isOn } from './xml-text.ts';

/** Cells of one column that are merged into one, whose value stands in the first. Rows count from 1, columns from 0. */
interface MergedCells {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

/** The last row and column that a workbook can have, counted from 1. */
const lastRow = 1_048_576;
const lastColumn = 16_384;
/** After so many filled rows progress is told. */
const rowsAReport = 2_000;

/**
 * Takes a sheet's cells as its part unpacks. Cells without a value are none: formats reach far below and beside what is
 * filled in. Rows that the file leaves out are blank rows, so that numbers stay those of the spreadsheet.
 */
export class SheetCells implements XmlListener {
  /** Each row's cells, up to its last filled one. */
  readonly rows: string[][] = [];
  /** Rows that the workbook hides, by a filter or by hand; counted from 1. */
  readonly hiddenRows = new Set<number>();
  readonly #name: string;
  readonly #context: CellContext;
  readonly #limits: ReadingLimits;
  readonly #onProgress: () => void;
  readonly #merges: MergedCells[] = [];
  readonly #inline: RichText;
  #isSheet = false;
  #isInData = false;
  #row = 0;
  #column = 0;
  #cells: string[] = [];
  #type = '';
  #style = '';
  #value = '';
  #isInCell = false;
  #isInValue = false;
  #isInline = false;

  constructor(name: string, context: CellContext, limits: ReadingLimits, onProgress: () => void) {
    this.#name = name;
    this.#context = context;
    this.#limits = limits;
    this.#onProgress = onProgress;
    this.#inline = new RichText(limits);
  }

  get listens(): boolean {
    return this.#isInValue || this.#inline.listens;
  }

  /** The sheet's row that is being read, for a refusal. */
  get #where(): Where {
    return { sheet: this.#name, row: this.#row };
  }

  open(tag: string, attributes: string): void {
    if (!this.#isInData) {
      this.#openOutside(tag, attributes);
      return;
    }
    if (this.#isInline) this.#inline.open(tag);
    else if (tag === 'c') this.#openCell(attributes);
    else if (tag === 'row') this.#openRow(attributes);
    else if (tag === 'v') this.#isInValue = this.#isInCell;
    else if (tag === 'is' && this.#isInCell) {
      this.#isInline = true;
      this.#inline.clear();
    }
  }

  close(tag: string): void {
    if (!this.#isInData) return;
    if (tag === 'is') this.#closeInline();
    else if (this.#isInline) this.#inline.close(tag);
    else if (tag === 'v') this.#isInValue = false;
    else if (tag === 'c') this.#closeCell();
    else if (tag === 'row') this.#closeRow();
    else if (tag === 'sheetData') this.#isInData = false;
  }

  text(piece: string): void {
    if (this.#isInline) {
      this.#inline.text(piece);
      return;
    }
    this.#value += piece;
    this.#limits.checkCell(this.#value.length, this.#where);
  }

  /** Puts the value of merged cells into every row that they reach over: each of those rows shows it. */
  fillMerged(): void {
    for (const { column, from, to } of this.#merges) {
      const value = this.rows[from - 1]?.[column] ?? '';
      if (value === '') continue;
      const rows = this.rows.slice(from, to);
      this.#limits.countRepeated(value, rows.length);
      for (const row of rows) {
        // A row without a cell of its own is none.
        if (row.length === 0) continue;
        while (row.length <= column) row.push('');
        row[column] = value;
      }
    }
  }

  #openOutside(tag: string, attributes: string): void {
    if (tag === 'worksheet') this.#isSheet = true;
    else if (tag === 'sheetData') this.#isInData = this.#isSheet;
    else if (tag === 'mergeCell') this.#merge(attribute(attributes, 'ref'));
  }

  #openRow(attributes: string): void {
    this.#row = numberOf(attribute(attributes, 'r')) ?? this.#row + 1;
    if (this.#row < 1 || this.#row > lastRow) throw new ReadingStopped('damaged');
    this.#column = 0;
    this.#cells = [];
    if (isOn(attribute(attributes, 'hidden'))) this.hiddenRows.add(this.#row);
  }

  #openCell(attributes: string): void {
    this.#column = columnOf(attribute(attributes, 'r')) ?? this.#column + 1;
    this.#type = attribute(attributes, 't');
    this.#style = attribute(attributes, 's');
    this.#value = '';
    this.#isInCell = true;
  }

  #closeInline(): void {
    this.#value = this.#inline.value();
    this.#type = 'inlineStr';
    this.#isInline = false;
    this.#inline.clear();
  }

  #closeCell(): void {
    this.#isInCell = false;
    const text = this.#value === '' ? '' : textOfCell(this.#type, this.#style, this.#value, this.#context);
    if (text === '') return;
    this.#limits.checkColumn(this.#column, this.#where);
    while (this.#cells.length < this.#column) this.#cells.push('');
    this.#cells[this.#column - 1] = text;
  }

  #closeRow(): void {
    const cells = this.#cells;
    if (cells.length === 0) return;
    this.#limits.countCells(cells, this.#where);
    this.#limits.countRows(Math.max(0, this.#row - this.rows.length));
    while (this.rows.length < this.#row) this.rows.push([]);
    const before = this.rows[this.#row - 1] ?? [];
    // A row may come in two parts.
    this.rows[this.#row - 1] = before.length === 0 ? cells : overlaid(before, cells);
    if (this.#limits.rows % rowsAReport === 0) this.#onProgress();
  }

  /** Keeps a merge that reaches over several rows, as `A2:A4` does. */
  #merge(ref: string): void {
    const [, letters = '', from, to] = /^([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/i.exec(ref) ?? [];
    if (from === undefined || to === undefined || Number(to) <= Number(from)) return;
    this.#limits.countMerge();
    const column = columnOf(letters);
    if (column !== null) this.#merges.push({ column: column - 1, from: Number(from), to: Number(to) });
  }
}

const overlaid = (below: readonly string[], above: readonly string[]): string[] =>
  Array.from({ length: Math.max(below.length, above.length) }, (_, at) => above[at] || (below[at] ?? ''));

/** A column's number, from 1, by the letters of a reference such as `AB12`; null where there is none. */
function columnOf(reference: string): number | null {
  if (reference === '') return null;
  let column = 0;
  let at = 0;
  for (; at < reference.length; at += 1) {
    const letter = (reference.charCodeAt(at) | 0x20) - 96;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
    if (column > lastColumn) throw new ReadingStopped('damaged');
  }
  return at === 0 ? null : column;
}

function numberOf(text: string): number | null {
  const number = text === '' ? Number.NaN : Number(text);
  return Number.isInteger(number) ? number : null;
}
