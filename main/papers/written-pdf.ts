/** An object of a PDF: the entries of a record, with the bytes behind it where it has some; or another value as text. */
interface PdfObject {
  readonly text: string;
  readonly entries: ReadonlyMap<string, string> | null;
  readonly stream: Buffer | null;
}

interface PdfPageParts {
  readonly width: number;
  readonly height: number;
  readonly resources: string;
  /** How its colors are blended; null: as usual. */
  readonly group: string | null;
  readonly content: { readonly entries: ReadonlyMap<string, string>; readonly stream: Buffer };
}

/**
 * A PDF of one page as PDFium writes it: a table of its objects, each by itself and none packed with others
 * (ISO 32000-1, 7.5). What came from elsewhere is first rewritten by `pdf-pages.ts`. Throws where it isn't so.
 */
export class WrittenPdf {
  readonly #bytes: Buffer;
  readonly #text: string;
  readonly #offsets = new Map<number, number>();
  readonly #root: number;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // A character for each byte.
    this.#text = this.#bytes.toString('latin1');
    const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(this.#text.slice(-64))?.[1]);
    const trailer = this.#readTable(start);
    const root = reference(entriesOf(this.#text, trailer).get('Root'));
    if (root === null) throw new Error('A PDF without a root.');
    this.#root = root;
  }

  /** Its first page. */
  page(): PdfPageParts {
    const pages = reference(this.#record(this.#root).get('Pages'));
    const kids = pages === null ? undefined : this.#record(pages).get('Kids');
    const first = Number(/(\d+) \d+ R/.exec(kids ?? '')?.[1]);
    const page = this.#record(first);
    const [left = 0, bottom = 0, right = 0, top = 0] = (page.get('MediaBox')?.match(/-?[\d.]+/g) ?? []).map(Number);
    const contents = reference(page.get('Contents'));
    const content = contents === null ? null : this.object(contents);
    if (content?.entries === null || content?.stream === null || content === null || left !== 0 || bottom !== 0) {
      throw new Error('A page that is not written as pages are written here.');
    }
    return {
      width: right,
      height: top,
      resources: page.get('Resources') ?? '<<>>',
      group: page.get('Group') ?? null,
      content: { entries: content.entries, stream: content.stream },
    };
  }

  object(id: number): PdfObject {
    const offset = this.#offsets.get(id);
    const head = offset === undefined ? null : /^\d+ \d+ obj\s*/.exec(this.#text.slice(offset, offset + 40));
    if (offset === undefined || head === null) throw new Error(`A PDF without its object ${id}.`);
    const from = offset + head[0].length;
    const to = endOfValue(this.#text, from);
    const text = this.#text.slice(from, to);
    if (!text.startsWith('<<')) return { text, entries: null, stream: null };
    const entries = entriesOf(this.#text, from);
    const begins = /^\s*stream\r?\n/.exec(this.#text.slice(to, to + 20));
    if (begins === null) return { text, entries, stream: null };
    const at = to + begins[0].length;
    const length = reference(entries.get('Length'));
    const count = Number(length === null ? entries.get('Length') : this.object(length).text);
    return { text, entries, stream: this.#bytes.subarray(at, at + count) };
  }

  /** A value with each reference to one of its objects replaced by another. */
  renumbered(text: string, refer: (id: number) => string): string {
    let result = '';
    for (let at = 0; at < text.length; ) {
      const found = /^(\d+) \d+ R(?![A-Za-z])/.exec(text.slice(at, at + 24));
      const isWhole = at === 0 || !/[^\s[\]<>]/.test(text[at - 1] ?? ' ');
      if (found && isWhole) {
        result += refer(Number(found[1]));
        at += found[0].length;
        continue;
      }
      const end = text[at] === '(' ? endOfString(text, at) : at + 1;
      result += text.slice(at, end);
      at = end;
    }
    return result;
  }

  #record(id: number): ReadonlyMap<string, string> {
    const { entries } = this.object(id);
    if (entries === null) throw new Error(`The object ${id} of a PDF is not a record.`);
    return entries;
  }

  /** Reads where each object begins; gives back where the trailer's record does. */
  #readTable(start: number): number {
    const line = /\S+(?: \S+)*/y;
    let at = this.#text.indexOf('xref', start) + 4;
    const next = (): string => {
      while (/\s/.test(this.#text[at] ?? '')) at += 1;
      line.lastIndex = at;
      const text = line.exec(this.#text)?.[0] ?? '';
      at += text.length;
      return text;
    };
    for (let text = next(); text !== 'trailer'; text = next()) {
      const [, first, count] = /^(\d+) (\d+)$/.exec(text) ?? [];
      if (first === undefined) throw new Error('A PDF whose table of objects can’t be read.');
      for (let each = 0; each < Number(count); each += 1) {
        const [offset, , use] = next().split(' ');
        if (use === 'n') this.#offsets.set(Number(first) + each, Number(offset));
      }
    }
    while (/\s/.test(this.#text[at] ?? '')) at += 1;
    return at;
  }
}

const reference = (value: string | undefined): number | null => {
  const found = /^\s*(\d+) \d+ R\s*$/.exec(value ?? '');
  return found ? Number(found[1]) : null;
};

/** The entries of the record that begins at a place: names, and their values as they are written. */
function entriesOf(text: string, from: number): ReadonlyMap<string, string> {
  const entries = new Map<string, string>();
  let at = afterSpace(text, from + 2);
  while (!text.startsWith('>>', at)) {
    const nameEnd = endOfValue(text, at);
    const name = text.slice(at + 1, nameEnd);
    const valueFrom = afterSpace(text, nameEnd);
    const valueEnd = endOfValue(text, valueFrom);
    if (text[at] !== '/' || valueEnd <= valueFrom) throw new Error('A record of a PDF that can’t be read.');
    entries.set(name, text.slice(valueFrom, valueEnd));
    at = afterSpace(text, valueEnd);
  }
  return entries;
}

const afterSpace = (text: string, from: number): number => {
  let at = from;
  while (/\s/.test(text[at] ?? '')) at += 1;
  return at;
};

/** Where a value ends that begins at a place. */
function endOfValue(text: string, from: number): number {
  const opening = text[from];
  if (opening === '(') return endOfString(text, from);
  if (text.startsWith('<<', from)) return endOfMany(text, from + 2, '>>');
  if (opening === '[') return endOfMany(text, from + 1, ']');
  if (opening === '<') return text.indexOf('>', from) + 1;
  const plain = opening === '/' ? /\/[^\s()<>[\]{}/%]*/y : /\d+ \d+ R(?![A-Za-z])|[^\s()<>[\]{}/%]+/y;
  plain.lastIndex = from;
  return from + (plain.exec(text)?.[0].length ?? 0);
}

function endOfMany(text: string, from: number, closing: string): number {
  let at = afterSpace(text, from);
  while (!text.startsWith(closing, at)) {
    const end = endOfValue(text, at);
    if (end <= at) throw new Error('A value of a PDF that can’t be read.');
    at = afterSpace(text, end);
  }
  return at + closing.length;
}

/** Strings may hold parentheses, in pairs or after a backslash. */
function endOfString(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '\\') at += 1;
    else if (sign === '(') depth += 1;
    else if (sign === ')') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  throw new Error('A string of a PDF without an end.');
}
