import { type ReadingLimits, ReadingStopped } from '../reading.ts';
import type { WorkbookParts } from './parts.ts';
import type { XmlListener } from './xml-scanner.ts';
import { attribute, isOn } from './xml-text.ts';

/** A sheet of cells, and the part that holds it. */
interface BookSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

/** What a workbook says of itself before its sheets are read. */
interface Book {
  readonly sheets: readonly BookSheet[];
  /** Days count from 1904, as old programs on the Mac had it; else from 1900. */
  readonly from1904: boolean;
  /** Null: there is none. */
  readonly strings: string | null;
  readonly styles: string | null;
}

/** One part's way to another. Types are known by their last word: transitional and strict files differ in the rest. */
interface Relation {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
}

const usualBook = 'xl/workbook.xml';
/** Longer than Excel lets a sheet's name be. */
const longestName = 200;
/** Sheets without cells: charts, old dialogs and macros. */
const withoutCells = /^(chartsheet|dialogsheet|xlMacrosheet|xlIntlMacrosheet)$/i;

/** Reads which sheets a workbook has, in their order. Throws `ReadingStopped` where it does not say, or one is missing. */
export async function readBook(parts: WorkbookParts, limits: ReadingLimits): Promise<Book> {
  const book = (await relationsOf(parts, '')).find(({ kind }) => kind === 'officeDocument')?.target ?? usualBook;
  if (!parts.has(book)) throw new ReadingStopped('damaged');
  const relations = await relationsOf(parts, book);
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  const listed = new ListedSheets(limits);
  await parts.read(book, listed);
  const partOf = (kind: string): string | null =>
    relations.find((relation) => relation.kind === kind && parts.has(relation.target))?.target ?? null;
  const sheets = listed.sheets.flatMap(({ id, name, hidden }): readonly BookSheet[] => {
    const relation = byId.get(id);
    if (relation !== undefined && withoutCells.test(relation.kind)) return [];
    if (relation === undefined || !parts.has(relation.target)) throw new ReadingStopped('damaged');
    return [{ name, hidden, part: relation.target }];
  });
  return { sheets, from1904: listed.from1904, strings: partOf('sharedStrings'), styles: partOf('styles') };
}

class ListedSheets implements XmlListener {
  readonly listens = false;
  readonly sheets: { readonly id: string; readonly name: string; readonly hidden: boolean }[] = [];
  from1904 = false;
  readonly #limits: ReadingLimits;
  #isInList = false;

  constructor(limits: ReadingLimits) {
    this.#limits = limits;
  }

  open(tag: string, attributes: string): void {
    if (tag === 'sheets') this.#isInList = true;
    if (tag === 'workbookPr') this.from1904 = isOn(attribute(attributes, 'date1904'));
    if (tag !== 'sheet' || !this.#isInList) return;
    const hidden = /hidden/i.test(attribute(attributes, 'state'));
    const name = attribute(attributes, 'name').slice(0, longestName);
    this.sheets.push({ id: attribute(attributes, 'id'), name, hidden });
    this.#limits.checkSheets(this.sheets.length);
  }

  close(tag: string): void {
    if (tag === 'sheets') this.#isInList = false;
  }

  text(): void {}
}

/** The ways from a part to others; from the whole file where the part's name is empty. */
async function relationsOf(parts: WorkbookParts, part: string): Promise<readonly Relation[]> {
  const cut = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, cut);
  const found: Relation[] = [];
  await parts.read(`${folder}_rels/${part.slice(cut)}.rels`, {
    listens: false,
    open: (tag, attributes) => {
      if (tag !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return;
      const type = attribute(attributes, 'Type');
      found.push({
        id: attribute(attributes, 'Id'),
        kind: type.slice(type.lastIndexOf('/') + 1),
        target: resolved(parts, folder, attribute(attributes, 'Target')),
      });
    },
    close: () => {},
    text: () => {},
  });
  return found;
}

/** A target is said from the part's folder, or from the top after a stroke; some programs write `\`, or `%20` for a space. */
function resolved(parts: WorkbookParts, folder: string, target: string): string {
  const plain = target.replaceAll('\\', '/');
  const path: string[] = [];
  for (const step of (plain.startsWith('/') ? plain : folder + plain).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  const name = path.join('/');
  return parts.has(name) ? name : unescaped(name);
}

function unescaped(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
