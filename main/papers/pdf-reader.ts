import { inflateSync } from 'node:zlib';

/** A value of a PDF: what this app's own writer puts there, and no more. */
export type PdfValue = number | string | PdfName | PdfReference | readonly PdfValue[] | PdfDictionary | null;
export interface PdfName {
  readonly name: string;
}
export interface PdfReference {
  readonly object: number;
}
export interface PdfDictionary {
  readonly [key: `/${string}`]: PdfValue;
}

interface PdfObject {
  readonly value: PdfValue;
  readonly stream: Buffer | null;
}

/** One page of a PDF that this app wrote. */
export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly content: string;
  readonly resources: PdfDictionary;
}

/** A line of the table of objects. */
const entryLength = 20;

const isDictionary = (value: PdfValue | undefined): value is PdfDictionary =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !('name' in value) && !('object' in value);

/** Reads PDFs that this app wrote: plain objects and streams, no encryption. What nobody asks for is not read. */
export class PdfReader {
  readonly #bytes: Buffer;
  readonly #text: string;
  /** Where each object begins. */
  readonly #places: ReadonlyMap<number, number>;
  readonly #objects = new Map<number, PdfObject>();
  readonly #root: PdfValue;

  /** Throws where the bytes are no PDF of ours. */
  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.#text = bytes.toString('latin1');
    const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(this.#text.slice(-64))?.[1];
    const head = /xref\s+0 (\d+)\s+/y;
    head.lastIndex = Number(start ?? -1);
    const count = start === undefined ? undefined : head.exec(this.#text)?.[1];
    if (count === undefined) throw new Error('Not a PDF.');
    const places = new Map<number, number>();
    for (let object = 1; object < Number(count); object++) {
      const line = head.lastIndex + object * entryLength;
      places.set(object, Number(this.#text.slice(line, line + 10)));
    }
    this.#places = places;
    const trailer = new PdfTokens(this.#text, this.#text.indexOf('<<', head.lastIndex)).value();
    this.#root = isDictionary(trailer) ? (trailer['/Root'] ?? null) : null;
  }

  #object(number: number): PdfObject | undefined {
    const known = this.#objects.get(number);
    const place = this.#places.get(number);
    if (known !== undefined || place === undefined) return known;
    const tokens = new PdfTokens(this.#text, this.#text.indexOf('obj', place) + 3);
    const value = tokens.value();
    const start = tokens.streamStart();
    const read: PdfObject = { value, stream: start === null ? null : this.#stream(value, start) };
    this.#objects.set(number, read);
    return read;
  }

  #stream(value: PdfValue, start: number): Buffer {
    const length = isDictionary(value) ? value['/Length'] : null;
    if (typeof length !== 'number') throw new Error('A stream without its length.');
    const raw = this.#bytes.subarray(start, start + length);
    return isDictionary(value) && value['/Filter'] !== undefined ? inflateSync(raw) : raw;
  }

  /** The pages in their order. */
  pages(): readonly PdfPage[] {
    const kids = this.follow(this.dictionary(this.dictionary(this.#root)['/Pages'])['/Kids']);
    if (!Array.isArray(kids)) throw new Error('A PDF without pages.');
    return kids.map((kid) => this.#page(this.dictionary(kid)));
  }

  #page(page: PdfDictionary): PdfPage {
    const box = this.follow(page['/MediaBox']);
    const [, , width, height] = Array.isArray(box) ? box : [];
    if (typeof width !== 'number' || typeof height !== 'number') throw new Error('A page without its size.');
    return {
      width,
      height,
      content: this.stream(page['/Contents']).toString('latin1'),
      resources: this.dictionary(page['/Resources']),
    };
  }

  /** What a value says, where it refers to an object. */
  follow(value: PdfValue | undefined): PdfValue {
    if (typeof value === 'object' && value !== null && 'object' in value && typeof value.object === 'number') {
      return this.#object(value.object)?.value ?? null;
    }
    return value ?? null;
  }

  dictionary(value: PdfValue | undefined): PdfDictionary {
    const found = this.follow(value);
    return isDictionary(found) ? found : {};
  }

  /** The bytes of the stream that a value refers to; throws where it refers to none. */
  stream(value: PdfValue | undefined): Buffer {
    const stream = isReference(value) ? this.#object(value.object)?.stream : null;
    if (!stream) throw new Error('A stream that is not there.');
    return stream;
  }
}

const isReference = (value: PdfValue | undefined): value is PdfReference =>
  typeof value === 'object' && value !== null && 'object' in value;

/** A name without its slash; empty where a value is none. */
export const nameOf = (value: PdfValue | undefined): string =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string' ? value.name : '';

const space = /[\0\t\n\f\r ]/;
const delimiter = /[\0\t\n\f\r ()<>[\]{}/%]/;

/** Reads values one after another, out of a file or out of a page's drawing. */
export class PdfTokens {
  at: number;
  readonly #text: string;

  constructor(text: string, at = 0) {
    this.#text = text;
    this.at = at;
  }

  #skip(): void {
    while (this.at < this.#text.length && space.test(this.#text.charAt(this.at))) this.at += 1;
  }

  get isOver(): boolean {
    this.#skip();
    return this.at >= this.#text.length;
  }

  /** A word that is no value: an operator of a page's drawing; null where a value follows. */
  operator(): string | null {
    this.#skip();
    const match = /[A-Za-z'"][A-Za-z0-9*]*/y;
    match.lastIndex = this.at;
    const word = match.exec(this.#text)?.[0];
    if (word === undefined || word === 'null' || word === 'true' || word === 'false') return null;
    this.at += word.length;
    return word;
  }

  value(): PdfValue {
    this.#skip();
    const text = this.#text;
    const first = text.charAt(this.at);
    if (text.startsWith('<<', this.at)) return this.#dictionary();
    if (first === '<') return this.#hex();
    if (first === '(') return this.#literal();
    if (first === '[') {
      this.at += 1;
      const values: PdfValue[] = [];
      for (this.#skip(); text.charAt(this.at) !== ']' && !this.isOver; this.#skip()) values.push(this.value());
      this.at += 1;
      return values;
    }
    if (first === '/') {
      this.at += 1;
      return { name: this.#word() };
    }
    const reference = /(\d+) \d+ R\b/y;
    reference.lastIndex = this.at;
    const found = reference.exec(text);
    if (found) {
      this.at = reference.lastIndex;
      return { object: Number(found[1]) };
    }
    const word = this.#word();
    if (word === '') throw new Error(`Not understood: ${text.slice(this.at, this.at + 20)}`);
    const number = Number(word);
    return Number.isNaN(number) ? null : number;
  }

  #word(): string {
    const from = this.at;
    while (this.at < this.#text.length && !delimiter.test(this.#text.charAt(this.at))) this.at += 1;
    return this.#text.slice(from, this.at);
  }

  #dictionary(): PdfDictionary {
    this.at += 2;
    const entries: Record<`/${string}`, PdfValue> = {};
    for (this.#skip(); !this.#text.startsWith('>>', this.at); this.#skip()) {
      const key = nameOf(this.value());
      entries[`/${key}`] = this.value();
    }
    this.at += 2;
    return entries;
  }

  /** A string of bytes, as Latin-1. */
  #hex(): string {
    const end = this.#text.indexOf('>', this.at);
    const digits = this.#text.slice(this.at + 1, end).replace(/\s+/g, '');
    this.at = end + 1;
    return Buffer.from(digits, 'hex').toString('latin1');
  }

  /** A string in parentheses. The app's own pages set no text by it, so that what it says does not matter. */
  #literal(): string {
    let depth = 0;
    const from = this.at;
    do {
      const sign = this.#text.charAt(this.at);
      if (sign === '\\') this.at += 1;
      else if (sign === '(') depth += 1;
      else if (sign === ')') depth -= 1;
      this.at += 1;
    } while (depth > 0 && this.at < this.#text.length);
    return this.#text.slice(from + 1, this.at - 1);
  }

  /** Where the bytes of a stream begin, if one follows the value just read. */
  streamStart(): number | null {
    const word = /\s*stream\r?\n/y;
    word.lastIndex = this.at;
    return word.exec(this.#text) === null ? null : word.lastIndex;
  }
}
