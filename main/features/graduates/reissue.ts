import { sayCount } from '../../../shared/model/counts.ts';
import type { Certificate } from '../../../shared/model/graduates.ts';
import type { ParticipantId } from '../../../shared/model/ids.ts';
import { nameOnCertificate, type Person } from '../../../shared/model/people.ts';
import { refuse } from '../../../shared/model/result.ts';
import type { Facts } from '../../call/facts.ts';
import type { Command } from '../../call/handler.ts';
import { update } from '../../log/change.ts';

type Issued = Pick<Certificate, 'id' | 'number' | 'name'> &
  Pick<Person, 'givenName' | 'familyName' | 'certificateName'>;

/**
 * Brings certificates to the names that people want on them by now: someone was misspelled, or has another name since.
 * Number and day stay, for it is the same certificate; the log keeps what it said before.
 */
export const reissue: Command<'graduates.reissue'> = (facts, { participantIds }) => {
  const issued = participantIds.flatMap((participantId) => issuedTo(facts, participantId) ?? []);
  if (issued.length < participantIds.length) {
    const without = participantIds.length - issued.length;
    return refuse(
      `${participantIds.length === 1 ? 'This person has' : `${without} of these people have`} no certificate. One is issued when they graduate; graduates from an old list have theirs.`,
    );
  }
  const renamed = issued.filter((certificate) => certificate.name !== nameOnCertificate(certificate));
  if (renamed.length === 0) {
    const [only] = issued;
    return refuse(
      issued.length === 1 && only
        ? `${only.number} says “${only.name}”, as the record does. Correct the name there first.`
        : 'These certificates say what the records say. Correct the names there first.',
    );
  }
  const [first] = renamed;
  return {
    ok: true,
    label:
      renamed.length === 1 && first
        ? `Reissued ${first.number} to “${nameOnCertificate(first)}”`
        : `Reissued ${sayCount(renamed.length)} certificates under the names on record`,
    changes: renamed.map((certificate) =>
      update('certificate', certificate.id, { name: nameOnCertificate(certificate) }),
    ),
    value: { reissued: renamed.length },
  };
};

const issuedTo = ({ database }: Facts, participantId: ParticipantId): Issued | undefined =>
  database.get<Issued>(
    `SELECT certificate.id, number, certificate.name, givenName, familyName, certificateName
     FROM certificate JOIN participant ON participant.id = participantId JOIN person ON person.id = personId
     WHERE participantId = ? ORDER BY number DESC LIMIT 1`,
    participantId,
  );
