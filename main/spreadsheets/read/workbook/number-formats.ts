import { ReadingStopped } from '../reading.ts';
import type { WorkbookParts } from './parts.ts';
import type { XmlListener } from './xml-scanner.ts';
import { attribute } from './xml-text.ts';

/** Formats of days and times that every workbook knows by number: Western, East Asian, Thai. */
const isKnownDateFormat = (id: number): boolean =>
  (id >= 14 && id <= 22) ||
  (id >= 27 && id <= 36) ||
  (id >= 45 && id <= 47) ||
  (id >= 50 && id <= 58) ||
  (id >= 71 && id <= 81);

/** The longest format that is looked at; Excel takes 255 characters. */
const longestFormat = 1_000;

/** More formats or styles than any workbook can have; Excel takes 65,490. */
const mostStyles = 100_000;

/** The styles of cells that show days or times, by number. A workbook without styles has none. */
export async function dateStyles(parts: WorkbookParts, part: string | null): Promise<ReadonlySet<number>> {
  const styles = new Styles();
  if (part !== null) await parts.read(part, styles);
  return styles.dates;
}

class Styles implements XmlListener {
  readonly listens = false;
  readonly dates = new Set<number>();
  isDone = false;
  readonly #dateFormats = new Set<number>();
  #isInCells = false;
  #count = 0;

  open(tag: string, attributes: string): void {
    if (tag === 'numFmt') {
      const id = Number(attribute(attributes, 'numFmtId'));
      if (showsDate(attribute(attributes, 'formatCode'))) this.#dateFormats.add(id);
      if (this.#dateFormats.size > mostStyles) throw new ReadingStopped('damaged');
    }
    if (tag === 'cellXfs') this.#isInCells = true;
    if (tag !== 'xf' || !this.#isInCells) return;
    const format = Number(attribute(attributes, 'numFmtId'));
    if (isKnownDateFormat(format) || this.#dateFormats.has(format)) this.dates.add(this.#count);
    this.#count += 1;
    if (this.#count > mostStyles) throw new ReadingStopped('damaged');
  }

  close(tag: string): void {
    // What follows are styles that cells don't name.
    if (tag === 'cellXfs') this.isDone = true;
  }

  text(): void {}
}

/**
 * Whether a number's format shows a day or a time: it has letters for them beside what it only prints, such as
 * `"days"`, `[Red]` and `\d`.
 */
function showsDate(format: string): boolean {
  const code = format
    .slice(0, longestFormat)
    .replace(/"[^"]*"?/g, '')
    .replace(/[\\_*]./g, '');
  if (/\[(h+|m+|s+)\]/i.test(code)) return true;
  const [first = ''] = code.replace(/\[[^\]]*\]/g, '').split(';');
  return /[dmyhs]/i.test(first.replace(/general/gi, ''));
}
