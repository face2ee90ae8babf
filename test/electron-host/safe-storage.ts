/** The system's keychain: there is none here, and the app must say so and take a passphrase. */
export const safeStorage = {
  isEncryptionAvailable: (): boolean => false,
  getSelectedStorageBackend: () => 'basic_text' as const,
  encryptString(_text: string): Buffer {
    throw new Error('There is no keychain in this stand-in.');
  },
  decryptString(_sealed: Buffer): string {
    throw new Error('There is no keychain in this stand-in.');
  },
};
