/** Whether signatures can be checked here: not on a page of the plain web, nor in a browser from before 2025. */
export type Checked = 'right' | 'wrong' | 'unchecked';

/** Checks an Ed25519 signature with the browser's own cryptography. `publicKey` is 32 bytes in base64url. */
export async function checkSignature(
  publicKey: string,
  bytes: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
): Promise<Checked> {
  try {
    const key = await crypto.subtle.importKey('raw', fromBase64Url(publicKey), { name: 'Ed25519' }, false, ['verify']);
    return (await crypto.subtle.verify({ name: 'Ed25519' }, key, signature, bytes)) ? 'right' : 'wrong';
  } catch {
    return 'unchecked';
  }
}

/** The SHA-256 of a public key: what statements and people name it by. Null: this browser can’t tell. */
export async function digestOfKey(publicKey: string): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await crypto.subtle.digest('SHA-256', fromBase64Url(publicKey)));
  } catch {
    return null;
  }
}

/** The bytes of a base64url text. */
export const fromBase64Url = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
