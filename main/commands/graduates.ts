import type { CivilDate } from '../../shared/model/dates.ts';
import { CertificateId, type CohortId, type ParticipantId } from '../../shared/model/ids.ts';
import { refuse } from '../../shared/model/result.ts';
import type { GraduateRow } from '../../shared/views/graduates.ts';
import { type Change, insert, update } from '../changes/change.ts';
import type { Facts, PolicyInForce } from '../facts.ts';
import type { Command, Handlers } from '../handler.ts';
import { graduateRows } from '../queries/graduate-rows.ts';
import { graduationsOf } from '../queries/presence.ts';
import { dueDateFor } from '../rules/recertification.ts';
import { addDue } from './recertification.ts';

interface GraduatingCohort {
  readonly id: CohortId;
  readonly name: string;
}

const graduate: Command<'graduates.graduate'> = (facts, { cohortId, participantIds, graduatedOn }) => {
  const { inForce } = facts;
  if (!inForce) return refuse('This desk has no program yet. Start one first.');
  const cohort = facts.database.get<GraduatingCohort>('SELECT id, name FROM cohort WHERE id = ?', cohortId);
  if (!cohort) return refuse('That cohort is no longer here.');
  // In the order of family names, which the certificates’ numbers follow.
  const everybody = graduateRows(facts, cohort).map(({ row }) => row);
  const named = participantIds === 'all-who-may' ? null : new Set(participantIds);
  const wanted = everybody.filter(({ participantId, verdict }) =>
    named ? named.has(participantId) : verdict === 'may-graduate',
  );
  if (named && wanted.length < named.size) {
    return refuse(
      `${named.size - wanted.length} of these people are not in ${cohort.name}. Open its list and choose once more.`,
    );
  }
  if (wanted.length === 0) return refuse(`Nobody of ${cohort.name} may graduate yet.`, sayRest(everybody));
  const held = wanted.filter(({ verdict }) => verdict !== 'may-graduate');
  if (held.length > 0) return refuseWith(facts, cohort, wanted, held);
  return {
    ok: true,
    label: `Graduated ${sayWho(wanted)} of ${cohort.name}`,
    changes: changesFor(facts, inForce, cohort, wanted, graduatedOn),
    value: { graduated: wanted.length },
  };
};

const sayWho = (rows: readonly GraduateRow[]): string =>
  rows.length === 1 && rows[0] ? rows[0].name : `${rows.length.toLocaleString('en-US')} participants`;

/** Why nobody may graduate: how many stand where. */
function sayRest(everybody: readonly GraduateRow[]): string[] {
  const count = (verdict: GraduateRow['verdict']): number => everybody.filter((row) => row.verdict === verdict).length;
  const parts = [
    [count('on-the-way'), 'on the way: courses are still to come'],
    [count('courses-missing'), 'missing a course'],
    [count('graduated'), 'graduated already'],
  ] as const;
  return parts.flatMap(([number, what]) =>
    number === 0 ? [] : [`${number.toLocaleString('en-US')} ${number === 1 ? 'is' : 'are'} ${what}.`],
  );
}

/** Nobody gets a certificate with a course missing: the refusal names everybody who does, and each of their reasons. */
function refuseWith(
  facts: Facts,
  cohort: GraduatingCohort,
  wanted: readonly GraduateRow[],
  held: readonly GraduateRow[],
) {
  const graduations = graduationsOf(facts, cohort.id);
  const reasons = held.map(({ participantId, name }) => {
    const unmet = graduations.get(participantId)?.reasons.filter(({ outcome }) => outcome !== 'met') ?? [];
    const said = unmet.map(({ sentence }) => sentence).join('; ');
    return `${name}: ${said || 'graduated already'}`;
  });
  const who =
    wanted.length === 1
      ? `${wanted[0]?.name} may not graduate`
      : `${held.length.toLocaleString('en-US')} of these ${wanted.length.toLocaleString('en-US')} may not graduate`;
  return refuse(
    `${who}: a certificate needs every course. Choose only those who may, or mark the attendance that is missing.`,
    reasons,
  );
}

function changesFor(
  facts: Facts,
  { policy, versionId }: PolicyInForce,
  cohort: GraduatingCohort,
  wanted: readonly GraduateRow[],
  graduatedOn: CivilDate,
): Change[] {
  const prefix = `${policy.program.name}-${cohort.name}-`;
  const due = dueDateFor(policy, cohort.name, graduatedOn);
  let last = highestNumber(facts, prefix);
  return wanted.flatMap(({ participantId, certificateName, certificate }) => {
    const changes = [update('participant', participantId, { status: 'graduated', graduatedOn })];
    if (certificate === null) {
      last += 1;
      changes.push(
        insert('certificate', {
          id: CertificateId.parse(facts.newId()),
          participantId,
          number: `${prefix}${String(last).padStart(3, '0')}`,
          name: certificateName,
          issuedOn: graduatedOn,
          policyVersionId: versionId,
        }),
      );
    }
    if (due !== null && !hasDue(facts, participantId)) changes.push(addDue(facts, participantId, due.dueOn));
    return changes;
  });
}

/** The highest number that a certificate of the cohort has; 0 where none was issued. */
function highestNumber({ database }: Facts, prefix: string): number {
  const numbers = database.all<{ number: string }>(
    'SELECT number FROM certificate WHERE substr(number, 1, length(?)) = ?',
    prefix,
    prefix,
  );
  return numbers.reduce((highest, { number }) => Math.max(highest, Number(number.slice(prefix.length)) || 0), 0);
}

const hasDue = ({ database }: Facts, participantId: ParticipantId): boolean =>
  database.get('SELECT 1 FROM recertificationDue WHERE participantId = ?', participantId) !== undefined;

export const graduateCommands: Pick<Handlers, 'graduates.graduate'> = { 'graduates.graduate': graduate };
