import type { Sheet } from '../../../shared/model/imports.ts';
import type { ReadSheet } from '../../spreadsheets/read/read-sheet.ts';

/** What Windows shows for the second byte of a letter in UTF-8. */
const secondByte = '[\\u0080-\\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]';
/** Signs that stand beside no letter of a name: what other encodings have where the letter was. */
const strangers =
  '[¡¢£¤¥¦§¨©«¬®¯°±²³µ¶¸¹»¼½¾¿×÷€‚ƒ„†‡ˆ‰‹›•˜™√\\u2190-\\u23ff\\u2500-\\u25ff\\u0080-\\u0084\\u0086-\\u009f]';

const garbled = new RegExp(
  [
    // Letters that no encoding gave back, and those that came as question marks.
    '\\ufffd',
    '\\p{L}\\?+\\p{L}',
    // UTF-8 that someone took for Windows', for the Mac's or for MS-DOS's before it came here.
    `[ÃÂ]${secondByte}`,
    'â€',
    // Other encodings that someone took for each other.
    `(?<=\\p{L})${strangers}(?=\\p{L})`,
    `\\p{L}[£¤¥‚ƒ„†‡ˆ‰√¬\\u2500-\\u25ff\\u0080-\\u0084\\u0086-\\u009f]`,
    `(?<=\\p{L})[ªº](?=\\p{L})`,
    '(?<![\\p{L}])[OD]Õ(?=\\p{L})',
    // One letter of another alphabet within a Latin word.
    '\\p{Script=Latin}[\\p{Script=Greek}\\p{Script=Cyrillic}]|[\\p{Script=Greek}\\p{Script=Cyrillic}]\\p{Script=Latin}',
  ].join('|'),
  'u',
);

const ask = 'ask, or export the list again as UTF-8';

/** Why the letters of a text may not be those that were typed; null: nothing speaks against them. */
export function doubtLetters(typed: string, sheet: Sheet): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant.
  if (/^[\x00-\x7f]*$/.test(typed) && !typed.includes('?')) return null;
  if (garbled.test(typed)) return `has letters that were garbled on the way; ${ask}`;
  const { doubtfulLetters }: ReadSheet = sheet;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant.
  if (!doubtfulLetters || /^[\x00-\x7f]*$/.test(typed)) return null;
  return `has letters that may have been garbled on the way, because the file doesn’t tell its encoding; ${ask}`;
}
