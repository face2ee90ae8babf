import { constants, crc32, deflateRawSync } from 'node:zlib';

/** How an archive differs from the plainest one. */
export interface ZipShape {
  /** Files lie in it as they are. */
  readonly isStored?: boolean;
  /** Sums and sizes stand behind each file, as programs write that send it while they make it. */
  readonly hasDescriptors?: boolean;
  /** Numbers of 64 bits, whatever the size. */
  readonly isLong?: boolean;
  readonly before?: string;
  readonly behind?: string;
  /** What the directory claims that a file unpacks to. */
  readonly claimed?: number;
}

/** A file that is packed already; no one needs its bytes in one piece. */
export interface Packed {
  readonly packed: Buffer;
  readonly size: number;
}

/** A text with its middle repeated, packed without ever being whole: a megabyte of archive can hold a gigabyte. */
export function repeated(start: string, middle: string, times: number, end: string): Packed {
  // A piece that is flushed refers to nothing before it, and can be repeated as it is.
  const piece = (text: string): Buffer => deflateRawSync(text, { finishFlush: constants.Z_FULL_FLUSH });
  const each = Math.max(1, Math.min(times, Math.floor(1_000_000 / middle.length)));
  const rounds = Math.floor(times / each);
  const rest = middle.repeat(times - rounds * each) + end;
  return {
    packed: Buffer.concat([
      piece(start),
      ...Array<Buffer>(rounds).fill(piece(middle.repeat(each))),
      deflateRawSync(rest),
    ]),
    size: start.length + middle.length * times + end.length,
  };
}

/** A zip archive of these files, as small programs write it. */
export function zipOf(files: Readonly<Record<string, string | Uint8Array | Packed>>, shape: ZipShape = {}): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const { packed, sum, size: trueSize } = packedOf(content, shape);
    const label = Buffer.from(name);
    const size = shape.claimed ?? trueSize;
    const long = shape.isLong ? longNumbers(size, packed.length, offset) : Buffer.alloc(0);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(shape.isLong ? 45 : 20, 0);
    facts.writeUInt16LE(shape.hasDescriptors ? 8 : 0, 2);
    facts.writeUInt16LE(shape.isStored ? 0 : 8, 4);
    facts.writeUInt32LE(sum, 10);
    facts.writeUInt32LE(shape.isLong ? 0xffffffff : packed.length, 14);
    facts.writeUInt32LE(shape.isLong ? 0xffffffff : size, 18);
    facts.writeUInt16LE(label.length, 22);
    const ahead = Buffer.from(facts);
    if (shape.hasDescriptors) ahead.fill(0, 10, 22);
    facts.writeUInt16LE(long.length, 24);
    const descriptor = Buffer.alloc(shape.hasDescriptors ? 16 : 0);
    if (shape.hasDescriptors) {
      descriptor.write('PK\x07\x08', 'latin1');
      descriptor.writeUInt32LE(sum, 4);
      descriptor.writeUInt32LE(packed.length, 8);
      descriptor.writeUInt32LE(trueSize, 12);
    }
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), ahead, label, packed, descriptor]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(shape.isLong ? 0xffffffff : offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, place, label, long]));
    parts.push(local);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(shape.isLong ? 0xffff : parts.length, 8);
  end.writeUInt16LE(shape.isLong ? 0xffff : parts.length, 10);
  end.writeUInt32LE(shape.isLong ? 0xffffffff : entries.length, 12);
  end.writeUInt32LE(shape.isLong ? 0xffffffff : offset, 16);
  const longEnd = shape.isLong ? longEndOf(parts.length, entries.length, offset) : Buffer.alloc(0);
  const { before = '', behind = '' } = shape;
  return Buffer.concat([Buffer.from(before), ...parts, entries, longEnd, end, Buffer.from(behind)]);
}

/** A file as it is in the archive; the sum of a packed one is left out. */
function packedOf(content: string | Uint8Array | Packed, { isStored }: ZipShape): Packed & { readonly sum: number } {
  if (typeof content !== 'string' && !(content instanceof Uint8Array)) return { ...content, sum: 0 };
  const bytes = Buffer.from(content);
  return { packed: isStored ? bytes : deflateRawSync(bytes), size: bytes.length, sum: crc32(bytes) };
}

/** The numbers of an entry that do not fit into 32 bits. */
function longNumbers(size: number, packedSize: number, offset: number): Buffer {
  const extra = Buffer.alloc(28);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(24, 2);
  for (const [index, number] of [size, packedSize, offset].entries()) {
    extra.writeBigUInt64LE(BigInt(number), 4 + index * 8);
  }
  return extra;
}

/** The closing records of an archive with long numbers. */
function longEndOf(count: number, length: number, offset: number): Buffer {
  const record = Buffer.alloc(56);
  record.write('PK\x06\x06', 'latin1');
  record.writeBigUInt64LE(44n, 4);
  for (const [index, number] of [count, count, length, offset].entries()) {
    record.writeBigUInt64LE(BigInt(number), 24 + index * 8);
  }
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07', 'latin1');
  locator.writeBigUInt64LE(BigInt(offset + length), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([record, locator]);
}

export interface RawWorkbook {
  /** Number formats; cells name them from 1 by `s`. */
  readonly styles: readonly string[];
  readonly is1904?: boolean;
  /** The cells' XML, without references: they follow each other. */
  readonly cells: readonly (readonly string[])[];
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const relations = (all: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `<Relationships xmlns="${packageRelations}">${all
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** A workbook of one sheet with cells exactly as given: what libraries would not write, spreadsheet programs do. */
export const workbookOf = (workbook: RawWorkbook): Buffer => zipOf(partsOf(workbook));

/** The parts of such a workbook, by name. */
export function partsOf({ styles, is1904 = false, cells }: RawWorkbook): Record<string, string> {
  const escaped = styles.map((style) => style.replaceAll('"', '&quot;'));
  return {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/_rels/workbook.xml.rels': relations([
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'styles', 'styles.xml'],
    ]),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr date1904="${is1904 ? 1 : 0}"/><sheets><sheet name="List" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts>${escaped
      .map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code}"/>`)
      .join('')}</numFmts><cellXfs><xf numFmtId="0"/>${escaped
      .map((_, index) => `<xf numFmtId="${164 + index}" applyNumberFormat="1"/>`)
      .join('')}</cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${cells
      .map((row) => `<row>${row.join('')}</row>`)
      .join('')}</sheetData></worksheet>`,
  };
}
