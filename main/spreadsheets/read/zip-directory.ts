/** One file inside a zip archive, as the archive's directory lists it. Sizes are bytes, and only claims. */
export interface ZipEntry {
  /** With `/` between folders, as the standard has it, also where the program that wrote it used `\`. */
  readonly name: string;
  /** Unpacked. */
  readonly size: number;
  readonly packedSize: number;
  /** How it is packed: 0 as it is, 8 deflated. */
  readonly method: number;
  readonly flags: number;
  /** The sum of its unpacked bytes; 0 where the program that wrote it left it out. */
  readonly crc: number;
  /** Where its own header begins. */
  readonly offset: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const longLocatorSignature = 0x07064b50;
const longEndSignature = 0x06064b50;
const endLength = 22;
const entryLength = 46;
const longLocatorLength = 20;
const longEndLength = 56;
const longestComment = 65_535;
/** What a field of 32 or 16 bits holds where the number stands in a longer one. */
const seeLong = 0xffffffff;
const seeLongCount = 0xffff;
const longExtra = 1;

/** Where the directory begins, how many entries it has, and how far all that is said of places is off. */
interface Directory {
  readonly at: number;
  readonly count: number;
  readonly shift: number;
}

/**
 * Lists what a zip archive holds without unpacking it, also one with bytes before or behind it, or with the long
 * numbers of zip64; null where the directory is missing or broken.
 */
export function listZip(bytes: Buffer): ZipEntry[] | null {
  const directory = findDirectory(bytes);
  if (directory === null) return null;
  let { at } = directory;
  const entries: ZipEntry[] = [];
  for (let index = 0; index < directory.count; index += 1) {
    if (at + entryLength > bytes.length || bytes.readUInt32LE(at) !== entrySignature) return null;
    const nameEnd = at + entryLength + bytes.readUInt16LE(at + 28);
    const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
    if (extraEnd > bytes.length) return null;
    const long = longNumbers(bytes, nameEnd, extraEnd);
    const number = (place: number): number | null => {
      const short = bytes.readUInt32LE(at + place);
      return short === seeLong ? (long.shift() ?? null) : short;
    };
    const size = number(24);
    const packedSize = number(20);
    const offset = number(42);
    if (size === null || packedSize === null || offset === null) return null;
    entries.push({
      name: partName(bytes.toString('utf8', at + entryLength, nameEnd)),
      size,
      packedSize,
      method: bytes.readUInt16LE(at + 10),
      flags: bytes.readUInt16LE(at + 8),
      crc: bytes.readUInt32LE(at + 16),
      offset: offset + directory.shift,
    });
    at = extraEnd + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

const partName = (name: string): string => name.replaceAll('\\', '/').replace(/^(\.?\/)+/, '');

/** The directory by its closing record, which a comment or other bytes may follow. */
function findDirectory(bytes: Buffer): Directory | null {
  const earliest = Math.max(0, bytes.length - endLength - longestComment);
  for (let end = bytes.length - endLength; end >= earliest; end -= 1) {
    if (bytes.readUInt32LE(end) !== endSignature) continue;
    const long = findLongDirectory(bytes, end);
    if (long !== null) return long;
    const count = bytes.readUInt16LE(end + 10);
    const length = bytes.readUInt32LE(end + 12);
    return count === seeLongCount ? null : placed(bytes, end, length, bytes.readUInt32LE(end + 16), count);
  }
  return null;
}

function findLongDirectory(bytes: Buffer, end: number): Directory | null {
  const locator = end - longLocatorLength;
  if (locator < longEndLength || bytes.readUInt32LE(locator) !== longLocatorSignature) return null;
  // Without anything between them, the long record stands right before its locator, whatever bytes came before the archive.
  const record = locator - longEndLength;
  if (bytes.readUInt32LE(record) !== longEndSignature) return null;
  const count = Number(bytes.readBigUInt64LE(record + 32));
  const length = Number(bytes.readBigUInt64LE(record + 40));
  return placed(bytes, record, length, Number(bytes.readBigUInt64LE(record + 48)), count);
}

/** The directory ends where its closing record begins; where it says that it begins elsewhere, bytes stand before the archive. */
function placed(bytes: Buffer, end: number, length: number, said: number, count: number): Directory | null {
  // Every entry takes its bytes: a count beyond them is a lie.
  if (count * entryLength > bytes.length) return null;
  const at = end - length;
  const isThere = at >= 0 && (count === 0 || bytes.readUInt32LE(at) === entrySignature);
  return isThere ? { at, count, shift: at - said } : { at: said, count, shift: 0 };
}

/** The long numbers of an entry, in the order of the short ones that refer to them. */
function longNumbers(bytes: Buffer, from: number, to: number): number[] {
  for (let at = from; at + 4 <= to; at += 4 + bytes.readUInt16LE(at + 2)) {
    if (bytes.readUInt16LE(at) !== longExtra) continue;
    const end = Math.min(to, at + 4 + bytes.readUInt16LE(at + 2));
    const numbers: number[] = [];
    for (let place = at + 4; place + 8 <= end; place += 8) numbers.push(Number(bytes.readBigUInt64LE(place)));
    return numbers;
  }
  return [];
}
