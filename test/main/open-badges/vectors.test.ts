import { describe, expect, test } from 'vitest';
import { bytesToSign, canonicalForm } from '../../../main/open-badges/canonical.ts';
import { shippedContexts } from '../../../main/open-badges/contexts.ts';
import { didOf, fromBase58, multikeyOf, publicKeyOf, toBase58 } from '../../../main/open-badges/multibase.ts';
import { claimOf, isRight } from '../../../main/open-badges/proof.ts';
import { privateKeyOf, signBytes } from '../../../main/signatures/ed25519.ts';
import { examplesContext, openBadgesSeed, openBadgesVector, type Vector, w3cVector } from './vectors.ts';

const contexts = new Map([...shippedContexts, ['https://www.w3.org/ns/credentials/examples/v2', examplesContext]]);

interface Split {
  readonly document: object & { readonly '@context': unknown };
  readonly options: object;
}

function split({ signed }: Vector): Split {
  const { proof, ...document } = { proof: {}, '@context': null, ...signed };
  const { proofValue: _, ...options } = { proofValue: '', ...proof };
  return { document, options };
}

describe.each([
  ['of the W3C', w3cVector],
  ['of Open Badges 3.0', openBadgesVector],
])('the published vector %s', (_, vector) => {
  test('has the published canonical form', async () => {
    expect(await canonicalForm(split(vector).document, contexts)).toBe(vector.canonical);
  });

  test('has the published two hashes, the proof’s first', async () => {
    const bytes = await bytesToSign(split(vector), contexts);
    expect(bytes && Buffer.from(bytes).toString('hex')).toBe(vector.proofHash + vector.documentHash);
  });

  test('has the published signature, which is right', async () => {
    const claim = await claimOf(vector.signed, contexts);
    expect(claim && Buffer.from(claim.signature).toString('hex')).toBe(vector.signature);
    expect(claim && isRight(claim)).toBe(true);
  });

  test('is not right where a letter was changed', async () => {
    const changed = JSON.parse(
      JSON.stringify(vector.signed)
        .replace('Teamwork Badge', 'Teamwork badge')
        .replace('Alumni Credential', 'Alumni credential'),
    );
    const claim = await claimOf(changed, contexts);
    expect(claim && isRight(claim)).toBe(false);
  });
});

test('the key of Open Badges’ vector signs as it was published', async () => {
  const bytes = await bytesToSign(split(openBadgesVector));
  const signature = signBytes(bytes ?? new Uint8Array(), privateKeyOf(Buffer.from(openBadgesSeed, 'hex')));
  expect(Buffer.from(signature).toString('hex')).toBe(openBadgesVector.signature);
});

test('a key is named as the vectors name it', () => {
  const publicKey = Buffer.from('4bdeafde2ea8beefadd8c699b5c7e0704cf51154d52e17b20b71337ca04cc5a5', 'hex').toString(
    'base64url',
  );
  expect(multikeyOf(publicKey)).toBe('z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi');
  expect(publicKeyOf(multikeyOf(publicKey))).toBe(publicKey);
  expect(didOf(publicKey)).toBe('did:key:z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi');
});

test.each(['', 'z', 'z0', 'u6Mk', `z${'1'.repeat(200)}`, 'z6Mk', 'z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq'])(
  '“%s” is no Ed25519 key',
  (text) => {
    expect(publicKeyOf(text)).toBeNull();
  },
);

test('zeros before a number are kept', () => {
  for (const hex of ['00', '0000ff', 'ff00', '00'.repeat(64)]) {
    const bytes = Uint8Array.from(Buffer.from(hex, 'hex'));
    expect(fromBase58(toBase58(bytes))).toEqual(bytes);
  }
});

test('what no shipped context knows has no canonical form, and nothing is fetched for it', async () => {
  const { document } = split(openBadgesVector);
  expect(await canonicalForm({ ...document, height: 'unknown' })).toBeNull();
  expect(await canonicalForm({ ...document, '@context': ['https://www.example.org/context.json'] })).toBeNull();
  expect(await canonicalForm(split(w3cVector).document)).toBeNull();
});
