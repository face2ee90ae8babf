import type { JudgedKey, ListedCertificate } from './state.ts';

/** A key of the program with its days, as the checking page has it. */
export interface PublishedKey extends JudgedKey {
  /** 32 bytes in base64url. */
  readonly publicKey: string;
  readonly since: string;
}

/** What the checking page knows: every key that the program has had, and what became of every number. No names. */
export interface StatusDocument {
  readonly format: 1;
  readonly program: string;
  readonly organization: string;
  /** The day of which the list is. */
  readonly listFrom: string;
  readonly keys: readonly PublishedKey[];
  readonly certificates: readonly ListedCertificate[];
}

/** A document as text, and the signature over that text's bytes. */
export interface SignedDocument {
  readonly document: string;
  /** The public part of the key that signed it. */
  readonly publicKey: string;
  /** In base64url. */
  readonly signature: string;
}

/** The text that is signed. */
export const writeDocument = (document: StatusDocument): string => JSON.stringify(document);

/** Reads a document whose signature was found right; null where it is of a later format than this page knows. */
export function readDocument(text: string): StatusDocument | null {
  const read: unknown = JSON.parse(text);
  return isDocument(read) ? read : null;
}

// Its signature says that we wrote it; what is left to ask is whether it is of this format.
const isDocument = (read: unknown): read is StatusDocument =>
  typeof read === 'object' && read !== null && 'format' in read && read.format === 1;
