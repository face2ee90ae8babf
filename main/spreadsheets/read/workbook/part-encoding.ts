/** Turns the bytes of a part into text, piece by piece; null ends it. */
type PartDecoder = (bytes: Buffer | null) => string;

/** Decodes a part by its byte order mark, its zeros, or what its first line says; UTF-8 where nothing does. */
export function partDecoder(): PartDecoder {
  let decoder: TextDecoder | null = null;
  return (bytes) => {
    if (bytes === null) return decoder?.decode() ?? '';
    decoder ??= new TextDecoder(encodingOf(bytes));
    return decoder.decode(bytes, { stream: true });
  };
}

const utf8 = 'utf-8';

function encodingOf(bytes: Buffer): string {
  const start = bytes.toString('latin1', 0, 200);
  if (start.startsWith('\xff\xfe') || start.startsWith('<\0')) return 'utf-16le';
  if (start.startsWith('\xfe\xff') || start.startsWith('\0<')) return 'utf-16be';
  const [, told = utf8] = /^(?:\xef\xbb\xbf)?<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)["']/.exec(start) ?? [];
  // What is told in letters of one byte can't be in letters of two.
  return /^utf-?16/i.test(told) ? utf8 : known(told);
}

function known(label: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return utf8;
  }
}
