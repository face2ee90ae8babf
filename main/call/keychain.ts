/** The system's own keychain: what it seals, only this account on this laptop can open. */
export interface Keychain {
  /** Whether there is one and it can be used now; a locked one can’t. */
  isAvailable(): boolean;
  /** Throws where the keychain refuses. */
  seal(text: string): Buffer;
  /** Throws where the keychain is locked, or was replaced since. */
  open(sealed: Buffer): string;
}
