import iconv from 'iconv-lite';

/** What a text in one byte a letter was taken for, and whether that can be relied on. */
export interface WesternGuess {
  readonly encoding: string;
  /** Another encoding is about as likely, or even the best one leaves letters that stand in no name. */
  readonly isDoubtful: boolean;
}

/**
 * What Excel's “Save as” list writes here, the commonest first: Windows, the Mac, MS-DOS in the US and in Western
 * Europe; and what programs of immigrants from Turkey and Central Europe write. Of equal ones the first counts.
 */
const candidates = ['windows-1252', 'macroman', 'cp437', 'cp850', 'windows-1254', 'windows-1250'] as const;
/** Read only where the others leave letters that no name has, and never without a word to the reader. */
const rare: ReadonlySet<string> = new Set(['windows-1254', 'windows-1250']);

/** How often names here have a letter, from 1 for the common ones; a letter that is not listed has 0.1. */
const weights = new Map<string, number>([
  ...[...'áéíóñú'].map((letter) => [letter, 1] as const),
  ...[...'üö'].map((letter) => [letter, 0.9] as const),
  ...[...'äëèïçß'].map((letter) => [letter, 0.6] as const),
  ...[...'ãôâêåø'].map((letter) => [letter, 0.3] as const),
  ...[...'îûàõìòùæœšžýÿłńśćčřşğıăđęąźżěůťďőű'].map((letter) => [letter, 0.15] as const),
]);
const otherLetter = 0.1;
/** Letters of Iceland, which stand where Turkish and others have theirs. */
const seldom = /[ðþýÐÞÝ]/;
/** What a sign costs that stands where no name has it. */
const misplaced = -1.5;
/** How much better than the next one a reading must be to be relied on. */
const enough = 0.35;

const vowel = /[aeiouyáéíóúàèìòùâêîôûäëïöüãõåæøœ]/i;

/** Takes a text in one byte a letter for what makes the likeliest words of it. */
export function guessWestern(bytes: Buffer): WesternGuess {
  const words = wordsWithHighBytes(bytes);
  if (words.length === 0) return { encoding: 'windows-1252', isDoubtful: false };
  const readings = candidates.map((encoding) => {
    const texts = words.map((word) => iconv.decode(word, encoding));
    const scores = texts.map(plausibilityOf);
    const score = scores.reduce((sum, each) => sum + each, 0) - (rare.has(encoding) ? 1 : 0);
    return { encoding, score, texts, misreads: scores.filter((each) => each < 0).length };
  });
  const [best, ...others] = readings.sort((a, b) => b.score - a.score);
  if (!best) return { encoding: 'windows-1252', isDoubtful: true };
  const next = others.find(({ texts }) => texts.some((text, at) => text !== best.texts[at]));
  const isForeign = rare.has(best.encoding) || best.texts.some((text) => seldom.test(text));
  const isClose = next !== undefined && best.score - next.score < enough;
  return {
    encoding: best.encoding,
    isDoubtful: isClose || isForeign || best.misreads * 4 > words.length,
  };
}

const mostWords = 5_000;

/** The text of a text that hold a byte above ASCII, each once, with the signs beside them; a space is around each. */
function wordsWithHighBytes(bytes: Buffer): Buffer[] {
  const found = new Map<string, Buffer>();
  const isBreak = (byte: number | undefined): boolean =>
    byte === undefined || byte <= 0x20 || byte === 0x2c || byte === 0x3b || byte === 0x22;
  for (let at = 0; at < bytes.length && found.size < mostWords; at += 1) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    let start = at;
    let end = at;
    while (!isBreak(bytes[start - 1])) start -= 1;
    while (!isBreak(bytes[end])) end += 1;
    const word = bytes.subarray(start, Math.min(end, start + 60));
    found.set(word.toString('latin1'), word);
    at = end;
  }
  return [...found.values()];
}

/** How likely a word is: the sum over its letters and signs above ASCII, each judged by its neighbors. */
function plausibilityOf(word: string): number {
  const letters = [...word];
  let sum = 0;
  for (const [at, sign] of letters.entries()) {
    if (sign <= '\u007f') continue;
    sum += /\p{L}/u.test(sign) && !/[ªº]/.test(sign) ? ofLetter(letters, at) : ofMark(letters, at);
  }
  return sum;
}

