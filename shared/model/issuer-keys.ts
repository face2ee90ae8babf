import { z } from 'zod';
import type { CivilDate } from './dates.ts';
import { rowId } from './ids.ts';

export const IssuerKeyId = rowId('IssuerKeyId');
export type IssuerKeyId = z.infer<typeof IssuerKeyId>;

/** Why a key signs no longer. What was signed with a stolen one proves nothing, for the thief can sign with an old date. */
export const KeyEnding = z.enum(['replaced', 'lost', 'stolen']);
export type KeyEnding = z.infer<typeof KeyEnding>;

/** A key with which a program signs its certificates: the public part alone, with its days. */
export interface IssuerKey {
  readonly id: IssuerKeyId;
  /** The 32 bytes of an Ed25519 public key, in base64url. */
  readonly publicKey: string;
  readonly since: CivilDate;
  /** The last day on which it signed; null: it is in use. */
  readonly until: CivilDate | null;
  readonly ending: KeyEnding | null;
}

/** How an ending reads after “This key”. */
export const sayKeyEnding: Record<KeyEnding, string> = {
  replaced: 'was replaced',
  lost: 'was lost',
  stolen: 'may be in someone else’s hands',
};
