import type { CertificateState, NotKnown } from '../../../shared/model/certificate-state.ts';
import type { Statement } from '../../../shared/model/statement/statement.ts';

/** What a certificate's number stands for, as the program's list has it. Days are `YYYY-MM-DD`. */
export interface ListedCertificate {
  readonly number: string;
  readonly issuedOn: string;
  /** When documents for re-certification are due; null: none are. */
  readonly dueOn: string | null;
  /** The last day on which it is good without them, past every day of grace; null: there is no such day. */
  readonly goodUntil: string | null;
  readonly ended: CertificateEnd | null;
}

export type CertificateEnd =
  | { readonly kind: 'revoked'; readonly on: string; readonly reason: string }
  | { readonly kind: 'superseded'; readonly on: string; readonly by: string | null };

/**
 * What came of a statement's signature. `withdrawn`: it is right, and by a key that may be in someone else's hands, or
 * it says a day after the key's last; `unchecked`: this browser can't check signatures; `none`: a number was typed.
 */
export type SealVerdict = 'good' | 'broken' | 'unknown-key' | 'withdrawn' | 'unchecked' | 'none';

/** A certificate that is asked about, and the list that it is looked up in. */
export interface CertificateQuestion {
  readonly seal: SealVerdict;
  /** What the code says; null: a number was typed, or the code can't be read. */
  readonly statement: Statement | null;
  /** What the list has under the number; null: nothing. */
  readonly listed: ListedCertificate | null;
  /** The day of which the list is; null: it is the desk's own record, which is never old. */
  readonly listFrom: string | null;
}

/** After so many days a list says nothing of today: what was revoked since would still look valid. */
export const listGoodForDays = 366;

const aDay = 86_400_000;

/**
 * What a certificate is on a day: one rule for the app, which looks into its own record, and for the page that checks
 * without the app, which has a list of one day. The signature comes first, then what became of the number, then its days.
 */
export function certificateState(question: CertificateQuestion, today: string): CertificateState {
  const { seal, statement, listed, listFrom } = question;
  const notKnown = (why: NotKnown): CertificateState => ({ kind: 'not-known', why, listFrom });
  if (seal === 'broken') return { kind: 'altered' };
  if (seal === 'unknown-key') return { kind: 'other-issuer' };
  if (seal === 'unchecked') return notKnown('unchecked');
  if (listed === null) {
    if (seal === 'withdrawn') return notKnown('withdrawn-key');
    // What our key signed has a number of ours: a list without it was written before the certificate was.
    return notKnown(listFrom !== null && statement !== null ? 'newer-than-list' : 'not-listed');
  }
  // An end is an end, whatever else is doubtful.
  if (listed.ended?.kind === 'revoked') return { ...listed.ended };
  if (listed.ended?.kind === 'superseded') return { ...listed.ended };
  if (seal === 'withdrawn') return notKnown('withdrawn-key');
  if (listFrom !== null && daysBetween(listFrom, today) > listGoodForDays) return notKnown('old-list');
  const { dueOn, goodUntil } = listed;
  if (goodUntil !== null && goodUntil < today) {
    // Documents may have come in after the list was written.
    return listFrom !== null && listFrom <= goodUntil ? notKnown('old-list') : { kind: 'expired', on: goodUntil };
  }
  return dueOn === null ? { kind: 'valid' } : { kind: 'due', dueOn };
}

const daysBetween = (from: string, to: string): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / aDay;

/** A key as far as a verdict needs it. */
export interface JudgedKey {
  readonly until: string | null;
  readonly ending: 'replaced' | 'lost' | 'stolen' | null;
}

/**
 * The verdict on a signature that is right. What a stolen key signed proves nothing, whatever day it says; one that was
 * replaced or lost signed nothing after its last day.
 */
export function verdictOfKey({ until, ending }: JudgedKey, statement: Statement): SealVerdict {
  if (ending === 'stolen') return 'withdrawn';
  return until !== null && statement.issuedOn > until ? 'withdrawn' : 'good';
}
