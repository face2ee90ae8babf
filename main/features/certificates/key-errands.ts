import { sayDay } from '../../../shared/model/dates.ts';
import { IssuerKeyId, type KeyEnding } from '../../../shared/model/issuer-keys.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import type { Facts } from '../../call/facts.ts';
import type { Errand, Handlers, Workbench } from '../../call/handler.ts';
import { noProgram } from '../../call/no-program.ts';
import { readRegularFile } from '../../files/regular-file.ts';
import { replaceFile } from '../../files/replace-file.ts';
import { sayName } from '../../files/say-name.ts';
import { type Change, insert, update } from '../../log/change.ts';
import { fingerprintOf, newSeed, privateKeyOf, publicPartOf } from '../../signatures/ed25519.ts';
import { dropSeed, keepSeed, keepsBy, keptBy, openKey } from './key-safe.ts';
import { everyKey, keysInUse } from './keys.ts';
import { openSeed, sealSeed } from './sealed-seed.ts';

const keyFilter = { name: 'Sealed key of Cohort Desk', extensions: ['cdkey'] };
const noKey = 'The program has no key for its certificates yet. Make one in Settings first.';

const keys: Errand<'certificates.keys'> = async ({ facts, keys: keeping }) =>
  done({
    keepsBy: keepsBy(keeping),
    keys: everyKey(facts()).map(({ id, publicKey, since, until, ending }) => {
      const kept = keptBy(keeping, id);
      const here = keeping.open.has(id) || kept === 'keychain' ? 'open' : kept === null ? 'absent' : 'sealed';
      return { id, fingerprint: fingerprintOf(publicKey), since, until, ending, here, keptBy: kept };
    }),
  });

const makeKey: Errand<'certificates.makeKey'> = async (desk, { passphrase }) => {
  const facts = desk.facts();
  if (!facts.inForce) return noProgram();
  const problem = hasKey(facts);
  if (problem) return problem;
  return newKey(desk, passphrase, 'Made the key for certificates', (now) => hasKey(now) ?? done([]));
};

/** Why no first key can be made: there is one. */
function hasKey({ database }: Facts) {
  const [inUse] = keysInUse(database);
  return inUse
    ? refuse(
        `The program has a key already, since ${sayDay(inUse.since)}. Bring that one to this laptop, or replace it.`,
      )
    : null;
}

const replaceKey: Errand<'certificates.replaceKey'> = async (desk, { ending, passphrase }) => {
  const facts = desk.facts();
  if (!facts.inForce) return noProgram();
  const before = keysInUse(facts.database);
  if (before.length === 0) return refuse(noKey);
  const made = await newKey(desk, passphrase, sayReplaced[ending], (now) =>
    done(keysInUse(now.database).map(({ id }) => update('issuerKey', id, { until: now.today, ending }))),
  );
  // An old private part can do nothing but harm; a step back in the history does not bring it back.
  if (made.ok) for (const { id } of before) dropSeed(desk.keys, id);
  return made;
};

const sayReplaced: Record<KeyEnding, string> = {
  replaced: 'Replaced the key for certificates',
  lost: 'Replaced the key for certificates, which was lost',
  stolen: 'Replaced the key for certificates, which may be in someone else’s hands',
};

/** Makes a key: its private part is kept before the log knows of it, and goes again where the log does not take it. */
async function newKey(
  desk: Workbench,
  passphrase: string | null,
  label: string,
  besides: (facts: Facts) => Result<readonly Change[]>,
): Promise<Result<{ fingerprint: string }>> {
  const seed = newSeed();
  const publicKey = publicPartOf(privateKeyOf(seed));
  const id = IssuerKeyId.parse(desk.facts().newId());
  const kept = await keepSeed(desk.keys, id, seed, passphrase);
  if (!kept.ok) return kept;
  const fingerprint = fingerprintOf(publicKey);
  const made = await desk.commit(label, (facts) => {
    const others = besides(facts);
    if (!others.ok) return others;
    const key = insert('issuerKey', { id, publicKey, since: facts.today, until: null, ending: null });
    return { ok: true, label, changes: [...others.value, key], value: { fingerprint } };
  });
  if (!made.ok) dropSeed(desk.keys, id);
  return made;
}

const unlockKey: Errand<'certificates.unlockKey'> = async (desk, { passphrase }) => {
  const [sealed] = keysInUse(desk.facts().database).filter(({ id }) => keptBy(desk.keys, id) !== null);
  if (!sealed) return refuse('No key of the program is on this laptop. Bring it here first.');
  const opened = await openKey(desk.keys, sealed.id, passphrase);
  if (!opened.ok) return opened;
  desk.announce('Unlocked the key for certificates');
  return done(null);
};

