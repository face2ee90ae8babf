import type { CertificateEnding } from '../../../shared/model/certificate-endings.ts';
import { sayDay } from '../../../shared/model/dates.ts';
import { sayNumber } from '../../../shared/model/devices.ts';
import { type Certificate, StoredGraduation } from '../../../shared/model/graduates.ts';
import type { ParticipantId } from '../../../shared/model/ids.ts';
import { fromJson } from '../../../shared/model/json.ts';
import type { DecidedGraduation } from '../../../shared/views/graduates.ts';
import type { Facts } from '../../call/facts.ts';
import { replayGraduation } from '../../rules/graduates/graduation.ts';
import { policyVersionOf } from '../program/policy-versions.ts';

type KeptCertificate = Pick<Certificate, 'number' | 'name' | 'policyVersionId' | 'decision'> &
  (Pick<CertificateEnding, 'endedOn' | 'reason'> | { readonly endedOn: null; readonly reason: null });

/** A participant’s certificate that was not replaced, a good one before one that was revoked. */
export const certificateOf = ({ database }: Facts, participantId: ParticipantId): KeptCertificate | undefined =>
  database.get<KeptCertificate>(
    `SELECT number, name, policyVersionId, decision, endedOn, reason FROM certificate
     LEFT JOIN certificateEnding ending ON ending.certificateId = certificate.id
     WHERE participantId = ? AND ending.kind IS NOT 'superseded'
     ORDER BY ending.id IS NOT NULL, number DESC LIMIT 1`,
    participantId,
  );

/** The decision that a certificate rests on, made again under its own version; null where it was not kept. */
export function decidedOf(facts: Facts, { decision, policyVersionId }: KeptCertificate): DecidedGraduation | null {
  const version = policyVersionOf(facts, policyVersionId);
  if (decision === null || !version) return null;
  const stored = fromJson(StoredGraduation, decision);
  const { agrees } = replayGraduation(version.policy, stored);
  const answer = agrees ? 'the same answer' : 'another answer';
  return {
    agrees,
    reasons: stored.reasons,
    sentence: `Decided on ${sayDay(stored.decidedOn)} under version ${sayNumber(version.number)}; the same rule gives ${answer} today`,
  };
}
