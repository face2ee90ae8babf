import { certificateNumber } from '../../../shared/model/certificate-numbers.ts';
import type { CivilDate } from '../../../shared/model/dates.ts';
import type { ParticipantId } from '../../../shared/model/ids.ts';
import { nameOnCertificate, type Person } from '../../../shared/model/people.ts';
import type { Policy } from '../../../shared/model/program.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import { printSigned } from '../../../shared/model/statement/printed.ts';
import { packStatement } from '../../../shared/model/statement/statement.ts';
import type { DesignSample, DesignSampleLine } from '../../../shared/views/certificate-designs.ts';
import type { Facts } from '../../call/facts.ts';
import { noProgram } from '../../call/no-program.ts';
import { sayCertificateDay } from '../../rules/certificate-designs/words.ts';
import type { DesignedCertificate } from './page.ts';

/** People whom no one knows: one with a usual name, one with as long a name as a certificate must take. */
const madeUp = {
  usual: 'Renée J. McAllister, Ed.S.',
  long: 'Dr. Maximiliano Alejandro Fernández de la Cruz y Villanueva III',
};

type PersonInCohort = Pick<Person, 'givenName' | 'familyName' | 'certificateName'> & {
  readonly participantId: ParticipantId;
  readonly cohort: string;
};

/** A draft is looked at with the names of a few cohorts; nobody scrolls through more. */
const mostPeople = 300;

/** The people with whose names a draft can be looked at, the newest cohort first. */
export const samplePeople = ({ database }: Facts): readonly DesignSampleLine[] =>
  database
    .all<PersonInCohort>(
      `SELECT participant.id AS participantId, cohort.name AS cohort, givenName, familyName, certificateName
       FROM participant JOIN person ON person.id = personId JOIN cohort ON cohort.id = cohortId
       WHERE participant.status IN ('enrolled', 'graduated')
       ORDER BY coalesce(startsOn, opensOn, endsOn) DESC NULLS LAST, cohort.id, familyName, givenName, participant.id
       LIMIT ${mostPeople}`,
    )
    .map((each) => ({ participantId: each.participantId, cohort: each.cohort, name: nameOnCertificate(each) }));

/**
 * What a draft is drawn with: everything as the policy has it today. Its code is as large as a real one and signed by
 * no one, so that a draft is never taken for a certificate.
 */
export function sampleCertificate(facts: Facts, sample: DesignSample): Result<DesignedCertificate> {
  if (!facts.inForce) return noProgram();
  const { policy } = facts.inForce;
  const person = sampleName(facts, sample);
  if (!person) return refuse('This person’s record was removed. Choose someone else to look at the design with.');
  const { name, cohort } = person;
  const number = certificateNumber(policy.program.name, facts.device.letter, 1);
  return done({
    words: {
      organization: policy.program.organization,
      program: policy.program.name,
      title: policy.certificate.title,
      statement: policy.certificate.statement,
      name,
      cohort,
      day: sayCertificateDay(facts.today),
      number,
      signatories: policy.certificate.signatories,
    },
    code: codeLike(policy, { name, number, cohort }, facts.today),
  });
}

function sampleName({ database }: Facts, sample: DesignSample): { name: string; cohort: string } | null {
  const named = database.get<{ cohort: string }>(
    'SELECT name AS cohort FROM cohort ORDER BY coalesce(startsOn, opensOn, endsOn) DESC NULLS LAST, id LIMIT 1',
  );
  const cohort = named?.cohort ?? 'Foxtrot';
  if (sample === 'usual') return { name: madeUp.usual, cohort };
  if (sample === 'long') return { name: madeUp.long, cohort };
  const person = database.get<PersonInCohort>(
    `SELECT participant.id AS participantId, cohort.name AS cohort, givenName, familyName, certificateName
     FROM participant JOIN person ON person.id = personId JOIN cohort ON cohort.id = cohortId WHERE participant.id = ?`,
    sample,
  );
  return person ? { name: nameOnCertificate(person), cohort: person.cohort } : null;
}

/** A code of as many squares as the real one has; its signature is all zeros, which no key ever makes. */
function codeLike(
  { program, certificate }: Policy,
  { name, number, cohort }: { readonly name: string; readonly number: string; readonly cohort: string },
  day: CivilDate,
): string {
  const statement = {
    program: program.name,
    number,
    name: name.normalize('NFC'),
    what: certificate.title,
    cohort,
    issuedOn: day,
    validUntil: day,
  };
  const signed = packStatement({ statement, keyHint: 0 });
  if (signed === null) return number;
  const text = printSigned({ signed, signature: new Uint8Array(64) });
  return certificate.address === '' ? text : `${certificate.address}#${text}`;
}
