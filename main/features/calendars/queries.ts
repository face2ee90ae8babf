import { type CalendarEntry, type PlanChange, planTables } from '../../../shared/model/calendars.ts';
import type { Participant } from '../../../shared/model/cohorts.ts';
import type { Instant } from '../../../shared/model/dates.ts';
import type { CohortId, ParticipantId, PersonId } from '../../../shared/model/ids.ts';
import { inNameOrder } from '../../../shared/model/listed-names.ts';
import { sayName } from '../../../shared/model/people.ts';
import { done, refuse } from '../../../shared/model/result.ts';
import type { Facts } from '../../call/facts.ts';
import type { Handlers, Query } from '../../call/handler.ts';
import { compareInLog, entriesOldestFirst, type PlaceInLog } from '../../log/order.ts';
import { type CalendarOwner, calendarEntries } from '../../rules/calendars/calendars.ts';
import { type PlanStory, tellPlan } from '../../rules/calendars/plan-story.ts';
import { cohortOf, noSuchCohort } from '../courses/queries.ts';
import { holdsPlace } from '../courses/sessions.ts';

interface StoredEntry {
  readonly command: number;
  readonly at: Instant;
  readonly tableName: string;
  readonly rowId: string;
  readonly before: string | null;
  readonly after: string | null;
}

const planOf = (facts: Facts): PlanStory =>
  facts.cached('plan in the log', planTables, () =>
    tellPlan(
      facts.database
        .all<StoredEntry>(
          // As the index on these few entries has it, word for word.
          `SELECT commandSequence AS command, logCommand.at, tableName, rowId, before, after
           FROM logEntry JOIN logCommand ON logCommand.sequence = commandSequence
           WHERE tableName IN ('course', 'cohort', 'conference', 'session', 'sessionCohort', 'makeUp')
           ORDER BY ${entriesOldestFirst}`,
        )
        .map(planChange),
    ),
  );

function planChange({ command, at, tableName, rowId, before, after }: StoredEntry): PlanChange {
  const fields: unknown = JSON.parse(after ?? before ?? '{}');
  const kind = before === null ? 'added' : after === null ? 'removed' : 'changed';
  const what = kind === 'changed' ? { kind, fields } : { kind, row: fields };
  // The log's own text, which `commit` wrote from rows of the named table, one of those that were asked for.
  return { table: tableName, id: rowId, what, command, at } as PlanChange;
}

const ofCohort = (cohortId: CohortId): CalendarOwner => ({
  cohorts: new Set([cohortId]),
  cohortsEver: new Set([cohortId]),
  participants: new Set(),
  touches: new Map(),
});

function ofPerson({ database }: Facts, personId: PersonId): CalendarOwner {
  const places = database.all<Pick<Participant, 'id' | 'cohortId' | 'status'>>(
    'SELECT id, cohortId, status FROM participant WHERE personId = ?',
    personId,
  );
  const held = places.filter(({ status }) => status === 'enrolled' || status === 'graduated');
  const cohortsEver = new Set(places.map(({ cohortId }) => cohortId));
  const touches: { readonly command: number; readonly at: Instant; readonly place: PlaceInLog }[] = [];
  for (const { id } of places) {
    for (const { command, at, before, after, ...place } of database.all<StoredEntry & PlaceInLog>(
      `SELECT commandSequence AS command, logCommand.at, before, after, clock, deviceId, deviceSequence
       FROM logEntry JOIN logCommand ON logCommand.sequence = commandSequence
       WHERE rowId = ? AND tableName = 'participant'`,
      id,
    )) {
      // The log's own texts, of rows of `participant`.
      const was = JSON.parse(before ?? '{}') as Partial<Participant>;
      const became = JSON.parse(after ?? '{}') as Partial<Participant>;
      if (was.cohortId !== undefined) cohortsEver.add(was.cohortId);
      if (after === null || became.cohortId !== undefined || became.status !== undefined)
        touches.push({ command, at, place });
    }
  }
  touches.sort((a, b) => compareInLog(a.place, b.place));
  return {
    cohorts: new Set(held.map(({ cohortId }) => cohortId)),
    cohortsEver,
    participants: new Set(held.map(({ id }) => id)),
    touches: new Map(touches.slice(1).map(({ command, at }) => [command, at])),
  };
}

const entriesOf = (facts: Facts, owner: CalendarOwner, conferences: boolean): readonly CalendarEntry[] =>
  calendarEntries({
    plan: planOf(facts),
    owner,
    program: facts.inForce?.policy.program.name ?? '',
    zone: facts.zone,
    conferences,
  });

/** The entries of a cohort's calendar, those that left it included. */
export const cohortEntries = (facts: Facts, cohortId: CohortId, conferences: boolean): readonly CalendarEntry[] =>
  entriesOf(facts, ofCohort(cohortId), conferences);

/** The entries of one person's calendar: the sessions of their cohorts, and those at which they make a course up. */
export const personEntries = (facts: Facts, personId: PersonId, conferences: boolean): readonly CalendarEntry[] =>
  entriesOf(facts, ofPerson(facts, personId), conferences);

/** Someone with a place in a cohort, by the name that a file of theirs gets. */
interface CalendarPerson {
  readonly participantId: ParticipantId;
  readonly personId: PersonId;
  readonly name: string;
}

/** Who holds a place in a cohort, by last name. */
export const calendarPeople = ({ database }: Facts, cohortId: CohortId): readonly CalendarPerson[] =>
  inNameOrder(
    database.all<Omit<CalendarPerson, 'name'> & { readonly givenName: string; readonly familyName: string }>(
      `SELECT participant.id AS participantId, personId, givenName, familyName FROM participant
       JOIN person ON person.id = personId WHERE cohortId = ? AND ${holdsPlace} ORDER BY personId`,
      cohortId,
    ),
  ).map(({ participantId, personId, ...name }) => ({ participantId, personId, name: sayName(name) }));

const cohort: Query<'calendars.cohort'> = (facts, { cohortId }) => {
  const found = cohortOf(facts, cohortId);
  if (!found) return refuse(noSuchCohort);
  const entries = cohortEntries(facts, cohortId, true);
  const count = (kind: CalendarEntry['when']['kind'], canceled: boolean): number =>
    entries.filter((entry) => entry.when.kind === kind && entry.canceled === canceled).length;
  return done({
    cohort: found.name,
    sessions: count('hours', false),
    canceled: count('hours', true),
    conferences: count('days', false),
    people: calendarPeople(facts, cohortId).length,
  });
};

export const calendarQueries: Pick<Handlers, 'calendars.cohort'> = { 'calendars.cohort': cohort };
