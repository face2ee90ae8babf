import { countOf } from '../../../shared/model/counts.ts';
import type { Conference } from '../../../shared/model/courses.ts';
import { type CivilDate, sayClock, sayDate, sayDay } from '../../../shared/model/dates.ts';
import { done, refuse } from '../../../shared/model/result.ts';
import type { PlannedSession } from '../../../shared/views/cohorts.ts';
import type { Facts } from '../../call/facts.ts';
import type { Errand, Handlers } from '../../call/handler.ts';
import { noProgram } from '../../call/no-program.ts';
import { runJob } from '../../jobs/run.ts';
import { coursesOfAll } from '../program/promised.ts';
import { cohortOf, noSuchCohort } from './queries.ts';
import type { Schedule, SchedulePart } from './schedule-page.ts';
import { sessionsOf } from './sessions.ts';

const schedule: Errand<'papers.schedule'> = async (desk, { cohortIds }) => {
  const facts = desk.facts();
  if (!facts.inForce) return noProgram();
  const cohorts = [...new Set(cohortIds)].map((id) => cohortOf(facts, id));
  if (cohorts.includes(undefined)) return refuse(noSuchCohort);
  const names = cohorts.flatMap((cohort) => (cohort ? [cohort.name] : []));
  const { name, title, organization, contact } = facts.inForce.policy.program;
  const sessions = sessionsOf(facts, cohortIds);
  if (sessions.length === 0) {
    return refuse(`${listed(names)} has no sessions yet. Schedule them first, then print.`);
  }
  const planned = new Set(sessions.map(({ courseId }) => courseId));
  const input: Schedule = {
    organization,
    program: title,
    title: `${names.length === 1 ? 'Cohort' : 'Cohorts'} ${listed(names)}`,
    years: yearsOf(sessions),
    parts: partsOf(facts, sessions),
    toCome: coursesOfAll(facts, cohortIds)
      .filter(({ id }) => !planned.has(id))
      .map((course) => `Course ${course.number}: ${course.title}`),
    contact,
    asOf: `As of ${sayDate(facts.today)}`,
  };
  const made = await desk.writePaper(
    { title: `Schedule of ${listed(names)}`, fileName: `${name} schedule ${names.join(' ')} ${facts.today}` },
    (target) => runJob('writeSchedule', { ...target, schedule: input }, { signal: desk.signal }),
  );
  if (!made.ok || made.value === null) return made.ok ? done(null) : made;
  const { pages } = made.value.value;
  return done({
    file: made.value.file,
    holds: `${countOf(sessions.length, 'session')} on ${countOf(pages, 'page')}`,
    notes: [],
  });
};

/** `Foxtrot`, `Foxtrot and Golf`, `Echo, Foxtrot and Golf`. */
const listed = (names: readonly string[]): string => {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
};

/** From when to when the sessions are held, in months. */
function yearsOf(sessions: readonly PlannedSession[]): string {
  const first = sessions[0]?.heldOn;
  const last = sessions.at(-1)?.heldOn;
  if (!first || !last) return '';
  const [from, to] = [sayMonth(first), sayMonth(last)];
  return from === to ? from : `${from} to ${to}`;
}

const month = new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const sayMonth = (day: CivilDate): string => month.format(new Date(`${day}T00:00:00Z`));

/** The sessions under their conferences, in the order in which they are held; those of none stand for themselves. */
function partsOf({ database }: Facts, sessions: readonly PlannedSession[]): readonly SchedulePart[] {
  const groups: { readonly id: PlannedSession['conferenceId']; readonly sessions: PlannedSession[] }[] = [];
  for (const session of sessions) {
    const same = groups.find(({ id }) => id !== null && id === session.conferenceId) ?? groups.at(-1);
    if (same && same.id === session.conferenceId) same.sessions.push(session);
    else groups.push({ id: session.conferenceId, sessions: [session] });
  }
  return groups.map(({ id, sessions: own }) => {
    const conference = id === null ? undefined : database.get<Conference>('SELECT * FROM conference WHERE id = ?', id);
    return {
      title: conference?.name ?? (groups.length === 1 ? 'Sessions' : 'Other days'),
      sub: conference ? [sayDays(conference), conference.place].filter(Boolean).join(' · ') : '',
      sessions: own.map((session) => ({
        day: sayDay(session.heldOn),
        hours: `${sayClock(session.startsAt)} to ${sayClock(session.endsAt)}`,
        title: `Course ${session.courseNumber}: ${session.title}`,
        details: [session.room, session.instructors, listed(session.cohorts.map(({ name }) => name))].filter(
          (detail): detail is string => detail !== null && detail !== '',
        ),
      })),
    };
  });
}

const sayDays = ({ startsOn, endsOn }: Conference): string =>
  startsOn === endsOn
    ? `Conference on ${sayDay(startsOn)}`
    : `Conference from ${sayDay(startsOn)} to ${sayDay(endsOn)}`;

export const scheduleErrands: Pick<Handlers, 'papers.schedule'> = { 'papers.schedule': schedule };
