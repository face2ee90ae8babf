import type { FurtherFacts, Graduation } from '../../../shared/model/graduates.ts';
import type { CohortId, ParticipantId } from '../../../shared/model/ids.ts';
import type { MetRequirement } from '../../../shared/model/requirements.ts';
import type { TableName } from '../../../shared/model/tables.ts';
import type { Facts, PolicyInForce } from '../../call/facts.ts';
import { asksForMore, withFurther } from '../../rules/graduates/further.ts';
import { feeTables } from '../fees/following.ts';
import { feeStandings } from '../fees/standing.ts';
import { attendanceTables, graduationsOf } from '../presence/queries.ts';
import { momentKey } from '../presence/session-moments.ts';
import { promisedTo } from '../program/promised.ts';

/** What the decision on graduation is made of. */
export const eligibilityTables: readonly TableName[] = [...attendanceTables, ...feeTables, 'metRequirement'];

type Further = ReadonlyMap<ParticipantId, FurtherFacts>;

/**
 * Whether each participant of a cohort can graduate under what the cohort was promised: the courses, the fee where it is
 * asked for, and the leads' checklist.
 */
export function eligibilityOf(
  facts: Facts,
  cohortId: CohortId,
  who: 'everyone' | 'enrolled' = 'everyone',
): ReadonlyMap<ParticipantId, Graduation> {
  const promised = promisedTo(facts, cohortId);
  const courses = graduationsOf(facts, cohortId, who);
  if (!promised || !asksForMore(promised.policy)) return courses;
  const key = `eligibility ${cohortId} ${who} ${facts.today} ${momentKey(facts)} ${promised.versionId}`;
  return facts.cached(key, [...eligibilityTables, 'policyVersion'], () =>
    each(promised, courses, furtherIn(facts, cohortId)),
  );
}

/** What is seen of everyone in a cohort besides the courses. */
export function furtherIn(facts: Facts, cohortId: CohortId): Further {
  const { database } = facts;
  const fees = feeStandings(facts, cohortId);
  const met = Map.groupBy(
    database.all<StoredMet>(
      `SELECT participantId, requirementId, metOn, note FROM metRequirement
       JOIN participant ON participant.id = participantId WHERE cohortId = ? ORDER BY requirementId`,
      cohortId,
    ),
    ({ participantId }) => participantId,
  );
  const everyone = database.all<{ id: ParticipantId }>('SELECT id FROM participant WHERE cohortId = ?', cohortId);
  return new Map(
    everyone.map(({ id }): [ParticipantId, FurtherFacts] => {
      const fee = fees.get(id);
      return [
        id,
        {
          fee: fee ? { state: fee.state, owes: fee.owes } : null,
          met: (met.get(id) ?? []).map(({ requirementId, metOn, note }) => ({ requirementId, metOn, note })),
        },
      ];
    }),
  );
}

type StoredMet = Pick<MetRequirement, 'participantId' | 'requirementId' | 'metOn' | 'note'>;

const nothingSeen: FurtherFacts = { fee: null, met: [] };

const each = (
  { policy }: PolicyInForce,
  courses: ReadonlyMap<ParticipantId, Graduation>,
  further: Further,
): ReadonlyMap<ParticipantId, Graduation> =>
  new Map(
    [...courses].map(([id, graduation]) => [id, withFurther(policy, graduation, further.get(id) ?? nothingSeen)]),
  );
