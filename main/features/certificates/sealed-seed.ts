import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { done, type Result, refuse } from '../../../shared/model/result.ts';

// The private part of a key, 32 bytes, under a passphrase: as a file, on paper for the safe, and where there is no
// keychain. AES-256-GCM under a key that scrypt makes of the passphrase; as text, in groups that a person can type.

const saltBytes = 16;
const ivBytes = 12;
const tagBytes = 16;
const seedBytes = 32;
/** As much as OWASP asks for in 2026: 128 MB and about half a second a try. */
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
const mark = 'CDK1';
// Base 32 of RFC 4648: neither 0 nor 1, which are taken for letters.
const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

const stretch = (passphrase: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, 32, cost, (error, key) => (error ? reject(error) : resolve(key)));
  });

/** Seals a private key's seed under a passphrase: `CDK1-…`, in groups of four. */
export async function sealSeed(seed: Buffer, passphrase: string): Promise<string> {
  const [salt, iv] = [randomBytes(saltBytes), randomBytes(ivBytes)];
  const cipher = createCipheriv('aes-256-gcm', await stretch(passphrase, salt), iv);
  const sealed = Buffer.concat([cipher.update(seed), cipher.final()]);
  const text = toBase32(Buffer.concat([salt, iv, cipher.getAuthTag(), sealed]));
  return [mark, ...(text.match(/.{1,4}/g) ?? [])].join('-');
}

/** Opens it again, also as someone typed it from paper. Refuses what is no sealed key, and another passphrase. */
export async function openSeed(text: string, passphrase: string): Promise<Result<Buffer>> {
  const said = text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const body = said
    .slice(said.indexOf(mark) + mark.length)
    .replaceAll('0', 'O')
    .replaceAll('1', 'I')
    .replaceAll('8', 'B');
  const bytes = said.includes(mark) ? fromBase32(body) : null;
  if (bytes?.length !== saltBytes + ivBytes + tagBytes + seedBytes) {
    return refuse('That isn’t a complete sealed key: one begins with CDK1 and has 31 groups. Choose or type it again.');
  }
  const salt = bytes.subarray(0, saltBytes);
  const iv = bytes.subarray(saltBytes, saltBytes + ivBytes);
  const tag = bytes.subarray(saltBytes + ivBytes, -seedBytes);
  const opener = createDecipheriv('aes-256-gcm', await stretch(passphrase, salt), iv).setAuthTag(tag);
  try {
    return done(Buffer.concat([opener.update(bytes.subarray(-seedBytes)), opener.final()]));
  } catch {
    return refuse(
      'The passphrase is not the one that this key was sealed under, or a letter of the key is wrong. Try it again.',
    );
  }
}

function toBase32(bytes: Buffer): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => signs.charAt(Number.parseInt(five.padEnd(5, '0'), 2))).join('');
}

function fromBase32(text: string): Buffer | null {
  const values = [...text].map((sign) => signs.indexOf(sign));
  if (values.includes(-1)) return null;
  const bits = values.map((value) => value.toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
}
