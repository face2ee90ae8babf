import { scrypt } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { KeyKeeping } from '../../../../main/call/key-keeping.ts';
import type { Keychain } from '../../../../main/call/keychain.ts';
import { keepSeed, keptBy, openKey } from '../../../../main/features/certificates/key-safe.ts';
import { openSeed, sealSeed } from '../../../../main/features/certificates/sealed-seed.ts';
import { newSeed, privateKeyOf, publicPartOf } from '../../../../main/signatures/ed25519.ts';
import { IssuerKeyId } from '../../../../shared/model/issuer-keys.ts';
import { openTestDesk } from '../../open-desk.ts';
import { settingsBeside } from '../../settings-beside.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { openIssued, passphrase } from './foxtrot-issued.ts';

const id = IssuerKeyId.parse('018f0000-0000-7000-8000-00000000002a');

/** A keychain that can be locked, as one of a system. What it seals can't be read without it. */
function someKeychain() {
  const state = { locked: false };
  const turn = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0x5a));
  const keychain: Keychain = {
    isAvailable: () => !state.locked,
    seal: (text) => turn(Buffer.from(text)),
    open(sealed) {
      if (state.locked) throw new Error('locked');
      return turn(sealed).toString();
    },
  };
  return { state, keychain };
}

const keepingIn = (keychain: Keychain | null, folder = path.join(temporaryFolder(), 'keys')): KeyKeeping => ({
  folder,
  keychain,
  passphrase: null,
  open: new Map(),
});

describe('a key under a passphrase', () => {
  test('costs whoever tries passphrases 128 MB and half a second each, as OWASP asks', async () => {
    await sealSeed(newSeed(), passphrase);
    expect(vi.mocked(scrypt).mock.lastCall).toContainEqual(expect.objectContaining({ N: 2 ** 17, r: 8, p: 1 }));
  });

  test('comes back as it was, also typed from paper, and under no other passphrase', async () => {
    const seed = newSeed();
    const text = await sealSeed(seed, passphrase);
    expect(text).toMatch(/^CDK1(-[A-Z2-7]{4}){30}-[A-Z2-7]{2}$/);
    expect(text).not.toContain(seed.toString('base64'));
    const typed = text.toLowerCase().replaceAll('-', ' ').replaceAll('o', '0').replaceAll('b', '8');
    expect(await openSeed(typed, passphrase)).toEqual({ ok: true, value: seed });
    expect(await openSeed(text, 'another passphrase')).toMatchObject({
      ok: false,
      problem: { sentence: expect.stringMatching(/^The passphrase is not the one/) },
    });
    expect(await openSeed(text.slice(0, -7), passphrase)).toMatchObject({
      ok: false,
      problem: { sentence: expect.stringMatching(/^That isn’t a complete sealed key/) },
    });
  });
});

describe('a key in the keychain', () => {
  test('needs no passphrase, lies sealed on the disk, and is refused while the keychain is locked', async () => {
    const { keychain, state } = someKeychain();
    const keeping = keepingIn(keychain);
    const seed = newSeed();
    expect(await keepSeed(keeping, id, seed, null)).toEqual({ ok: true, value: 'keychain' });
    const [file = ''] = readdirSync(keeping.folder);
    const kept = readFileSync(path.join(keeping.folder, file), 'utf8');
    expect(kept).not.toContain(seed.toString('base64').slice(0, 20));
    if (process.platform !== 'win32') expect(statSync(path.join(keeping.folder, file)).mode & 0o077).toBe(0);

    const later = keepingIn(keychain, keeping.folder);
    state.locked = true;
    expect(await openKey(later, id)).toMatchObject({
      ok: false,
      problem: { sentence: expect.stringContaining('the keychain is locked. Unlock it, then try again') },
    });
    state.locked = false;
    const opened = await openKey(later, id);
    expect(opened.ok && opened.value && publicPartOf(opened.value)).toBe(publicPartOf(privateKeyOf(seed)));
  });

  test('is made under a passphrase where there is no keychain, and says that it needs one', async () => {
    const keeping = keepingIn(null);
    expect(await keepSeed(keeping, id, newSeed(), null)).toMatchObject({
      ok: false,
      problem: { sentence: expect.stringContaining('This laptop has no keychain that can be used now') },
    });
    expect(keptBy(keeping, id)).toBeNull();
    expect(await keepSeed(keeping, id, newSeed(), passphrase)).toEqual({ ok: true, value: 'passphrase' });
  });
});

