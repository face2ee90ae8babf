import { countOf } from '../../../shared/model/counts.ts';
import type { CivilDate } from '../../../shared/model/dates.ts';
import type { CohortId, ParticipantId, SessionId } from '../../../shared/model/ids.ts';
import { MakeUpId } from '../../../shared/model/ids.ts';
import type { MakeUp } from '../../../shared/model/make-ups.ts';
import { sayName } from '../../../shared/model/people.ts';
import { refuse } from '../../../shared/model/result.ts';
import type { Facts } from '../../call/facts.ts';
import type { Command, Handlers } from '../../call/handler.ts';
import { noProgram } from '../../call/no-program.ts';
import { insert, remove } from '../../log/change.ts';
import { idFor } from '../../log/one-of-a-kind.ts';
import { noSuchSession, sessionRow } from '../courses/sessions.ts';
import { someoneIsGone } from '../people/no-longer.ts';
import { notAnnulled } from '../presence/not-annulled.ts';
import { courseHeld } from '../program/promised.ts';
import { candidatesFor } from './make-up-candidates.ts';
import { offerOf } from './make-ups.ts';
import { sayTooMany } from './queries.ts';

const assignMakeUp: Command<'progress.assignMakeUp'> = (facts, { participantIds, courseId, sessionId, note }) => {
  if (!facts.inForce) return noProgram();
  const session = sessionRow(facts, sessionId);
  if (!session) return refuse(noSuchSession);
  if (session.courseId !== courseId) {
    const wanted = courseHeld(facts, { courseId, cohortIds: [], heldOn: session.heldOn })?.title ?? courseId;
    return refuse(`This session is of ${session.title}, not of ${wanted}. Choose a session of the course itself.`);
  }
  const ids = [...new Set(participantIds)];
  const cohorts = cohortsOf(facts, ids);
  const [anyOf] = cohorts;
  const offer = offerOf(facts, session, anyOf?.id ?? null);
  const closed = cohorts.map(({ id }) => offerOf(facts, session, id).whyNot).find((whyNot) => whyNot !== null);
  if (closed) return refuse(closed);
  if (offer.whyNot !== null) return refuse(offer.whyNot);
  const candidates = cohorts.flatMap((cohort) => candidatesFor(facts, cohort, new Set(ids), offer));
  if (candidates.length < ids.length) {
    return refuse(someoneIsGone);
  }
  const reasons = candidates.flatMap(({ whyNot }) => (whyNot === null ? [] : [whyNot]));
  const [first] = candidates;
  if (reasons.length > 0) {
    const [only] = reasons;
    if (candidates.length === 1 && only !== undefined) return refuse(only);
    return refuse('No one was assigned. Leave these people out first.', reasons);
  }
  const { capacity, seatsLeft, expected } = offer;
  if (capacity !== null && seatsLeft !== null && seatsLeft < ids.length) {
    return refuse(sayTooMany(capacity, expected, ids.length));
  }
  const whom = candidates.length === 1 && first ? first.row.name : countOf(candidates.length, 'participant');
  return {
    ok: true,
    label: `Assigned a make-up of ${session.title} to ${whom}`,
    changes: candidates.map(({ row: { participantId } }) => {
      const id = MakeUpId.parse(idFor(facts.database, 'makeUp', { participantId, sessionId }));
      return insert('makeUp', { id, participantId, courseId, sessionId, assignedAt: facts.now, note });
    }),
    value: { assigned: candidates.length },
  };
};

/** The cohorts of participants, each once. */
function cohortsOf({ database }: Facts, ids: readonly ParticipantId[]): { id: CohortId; name: string }[] {
  const cohorts = new Map<CohortId, string>();
  for (const id of ids) {
    const cohort = database.get<{ id: CohortId; name: string }>(
      'SELECT cohort.id, cohort.name FROM participant JOIN cohort ON cohort.id = cohortId WHERE participant.id = ?',
      id,
    );
    if (cohort) cohorts.set(cohort.id, cohort.name);
  }
  return [...cohorts].map(([id, name]) => ({ id, name }));
}

const removeMakeUp: Command<'progress.removeMakeUp'> = (facts, { makeUpIds }) => {
  const found = [...new Set(makeUpIds)].map((id) => assignedMakeUp(facts, id));
  const makeUps = found.filter((each) => each !== undefined);
  const [first] = makeUps;
  if (!first || makeUps.length < found.length) {
    return refuse('That make-up is no longer assigned. Check the list again.');
  }
  const came = makeUps.filter(({ sessionId, personId }) => hasCome(facts, sessionId, personId));
  if (came.length > 0) {
    return refuse(
      'Someone who was checked in has already made up the course. Undo the check-in first.',
      came.map((each) => `${sayName(each)} is checked in at ${each.title}.`),
    );
  }
  const whom = makeUps.length === 1 ? sayName(first) : countOf(makeUps.length, 'participant');
  return {
    ok: true,
    label: `Removed the make-up of ${first.title} of ${whom}`,
    changes: makeUps.map(({ id }) => remove('makeUp', id)),
    value: null,
  };
};

interface StoredMakeUp extends Pick<MakeUp, 'id' | 'sessionId' | 'courseId'> {
  readonly personId: string;
  readonly cohortId: CohortId;
  readonly heldOn: CivilDate;
  readonly givenName: string;
  readonly familyName: string;
}

function assignedMakeUp(facts: Facts, id: MakeUpId): (StoredMakeUp & { readonly title: string }) | undefined {
  const stored = facts.database.get<StoredMakeUp>(
    `SELECT makeUp.id, sessionId, makeUp.courseId, personId, cohortId, heldOn, givenName, familyName FROM makeUp
     JOIN participant ON participant.id = participantId JOIN person ON person.id = personId
     JOIN session ON session.id = sessionId WHERE makeUp.id = ?`,
    id,
  );
  if (!stored) return undefined;
  const { courseId, cohortId, heldOn } = stored;
  return { ...stored, title: courseHeld(facts, { courseId, cohortIds: [cohortId], heldOn })?.title ?? courseId };
}

const hasCome = ({ database }: Facts, sessionId: SessionId, personId: string): boolean =>
  database.get(
    `SELECT 1 FROM attendanceEvent event WHERE sessionId = ? AND personId = ? AND kind IN ('check-in', 'late', 'left', 'hours')
     AND ${notAnnulled}`,
    sessionId,
    personId,
  ) !== undefined;

export const makeUpCommands: Pick<Handlers, 'progress.assignMakeUp' | 'progress.removeMakeUp'> = {
  'progress.assignMakeUp': assignMakeUp,
  'progress.removeMakeUp': removeMakeUp,
};