/** The key in use that is on this laptop, sealed again under a passphrase. */
async function sealedKey(desk: Workbench, passphrase: string): Promise<Result<{ text: string; fingerprint: string }>> {
  const inUse = keysInUse(desk.facts().database);
  if (inUse.length === 0) return refuse(noKey);
  for (const { id, publicKey } of inUse) {
    const opened = await openKey(desk.keys, id);
    if (!opened.ok) return opened;
    const seed = opened.value?.export({ format: 'jwk' }).d;
    if (seed === undefined) continue;
    const text = await sealSeed(Buffer.from(seed, 'base64url'), passphrase);
    return done({ text, fingerprint: fingerprintOf(publicKey) });
  }
  return refuse('The program’s key is on another laptop. Save or print it there.');
}

const exportKey: Errand<'certificates.exportKey'> = async (desk, { passphrase }) => {
  const facts = desk.facts();
  if (!facts.inForce) return noProgram();
  const sealed = await sealedKey(desk, passphrase);
  if (!sealed.ok) return sealed;
  const { name } = facts.inForce.policy.program;
  const file = await desk.dialogs.saveFile({
    title: 'Save the sealed key',
    suggestedName: `${name} key ${facts.today}.cdkey`,
    filters: [keyFilter],
  });
  if (file === null) return done(null);
  const { text, fingerprint } = sealed.value;
  const written = await replaceFile(file, async (handle) => {
    await handle.chmod(0o600).catch(() => {});
    await handle.writeFile(`${text}\n`);
  });
  if (!written.ok) return written;
  desk.written.add(file);
  return done({ file, holds: `the key ${fingerprint}, sealed`, notes: [] });
};

const printKey: Errand<'certificates.printKey'> = async (desk, { passphrase }) => {
  const facts = desk.facts();
  if (!facts.inForce) return noProgram();
  const sealed = await sealedKey(desk, passphrase);
  if (!sealed.ok) return sealed;
  const { name, organization } = facts.inForce.policy.program;
  // What draws a paper takes longer to load than half of the app: it is loaded for the one who prints, not at each start.
  const { writeKeyPaper } = await import('./key-paper.ts');
  const paper = { title: `The key of ${name}`, fileName: `${name} key for the safe ${facts.today}` };
  const made = await desk.writePaper(paper, ({ file, preview }) =>
    writeKeyPaper(file, { program: name, organization, day: facts.today, ...sealed.value }, { preview }),
  );
  if (!made.ok || made.value === null) return made.ok ? done(null) : made;
  return done({ file: made.value.file, holds: 'one page for the safe', notes: [] });
};

const importKey: Errand<'certificates.importKey'> = async (desk, { text, passphrase }) => {
  const known = everyKey(desk.facts());
  if (known.length === 0) return refuse(noKey);
  const sealed = text === null ? await chooseSealed(desk) : done(text);
  if (!sealed.ok) return sealed;
  const seed = await openSeed(sealed.value, passphrase);
  if (!seed.ok) return seed;
  const publicKey = publicPartOf(privateKeyOf(seed.value));
  const found = known.find((key) => key.publicKey === publicKey);
  const fingerprint = fingerprintOf(publicKey);
  if (!found) return refuse(`The key ${fingerprint} is not one of this program’s. Choose the file of its own key.`);
  if (found.until !== null) {
    return refuse(
      `The key ${fingerprint} no longer signs, since ${sayDay(found.until)}. Bring the key here that is in use.`,
    );
  }
  const kept = await keepSeed(desk.keys, found.id, seed.value, passphrase);
  if (!kept.ok) return kept;
  desk.announce('Brought the key for certificates to this laptop');
  return done({ fingerprint });
};

/** A sealed key is one line; a file that was chosen by mistake is read no further than this. */
const longestKeyFile = 4_000;

async function chooseSealed(desk: Workbench): Promise<Result<string>> {
  const file = await desk.dialogs.openFile({ title: 'Choose the sealed key', filters: [keyFilter] });
  if (file === null) return refuse('No file was chosen, so no key was added to this laptop.');
  const read = await readRegularFile(file, longestKeyFile, 'the file of the sealed key');
  if (!read.ok) return read;
  if (read.value === null)
    return refuse(`${sayName(file)} isn’t a sealed key. Choose the file that the key was saved to.`);
  return done(read.value.toString('latin1'));
}

export const certificateKeyErrands: Pick<
  Handlers,
  | 'certificates.keys'
  | 'certificates.makeKey'
  | 'certificates.replaceKey'
  | 'certificates.unlockKey'
  | 'certificates.exportKey'
  | 'certificates.printKey'
  | 'certificates.importKey'
> = {
  'certificates.keys': keys,
  'certificates.makeKey': makeKey,
  'certificates.replaceKey': replaceKey,
  'certificates.unlockKey': unlockKey,
  'certificates.exportKey': exportKey,
  'certificates.printKey': printKey,
  'certificates.importKey': importKey,
};
