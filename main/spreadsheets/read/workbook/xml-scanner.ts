import { ReadingStopped } from '../reading.ts';
import { unescapeXml } from './xml-text.ts';

/** Who is told what a part of a workbook says. Names come without their prefix: `x:row` is `row`. */
export interface XmlListener {
  /** Whether the text that follows is wanted; the others' is not even decoded. */
  readonly listens: boolean;
  /** Nothing below is wanted: the rest of the part need not be unpacked. */
  readonly isDone?: boolean;
  /** A tag opens; its attributes are as they stand in the file, for `attribute` to look at. */
  open(name: string, attributes: string): void;
  close(name: string): void;
  /** A piece of text; a long one comes in several. */
  text(piece: string): void;
}

/** The longest tag, in characters; names of sheets and references to cells are far shorter. */
const longestTag = 262_144;
/** Elements within elements; parts of a workbook have about twenty. */
const deepest = 256;
/** `&#x10FFFF;` and shorter. */
const longestEntity = 12;

const bang = '!'.charCodeAt(0);
const question = '?'.charCodeAt(0);
const slash = '/'.charCodeAt(0);
const quote = '"'.charCodeAt(0);
const apostrophe = "'".charCodeAt(0);

/**
 * Reads XML as it unpacks and keeps none of it, so that a part may be larger than the memory. Document types, whose
 * entities could grow without end, are damage: no workbook has one.
 */
export class XmlScanner {
  readonly #listener: XmlListener;
  #rest = '';
  #depth = 0;
  #seen = false;

  constructor(listener: XmlListener) {
    this.#listener = listener;
  }

  /** Takes the next piece of the part. Throws `ReadingStopped` where it is no XML. */
  feed(piece: string): void {
    const text = this.#rest + piece;
    let at = 0;
    while (at < text.length) {
      const start = text.indexOf('<', at);
      const textEnd = start === -1 ? this.#wholeTextEnd(text, at) : start;
      if (textEnd > at && this.#listener.listens) this.#listener.text(unescapeXml(text.slice(at, textEnd)));
      at = textEnd;
      if (start === -1) break;
      const end = this.#markup(text, start);
      if (end === -1) break;
      at = end;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > longestTag) throw new ReadingStopped('damaged');
  }

  /** Says that the part ends here. Throws `ReadingStopped` where it is cut off. */
  end(): void {
    if (!this.#seen || this.#depth !== 0 || this.#rest.trim() !== '') throw new ReadingStopped('damaged');
  }

  /** Text up to the end of the piece, less an entity that the next one may complete. */
  #wholeTextEnd(text: string, at: number): number {
    const entity = text.lastIndexOf('&');
    const isOpen = entity >= at && text.length - entity < longestEntity && !text.includes(';', entity);
    return isOpen ? entity : text.length;
  }

  /** Takes what begins with `<`, and says where it ends; -1: in a later piece. */
  #markup(text: string, start: number): number {
    const kind = text.charCodeAt(start + 1);
    if (kind === bang) return this.#declaration(text, start);
    if (kind === question) return endOf(text, '?>', start);
    const close = endOfTag(text, start + 1);
    if (close === -1) return -1;
    if (kind === slash) {
      this.#closed(localName(text, start + 2, close));
      return close + 1;
    }
    this.#opened(text, start + 1, close);
    return close + 1;
  }

  #opened(text: string, from: number, close: number): void {
    const isEmpty = text.charCodeAt(close - 1) === slash;
    const end = isEmpty ? close - 1 : close;
    let nameEnd = from;
    while (nameEnd < end && text.charCodeAt(nameEnd) > 32) nameEnd += 1;
    const name = localName(text, from, nameEnd);
    this.#seen = true;
    this.#depth += 1;
    if (this.#depth > deepest) throw new ReadingStopped('damaged');
    this.#listener.open(name, text.slice(nameEnd, end));
    if (isEmpty) this.#closed(name);
  }

  #closed(name: string): void {
    this.#depth -= 1;
    if (this.#depth < 0) throw new ReadingStopped('damaged');
    this.#listener.close(name);
  }

  /** A comment, or text in which nothing is escaped. */
  #declaration(text: string, start: number): number {
    if (text.startsWith('<!--', start)) return endOf(text, '-->', start + 4);
    if (text.startsWith('<![CDATA[', start)) {
      const end = text.indexOf(']]>', start);
      if (end === -1) return -1;
      if (this.#listener.listens) this.#listener.text(text.slice(start + 9, end));
      return end + 3;
    }
    // Too short to tell as yet.
    if (text.length - start < 9) return -1;
    throw new ReadingStopped('damaged');
  }
}

function endOf(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found === -1 ? -1 : found + mark.length;
}

/** The `>` that ends a tag: one within quotes is a sign of the attribute's value. -1: it is still to come. */
function endOfTag(text: string, from: number): number {
  let close = text.indexOf('>', from);
  let at = from;
  while (close !== -1) {
    while (at < close) {
      const code = text.charCodeAt(at);
      at += 1;
      if (code !== quote && code !== apostrophe) continue;
      const partner = text.indexOf(code === quote ? '"' : "'", at);
      if (partner === -1) return -1;
      at = partner + 1;
    }
    if (at === close) return close;
    close = text.indexOf('>', at);
  }
  return -1;
}

/** A tag's name without its prefix and the space behind it. */
function localName(text: string, from: number, to: number): string {
  const name = text.slice(from, to).trimEnd();
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}
