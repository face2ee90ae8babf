import { describe, expect, test } from 'vitest';
import { bakedInPng, bakePng } from '../../../main/open-badges/bake-png.ts';
import { bakedInSvg, bakeSvg } from '../../../main/open-badges/bake-svg.ts';
import { claimOf, isRight } from '../../../main/open-badges/proof.ts';
import { encodePng } from '../../../main/papers/png.ts';
import { OpenBadge, SignedOpenBadge } from '../../../shared/model/open-badges/credential.ts';
import { badgeFacts, signedBadge } from './a-badge.ts';
import { isGoodToAnother } from './another-verifier.ts';

const now = '2024-06-03T14:00:00.000Z';

/** Whether our own path finds a document whole: its form, then its proof. */
async function isGoodToUs(document: object): Promise<boolean> {
  const claim = await claimOf(document);
  return SignedOpenBadge.safeParse(document).success && claim !== null && isRight(claim);
}

const changed = (badge: object, from: string, to: string): object => {
  const text = JSON.stringify(badge);
  if (!text.includes(from)) throw new Error(`The badge doesn’t say ${from}.`);
  return JSON.parse(text.replaceAll(from, to));
};

test('a certificate as an Open Badge is good to us and to another verifier', async () => {
  const badge = await signedBadge();
  expect(await isGoodToUs(badge)).toBe(true);
  expect(await isGoodToAnother(badge, { now })).toBe(true);
});

describe('refused by both', () => {
  const cases: readonly [string, () => Promise<object>][] = [
    ['a changed letter of the name', async () => changed(await signedBadge(), 'Zoë Adams', 'Zoé Adams')],
    ['a changed number', async () => changed(await signedBadge(), 'AL-CTO-100014', 'AL-CTO-100023')],
    ['a later end', async () => changed(await signedBadge(), '2026-05-23T', '2036-05-23T')],
    [
      'a course that was put in',
      async () =>
        changed(
          await signedBadge({
            courses: [
              { title: 'IT', completed: false },
              { title: 'Law', completed: true },
            ],
          }),
          'IT',
          'It',
        ),
    ],
    ['a status that points elsewhere', async () => changed(await signedBadge(), '/status-1.json', '/status-2.json')],
    ['another issuer’s name', async () => changed(await signedBadge(), '"ALET"', '"TELA"')],
    ['a proof that was cut off', async () => ({ ...(await signedBadge()), proof: undefined })],
    [
      'a signature that was cut short',
      async () => {
        const badge = await signedBadge();
        return { ...badge, proof: { ...badge.proof, proofValue: badge.proof.proofValue.slice(0, -3) } };
      },
    ],
    ['a term that no context knows', async () => ({ ...(await signedBadge()), rank: 'first' })],
    ['a wrong purpose, signed', () => signedBadge({}, { proofPurpose: 'authentication' })],
    ['a wrong purpose, put in', async () => changed(await signedBadge(), 'assertionMethod', 'authentication')],
    ['another suite', async () => changed(await signedBadge(), 'eddsa-rdfc-2022', 'eddsa-jcs-2022')],
    ['another day of signing', async () => changed(await signedBadge(), '2024-06-03T14:00', '2024-06-04T14:00')],
  ];
  test.each(cases)('%s', async (_, make) => {
    const badge = JSON.parse(JSON.stringify(await make()));
    expect(await isGoodToUs(badge)).toBe(false);
    expect(await isGoodToAnother(badge, { now })).toBe(false);
  });
});

test('another verifier refuses it before its day, after its end, and where its bit is set', async () => {
  const badge = await signedBadge();
  expect(await isGoodToAnother(badge, { now: '2024-05-22T14:00:00Z' })).toBe(false);
  expect(await isGoodToAnother(badge, { now: '2026-05-25T14:00:00Z' })).toBe(false);
  expect(await isGoodToAnother(badge, { now, isClear: false })).toBe(false);
});

