import type { KeyObject } from 'node:crypto';
import { badgeMaking } from '../../../main/features/credentials/badge-making.ts';
import { bytesToSign } from '../../../main/open-badges/canonical.ts';
import { didOf } from '../../../main/open-badges/multibase.ts';
import { proofOptions, withProof } from '../../../main/open-badges/proof.ts';
import { type BadgeFacts, openBadgeOf } from '../../../main/rules/credentials/open-badge.ts';
import { statusEntry } from '../../../main/rules/credentials/status-place.ts';
import { privateKeyOf, publicPartOf, signBytes } from '../../../main/signatures/ed25519.ts';
import type { SignedOpenBadge } from '../../../shared/model/open-badges/credential.ts';

/** A key for tests. */
export const key: KeyObject = privateKeyOf(Buffer.alloc(32, 7));
export const publicKey = publicPartOf(key);

export const badgeFacts: BadgeFacts = {
  id: 'urn:uuid:018f0000-0000-7000-8000-00000000002a',
  issuer: { did: didOf(publicKey), organization: 'ALET', page: '', contact: 'leads@example.org' },
  program: 'AL-CTO',
  programTitle: 'Alabama Chief Technology Officer certification program',
  title: 'AL-CTO Certification',
  criteria: 'A graduate has attended all six courses.',
  courses: [
    { title: 'CTO Roles and Responsibilities', completed: true },
    { title: 'Law, Ethics, and Policies', completed: true },
    { title: 'Data Management and Governance', completed: true },
    { title: 'Teaching and Learning', completed: true },
    { title: 'IT Management', completed: true },
    { title: 'Technology Planning', completed: true },
  ],
  number: 'AL-CTO-100014',
  name: 'Zoë Adams',
  mailHash: { salt: 'salt', hash: `sha256$${'0'.repeat(64)}` },
  cohort: 'Foxtrot',
  statement: 'This certifies that Zoë Adams has completed the six courses.',
  issuedOn: '2024-05-23',
  validUntil: '2026-05-23',
  attended: { from: '2023-10-16', to: '2024-05-23' },
  status: statusEntry('https://www.example.org/al-cto/verify.html', 'AL-CTO-100014'),
  picture: 'data:image/png;base64,iVBORw0KGgo=',
};

export const zone = 'America/Chicago';

/** A signed badge; some of what it says, or of what its proof says, otherwise. */
export async function signedBadge(
  facts: Partial<BadgeFacts> = {},
  proof: Partial<Record<'proofPurpose' | 'cryptosuite', string>> = {},
): Promise<SignedOpenBadge> {
  const badge = openBadgeOf({ ...badgeFacts, ...facts }, badgeMaking(zone));
  // What a test wants wrong is wrong on purpose.
  const options = { ...proofOptions(publicKey, '2024-06-03T14:00:00.000Z'), ...proof } as ReturnType<
    typeof proofOptions
  >;
  const bytes = await bytesToSign({ document: badge, options });
  if (bytes === null) throw new Error('The badge can’t be signed.');
  return withProof(badge, options, signBytes(bytes, key));
}
