import { inflateSync } from 'node:zlib';

interface PdfObject {
  readonly facts: string;
  readonly stream: string;
}

/** A page of a PDF: its size in points, and what is drawn on it. */
export interface PdfPage {
  readonly width: number;
  readonly height: number;
  /** The drawing operators, in the order in which they are drawn. */
  readonly content: string;
  readonly fonts: ReadonlyMap<string, Map<string, string>>;
}

/** What a PDF's pages say, line by line, as its own fonts map their glyphs back to letters. Needs no system tool. */
export const pdfPages = (pdf: Buffer): string[][] =>
  pdfDrawings(pdf).map(({ content, fonts }) => readLines(content, fonts));

/** What is drawn on each page of a PDF. */
export function pdfDrawings(pdf: Buffer): readonly PdfPage[] {
  const objects = readObjects(pdf.toString('latin1'));
  const follow = (facts: string, key: string): PdfObject => {
    const id = new RegExp(`/${key} (\\d+) 0 R`).exec(facts)?.[1];
    const found = objects.get(Number(id));
    if (found === undefined) throw new Error(`No ${key} in ${facts}`);
    return found;
  };
  const tree = [...objects.values()].find(({ facts }) => facts.includes('/Type /Pages'));
  const kids = /\/Kids \[([^\]]*)\]/.exec(tree?.facts ?? '')?.[1] ?? '';
  return [...kids.matchAll(/(\d+) 0 R/g)].map(([, id]) => {
    const page = objects.get(Number(id))?.facts ?? '';
    const resources = follow(page, 'Resources').facts;
    const fonts = new Map<string, Map<string, string>>();
    for (const [, name = '', font] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      fonts.set(name, readLetters(follow(objects.get(Number(font))?.facts ?? '', 'ToUnicode').stream));
    }
    const [, width = 0, height = 0] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(page) ?? [];
    return { width: Number(width), height: Number(height), content: follow(page, 'Contents').stream, fonts };
  });
}

function readObjects(text: string): Map<number, PdfObject> {
  const objects = new Map<number, PdfObject>();
  const head = /(\d+) 0 obj\n/g;
  for (let match = head.exec(text); match !== null; match = head.exec(text)) {
    const from = head.lastIndex;
    const stop = text.indexOf('endobj', from);
    const streamAt = text.indexOf('\nstream\n', from);
    if (streamAt === -1 || streamAt > stop) {
      objects.set(Number(match[1]), { facts: text.slice(from, stop), stream: '' });
      continue;
    }
    const facts = text.slice(from, streamAt);
    const length = Number(/\/Length (\d+)/.exec(facts)?.[1]);
    const bytes = Buffer.from(text.slice(streamAt + 8, streamAt + 8 + length), 'latin1');
    const stream = facts.includes('FlateDecode') ? inflateSync(bytes) : bytes;
    objects.set(Number(match[1]), { facts, stream: stream.toString('latin1') });
    head.lastIndex = streamAt + 8 + length;
  }
  return objects;
}

/** A font's map of glyphs to letters: `<0000> <00ff> [<0041> <0042> …]`. */
function readLetters(map: string): Map<string, string> {
  const letters = new Map<string, string>();
  for (const [, first = '0', list = ''] of map.matchAll(/<([\da-f]{4})> <[\da-f]{4}> \[([^\]]*)\]/gi)) {
    for (const [index, [, hex = '']] of [...list.matchAll(/<([\da-f ]*)>/gi)].entries()) {
      const glyph = (Number.parseInt(first, 16) + index).toString(16).padStart(4, '0');
      letters.set(glyph, Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'));
    }
  }
  return letters;
}

/** What a page's drawing says, a line for each text that it sets. */
export function readLines(content: string, fonts: PdfPage['fonts']): string[] {
  return [...content.matchAll(/BT\n([\s\S]*?)ET/g)].map(([, block = '']) => {
    let letters: ReadonlyMap<string, string> = new Map();
    let line = '';
    for (const [, font, shown] of block.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
      if (font !== undefined) letters = fonts.get(font) ?? new Map<string, string>();
      for (const [, hex = ''] of (shown ?? '').matchAll(/<([\da-f]*)>/g)) {
        for (const glyph of hex.match(/.{4}/g) ?? []) line += letters.get(glyph) ?? '\uFFFD';
      }
    }
    return line;
  });
}