describe('what it says', () => {
  test('is what the specification has a place for', async () => {
    const badge = await signedBadge();
    expect(badge).toMatchObject({
      validFrom: '2024-05-23T00:00:00-05:00',
      validUntil: '2026-05-23T23:59:59-05:00',
      credentialSubject: { licenseNumber: 'AL-CTO-100014', term: 'Foxtrot' },
    });
    const { achievement, result } = badge.credentialSubject;
    expect(achievement.resultDescription?.map(({ name }) => name)).toEqual(
      badgeFacts.courses.map(({ title }) => title),
    );
    expect(result?.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 'Completed'));
    expect(achievement.criteria.narrative).toBe('A graduate has attended all six courses.');
  });

  test('claims no course that was not completed', async () => {
    const [first, ...others] = badgeFacts.courses;
    if (!first) throw new Error('There are courses.');
    const { credentialSubject } = await signedBadge({ courses: [{ ...first, completed: false }, ...others] });
    expect(credentialSubject.result).toHaveLength(5);
    const none = await signedBadge({ courses: [{ ...first, completed: false }] });
    expect(none.credentialSubject).not.toHaveProperty('result');
  });

  test('leaves out what is not known, for nothing may be empty', async () => {
    const badge = await signedBadge({ validUntil: null, mailHash: null, attended: null, status: null, courses: [] });
    expect(SignedOpenBadge.parse(badge)).toEqual(badge);
    expect(Object.keys(badge)).not.toContain('validUntil');
    expect(await isGoodToAnother(badge, { now })).toBe(true);
  });
});

describe('the form that the specification asks', () => {
  const cases: readonly [string, object][] = [
    [
      'the contexts in another order',
      {
        '@context': [
          'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
          'https://www.w3.org/ns/credentials/v2',
        ],
      },
    ],
    ['no id', { id: undefined }],
    ['a type that is no badge’s', { type: ['VerifiableCredential'] }],
    ['an instant without its offset', { validFrom: '2024-05-23T00:00:00' }],
    ['a day that there is not', { validFrom: '2024-13-23T00:00:00Z' }],
    ['a value of null', { validUntil: null }],
    ['an empty name', { name: '' }],
    ['something that the specification doesn’t know', { rank: 'first' }],
    [
      'a status without its index',
      {
        credentialStatus: {
          id: 'https://a.example/1#1',
          type: 'BitstringStatusListEntry',
          statusPurpose: 'revocation',
          statusListCredential: 'https://a.example/1',
        },
      },
    ],
    [
      'an index that is a number',
      {
        credentialStatus: {
          id: 'https://a.example/1#1',
          type: 'BitstringStatusListEntry',
          statusPurpose: 'revocation',
          statusListIndex: 1,
          statusListCredential: 'https://a.example/1',
        },
      },
    ],
  ];
  test.each(cases)('refuses %s', async (_, wrong) => {
    const { proof: _proof, ...badge } = await signedBadge();
    expect(OpenBadge.safeParse(badge).success).toBe(true);
    expect(OpenBadge.safeParse({ ...badge, ...wrong }).success).toBe(false);
  });

  test('refuses a result that the achievement does not describe', async () => {
    const { proof: _proof, ...badge } = await signedBadge();
    const result = [{ type: ['Result'], resultDescription: 'urn:uuid:elsewhere', status: 'Completed' }];
    expect(OpenBadge.safeParse({ ...badge, credentialSubject: { ...badge.credentialSubject, result } }).success).toBe(
      false,
    );
  });
});

describe('baked', () => {
  const png = encodePng(new Uint8Array(4 * 4 * 4), 4);
  const credential = '{"name":"Zoë ]]> <\\u00e9>","more":"openbadgecredential"}';

  test('into a PNG it is found as it was, right behind the head', () => {
    const baked = bakePng(png, credential);
    expect(bakedInPng(png)).toEqual([]);
    expect(bakedInPng(baked)).toEqual([credential]);
    expect(baked.toString('latin1', 37, 41)).toBe('iTXt');
    expect(bakedInPng(bakePng(baked, credential))).toHaveLength(2);
  });

  test('a PNG that was cut off or changed is not read', () => {
    const baked = bakePng(png, credential);
    expect(bakedInPng(baked.subarray(0, 100))).toBeNull();
    const altered = Buffer.from(baked);
    altered[80] = (altered[80] ?? 0) ^ 1;
    expect(bakedInPng(altered)).toBeNull();
  });

  test('into an SVG it is found as it was, whatever it says', () => {
    const baked = bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>', credential);
    expect(baked).toMatch(
      /^<svg xmlns:openbadges="https:\/\/purl.imsglobal.org\/ob\/v3p0" xmlns=[^>]+><openbadges:credential>/,
    );
    expect(bakedInSvg(baked).map((text) => JSON.parse(text))).toEqual([JSON.parse(credential)]);
    expect(bakedInSvg('<svg/>')).toEqual([]);
  });
});
