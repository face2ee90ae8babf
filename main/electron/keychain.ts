import { safeStorage } from 'electron';
import type { Keychain } from '../call/keychain.ts';

/**
 * The system's keychain through Electron. On a Linux without one, Electron would seal with a password that is written in
 * its own source: that is none.
 */
export const electronKeychain: Keychain = {
  isAvailable: () =>
    safeStorage.isEncryptionAvailable() &&
    (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'),
  seal: (text) => safeStorage.encryptString(text),
  open: (sealed) => safeStorage.decryptString(sealed),
};
