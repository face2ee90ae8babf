import { generateKeyPairSync, sign, verify } from 'node:crypto';
import jsonld from 'jsonld';
import { badgeMaking } from '../../../main/features/credentials/badge-making.ts';
import { badgePicture } from '../../../main/features/credentials/badge-picture.ts';
import { bytesToSign } from '../../../main/open-badges/canonical.ts';
import { shippedContexts } from '../../../main/open-badges/contexts.ts';
import { didOf } from '../../../main/open-badges/multibase.ts';
import { claimOf, isRight, proofOptions, withProof } from '../../../main/open-badges/proof.ts';
import { type BadgeFacts, openBadgeOf } from '../../../main/rules/credentials/open-badge.ts';
import { statusEntry } from '../../../main/rules/credentials/status-place.ts';
import { privateKeyOf, publicPartOf, signBytes } from '../../../main/signatures/ed25519.ts';
import { type Report, timed } from '../measure.ts';
import { applicantRow } from '../people.ts';

const count = 500;

/** Certificates as Open Badges, made, signed, and verified, beside jsonld and node:crypto doing only what they must. */
export async function badges(report: Report): Promise<void> {
  const key = privateKeyOf(Buffer.alloc(32, 7));
  const publicKey = publicPartOf(key);
  const making = badgeMaking('America/Chicago');
  const words = {
    program: 'AL-CTO',
    programTitle: 'Alabama CTO',
    organization: 'ALET',
    cohort: 'Foxtrot',
    year: '2025',
  };
  const { icon } = badgePicture(words);
  const list = Array.from({ length: count }, (_, at) => badgeOf(at, didOf(publicKey), icon));
  const options = proofOptions(publicKey, '2025-06-13T15:00:00.000Z');
  const first = openBadgeOf(list[0] ?? badgeOf(0, didOf(publicKey), icon), making);
  await bytesToSign({ document: first, options });

  const bare = generateKeyPairSync('ed25519');
  const unsigned = list.map((facts) => openBadgeOf(facts, making));
  const signatures: Buffer[] = [];
  const floor = await timed(async () => {
    for (const badge of unsigned) signatures.push(sign(null, Buffer.from(await bareForm(badge)), bare.privateKey));
  });
  const signed: object[] = [];
  const ours = await timed(async () => {
    for (const facts of list) {
      const badge = openBadgeOf(facts, making);
      const bytes = await bytesToSign({ document: badge, options });
      if (bytes) signed.push(withProof(badge, options, signBytes(bytes, key)));
    }
  });
  const floorIs = 'bare jsonld and node:crypto, without the proof’s own canonical form';
  report({ name: `${count} badges made and signed`, unit: 's', ours: ours / 1_000, floor: floor / 1_000, floorIs });

  let right = 0;
  const verifyFloor = await timed(async () => {
    for (const [at, badge] of unsigned.entries()) {
      if (verify(null, Buffer.from(await bareForm(badge)), bare.publicKey, signatures[at] ?? Buffer.alloc(0)))
        right += 1;
    }
  });
  const verifying = await timed(async () => {
    for (const badge of signed) {
      const claim = await claimOf(badge);
      if (claim && isRight(claim)) right += 1;
    }
  });
  if (right !== 2 * count) throw new Error('Not every badge was found right.');
  report({ name: `${count} badges verified`, unit: 's', ours: verifying / 1_000, floor: verifyFloor / 1_000, floorIs });
}

const bareForm = (document: object): Promise<string> =>
  jsonld.canonize(document, {
    algorithm: 'RDFC-1.0',
    format: 'application/n-quads',
    safe: true,
    base: null,
    documentLoader: async (url) => ({ contextUrl: null, documentUrl: url, document: shippedContexts.get(url) }),
  });

function badgeOf(at: number, did: string, picture: string): BadgeFacts {
  const [, , given = '', family = ''] = applicantRow(at);
  const number = `AL-CTO-1${String(at + 1).padStart(4, '0')}0`;
  return {
    id: `urn:uuid:018f0000-0000-7000-8000-${String(at).padStart(12, '0')}`,
    issuer: { did, organization: 'ALET', page: '', contact: 'leads@example.org' },
    program: 'AL-CTO',
    programTitle: 'Alabama Chief Technology Officer certification program',
    title: 'AL-CTO Certification',
    criteria: 'A graduate has attended all six courses.',
    courses: ['Roles', 'Law', 'Data', 'Teaching', 'IT', 'Planning'].map((title) => ({ title, completed: true })),
    number,
    name: `${given} ${family}`,
    mailHash: { salt: String(at), hash: `sha256$${'0'.repeat(64)}` },
    cohort: 'Foxtrot',
    statement: 'This certifies that they have completed the six courses.',
    issuedOn: '2025-06-13',
    validUntil: null,
    attended: { from: '2024-10-21', to: '2025-06-12' },
    status: statusEntry('https://www.example.org/verify.html', number),
    picture,
  };
}
