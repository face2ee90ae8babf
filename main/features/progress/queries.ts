import { countOf, wordFor } from '../../../shared/model/counts.ts';
import type { CohortId, CourseId, ParticipantId } from '../../../shared/model/ids.ts';
import { done, refuse } from '../../../shared/model/result.ts';
import type { MakeUpOffer, ProgressRow } from '../../../shared/views/progress.ts';
import type { Facts } from '../../call/facts.ts';
import type { Handlers, Query } from '../../call/handler.ts';
import { noProgram } from '../../call/no-program.ts';
import { cohortOf, noSuchCohort } from '../courses/queries.ts';
import { recordsOf } from '../graduates/queries.ts';
import { historyOf } from '../history/log-sentences.ts';
import { noSuchParticipant } from '../people/no-longer.ts';
import { eligibilityOf } from '../requirements/eligibility.ts';
import { candidatesFor, type MakeUpCandidate, whoWaits } from './make-up-candidates.ts';
import { makeUpsOf, offersFor, sayOffer } from './make-ups.ts';
import { chosenProgress, makeUpsNeeded, progressCounts, progressCourses, progressRows } from './rows.ts';

const list: Query<'progress.list'> = (facts, input) => {
  const cohort = cohortOf(facts, input.cohortId);
  if (!cohort) return refuse(noSuchCohort);
  if (!facts.inForce) return noProgram();
  const everyone = progressRows(facts, input.cohortId);
  const rows = chosenProgress(facts, input);
  return done({
    total: rows.length,
    offset: input.offset,
    rows: rows.slice(input.offset, input.offset + input.limit),
    cohort,
    courses: progressCourses(facts, input.cohortId),
    counts: progressCounts(everyone),
    makeUps: makeUpsNeeded(everyone.filter(({ status }) => status === 'enrolled')),
  });
};

const show: Query<'progress.show'> = (facts, { participantId }) => {
  const found = facts.database.get<{ id: CohortId; name: string }>(
    'SELECT cohort.id, cohort.name FROM participant JOIN cohort ON cohort.id = cohortId WHERE participant.id = ?',
    participantId,
  );
  const row = found && progressRows(facts, found.id).find((each) => each.participantId === participantId);
  const graduation = found && eligibilityOf(facts, found.id).get(participantId);
  if (!found || !row || !graduation) {
    return refuse(noSuchParticipant);
  }
  const open = row.status === 'enrolled' ? row.courses.filter(({ outlook }) => outlook !== 'completed') : [];
  return done({
    row,
    cohort: found,
    courses: progressCourses(facts, found.id),
    reasons: graduation.reasons,
    makeUps: makeUpsOf(facts, participantId),
    offers: openTo(facts, found, participantId, new Set(open.map(({ courseId }) => courseId))),
    history: historyOf(facts, recordsOf(facts, participantId, row.personId)),
  });
};

/** What is offered to one participant; where the session itself is open, why it is not for them. */
function openTo(
  facts: Facts,
  cohort: { readonly id: CohortId; readonly name: string },
  participantId: ParticipantId,
  courses: ReadonlySet<CourseId>,
): readonly MakeUpOffer[] {
  const one = new Set([participantId]);
  return offersFor(facts, cohort.id, courses).map((offer) => ({
    ...offer,
    whyNot: offer.whyNot ?? candidatesFor(facts, cohort, one, offer)[0]?.whyNot ?? null,
  }));
}

const previewMakeUps: Query<'progress.previewMakeUps'> = (facts, { cohortId, courseId, participantIds, sessionId }) => {
  const cohort = cohortOf(facts, cohortId);
  if (!cohort) return refuse(noSuchCohort);
  const course = progressCourses(facts, cohortId).find(({ id }) => id === courseId);
  if (!course) return refuse('That course is not in the program’s policy. Choose one of its courses.');
  const offers = offersFor(facts, cohortId, new Set([courseId]));
  const chosen = offers.find((offer) => offer.sessionId === sessionId) ?? null;
  const asked =
    participantIds === 'all-who-need'
      ? whoWaits(facts, cohortId, courseId).map(({ participantId }) => participantId)
      : participantIds;
  const ids = new Set(asked);
  const candidates: readonly MakeUpCandidate[] = chosen
    ? candidatesFor(facts, cohort, ids, chosen)
    : progressRows(facts, cohortId)
        .filter(({ participantId }) => ids.has(participantId))
        .map((row) => ({ row, whyNot: whyNeedsNone(row, courseId, course.title) }));
  return done({
    course,
    offers,
    people: candidates.map(({ row: { participantId, name, organization }, whyNot }) => ({
      participantId,
      name,
      organization,
      whyNot,
    })),
    lines: chosen ? linesFor(chosen, candidates.filter(({ whyNot }) => whyNot === null).length) : [],
  });
};

/** Before a session is chosen: whoever has the course already, or has left, is left out whichever it is. */
function whyNeedsNone({ name, status, courses }: ProgressRow, courseId: CourseId, title: string): string | null {
  if (status !== 'enrolled') return `${name} is no longer enrolled.`;
  const course = courses.find((each) => each.courseId === courseId);
  return course?.outlook === 'completed' ? `${name} has completed ${title} already.` : null;
}

/** What assigning so many people to a session would do, or why it can't be done. */
function linesFor(offer: MakeUpOffer, people: number): readonly string[] {
  if (offer.whyNot !== null) return [offer.whyNot];
  if (people === 0) return ['None of these people can be assigned to this session.'];
  const who = countOf(people, 'participant');
  const will = `${who} will make up ${sayOffer(offer)}, and ${wordFor(people, 'is', 'are')} expected there at the door.`;
  const { expected, capacity, seatsLeft } = offer;
  if (capacity === null || seatsLeft === null) {
    return [will, `${are(expected)} expected there already; how many the room holds is not known.`];
  }
  if (seatsLeft < people) return [sayTooMany(capacity, expected, people)];
  return [will, `${are(expected)} expected there already, and the room holds ${capacity}.`];
}

const are = (count: number): string => countOf(count, 'is', 'are');

/** That a room has too few seats left, and what to do. */
export function sayTooMany(capacity: number, expected: number, people: number): string {
  const left = Math.max(0, capacity - expected);
  const seats =
    left === 0 ? 'no seat is left' : left === 1 ? 'one seat is left' : countOf(left, 'seat is left', 'seats are left');
  return `The room holds ${capacity} and ${are(expected)} expected: ${seats} for ${people}. Choose fewer people or another session, or raise the session’s capacity.`;
}

export const progressQueries: Pick<Handlers, 'progress.list' | 'progress.show' | 'progress.previewMakeUps'> = {
  'progress.list': list,
  'progress.show': show,
  'progress.previewMakeUps': previewMakeUps,
};
