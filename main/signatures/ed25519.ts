import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';

// RFC 8410: what comes before the 32 bytes of an Ed25519 key in its usual wrappings.
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** The seed of a new key: all there is of its private part. */
export const newSeed = (): Buffer =>
  generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(privatePrefix.length);

/** The private key of a seed of 32 bytes. */
export const privateKeyOf = (seed: Buffer): KeyObject =>
  createPrivateKey({ key: Buffer.concat([privatePrefix, seed]), format: 'der', type: 'pkcs8' });

/** The public part of a private key: 32 bytes in base64url, as the log keeps it. */
export const publicPartOf = (privateKey: KeyObject): string =>
  createPublicKey(privateKey)
    .export({ format: 'der', type: 'spki' })
    .subarray(publicPrefix.length)
    .toString('base64url');

/** Signs bytes; the same bytes always get the same signature. */
export const signBytes = (bytes: Uint8Array, privateKey: KeyObject): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(sign(null, bytes, privateKey));

/** Whether a signature over bytes is by the key of this public part; false too where the part isn't a key. */
export function isSignedBy(publicKey: string, bytes: Uint8Array, signature: Uint8Array): boolean {
  try {
    const key = Buffer.concat([publicPrefix, Buffer.from(publicKey, 'base64url')]);
    return verify(null, bytes, createPublicKey({ key, format: 'der', type: 'spki' }), signature);
  } catch {
    return false;
  }
}

const digestOf = (publicKey: string): Buffer =>
  createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest();

/** Which key a statement says that it is signed with: the first two bytes of the SHA-256 of its public part. */
export const hintOf = (publicKey: string): number => digestOf(publicKey).readUInt16BE(0);

/** What two people read to each other to see that they mean one key: `4F7K …`, the first eight bytes in groups. */
export const fingerprintOf = (publicKey: string): string =>
  (digestOf(publicKey).subarray(0, 8).toString('hex').toUpperCase().match(/.{4}/g) ?? []).join(' ');
