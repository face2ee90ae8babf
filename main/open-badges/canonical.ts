import { createHash } from 'node:crypto';
import { type Contexts, shippedContexts } from './contexts.ts';

/**
 * A JSON-LD document in its one canonical form (RDFC-1.0, W3C, May 2024): the same statements always give the same text.
 * Null where it says something that no context here knows, so that a part of it would go unsigned, or is made to be
 * endless work.
 */
export async function canonicalForm(document: object, contexts: Contexts = shippedContexts): Promise<string | null> {
  // Loaded when the first badge needs it: the app should not start later for it.
  const { default: jsonld } = await import('jsonld');
  try {
    return await jsonld.canonize(document, {
      algorithm: 'RDFC-1.0',
      format: 'application/n-quads',
      safe: true,
      base: null,
      documentLoader: async (url) => {
        const known = contexts.get(url);
        if (known === undefined) throw new Error(`The context ${url} is not known here.`);
        return { contextUrl: null, documentUrl: url, document: known };
      },
    });
  } catch {
    // Whatever is wrong with a document that someone sent, it has no canonical form.
    return null;
  }
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();

/** A document and what its proof says besides the signature itself. */
export interface ToBeSigned {
  /** Without a proof. */
  readonly document: object & { readonly '@context': unknown };
  /** Without a `proofValue`. */
  readonly options: object;
}

/**
 * The 64 bytes that `eddsa-rdfc-2022` signs: SHA-256 of the proof's options, then of the document, each in its canonical
 * form (W3C Data Integrity EdDSA Cryptosuites v1.0, section 3.2). Null where one has none.
 */
export async function bytesToSign(
  { document, options }: ToBeSigned,
  contexts: Contexts = shippedContexts,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const proof = await canonicalForm({ ...options, '@context': document['@context'] }, contexts);
  const said = await canonicalForm(document, contexts);
  return proof === null || said === null ? null : Uint8Array.from(Buffer.concat([sha256(proof), sha256(said)]));
}
