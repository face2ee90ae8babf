import type { DeviceId } from './ids.ts';

/** A laptop as the log knows it. */
export interface Device {
  readonly id: DeviceId;
  /** `A` for the program's first laptop, then `B`, `C` …: it stands in the numbers that the laptop gives. */
  readonly letter: DeviceLetter;
  /** What the laptop is called in its own system. */
  readonly name: string;
  readonly because: NewDevice;
}

/** Why there is another device: it made the program, or it got a file from another laptop, or an older copy of one. */
export type NewDevice = 'first' | 'other-laptop' | 'older-file';

/** `A` to `Z`, then `AA`, `AB` … */
type DeviceLetter = string;

/** The letter of a program's first laptop, whose numbers carry none. */
export const firstLetter: DeviceLetter = 'A';

const LETTERS = 26;
const codeOfA = 65;

/** The letter at a place from 0 on: `A`, `B` … `Z`, `AA`. */
export function letterAt(place: number): DeviceLetter {
  const last = String.fromCharCode(codeOfA + (place % LETTERS));
  return place < LETTERS ? last : letterAt(Math.floor(place / LETTERS) - 1) + last;
}

/** The place of a letter, from 0 on. */
export const placeOfLetter = (letter: DeviceLetter): number =>
  [...letter].reduce((place, sign) => (place + 1) * LETTERS + sign.charCodeAt(0) - codeOfA, -1);

/** So many numbers of one kind a laptop can give before it would reach the next one's. */
const numbersALetter = 1_000_000;

/** Where a laptop's counted numbers begin: after 0 on the first, after 1000000 on the second. */
export const firstNumberOf = (letter: DeviceLetter): { readonly after: number; readonly last: number } => {
  const after = placeOfLetter(letter) * numbersALetter;
  return { after, last: after + numbersALetter - 1 };
};

/** A counted number as people read it: `61`; `B61` where the second laptop gave it. */
export function sayNumber(number: number): string {
  const place = Math.floor(number / numbersALetter);
  return place === 0 ? String(number) : `${letterAt(place)}${number % numbersALetter}`;
}

/** A counted number as it was typed, `61`, `#61` or `b61`; null where it is none. */
export function readNumber(text: string): number | null {
  const [, letter = '', digits] = /^#?\s*([A-Z]{0,2})0*([1-9]\d{0,6})$/.exec(text.trim().toUpperCase()) ?? [];
  if (digits === undefined) return null;
  return Number(digits) + (letter === '' ? 0 : firstNumberOf(letter).after);
}
