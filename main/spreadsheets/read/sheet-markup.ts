import { createInflateRaw } from 'node:zlib';
import type { ZipEntry } from './zip-directory.ts';

/** The largest of the small parts that say which sheet is where, in bytes. */
const largestPart = 10_000_000;

/** Cells of one column that are merged into one, whose value stands in the first. Rows count from 1, columns from 0. */
export interface MergedCells {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

/** What a workbook says of a sheet beside its cells. */
export interface SheetMarkup {
  /** The rows that it hides, by a filter or by hand. */
  readonly hiddenRows: readonly number[];
  /** The first columns of merges that reach over several rows. */
  readonly merged: readonly MergedCells[];
}

const nothing: SheetMarkup = { hiddenRows: [], merged: [] };

/**
 * What the library that reads the cells does not tell of a workbook's sheets, in their order. Where a part can't be
 * read, nothing is hidden or merged: whoever reads the cells says what is wrong.
 */
export async function markupOf(bytes: Buffer, entries: readonly ZipEntry[]): Promise<readonly SheetMarkup[]> {
  try {
    const parts = await sheetParts(bytes, entries);
    return await Promise.all(parts.map((part) => (part ? markupIn(bytes, part) : nothing)));
  } catch {
    return [];
  }
}

/** The part of each sheet, in the order in which the workbook lists them. */
async function sheetParts(bytes: Buffer, entries: readonly ZipEntry[]): Promise<readonly (ZipEntry | undefined)[]> {
  const part = (name: string): ZipEntry | undefined =>
    entries.find((entry) => entry.name.toLowerCase() === name.toLowerCase());
  const [book, relations] = [part('xl/workbook.xml'), part('xl/_rels/workbook.xml.rels')];
  if (!book || !relations || book.size > largestPart || relations.size > largestPart) return [];
  const targets = new Map<string, string>();
  for (const tag of tagsOf(await textOf(bytes, relations), 'Relationship')) {
    targets.set(attribute(tag, 'Id'), attribute(tag, 'Target'));
  }
  return tagsOf(await textOf(bytes, book), 'sheet').map((tag) => {
    const target = targets.get(attribute(tag, 'id'));
    return target === undefined || target === ''
      ? undefined
      : part(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  });
}

/** Rows are looked at as they unpack: a sheet may be larger than the memory that a text of it takes. */
async function markupIn(bytes: Buffer, entry: ZipEntry): Promise<SheetMarkup> {
  const hiddenRows: number[] = [];
  const merged: MergedCells[] = [];
  let row = 0;
  let rest = '';
  for await (const chunk of unpacked(bytes, entry)) {
    const text = rest + chunk;
    const whole = text.lastIndexOf('<');
    rest = text.slice(Math.max(0, whole));
    const seen = text.slice(0, Math.max(0, whole));
    for (const tag of tagsOf(seen, 'row')) {
      row = Number(attribute(tag, 'r')) || row + 1;
      if (/^(1|true)$/.test(attribute(tag, 'hidden'))) hiddenRows.push(row);
    }
    if (seen.includes('mergeCell ')) merged.push(...tagsOf(seen, 'mergeCell').flatMap(overRows));
  }
  return { hiddenRows, merged };
}

/** A merge that reaches over several rows, as `A2:A4` does. */
function overRows(tag: string): readonly MergedCells[] {
  const [, letters = '', from, to] = /^([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/.exec(attribute(tag, 'ref')) ?? [];
  if (from === undefined || to === undefined || Number(to) <= Number(from)) return [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return [{ column, from: Number(from), to: Number(to) }];
}

async function textOf(bytes: Buffer, entry: ZipEntry): Promise<string> {
  let text = '';
  for await (const chunk of unpacked(bytes, entry)) text += chunk;
  return text;
}

const localHeader = 30;

/** The text of a part, bit by bit. Names and numbers of parts are plain letters, so that no letter is cut in two. */
async function* unpacked(bytes: Buffer, { offset, packedSize, isPacked }: ZipEntry): AsyncGenerator<string> {
  const start = offset + localHeader + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const packed = bytes.subarray(start, start + packedSize);
  if (!isPacked) {
    yield packed.toString('latin1');
    return;
  }
  const inflate = createInflateRaw();
  inflate.end(packed);
  for await (const chunk of inflate) if (chunk instanceof Buffer) yield chunk.toString('latin1');
}

/** The attributes of every such tag, whatever its prefix. */
const tagsOf = (xml: string, name: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<(?:[\\w.-]+:)?${name}(\\s[^>]*)?/?>`, 'g'))].map(([, attributes = '']) => attributes);

/** An attribute's value, whatever its prefix; empty where there is none. */
const attribute = (attributes: string, name: string): string =>
  new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1] ?? '';
