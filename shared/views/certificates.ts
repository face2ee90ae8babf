import type { CertificateState } from '../model/certificate-state.ts';
import type { CivilDate } from '../model/dates.ts';
import type { ParticipantId } from '../model/ids.ts';
import type { IssuerKeyId, KeyEnding } from '../model/issuer-keys.ts';
import type { Statement } from '../model/statement/statement.ts';

/** A key of the program, as Settings shows it. */
export interface KeyLine {
  readonly id: IssuerKeyId;
  /** What two people read to each other to see that they mean one key. */
  readonly fingerprint: string;
  readonly since: CivilDate;
  /** Null: it is in use. */
  readonly until: CivilDate | null;
  readonly ending: KeyEnding | null;
  /** Whether this laptop can sign with it: at once, once it is unlocked, or not at all. */
  readonly here: 'open' | 'sealed' | 'absent';
  readonly keptBy: 'keychain' | 'passphrase' | null;
}

export interface KeysView {
  /** What a new key would be kept by on this laptop. */
  readonly keepsBy: 'keychain' | 'passphrase';
  readonly keys: readonly KeyLine[];
}

/** What the record says of a certificate. */
export interface CheckedRecord {
  readonly participantId: ParticipantId;
  readonly number: string;
  readonly name: string;
  readonly cohort: string;
  readonly issuedOn: CivilDate;
}

/** What the check of one certificate found. */
export interface CertificateCheck {
  readonly state: CertificateState;
  /** `Valid`, `Revoked` … */
  readonly word: string;
  readonly sentence: string;
  /** The number that was asked about; null: the code can’t be read. */
  readonly number: string | null;
  /** What the code says: to be held beside the paper. Null: a number was typed, or the code can’t be read. */
  readonly statement: Statement | null;
  /** What the record says; null: it has no such certificate. */
  readonly record: CheckedRecord | null;
  /** Where the record says something else than the code, a sentence each. */
  readonly differences: readonly string[];
  /** What a graduate enters on LinkedIn, by the names of its fields; none where the certificate is not good. */
  readonly profile: readonly (readonly [field: string, value: string])[];
}

/** What was asked about: one certificate, or all that a file has codes of. */
export interface CertificatesChecked {
  /** The name of the file; null: a text was checked. */
  readonly file: string | null;
  readonly checks: readonly CertificateCheck[];
}