function ofLetter(letters: readonly string[], at: number): number {
  const sign = letters[at] ?? '';
  const before = letters[at - 1] ?? '';
  const after = letters[at + 1] ?? '';
  const isUpper = sign !== sign.toLowerCase();
  const isLower = !isUpper;
  // A capital behind a small letter, and a small one between capitals, are other bytes misread.
  if (isUpper && /\p{Ll}/u.test(before)) return misplaced;
  if (isUpper && /\p{Ll}/u.test(after) && /\p{L}/u.test(before)) return misplaced;
  if (isLower && /\p{Lu}/u.test(after) && !/^Mc$/.test(before)) return misplaced;
  if (isLower && /\p{Lu}/u.test(before) && /\p{Lu}/u.test(letters[at - 2] ?? '')) return misplaced;
  if (!/\p{L}/u.test(before) && !/\p{L}/u.test(after)) return misplaced / 3;
  // Three accents in a row are letters of another alphabet.
  if (isAccented(before) && isAccented(after)) return misplaced;
  // Greek among Latin letters is what MS-DOS has where Windows has accents.
  if (!/\p{Script=Latin}/u.test(sign)) return misplaced;
  const weight = weights.get(sign.toLowerCase()) ?? otherLetter;
  // A name begins with a capital, unless all of it is small.
  const start = isLower && !/\p{L}/u.test(before) ? 0.6 : 1;
  return weight * start * placing(sign.toLowerCase(), before.toLowerCase(), after.toLowerCase());
}

const isAccented = (sign: string): boolean => sign > '\u007f' && /\p{L}/u.test(sign);

/** How well a letter sits between its neighbors, from 0 to 1. */
function placing(sign: string, before: string, after: string): number {
  if (sign === 'ß') return vowel.test(before) ? 1 : 0;
  if (sign === 'ñ') return vowel.test(after) || after === '' ? 1 : 0.2;
  if (sign === 'ç') return vowel.test(after) ? 1 : 0.2;
  if (/[áó]/.test(sign) && /[aou]/.test(after)) return 0.2;
  if (sign === 'á' && !/\p{L}/u.test(after)) return 0.4;
  if (/[ëï]/.test(sign)) return vowel.test(before) ? 1.4 : 0.4;
  if (sign === 'ã') return after === 'o' ? 3 : 1;
  if (!vowel.test(sign)) return 1;
  return vowel.test(before) && vowel.test(after) ? 0.6 : 1;
}

/** A sign that is no letter: apostrophes, quotation marks and dashes have their places, others stand in no word. */
function ofMark(letters: readonly string[], at: number): number {
  const sign = letters[at] ?? '';
  const before = letters[at - 1] ?? '';
  const after = letters[at + 1] ?? '';
  const [isAfter, isBefore] = [/\p{L}/u.test(before), /\p{L}/u.test(after)];
  switch (sign) {
    case '’':
      // O’Brien, D’angelo, Women’s; elsewhere within a word it is the í of a Mac.
      if (!isAfter) return 0.1;
      if (!isBefore || /\p{Lu}/u.test(after)) return 1;
      if (at >= 4 && /^(s|t|l|ll|re)$/i.test(letters.slice(at + 1).join(''))) return 1.4;
      return at <= 2 || after === 's' ? 0.8 : -0.3;
    case '‘':
    case '“':
      return isAfter ? misplaced : 0.5;
    case '”':
      return isBefore ? misplaced : 0.5;
    case '–':
    case '—':
      if (!isAfter && !isBefore) return 0.5;
      return /\p{Lu}|\d/u.test(after) && /[\p{L}\d]/u.test(before) ? 0.4 : -0.6;
    case '…':
    case '™':
    case '®':
    case '©':
    case '•':
    case '°':
    case 'º':
    case 'ª':
      return isBefore ? misplaced : isAfter ? 0.05 : 0.3;
    case '€':
    case '£':
    case '½':
    case '¼':
    case '¾':
    case '§':
      return isAfter || isBefore ? misplaced : 0.3;
    case '¿':
    case '¡':
      return isAfter ? misplaced : isBefore ? 0.5 : 0;
    case '\u00a0':
      // A space that does not break, or the á of MS-DOS.
      return /\p{Ll}/u.test(before) && /\p{Ll}/u.test(after) ? 0.6 : 0.4;
    default:
      return isAfter || isBefore ? misplaced : misplaced / 3;
  }
}
