import { sayCount } from '../../../shared/model/counts.ts';
import type { Certificate } from '../../../shared/model/graduates.ts';
import type { ParticipantId } from '../../../shared/model/ids.ts';
import { nameOnCertificate, type Person } from '../../../shared/model/people.ts';
import { refuse } from '../../../shared/model/result.ts';
import { columnsOf } from '../../../shared/model/tables.ts';
import type { Facts } from '../../call/facts.ts';
import type { Command } from '../../call/handler.ts';
import { noProgram } from '../../call/no-program.ts';
import { certificateNumbers } from '../../log/numbers.ts';
import { replacing } from '../certificates/commands.ts';

type Named = Pick<Person, 'givenName' | 'familyName' | 'certificateName'>;

interface Issued {
  readonly certificate: Certificate;
  /** The name that the person wants on it by now. */
  readonly wanted: string;
}

/**
 * Replaces certificates whose names people want otherwise by now: someone was misspelled, or has another name since.
 * Each gets a new one with a number of its own and the same day; the old number answers that it was replaced, and by which.
 */
export const reissue: Command<'graduates.reissue'> = (facts, { participantIds }) => {
  if (!facts.inForce) return noProgram();
  const issued = participantIds.flatMap((participantId) => issuedTo(facts, participantId) ?? []);
  if (issued.length < participantIds.length) {
    const without = participantIds.length - issued.length;
    return refuse(
      `${participantIds.length === 1 ? 'This person has' : `${without} of these people have`} no certificate. One is issued when they graduate; graduates from an old list have theirs.`,
    );
  }
  const renamed = issued.filter(({ certificate, wanted }) => certificate.name !== wanted);
  const [first] = renamed;
  if (!first) {
    const [only] = issued;
    return refuse(
      issued.length === 1 && only
        ? `${only.certificate.number} says “${only.certificate.name}”, as the record does. Correct the name there first.`
        : 'These certificates say what the records say. Correct the names there first.',
    );
  }
  const numbers = certificateNumbers(facts, facts.inForce.policy.program.name);
  return {
    ok: true,
    label:
      renamed.length === 1
        ? `Reissued ${first.certificate.number} to “${first.wanted}”`
        : `Reissued ${sayCount(renamed.length)} certificates under the names on record`,
    changes: renamed.flatMap(({ certificate, wanted }) =>
      replacing(facts, certificate, numbers.next().value, wanted, `Reissued to ${wanted}`),
    ),
    value: { reissued: renamed.length },
  };
};

/** A participant's certificate that holds now. */
function issuedTo({ database }: Facts, participantId: ParticipantId): Issued | undefined {
  const certificate = database.get<Certificate>(
    `SELECT ${columnsOf('certificate').join()} FROM certificate
     WHERE participantId = ? AND NOT EXISTS (SELECT 1 FROM certificateEnding WHERE certificateId = certificate.id)
     ORDER BY number DESC LIMIT 1`,
    participantId,
  );
  const person = database.get<Named>(
    `SELECT givenName, familyName, certificateName FROM person
     JOIN participant ON personId = person.id WHERE participant.id = ?`,
    participantId,
  );
  return certificate && person && { certificate, wanted: nameOnCertificate(person) };
}
