// Multibase and multicodec, as far as Ed25519 keys and signatures take them: `z` is base 58 with Bitcoin's alphabet.

const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
/** What comes before the 32 bytes of an Ed25519 public key. */
const ed25519Key = Buffer.from('ed01', 'hex');
const keyBytes = 32;
/** A signature has 64 bytes, a key 34: anything far longer is neither, and decoding base 58 takes the square of its length. */
const longest = 120;

/** Bytes as `z…`. */
export function toBase58(bytes: Uint8Array): string {
  const zeros = bytes.findIndex((byte) => byte !== 0);
  let rest = BigInt(`0x0${Buffer.from(bytes).toString('hex')}`);
  let text = '';
  for (; rest > 0n; rest /= 58n) text = alphabet.charAt(Number(rest % 58n)) + text;
  return `z${'1'.repeat(zeros === -1 ? bytes.length : zeros)}${text}`;
}

/** The bytes of such a text; null if it isn't one. */
export function fromBase58(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^z[1-9A-HJ-NP-Za-km-z]+$/.test(text) || text.length > longest) return null;
  const signs = text.slice(1);
  const zeros = /^1*/.exec(signs)?.[0].length ?? 0;
  let value = 0n;
  for (const sign of signs) value = value * 58n + BigInt(alphabet.indexOf(sign));
  const hex = value === 0n ? '' : value.toString(16);
  return Uint8Array.from(
    Buffer.concat([Buffer.alloc(zeros), Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')]),
  );
}

/** A public key, 32 bytes in base64url, as multibase: `z6Mk…`. */
export const multikeyOf = (publicKey: string): string =>
  toBase58(Buffer.concat([ed25519Key, Buffer.from(publicKey, 'base64url')]));

/** The public key of a multikey, in base64url; null if it isn't an Ed25519 key. */
export function publicKeyOf(multikey: string): string | null {
  const bytes = fromBase58(multikey);
  if (bytes === null || bytes.length !== ed25519Key.length + keyBytes) return null;
  return ed25519Key.equals(bytes.subarray(0, ed25519Key.length))
    ? Buffer.from(bytes.subarray(ed25519Key.length)).toString('base64url')
    : null;
}

/** The name of a key as an issuer that needs no registry. */
export const didOf = (publicKey: string): string => `did:key:${multikeyOf(publicKey)}`;

/** How a proof names that key. */
export const methodOf = (publicKey: string): string => `${didOf(publicKey)}#${multikeyOf(publicKey)}`;
