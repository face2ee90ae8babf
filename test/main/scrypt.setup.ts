import type { BinaryLike } from 'node:crypto';
import { vi } from 'vitest';

// Files share their modules, and so must what stands in for a module's function: it is made once in a process.
const shared = Symbol.for('cohort-desk.cheap-scrypt');

/**
 * Half a second a try keeps a stranger from trying passphrases, and a hundred tests from being run. They get the same
 * function at its least cost; what was asked for is in its calls, and the journeys pay it.
 */
vi.mock('node:crypto', async (importOriginal) => {
  const crypto = await importOriginal<typeof import('node:crypto')>();
  const cheap = (secret: BinaryLike, salt: BinaryLike, length: number, ...costAndDone: readonly unknown[]): void => {
    // The cost may be left out; what is called at the end comes last.
    const done = costAndDone.at(-1) as (error: Error | null, key: Buffer) => void;
    crypto.scrypt(secret, salt, length, { N: 2 }, done);
  };
  const scrypt: unknown = Reflect.get(globalThis, shared) ?? vi.fn(cheap);
  Reflect.set(globalThis, shared, scrypt);
  return { ...crypto, scrypt };
});
