import { createHash } from 'node:crypto';
import { type Certificate, StoredGraduation } from '../../../shared/model/graduates.ts';
import type { CohortId, CourseId, ParticipantId } from '../../../shared/model/ids.ts';
import { fromJson } from '../../../shared/model/json.ts';
import type { Facts } from '../../call/facts.ts';
import type { CourseOfBadge } from '../../rules/credentials/open-badge.ts';
import { statusEntry } from '../../rules/credentials/status-place.ts';
import { issuedBy } from '../certificates/listed.ts';
import { papersAsIssued } from '../graduates/issued-papers.ts';
import { policyVersionOf } from '../program/policy-versions.ts';
import type { BadgeRequest } from './prepare.ts';

interface Kept
  extends Pick<
    Certificate,
    | 'id'
    | 'participantId'
    | 'number'
    | 'name'
    | 'issuedOn'
    | 'policyVersionId'
    | 'overruleReason'
    | 'decision'
    | 'paper'
  > {
  readonly email: string | null;
}

/** Certificates of a cohort that are still good, as Open Badges say them; null: of everyone, in the order of their numbers. */
export function badgesOf(
  facts: Facts,
  cohort: { readonly id: CohortId; readonly name: string },
  wanted: ReadonlySet<ParticipantId> | null,
): readonly BadgeRequest[] {
  const kept = facts.database
    .all<Kept>(
      `SELECT certificate.id, participantId, number, certificate.name, issuedOn, policyVersionId, overruleReason, decision,
         paper, person.email
       FROM certificate JOIN participant ON participant.id = participantId JOIN person ON person.id = personId
       WHERE cohortId = ? AND participant.status = 'graduated'
         AND NOT EXISTS (SELECT 1 FROM certificateEnding WHERE certificateId = certificate.id) ORDER BY number`,
      cohort.id,
    )
    .filter(({ participantId }) => wanted === null || wanted.has(participantId));
  const numbers = JSON.stringify(kept.map(({ number }) => number));
  const listed = issuedBy(facts, 'WHERE certificate.number IN (SELECT value FROM json_each(?))', numbers);
  const ends = new Map(listed.map(({ number, goodUntil }) => [number, goodUntil]));
  const paperOf = papersAsIssued(facts, cohort.name);
  return kept.map((certificate): BadgeRequest => {
    const { number, name, issuedOn } = certificate;
    const paper = paperOf(certificate);
    const fields: Readonly<Record<string, string>> = {
      name,
      program: paper.program,
      cohort: paper.cohort,
      date: issuedOn,
    };
    return {
      certificateId: certificate.id,
      number,
      name: name.normalize('NFC'),
      title: paper.title,
      program: paper.program,
      organization: paper.organization,
      cohort: paper.cohort,
      statement: paper.statement.replace(/\{(name|program|cohort|date)\}/g, (_, field: string) => fields[field] ?? ''),
      issuedOn,
      validUntil: ends.get(number) ?? null,
      mailHash: mailHashOf(certificate),
      ...whatItTook(facts, certificate),
      status: statusEntry(facts.inForce?.policy.certificate.address ?? '', number),
    };
  });
}

/** A mail address as only those recognize it who have it already; the salt is the certificate's own. */
function mailHashOf({ id, email }: Kept): BadgeRequest['mailHash'] {
  if (email === null || email === '') return null;
  return { salt: id, hash: `sha256$${createHash('sha256').update(`${email}${id}`, 'utf8').digest('hex')}` };
}

/** The courses and the rule, as they were when it was decided: a certificate claims no course that wasn't completed. */
function whatItTook(
  facts: Facts,
  { policyVersionId, decision, overruleReason }: Kept,
): Pick<BadgeRequest, 'programTitle' | 'criteria' | 'courses' | 'attended'> {
  const policy = policyVersionOf(facts, policyVersionId)?.policy;
  if (!policy) throw new Error('A certificate names a policy version that is not there.');
  const { completion, clauses, courses, program } = policy;
  const stored = decision === null ? null : fromJson(StoredGraduation, decision);
  const required = new Set<CourseId>(completion.courses);
  const missing = new Set<CourseId>(stored?.missing ?? []);
  // From before decisions were kept: the rule was met, or nothing is known of any course.
  const isKnown = stored !== null || overruleReason === null;
  const days = (stored?.facts.sessions ?? []).filter(({ hours }) => hours > 0).map(({ heldOn }) => heldOn);
  const sorted = days.toSorted();
  const [from, to] = [sorted[0], sorted.at(-1)];
  return {
    programTitle: program.title,
    criteria: clauses.find(({ id }) => id === completion.clause)?.text ?? completion.clause,
    courses: courses
      .filter(({ id }) => required.has(id))
      .map(({ id, title }): CourseOfBadge => ({ title, completed: isKnown && !missing.has(id) })),
    attended: from === undefined || to === undefined ? null : { from, to },
  };
}
