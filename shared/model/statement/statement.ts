import { BitReader, BitWriter } from './bits.ts';
import { readText, writeText } from './packed-text.ts';

/**
 * What a certificate's code says, and nothing more. Days are `YYYY-MM-DD`, from 1900 to 2616. This file and those beside
 * it import nothing, for the page that checks certificates without the app is made of them too.
 */
export interface Statement {
  /** The program's short name, `AL-CTO`. */
  readonly program: string;
  readonly number: string;
  readonly name: string;
  /** What is certified: the certificate's title. */
  readonly what: string;
  readonly cohort: string;
  readonly issuedOn: string;
  /** Until when it is valid as things stood when it was printed; null: no end was set. */
  readonly validUntil: string | null;
}

/** The first two bytes of the SHA-256 of the key that signs: which of several keys to try, and whether it is ours at all. */
type KeyHint = number;

/** What is signed, in so many bytes. */
interface PackedStatement {
  readonly statement: Statement;
  readonly keyHint: KeyHint;
}

const format = 1;
const formatWidth = 4;
const hintWidth = 16;
const dayWidth = 18;
const dayOne = Date.UTC(1900, 0, 1);
const aDay = 86_400_000;

/** The bytes that are signed; null where a day is none that they have room for. */
export function packStatement({ statement, keyHint }: PackedStatement): Uint8Array<ArrayBuffer> | null {
  const { program, number, name, what, cohort, issuedOn, validUntil } = statement;
  const issued = countOfDay(issuedOn);
  const until = validUntil === null ? null : countOfDay(validUntil);
  if (issued === null || (validUntil !== null && until === null)) return null;
  const bits = new BitWriter();
  bits.add(format, formatWidth);
  bits.add(keyHint, hintWidth);
  bits.add(issued, dayWidth);
  bits.add(until === null ? 0 : 1, 1);
  if (until !== null) bits.add(until, dayWidth);
  writeText(bits, program);
  for (const text of [number, what, cohort, name]) writeText(bits, text, program);
  return bits.bytes();
}

/** Reads such bytes; null where they are none. That they read says nothing of who signed them. */
export function unpackStatement(bytes: Uint8Array): PackedStatement | null {
  const bits = new BitReader(bytes);
  if (bits.take(formatWidth) !== format) return null;
  const keyHint = bits.take(hintWidth);
  const issuedOn = readDay(bits);
  const hasEnd = bits.take(1);
  const validUntil = hasEnd === 1 ? readDay(bits) : null;
  const program = readText(bits);
  if (keyHint === null || issuedOn === null || hasEnd === null || (hasEnd === 1 && validUntil === null)) return null;
  if (program === null) return null;
  const [number, what, cohort, name] = [0, 1, 2, 3].map(() => readText(bits, program));
  if (number == null || what == null || cohort == null || name == null || !bits.isAtEnd()) return null;
  return { statement: { program, number, name, what, cohort, issuedOn, validUntil }, keyHint };
}

/** How many days a day lies after the first of 1900; null where there is no such day, or none with room for it. */
function countOfDay(day: string): number | null {
  const count = (Date.parse(`${day}T00:00:00Z`) - dayOne) / aDay;
  if (!Number.isInteger(count) || count < 0 || count >= 2 ** dayWidth) return null;
  // Feb 31 is read as one of the days after it.
  return dayAt(count) === day ? count : null;
}

const dayAt = (count: number): string => new Date(dayOne + count * aDay).toISOString().slice(0, 10);

function readDay(bits: BitReader): string | null {
  const count = bits.take(dayWidth);
  return count === null ? null : dayAt(count);
}
