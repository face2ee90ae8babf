import { sayCount } from '../../../shared/model/counts.ts';
import { aboutImportField, type ImportField } from '../../../shared/model/imports.ts';
import { tidy } from '../../../shared/model/tidy-text.ts';
import { mostLetters } from './field-lengths.ts';
import type { MappedSheet, PersonRow } from './sheet-rows.ts';
import type { Understood } from './understood.ts';

/** Remembers what a parser made of a text: lists repeat the same few answers thousands of times. */
export function remembering<Value>(parse: (typed: string) => Value): (typed: string) => Value {
  const known = new Map<string, Value>();
  return (typed) => {
    const before = known.get(typed);
    if (before !== undefined) return before;
    const value = parse(typed);
    if (known.size < 20_000) known.set(typed, value);
    return value;
  };
}

/** Reads a row's fields and gathers a sentence for each that was not understood. */
export class RowReader {
  readonly notes: string[] = [];
  /** Of the notes those that only say that a cell is empty, by its field: no matter where what it would say is known. */
  readonly emptyNotes = new Map<ImportField, string>();
  /** Which field each note is about, by its sentence; none for a note on the whole row. */
  readonly about = new Map<string, ImportField>();
  readonly #sheet: MappedSheet;
  readonly #row: PersonRow;

  constructor(sheet: MappedSheet, row: PersonRow) {
    this.#sheet = sheet;
    this.#row = row;
    if (row.hasStrayQuote) {
      this.notes.push('The row has a misplaced quotation mark, and was read as typed. Check it.');
    }
    for (const { field, typed } of row.tooLong) {
      const most = sayCount(mostLetters[field]);
      this.#say(
        field,
        typed,
        `is longer than ${most} letters and was left out; shorten it in the file, or set it by hand`,
      );
    }
    for (const { field, typed } of row.others) {
      const counts = `“${short(tidy(row.typed(field)))}”`;
      this.#add(
        field,
        `Two columns are taken for the ${aboutImportField[field].said}, and both are filled: ${counts} counts, “${short(tidy(typed.slice(0, shownOfCell)))}” does not. Check it.`,
      );
    }
  }

  /** A field's value; its note, if any, is gathered. Where no column is taken for the field, there is nothing to note. */
  read<Value>(field: ImportField, parse: (typed: string) => Understood<Value>): Value {
    const typed = this.#row.typed(field);
    const { value, note } = parse(typed);
    if (note !== undefined && this.#sheet.has(field)) this.note(field, note);
    return value;
  }

  /** Adds a sentence on a field: its column, what was typed there, and the note. */
  note(field: ImportField, note: string): void {
    // What was left out is named once, and is not empty.
    if (this.#row.tooLong.some((each) => each.field === field)) return;
    this.#say(field, this.#row.typed(field), note);
  }

  #say(field: ImportField, cell: string, note: string): void {
    const typed = short(tidy(cell.slice(0, shownOfCell)));
    const column = `“${short(this.#sheet.header(field))}”`;
    const sentence = typed === '' ? `${column} ${note}.` : `“${typed}” in ${column} ${note}.`;
    this.#add(field, sentence);
    if (typed === '') this.emptyNotes.set(field, sentence);
  }

  #add(field: ImportField, sentence: string): void {
    this.notes.push(sentence);
    this.about.set(sentence, field);
  }

  /** A field's text, tidied; null where there is none. */
  text(field: ImportField): string | null {
    return tidy(this.#row.typed(field)) || null;
  }
}

/** So much of a cell is tidied to be shown. */
const shownOfCell = 1_000;

const short = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
