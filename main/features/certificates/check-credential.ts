import { z } from 'zod';
import { SignedOpenBadge } from '../../../shared/model/open-badges/credential.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import type { CertificateCheck } from '../../../shared/views/certificates.ts';
import type { Facts } from '../../call/facts.ts';
import { noProgram } from '../../call/no-program.ts';
import { didOf } from '../../open-badges/multibase.ts';
import { isRight } from '../../open-badges/proof.ts';
import { verdictOfKey } from '../../rules/certificates/state.ts';
import { statementOf } from '../../rules/credentials/badge-statement.ts';
import { answer } from './check-text.ts';
import { everyKey } from './keys.ts';
import type { ReadCredential } from './read-credential.ts';

/** As much of any credential as it takes to say whose it claims to be. */
const Claimed = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]),
  issuer: z.union([z.string(), z.looseObject({ id: z.string() })]),
});

/**
 * Checks a digital badge as the code on a paper is checked: by its signature against every key that the program has had,
 * then by what the record has under its number. Refuses anything that isn't a badge.
 */
export function checkCredential(facts: Facts, { document, claim }: ReadCredential): Result<CertificateCheck> {
  if (!facts.inForce) return noProgram();
  const claimed = Claimed.safeParse(document);
  const types = claimed.success ? [claimed.data.type].flat() : [];
  if (types.includes('BitstringStatusListCredential')) {
    return refuse('That is the list in which revoked badges are found, not a badge. Choose a graduate’s badge.');
  }
  if (!claimed.success || !(types.includes('OpenBadgeCredential') || types.includes('AchievementCredential'))) {
    return refuse('That file holds no digital badge. Choose the original badge file, or type the number.');
  }
  const keys = everyKey(facts);
  const { issuer } = claimed.data;
  const issuerId = typeof issuer === 'string' ? issuer : issuer.id;
  const altered = done(answer(facts, 'broken', null, null, 'badge'));
  if (claim === null) {
    const isOurs = keys.some(({ publicKey }) => didOf(publicKey) === issuerId);
    return isOurs ? altered : done(answer(facts, 'unknown-key', null, null, 'badge'));
  }
  const key = keys.find(({ publicKey }) => publicKey === claim.publicKey);
  if (!key) return done(answer(facts, 'unknown-key', null, null, 'badge'));
  const did = didOf(key.publicKey);
  if (!isRight(claim) || claim.controller !== did || issuerId !== did) return altered;
  const badge = SignedOpenBadge.safeParse(document);
  if (!badge.success) {
    // Signed by us, and not as this version writes them: what it says can't be told, so it is not called good.
    return refuse(
      'The badge is signed by the program, but in a way that this version of Cohort Desk doesn’t know. Update Cohort Desk, then check it again.',
    );
  }
  const statement = statementOf(badge.data);
  return done(answer(facts, verdictOfKey(key, statement), statement, statement.number, 'badge'));
}
