/** A statement's bytes and the signature over them. */
export interface SignedBytes {
  readonly signed: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
}

/** Bytes of an Ed25519 signature. */
const signatureLength = 64;

/** What every printed statement begins with, so that a scanner's text is known for one of ours. */
const mark = 'CDC';

// Forty-one of the signs of a QR code's alphanumeric mode, five and a half bits each, so that two bytes take three of
// them: the densest text that any scanner can type. Left out are the space and the percent sign, which an address can’t
// have behind its #, and the period and dollar sign, at which programs cut a link short.
const signs = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-:*+/';
const base = signs.length;

/** A statement as the code on the paper has it: `CDC`, then capitals, digits, and a few marks. */
export function printSigned({ signed, signature }: SignedBytes): string {
  const bytes = [...signature, ...signed];
  let text = mark;
  for (let at = 0; at < bytes.length; at += 2) {
    const [high = 0, low] = [bytes[at], bytes[at + 1]];
    let value = low === undefined ? high : high * 256 + low;
    for (let sign = low === undefined ? 2 : 3; sign > 0; sign -= 1) {
      text += signs.charAt(value % base);
      value = Math.floor(value / base);
    }
  }
  return text;
}

// The shortest statement has about this many signs.
const wholeIn = new RegExp(`${mark}([-0-9A-Z:*+/]{110,})`);
const partIn = new RegExp(`${mark}([-0-9A-Z:*+/]{40,})`);

/**
 * Finds a statement in what was scanned, typed, or pasted: behind the # of an address, between other words, in lines, in
 * small letters. Null: there is none. `broken`: there is the beginning of one, and the rest can't be read.
 */
export function readPrinted(text: string): SignedBytes | 'broken' | null {
  const said = text.toUpperCase();
  // One that stands on a line of its own ends there. A mail may have broken it into several.
  const found = wholeIn.exec(said)?.[1] ?? partIn.exec(said.replace(/\s+/g, ''))?.[1];
  if (found === undefined) return null;
  const bytes = bytesOf(found);
  if (bytes === null || bytes.length <= signatureLength) return 'broken';
  return { signature: bytes.slice(0, signatureLength), signed: bytes.slice(signatureLength) };
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> | null {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 3) {
    const group = text.slice(at, at + 3);
    if (group.length === 1) return null;
    const value = [...group].reduceRight((sum, sign) => sum * base + signs.indexOf(sign), 0);
    if (value >= (group.length === 3 ? 65_536 : 256)) return null;
    if (group.length === 3) bytes.push(value >> 8);
    bytes.push(value & 255);
  }
  return Uint8Array.from(bytes);
}
