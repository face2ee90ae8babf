import { certificateState, type SealVerdict, verdictOfKey } from '../../main/rules/certificates/state.ts';
import {
  type PublishedKey,
  readDocument,
  type SignedDocument,
  type StatusDocument,
} from '../../main/rules/certificates/status-document.ts';
import { readCertificateNumber } from '../../shared/model/certificate-numbers.ts';
import type { CertificateState } from '../../shared/model/certificate-state.ts';
import { readPrinted, type SignedBytes } from '../../shared/model/statement/printed.ts';
import { type Statement, unpackStatement } from '../../shared/model/statement/statement.ts';
import { checkSignature, digestOfKey, fromBase64Url } from './signatures.ts';

/** What the page knows, once its own list is found to be signed as it should be. */
export type Known =
  | { readonly kind: 'list'; readonly status: StatusDocument }
  /** Nothing can be said of any certificate. */
  | { readonly kind: 'no-list'; readonly why: 'unchecked' | 'damaged' };

/** Reads the list that the app wrote into the page, and checks its signature by a key that the list has in use. */
export async function readKnown(text: string): Promise<Known> {
  try {
    const { document, publicKey, signature } = JSON.parse(text) as SignedDocument;
    const bytes = Uint8Array.from(new TextEncoder().encode(document));
    const checked = await checkSignature(publicKey, bytes, fromBase64Url(signature));
    if (checked !== 'right') return { kind: 'no-list', why: checked === 'wrong' ? 'damaged' : 'unchecked' };
    const status = readDocument(document);
    const isOurs = status?.keys.some((key) => key.publicKey === publicKey && key.until === null) === true;
    return status !== null && isOurs ? { kind: 'list', status } : { kind: 'no-list', why: 'damaged' };
  } catch {
    return { kind: 'no-list', why: 'damaged' };
  }
}

/** What to show of what was asked. */
export interface Answer {
  readonly state: CertificateState;
  readonly seal: SealVerdict;
  readonly statement: Statement | null;
}

/** Answers for a code's text or a typed number; `misread`: a digit of the number is wrong; null: nothing was asked. */
export async function check(status: StatusDocument, text: string, today: string): Promise<Answer | 'misread' | null> {
  const typed = text.trim();
  if (typed === '') return null;
  const printed = readPrinted(typed);
  if (printed === 'broken') return answer(status, 'broken', null, null, today);
  if (printed !== null) {
    const { seal, statement } = await unseal(printed, status.keys);
    return answer(status, seal, statement, statement?.number ?? null, today);
  }
  if (listedUnder(status, typed) !== null) return answer(status, 'none', null, typed, today);
  const reading = readCertificateNumber(typed, status.program);
  if (reading.kind === 'misread') return 'misread';
  return answer(status, 'none', null, reading.kind === 'number' ? reading.number : typed, today);
}

function answer(
  status: StatusDocument,
  seal: SealVerdict,
  statement: Statement | null,
  number: string | null,
  today: string,
): Answer {
  const listed = number === null ? null : listedUnder(status, number);
  return { state: certificateState({ seal, statement, listed, listFrom: status.listFrom }, today), seal, statement };
}

const listedUnder = ({ certificates }: StatusDocument, number: string) =>
  certificates.find((each) => each.number.toUpperCase() === number.toUpperCase()) ?? null;

async function unseal(
  { signed, signature }: SignedBytes,
  keys: readonly PublishedKey[],
): Promise<{ readonly seal: SealVerdict; readonly statement: Statement | null }> {
  const packed = unpackStatement(signed);
  if (packed === null) return { seal: 'broken', statement: null };
  const { statement, keyHint } = packed;
  let seal: SealVerdict = 'unknown-key';
  for (const key of keys) {
    const digest = await digestOfKey(key.publicKey);
    if (digest === null) return { seal: 'unchecked', statement };
    if ((digest[0] ?? 0) * 256 + (digest[1] ?? 0) !== keyHint) continue;
    const checked = await checkSignature(key.publicKey, signed, signature);
    if (checked === 'right') return { seal: verdictOfKey(key, statement), statement };
    seal = checked === 'unchecked' ? 'unchecked' : 'broken';
  }
  return { seal, statement };
}
