import { type Certificate, type GraduationFacts, StoredGraduation } from '../../../shared/model/graduates.ts';
import type { CohortId, ParticipantId } from '../../../shared/model/ids.ts';
import { fromJson } from '../../../shared/model/json.ts';
import type { Facts } from '../../call/facts.ts';
import { graduationChanged, sayChangedSince } from '../../rules/graduates/changed-since.ts';
import { attendanceOf, attendanceTables } from '../presence/queries.ts';
import { momentKey } from '../presence/session-moments.ts';
import { policyVersionOf } from '../program/policy-versions.ts';

type Decided = Pick<Certificate, 'participantId' | 'policyVersionId'> & {
  readonly decision: NonNullable<Certificate['decision']>;
};

/** Graduates of a cohort whose decision no longer fits what is on record, with the sentences that say so. */
export function changedSinceIn(facts: Facts, cohortId: CohortId): ReadonlyMap<ParticipantId, string> {
  const tables = [...attendanceTables, 'certificate', 'policyVersion'] as const;
  return facts.cached(`graduations changed ${cohortId} ${facts.today} ${momentKey(facts)}`, tables, () =>
    changedOf(
      facts,
      attendanceOf(facts, cohortId),
      facts.database.all<Decided>(`${decided} cohortId = ? AND ${graduated} ORDER BY number`, cohortId),
    ),
  );
}

/** The same of some graduates, as many as a slice of a list shows, where what is on record of them is at hand. */
export const changedSinceAmong = (
  facts: Facts,
  seen: ReadonlyMap<ParticipantId, GraduationFacts>,
): ReadonlyMap<ParticipantId, string> =>
  changedOf(
    facts,
    seen,
    facts.database.all<Decided>(
      // From those asked for: SQLite would rather go through all certificates in the order of their numbers.
      `SELECT participantId, policyVersionId, decision FROM json_each(?) asked
       CROSS JOIN participant ON participant.id = asked.value CROSS JOIN certificate ON participantId = participant.id
       WHERE ${graduated} ORDER BY number`,
      JSON.stringify([...seen.keys()]),
    ),
  );

const decided = `SELECT participantId, policyVersionId, decision
  FROM participant JOIN certificate ON participantId = participant.id WHERE`;
const graduated = "status = 'graduated' AND decision IS NOT NULL";

function changedOf(
  facts: Facts,
  seen: ReadonlyMap<ParticipantId, GraduationFacts>,
  decisions: readonly Decided[],
): ReadonlyMap<ParticipantId, string> {
  const changed = new Map<ParticipantId, string>();
  for (const { participantId, policyVersionId, decision } of decisions) {
    const now = seen.get(participantId);
    const version = policyVersionOf(facts, policyVersionId);
    if (!now || !version) continue;
    const since = graduationChanged(version.policy, fromJson(StoredGraduation, decision), now, facts.today);
    if (since) changed.set(participantId, sayChangedSince(version.policy, since));
  }
  return changed;
}
