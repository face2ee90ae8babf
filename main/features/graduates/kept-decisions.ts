import { sayDay } from '../../../shared/model/dates.ts';
import { sayNumber } from '../../../shared/model/devices.ts';
import { type Certificate, StoredGraduation } from '../../../shared/model/graduates.ts';
import type { ParticipantId } from '../../../shared/model/ids.ts';
import { fromJson } from '../../../shared/model/json.ts';
import type { DecidedGraduation } from '../../../shared/views/graduates.ts';
import type { Facts } from '../../call/facts.ts';
import { replayGraduation } from '../../rules/graduates/graduation.ts';
import { policyVersionOf } from '../program/policy-versions.ts';

type KeptCertificate = Pick<Certificate, 'name' | 'policyVersionId' | 'decision'>;

/** A participant’s certificate that was not replaced; of several, the one with the highest number. */
export const certificateOf = ({ database }: Facts, participantId: ParticipantId): KeptCertificate | undefined =>
  database.get<KeptCertificate>(
    `SELECT name, policyVersionId, decision FROM certificate WHERE participantId = ?
     AND NOT EXISTS (SELECT 1 FROM certificateEnding WHERE certificateId = certificate.id AND kind = 'superseded')
     ORDER BY number DESC LIMIT 1`,
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
