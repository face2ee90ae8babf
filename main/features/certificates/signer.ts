import { done, type Result } from '../../../shared/model/result.ts';
import { printSigned } from '../../../shared/model/statement/printed.ts';
import { packStatement, type Statement } from '../../../shared/model/statement/statement.ts';
import type { Workbench } from '../../call/handler.ts';
import { hintOf, signBytes } from '../../signatures/ed25519.ts';
import { openKey } from './key-safe.ts';
import { keysInUse } from './keys.ts';

/** Signs for the program, with the key that it uses now. */
interface Signer {
  readonly kind: 'signer';
  readonly publicKey: string;
  /** The statement as a code holds it; null where it has a day that no statement has room for. */
  readonly print: (statement: Statement) => string | null;
  readonly sign: (bytes: Uint8Array) => Uint8Array<ArrayBuffer>;
}

/** That nothing can be signed on this laptop, and what to do about it, in a sentence. */
interface NoSigner {
  readonly kind: 'none';
  readonly why: string;
}

/**
 * Who signs on this laptop. Without a key, or without its private part, no one does, and that is said; a key that is
 * here and can't be opened is a refusal, so that no paper goes out without its code because a keychain was locked.
 */
export async function signerOf({
  facts,
  keys: keeping,
}: Pick<Workbench, 'facts' | 'keys'>): Promise<Result<Signer | NoSigner>> {
  const inUse = keysInUse(facts().database);
  if (inUse.length === 0) {
    return done({ kind: 'none', why: 'The program has no key for its certificates yet. Make one in Settings' });
  }
  for (const { id, publicKey } of inUse) {
    const opened = await openKey(keeping, id);
    if (!opened.ok) return opened;
    const key = opened.value;
    if (key === null) continue;
    const keyHint = hintOf(publicKey);
    return done({
      kind: 'signer',
      publicKey,
      sign: (bytes) => signBytes(bytes, key),
      print: (statement) => {
        const signed = packStatement({ statement, keyHint });
        return signed === null ? null : printSigned({ signed, signature: signBytes(signed, key) });
      },
    });
  }
  return done({
    kind: 'none',
    why: 'The program’s key is on another laptop. Bring it here in Settings, or print on that one',
  });
}