test('the program’s key is made once, goes to a second laptop, and is replaced with its days kept', async () => {
  const { desk } = await openIssued(['Zoë Adams']);
  expect((await desk.refusal('certificates.exportKey', { passphrase })).sentence).toContain('has no key');
  const made = await desk.call('certificates.makeKey', { passphrase });
  expect(made.fingerprint).toMatch(/^[0-9A-F]{4}( [0-9A-F]{4}){3}$/);
  expect((await desk.refusal('certificates.makeKey', { passphrase })).sentence).toContain('has a key already');
  expect(await desk.call('certificates.keys', {})).toMatchObject({
    keepsBy: 'passphrase',
    keys: [{ fingerprint: made.fingerprint, until: null, here: 'open', keptBy: 'passphrase' }],
  });

  // The private part is nowhere in the database or its log.
  const sealedFile = path.join(desk.folder, 'key.cdkey');
  desk.answers.saveFile = sealedFile;
  await desk.call('certificates.exportKey', { passphrase: 'for the second laptop' });
  const opened = await openSeed(readFileSync(sealedFile, 'latin1'), 'for the second laptop');
  if (!opened.ok) throw new Error(opened.problem.sentence);
  const seed = opened.value;
  await desk.desk.close();
  const stored = readFileSync(desk.databaseFile);
  for (const text of [seed, seed.toString('base64'), seed.toString('base64url'), seed.toString('hex')]) {
    expect(stored.includes(text)).toBe(false);
  }

  // On the next day the key is sealed until someone gives its passphrase.
  const again = openTestDesk(desk.databaseFile);
  expect((await again.call('certificates.keys', {})).keys).toMatchObject([{ here: 'sealed' }]);
  expect((await again.refusal('certificates.unlockKey', { passphrase: 'not this one' })).sentence).toMatch(
    /^The passphrase is not the one/,
  );
  await again.call('certificates.unlockKey', { passphrase });
  expect((await again.call('certificates.keys', {})).keys).toMatchObject([{ here: 'open' }]);

  again.now = '2024-07-01T14:00:00.000Z';
  const next = await again.call('certificates.replaceKey', { ending: 'lost', passphrase });
  expect((await again.call('certificates.keys', {})).keys).toMatchObject([
    { fingerprint: next.fingerprint, since: '2024-07-01', until: null, here: 'open' },
    { fingerprint: made.fingerprint, since: '2024-06-03', until: '2024-07-01', ending: 'lost', here: 'absent' },
  ]);
  // The old one can't be brought back, and a stranger's can't be brought here.
  again.answers.openFile = sealedFile;
  expect((await again.refusal('certificates.importKey', { passphrase: 'for the second laptop' })).sentence).toContain(
    'no longer signs',
  );
  const strange = await sealSeed(newSeed(), passphrase);
  expect((await again.refusal('certificates.importKey', { text: strange, passphrase })).sentence).toContain(
    'is not one of this program’s',
  );
  const page = path.join(again.folder, 'safe.pdf');
  again.answers.saveFile = page;
  await again.call('certificates.printKey', { passphrase });
  expect(readFileSync(page).subarray(0, 5).toString()).toBe('%PDF-');

  // A second laptop has the database and brings the key from its file.
  again.answers.saveFile = sealedFile;
  await again.call('certificates.exportKey', { passphrase });
  await again.desk.close();
  const elsewhere = path.join(temporaryFolder(), 'program.db');
  writeFileSync(elsewhere, readFileSync(desk.databaseFile));
  expect(settingsBeside(elsewhere)).not.toBe(settingsBeside(desk.databaseFile));
  const second = openTestDesk(elsewhere);
  expect((await second.call('certificates.keys', {})).keys[0]).toMatchObject({ here: 'absent' });
  second.answers.openFile = sealedFile;
  expect(await second.call('certificates.importKey', { passphrase })).toEqual(next);
  expect((await second.call('certificates.keys', {})).keys[0]).toMatchObject({ here: 'open' });
});
