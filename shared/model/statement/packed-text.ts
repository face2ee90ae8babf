import type { BitReader, BitWriter } from './bits.ts';

// Names and titles in five bits a letter, as they mostly are: words that begin with a capital. UTF-8 would take eight,
// and each byte less makes the squares of the code on the paper larger. Any text comes back as it was.

/** Signs of five bits: 1 to 26 are letters in the case that their place implies. */
const width = 5;
const end = 0;
const space = 27;
/** The next letter has the other case. */
const flip = 28;
/** From here on capitals are implied, or no longer. */
const capitals = 29;
/** A run of digits: how many, then ten bits for three. */
const digitRun = 30;
/** One of the marks below, or else any character by its code point. */
const other = 31;

const markWidth = 5;
/** What stands for the text that both sides know already, such as the program’s name. */
const known = 0;
const marks = ['', ...'-.,\'’&/():+"•#áàâäãåéèêëíóôöúüñç'];
const codePointWidth = 21;
const runWidth = 4;
const longestRun = 1 << runWidth;
const digitsAtOnce = 3;
const bitsOfDigits = [0, 4, 7, 10];

const isUpper = (sign: string): boolean => /^[A-Z]$/.test(sign);
const isLetter = (sign: string): boolean => /^[A-Za-z]$/.test(sign);

/** Writes a text, and that it is at its end. `shared` is a text that whoever reads it will know already. */
export function writeText(bits: BitWriter, text: string, shared = ''): void {
  let inCapitals = false;
  let afterLetter = false;
  let rest = text;
  while (rest !== '') {
    if (shared !== '' && rest.startsWith(shared)) {
      bits.add(other, width);
      bits.add(1, 1);
      bits.add(known, markWidth);
      rest = rest.slice(shared.length);
      afterLetter = false;
      continue;
    }
    const digits = /^[0-9]+/.exec(rest)?.[0].slice(0, longestRun) ?? '';
    if (digits.length > 0) {
      writeDigits(bits, digits);
      rest = rest.slice(digits.length);
      afterLetter = false;
      continue;
    }
    const sign = String.fromCodePoint(rest.codePointAt(0) ?? 0);
    if (isLetter(sign)) {
      const wanted: boolean = inCapitals ? isUpper(sign) : flipsAhead(rest, afterLetter) > 1;
      if (wanted !== inCapitals) {
        bits.add(capitals, width);
        inCapitals = wanted;
      }
      if (isUpper(sign) !== (inCapitals || !afterLetter)) bits.add(flip, width);
      bits.add(sign.toLowerCase().charCodeAt(0) - 96, width);
    } else writeSign(bits, sign);
    afterLetter = isLetter(sign);
    rest = rest.slice(sign.length);
  }
  bits.add(end, width);
}

/** How many of the capitals ahead, up to the next small letter, are not implied by their places. */
function flipsAhead(rest: string, afterLetter: boolean): number {
  const ahead = /^[^a-z]*/.exec(rest)?.[0] ?? '';
  return [...ahead].filter((sign, at) => isUpper(sign) && (at === 0 ? afterLetter : isLetter(ahead[at - 1] ?? '')))
    .length;
}

function writeSign(bits: BitWriter, sign: string): void {
  if (sign === ' ') {
    bits.add(space, width);
    return;
  }
  bits.add(other, width);
  const mark = marks.indexOf(sign);
  bits.add(mark > 0 ? 1 : 0, 1);
  if (mark > 0) bits.add(mark, markWidth);
  else bits.add(sign.codePointAt(0) ?? 0, codePointWidth);
}

function writeDigits(bits: BitWriter, digits: string): void {
  bits.add(digitRun, width);
  bits.add(digits.length - 1, runWidth);
  for (let at = 0; at < digits.length; at += digitsAtOnce) {
    const group = digits.slice(at, at + digitsAtOnce);
    bits.add(Number(group), bitsOfDigits[group.length] ?? 0);
  }
}

/** Reads a text; null where the bits hold none. */
export function readText(bits: BitReader, shared = ''): string | null {
  let text = '';
  let inCapitals = false;
  let flipped = false;
  let afterLetter = false;
  for (;;) {
    const sign = bits.take(width);
    if (sign === null) return null;
    if (sign === end) return text;
    if (sign === flip) flipped = true;
    else if (sign === capitals) inCapitals = !inCapitals;
    else if (sign < space) {
      const isCapital = (inCapitals || !afterLetter) !== flipped;
      text += String.fromCharCode((isCapital ? 64 : 96) + sign);
      flipped = false;
      afterLetter = true;
    } else {
      const read = sign === space ? ' ' : sign === digitRun ? readDigits(bits) : readSign(bits, shared);
      if (read === null) return null;
      text += read;
      afterLetter = false;
    }
  }
}

function readSign(bits: BitReader, shared: string): string | null {
  const isMark = bits.take(1);
  if (isMark === null) return null;
  if (isMark === 1) {
    const mark = bits.take(markWidth);
    return mark === null ? null : mark === known ? shared : (marks[mark] ?? null);
  }
  const code = bits.take(codePointWidth);
  return code === null || code > 0x10ffff ? null : String.fromCodePoint(code);
}

function readDigits(bits: BitReader): string | null {
  const run = bits.take(runWidth);
  if (run === null) return null;
  let digits = '';
  while (digits.length <= run) {
    const length = Math.min(digitsAtOnce, run + 1 - digits.length);
    const group = bits.take(bitsOfDigits[length] ?? 0);
    if (group === null) return null;
    digits += String(group).padStart(length, '0');
  }
  return digits;
}
