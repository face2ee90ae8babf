import { type Certificate, StoredGraduation } from '../../../shared/model/graduates.ts';
import type { CohortId, ParticipantId } from '../../../shared/model/ids.ts';
import { fromJson } from '../../../shared/model/json.ts';
import type { Facts } from '../../call/facts.ts';
import { graduationChanged, sayChangedSince } from '../../rules/graduates/changed-since.ts';
import { attendanceOf, attendanceTables } from '../presence/queries.ts';
import { policyVersionOf } from '../program/policy-versions.ts';

type Decided = Pick<Certificate, 'participantId' | 'policyVersionId'> & {
  readonly decision: NonNullable<Certificate['decision']>;
};

/** Graduates of a cohort whose decision no longer fits what is on record, with the sentences that say so. */
export function changedSinceIn(facts: Facts, cohortId: CohortId): ReadonlyMap<ParticipantId, string> {
  const tables = [...attendanceTables, 'certificate', 'policyVersion'] as const;
  return facts.cached(`graduations changed ${cohortId} ${facts.today}`, tables, () => {
    const seen = attendanceOf(facts, cohortId);
    const changed = new Map<ParticipantId, string>();
    for (const { participantId, policyVersionId, decision } of facts.database.all<Decided>(
      `SELECT participantId, policyVersionId, decision FROM participant JOIN certificate ON participantId = participant.id
       WHERE cohortId = ? AND status = 'graduated' AND decision IS NOT NULL ORDER BY number`,
      cohortId,
    )) {
      const now = seen.get(participantId);
      const version = policyVersionOf(facts, policyVersionId);
      if (!now || !version) continue;
      const since = graduationChanged(version.policy, fromJson(StoredGraduation, decision), now, facts.today);
      if (since) changed.set(participantId, sayChangedSince(version.policy, since));
    }
    return changed;
  });
}
