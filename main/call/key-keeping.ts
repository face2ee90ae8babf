import type { KeyObject } from 'node:crypto';
import path from 'node:path';
import type { Keychain } from './keychain.ts';

/** Where this laptop keeps the private part of the program's key: beside its settings, never in the database. */
export interface KeyKeeping {
  /** The folder of this program's keys; it may not be there yet. */
  readonly folder: string;
  /** Null: there is none here, as at a terminal; then a passphrase seals. */
  readonly keychain: Keychain | null;
  /** The passphrase that whoever started the desk gave along; null: none. */
  readonly passphrase: string | null;
  /** Keys that are open since the start, by the ids of their rows: only in memory. */
  readonly open: Map<string, KeyObject>;
}

/** How whoever starts a desk has its program's key kept. */
interface HowToKeep {
  /** The folder of the app's settings. */
  readonly settings: string;
  readonly keychain?: Keychain | undefined;
  readonly keyPassphrase?: string | undefined;
}

/** Where a program's key is kept on this laptop. */
export const keyKeeping = ({ settings, keychain, keyPassphrase }: HowToKeep, programId: string): KeyKeeping => ({
  folder: path.join(settings, 'keys', programId),
  keychain: keychain ?? null,
  passphrase: keyPassphrase ?? null,
  open: new Map(),
});
