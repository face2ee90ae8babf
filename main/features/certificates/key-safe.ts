import type { KeyObject } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { IssuerKeyId } from '../../../shared/model/issuer-keys.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import type { KeyKeeping } from '../../call/key-keeping.ts';
import { makePrivateFolder, PRIVATE_FILE } from '../../files/private.ts';
import { syncFile } from '../../files/sync.ts';
import { privateKeyOf } from '../../signatures/ed25519.ts';
import { openSeed, sealSeed } from './sealed-seed.ts';

/** A private part as it lies on this laptop's disk: never open. */
const KeptKey = z.strictObject({ kept: z.enum(['keychain', 'passphrase']), sealed: z.string() });
type KeptKey = z.infer<typeof KeptKey>;
type KeptBy = KeptKey['kept'];

const fileOf = ({ folder }: KeyKeeping, id: IssuerKeyId): string => path.join(folder, `${id}.json`);

/** By what a new key would be kept on this laptop now. */
export const keepsBy = ({ keychain }: KeyKeeping): KeptBy => (keychain?.isAvailable() ? 'keychain' : 'passphrase');

/** By what a key is kept here; null: its private part is not on this laptop. */
export const keptBy = (keeping: KeyKeeping, id: IssuerKeyId): KeptBy | null => readKept(keeping, id)?.kept ?? null;

function readKept(keeping: KeyKeeping, id: IssuerKeyId): KeptKey | null {
  try {
    return KeptKey.parse(JSON.parse(readFileSync(fileOf(keeping, id), 'utf8')));
  } catch {
    return null;
  }
}

/** Keeps a private part on this laptop: in the keychain where there is one, else under the passphrase; it is open then. */
export async function keepSeed(
  keeping: KeyKeeping,
  id: IssuerKeyId,
  seed: Buffer,
  passphrase: string | null,
): Promise<Result<KeptBy>> {
  const sealed = await seal(keeping, seed, passphrase ?? keeping.passphrase);
  if (!sealed.ok) return sealed;
  const file = fileOf(keeping, id);
  makePrivateFolder(keeping.folder);
  const part = `${file}.${process.pid}.part`;
  writeFileSync(part, JSON.stringify(sealed.value), { mode: PRIVATE_FILE });
  syncFile(part);
  renameSync(part, file);
  keeping.open.set(id, privateKeyOf(seed));
  return done(sealed.value.kept);
}

async function seal(keeping: KeyKeeping, seed: Buffer, passphrase: string | null): Promise<Result<KeptKey>> {
  if (keepsBy(keeping) === 'passphrase') {
    if (passphrase === null) {
      return refuse(
        'This laptop has no keychain that can be used now, so the key needs a passphrase. Give one, or unlock the keychain, then try again.',
      );
    }
    return done({ kept: 'passphrase', sealed: await sealSeed(seed, passphrase) });
  }
  try {
    const sealed = keeping.keychain?.seal(seed.toString('base64')) ?? Buffer.alloc(0);
    return done({ kept: 'keychain', sealed: sealed.toString('base64') });
  } catch {
    return refuse('The system’s keychain did not take the key. Unlock the keychain, then try again.');
  }
}

/** Takes a key's private part off this laptop. */
export function dropSeed(keeping: KeyKeeping, id: IssuerKeyId): void {
  keeping.open.delete(id);
  rmSync(fileOf(keeping, id), { force: true });
}

/**
 * A key's private part, opened; null: it is not on this laptop. Refuses where it is and can't be opened: the keychain
 * is locked, or the passphrase is missing or another one.
 */
export async function openKey(
  keeping: KeyKeeping,
  id: IssuerKeyId,
  passphrase: string | null = null,
): Promise<Result<KeyObject | null>> {
  const held = keeping.open.get(id);
  if (held) return done(held);
  const kept = readKept(keeping, id);
  if (kept === null) return done(null);
  const seed = kept.kept === 'keychain' ? fromKeychain(keeping, kept) : await fromPassphrase(keeping, kept, passphrase);
  if (!seed.ok) return seed;
  const key = privateKeyOf(seed.value);
  keeping.open.set(id, key);
  return done(key);
}

function fromKeychain({ keychain }: KeyKeeping, { sealed }: KeptKey): Result<Buffer> {
  const locked = refuse(
    'The program’s key is in the system’s keychain, and the keychain is locked. Unlock it, then try again. Nothing was done yet.',
  );
  if (!keychain?.isAvailable()) return locked;
  try {
    return done(Buffer.from(keychain.open(Buffer.from(sealed, 'base64')), 'base64'));
  } catch {
    return locked;
  }
}

async function fromPassphrase(keeping: KeyKeeping, { sealed }: KeptKey, given: string | null): Promise<Result<Buffer>> {
  const passphrase = given ?? keeping.passphrase;
  if (passphrase !== null) return openSeed(sealed, passphrase);
  return refuse(
    'The program’s key is under its passphrase on this laptop. Unlock it in Settings, under The key for certificates, then try again. Nothing was done yet.',
  );
}
