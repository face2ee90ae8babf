import { type Device, placeOfLetter } from './devices.ts';

// A certificate's number is read out over the phone and typed years later: the program's name, and digits alone, for no
// two of them sound or look alike. The first says which laptop gave it, the last checks the others.

/** At least so many digits count a laptop's certificates, so that its first ten thousand numbers sort as text. */
const countDigits = 4;
/** Laptops with a single digit of their own, 1 to 9; all others have a 0 and so many digits. */
const shortPlaces = 9;
const longPlaceDigits = 5;

/** The digits that stand for a laptop. None of them begins another's, so that whatever follows can have any length. */
function digitsOfLaptop(letter: Device['letter']): string {
  const place = placeOfLetter(letter);
  return place < shortPlaces ? String(place + 1) : `0${String(place).padStart(longPlaceDigits, '0')}`;
}

/** What all numbers begin with that a laptop gives to a program's certificates: `AL-CTO-1`. */
export const certificateSeries = (program: string, letter: Device['letter']): string =>
  `${program}-${digitsOfLaptop(letter)}`;

/** A laptop's certificate number, from its count, which begins with 1: `AL-CTO-100014`. */
export function certificateNumber(program: string, letter: Device['letter'], count: number): string {
  const digits = `${digitsOfLaptop(letter)}${String(count).padStart(countDigits, '0')}`;
  return `${program}-${digits}${checkDigit(digits)}`;
}

/** The count of a number of this series; null where it is none, as one from before there were such numbers. */
export function countInSeries(number: string, series: string): number | null {
  const [, count] = /^(\d{4,})\d$/.exec(number.slice(series.length)) ?? [];
  return number.startsWith(series) && count !== undefined ? Number(count) : null;
}

/**
 * What a typed text is: `number` as it is printed; `misread`, one of ours with a digit wrong, swapped or missing;
 * `other`, which may be a number from before there were such numbers, or none at all.
 */
type NumberReading =
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'misread' }
  | { readonly kind: 'other' };

/**
 * Reads a certificate's number as someone typed it: capitals, spaces and hyphens don't count, the program's name may be
 * left out, and O, I and L are read as the digits that they were taken for.
 */
export function readCertificateNumber(text: string, program: string): NumberReading {
  const said = plain(text);
  const name = plain(program);
  const rest = said.startsWith(name) ? said.slice(name.length) : said;
  const digits = rest.replaceAll('O', '0').replace(/[IL]/g, '1');
  if (!/^\d+$/.test(digits) || !/\d/.test(rest)) return { kind: 'other' };
  const least = (digits.startsWith('0') ? 1 + longPlaceDigits : 1) + countDigits + 1;
  const isWhole = digits.length >= least && checkDigit(digits.slice(0, -1)) === digits.at(-1);
  return isWhole ? { kind: 'number', number: `${program}-${digits}` } : { kind: 'misread' };
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * Damm's table (H. M. Damm, 2004): a quasigroup of order 10 that is totally anti-symmetric. One digit that follows from
 * it finds every wrong digit and every swap of two neighbors, which no sum of weighted digits modulo 10 does.
 */
const quasigroup = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];

/** The digit that checks others. */
const checkDigit = (digits: string): string =>
  [...digits].reduce((interim, digit) => quasigroup[Number(interim)]?.charAt(Number(digit)) ?? '', '0');
