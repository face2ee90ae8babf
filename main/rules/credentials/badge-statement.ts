import type { OpenBadge } from '../../../shared/model/open-badges/credential.ts';
import type { Statement } from '../../../shared/model/statement/statement.ts';

/** What an Open Badge of ours says, as the code on the paper says it: both are checked against the same record. */
export function statementOf(badge: Pick<OpenBadge, 'credentialSubject' | 'validFrom' | 'validUntil'>): Statement {
  const { licenseNumber, identifier, term = '', achievement } = badge.credentialSubject;
  return {
    program: achievement.humanCode ?? '',
    number: licenseNumber,
    name: identifier.find(({ identityType, hashed }) => identityType === 'name' && !hashed)?.identityHash ?? '',
    what: achievement.name,
    cohort: term,
    issuedOn: dayIn(badge.validFrom),
    validUntil: badge.validUntil === undefined ? null : dayIn(badge.validUntil),
  };
}

/** The day of an instant as it is written, which is the program's own zone. */
const dayIn = (instant: string): string => instant.slice(0, 10);
