import type { IssuerKey } from '../../../shared/model/issuer-keys.ts';
import type { SignedBytes } from '../../../shared/model/statement/printed.ts';
import { type Statement, unpackStatement } from '../../../shared/model/statement/statement.ts';
import { type SealVerdict, verdictOfKey } from '../../rules/certificates/state.ts';
import { hintOf, isSignedBy } from '../../signatures/ed25519.ts';

/** A statement that was read from a code, and what its signature is worth. */
interface SealedStatement {
  readonly seal: SealVerdict;
  /** Null: the code can't be read as a statement at all. */
  readonly statement: Statement | null;
}

/** Checks a statement's signature against every key that the program has had. */
export function unseal({ signed, signature }: SignedBytes, keys: readonly IssuerKey[]): SealedStatement {
  const packed = unpackStatement(signed);
  if (packed === null) return { seal: 'broken', statement: null };
  const { statement, keyHint } = packed;
  const named = keys.filter(({ publicKey }) => hintOf(publicKey) === keyHint);
  if (named.length === 0) return { seal: 'unknown-key', statement };
  const key = named.find(({ publicKey }) => isSignedBy(publicKey, signed, signature));
  return key === undefined ? { seal: 'broken', statement } : { seal: verdictOfKey(key, statement), statement };
}
