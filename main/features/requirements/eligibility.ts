import type { FeeStanding } from '../../../shared/model/fees.ts';
import type { FurtherFacts, Graduation, GraduationFacts } from '../../../shared/model/graduates.ts';
import type { CohortId, ParticipantId } from '../../../shared/model/ids.ts';
import type { MetRequirement } from '../../../shared/model/requirements.ts';
import type { TableName } from '../../../shared/model/tables.ts';
import type { Facts, PolicyInForce } from '../../call/facts.ts';
import { asksForMore, withFurther } from '../../rules/graduates/further.ts';
import { feeTables } from '../fees/following.ts';
import { feeStandings, feeStandingsOf } from '../fees/standing.ts';
import { attendanceTables, graduationsBy, graduationsOf } from '../presence/queries.ts';
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

/** The same of some participants of a cohort, from what is known of their attendance. */
export function eligibilityAmong(
  facts: Facts,
  cohortId: CohortId,
  seen: ReadonlyMap<ParticipantId, GraduationFacts>,
): ReadonlyMap<ParticipantId, Graduation> {
  const promised = promisedTo(facts, cohortId);
  const courses = graduationsBy(facts, cohortId, seen);
  if (!promised || !asksForMore(promised.policy)) return courses;
  const ids = [...seen.keys()];
  const fees = feeStandingsOf(facts, { participants: 'SELECT value FROM json_each(?)', values: [JSON.stringify(ids)] });
  return each(promised, courses, furtherOf(facts, ids, fees));
}

/** What is seen of everyone in a cohort besides the courses. */
export function furtherIn(facts: Facts, cohortId: CohortId): Further {
  const everyone = facts.database.all<{ id: ParticipantId }>('SELECT id FROM participant WHERE cohortId = ?', cohortId);
  return furtherOf(
    facts,
    everyone.map(({ id }) => id),
    feeStandings(facts, cohortId),
  );
}

function furtherOf({ database }: Facts, ids: readonly ParticipantId[], fees: ReadonlyMap<ParticipantId, FeeStanding>) {
  const met = Map.groupBy(
    database.all<StoredMet>(
      `SELECT participantId, requirementId, metOn, note FROM metRequirement
       WHERE participantId IN (SELECT value FROM json_each(?)) ORDER BY requirementId`,
      JSON.stringify(ids),
    ),
    ({ participantId }) => participantId,
  );
  return new Map(
    ids.map((id): [ParticipantId, FurtherFacts] => {
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
