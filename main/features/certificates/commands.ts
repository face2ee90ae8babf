import { CertificateEndingId } from '../../../shared/model/certificate-endings.ts';
import type { Certificate } from '../../../shared/model/graduates.ts';
import { CertificateId } from '../../../shared/model/ids.ts';
import { type Problem, refuse } from '../../../shared/model/result.ts';
import type { Facts } from '../../call/facts.ts';
import type { Command, Handlers } from '../../call/handler.ts';
import { type Change, insert } from '../../log/change.ts';
import { idFor } from '../../log/one-of-a-kind.ts';
import { issuedUnder } from './listed.ts';

/** Why a certificate of this number can't be ended now; null: it can. */
function whyNot(facts: Facts, number: string): { readonly ok: false; readonly problem: Problem } | null {
  const issued = issuedUnder(facts, number);
  if (!issued) return refuse(`There is no certificate ${number} in the records.`);
  if (issued.ended === null) return null;
  const said = issued.ended.kind === 'revoked' ? 'is revoked' : 'was replaced';
  return refuse(`Certificate ${number} ${said} already. Undo that first, in History.`);
}

const revoke: Command<'certificates.revoke'> = (facts, { number, reason }) => {
  const problem = whyNot(facts, number);
  if (problem) return problem;
  const issued = issuedUnder(facts, number);
  if (!issued) throw new Error('It was here a moment ago.');
  return {
    ok: true,
    label: `Revoked certificate ${issued.number} of ${issued.name}`,
    changes: [revoking(facts, issued.id, reason)],
    value: null,
  };
};

/** What it takes to revoke a certificate that is good. */
export const revoking = (facts: Facts, certificateId: CertificateId, reason: string): Change =>
  ending(facts, certificateId, { kind: 'revoked', reason, replacedById: null });

const ending = (
  facts: Facts,
  certificateId: CertificateId,
  how: { kind: 'revoked' | 'superseded'; reason: string; replacedById: CertificateId | null },
): Change =>
  insert('certificateEnding', {
    id: CertificateEndingId.parse(idFor(facts.database, 'certificateEnding', { certificateId })),
    certificateId,
    endedOn: facts.today,
    ...how,
  });

/**
 * What it takes to replace a certificate by one with another name and a number of its own: the old one stays, and says
 * by which it was replaced. Everything else is as it was issued, the day too.
 */
export function replacing(facts: Facts, old: Certificate, number: string, name: string, reason: string): Change[] {
  const id = CertificateId.parse(
    idFor(facts.database, 'certificate', { participantId: old.participantId, follows: old.id }),
  );
  return [
    insert('certificate', { ...old, id, number, name, follows: old.id }),
    ending(facts, old.id, { kind: 'superseded', reason, replacedById: id }),
  ];
}

export const certificateCommands: Pick<Handlers, 'certificates.revoke'> = {
  'certificates.revoke': revoke,
};
