/** A message as a mail program understands it. */
export interface ReadMessage {
  /** By lower-case name, unfolded, encoded words as they stand. */
  readonly raw: Readonly<Record<string, string>>;
  /** The same with encoded words and quoted names read. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Reads a message by RFC 5322, 2045 and 2047, and throws where it breaks them: bare line ends, signs outside ASCII,
 * lines of more than 78 characters, encoded words of more than 75.
 */
export function readEml(text: string): ReadMessage {
  if (/[^\r]\n|\r[^\n]|^\n/.test(text)) throw new Error('A line ends with something else than CRLF.');
  if (/[^\t\r\n -~]/.test(text)) throw new Error('Something is not ASCII.');
  const long = text.split('\r\n').find((line) => line.length > 78);
  if (long !== undefined) throw new Error(`A line has ${long.length} characters: ${long}`);
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) throw new Error('No empty line ends the headers.');
  const raw: Record<string, string> = {};
  for (const line of text
    .slice(0, end)
    .replace(/\r\n(?=[ \t])/g, '')
    .split('\r\n')) {
    const [, name = '', value = ''] = /^([!-9;-~]+): (.*)$/.exec(line) ?? [];
    if (name === '' || name.toLowerCase() in raw) throw new Error(`Not a header, or one too many: ${line}`);
    raw[name.toLowerCase()] = value;
  }
  // Quotes mean something where an address stands, and nothing in a subject.
  const read = (name: string, value: string) => readWords(name === 'to' ? unquote(value) : value);
  const headers = Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, read(name, value)]));
  return { raw, headers, body: readBody(text.slice(end + 4), raw['content-transfer-encoding'] ?? '') };
}

const encodedWord = /=\?([^?\s]+)\?([QB])\?([^?\s]*)\?=/g;

function readWords(value: string): string {
  // Space between two encoded words is not part of the text.
  const joined = value.replace(/(\?=)[ \t]+(?==\?)/g, '$1');
  return joined.replace(encodedWord, (word, charset: string, encoding: string, text: string) => {
    if (word.length > 75) throw new Error(`An encoded word of ${word.length} characters: ${word}`);
    if (charset.toLowerCase() !== 'utf-8') throw new Error(`An unknown charset: ${charset}`);
    return strictUtf8(encoding === 'B' ? Buffer.from(text, 'base64') : quotedBytes(text.replaceAll('_', ' ')));
  });
}

const unquote = (value: string): string =>
  value.replace(/^"((?:[^"\\]|\\.)*)"/, (_, inner: string) => inner.replace(/\\(.)/g, '$1'));

function readBody(text: string, encoding: string): string {
  if (encoding === 'base64') return strictUtf8(Buffer.from(text.replaceAll('\r\n', ''), 'base64'));
  if (encoding !== 'quoted-printable') throw new Error(`An unknown encoding: ${encoding}`);
  if (/[ \t]\r\n/.test(text)) throw new Error('A line ends with a space, which mail may drop.');
  return strictUtf8(quotedBytes(text.replace(/=\r\n/g, '')));
}

const quotedBytes = (text: string): Buffer =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  );

const strictUtf8 = (bytes: Buffer): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);
