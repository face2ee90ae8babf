import type { ReadingLimits } from '../reading.ts';
import type { WorkbookParts } from './parts.ts';
import type { XmlListener } from './xml-scanner.ts';
import { unescapeCell } from './xml-text.ts';

/** The texts that a workbook's cells share, in the order in which cells name them. */
export async function sharedStrings(
  parts: WorkbookParts,
  part: string | null,
  limits: ReadingLimits,
): Promise<readonly string[]> {
  const strings = new Strings(limits);
  if (part !== null) await parts.read(part, strings);
  return strings.all;
}

class Strings implements XmlListener {
  readonly all: string[] = [];
  readonly #limits: ReadingLimits;
  readonly #rich: RichText;
  #characters = 0;

  constructor(limits: ReadingLimits) {
    this.#limits = limits;
    this.#rich = new RichText(limits);
  }

  get listens(): boolean {
    return this.#rich.listens;
  }

  open(tag: string): void {
    if (tag === 'si') this.#rich.clear();
    else this.#rich.open(tag);
  }

  close(tag: string): void {
    if (tag === 'si') this.#push(this.#rich.value());
    else this.#rich.close(tag);
  }

  text(piece: string): void {
    this.#rich.text(piece);
  }

  #push(value: string): void {
    this.all.push(value);
    this.#characters += value.length;
    this.#limits.checkShared(this.all.length, this.#characters);
  }
}

const noWhere = { sheet: null, row: null } as const;

/** A text in one piece or in several of their own look, without the readings that East Asian programs add to it. */
export class RichText {
  readonly #limits: ReadingLimits;
  listens = false;
  #text = '';
  #isReading = false;

  constructor(limits: ReadingLimits) {
    this.#limits = limits;
  }

  clear(): void {
    this.#text = '';
    this.listens = false;
    this.#isReading = false;
  }

  open(tag: string): void {
    if (tag === 'rPh') this.#isReading = true;
    else if (tag === 't') this.listens = !this.#isReading;
  }

  close(tag: string): void {
    if (tag === 'rPh') this.#isReading = false;
    else if (tag === 't') this.listens = false;
  }

  text(piece: string): void {
    this.#text += piece;
    this.#limits.checkCell(this.#text.length, noWhere);
  }

  value(): string {
    return unescapeCell(this.#text);
  }
}
