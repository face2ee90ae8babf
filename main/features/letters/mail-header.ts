const longestWord = 75;
const longestLine = 76;
const atext = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+$/;

/** A header's text without what could end the header or hide in it: controls and line ends become one space. */
const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    .trim();

/** Whether a text can stand in a header as it is, folded at its spaces. A sign of an encoded word would be read as one. */
const isPlain = (text: string): boolean =>
  /^[ -~]*$/.test(text) && !text.includes('=?') && text.split(' ').every((word) => word.length <= longestLine - 12);

/** The value of a Subject header: as it is where it is ASCII, else in RFC 2047 encoded words; folded by RFC 5322. */
export function encodedSubject(subject: string): string {
  const text = oneLine(subject);
  return fold(
    'Subject: '.length,
    isPlain(text) ? text.split(' ') : encodedWords(text, longestWord - 'Subject: '.length),
  );
}

/** A mailbox of a To header: `Ann One <ann@example.org>`, its name quoted or encoded where it must be. */
export function mailbox(name: string, address: string): string {
  const text = oneLine(name);
  const words = text === '' ? [] : phrase(text);
  return fold('To: '.length, [...words, words.length > 0 ? `<${address}>` : address]);
}

/** A display name in the words that a header can be folded between. */
function phrase(text: string): string[] {
  if (!isPlain(text)) return encodedWords(text, longestWord - 'To: '.length);
  const words = text.split(' ');
  if (words.every((word) => atext.test(word))) return words;
  // A quoted string may be folded at its spaces too, and its words belong together by their quotes.
  return `"${text.replace(/["\\]/g, (sign) => `\\${sign}`)}"`.split(' ');
}

/** Words on lines of 76 characters at most, each further line begun with a space. */
function fold(indent: number, words: readonly string[]): string {
  let length = indent;
  let folded = '';
  for (const [at, word] of words.entries()) {
    const breaks = at > 0 && length + 1 + word.length > longestLine;
    folded += at === 0 ? word : `${breaks ? '\r\n' : ''} ${word}`;
    length = (breaks ? 0 : length) + (at === 0 ? 0 : 1) + word.length;
  }
  return folded;
}

/**
 * A text in encoded words of UTF-8, 75 characters at most each and never within a character; readers join them
 * without the spaces between. The shorter of the two encodings: Q where most is ASCII, B where little is.
 */
function encodedWords(text: string, room: number): string[] {
  const inQ = split(text, room, 'Q', (part) => [...part].map(inPhrase).join(''));
  const inB = split(text, room, 'B', (part) => Buffer.from(part).toString('base64'));
  return inQ.join('').length <= inB.join('').length ? inQ : inB;
}

function split(text: string, room: number, encoding: 'Q' | 'B', encode: (part: string) => string): string[] {
  const wrap = (part: string): string => `=?UTF-8?${encoding}?${encode(part)}?=`;
  const words: string[] = [];
  let part = '';
  for (const character of text) {
    if (part !== '' && wrap(part + character).length > room) {
      words.push(wrap(part));
      part = '';
    }
    part += character;
  }
  return [...words, wrap(part)];
}

/** A character within a Q word of a phrase, where the fewest signs may stand for themselves. */
function inPhrase(character: string): string {
  if (character === ' ') return '_';
  if (/^[A-Za-z0-9!*+/-]$/.test(character)) return character;
  return hex(character);
}

/** A text's UTF-8 bytes as both of mail's encodings write them: `=E2=80=93`. */
export const hex = (text: string): string =>
  [...Buffer.from(text)].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
