import type { PlanChange, PlanChangeOf, PlanTable } from '../../../shared/model/calendars.ts';
import type { Instant } from '../../../shared/model/dates.ts';
import type { SessionId } from '../../../shared/model/ids.ts';
import type { Tables } from '../../../shared/model/tables.ts';

/** The commands that changed something, by their place in the log, with the moment of each. */
export type Touches = ReadonlyMap<number, Instant>;

/** A record of the plan with all that it has been. */
export interface Story<Name extends PlanTable> {
  /** As it stands, or as it last stood. */
  readonly row: Tables[Name];
  readonly stands: boolean;
  readonly versions: readonly Tables[Name][];
  /** Who changed what a calendar shows of it. */
  readonly touches: Touches;
}

type Stories<Name extends PlanTable> = ReadonlyMap<string, Story<Name>>;

/** The plan of all years as the log tells it. */
export interface PlanStory extends Readonly<{ [Name in PlanTable]: Stories<Name> }> {
  /** For whom each session is or was held. */
  readonly heldFor: ReadonlyMap<SessionId, readonly Story<'sessionCohort'>[]>;
  readonly madeUpAt: ReadonlyMap<SessionId, readonly Story<'makeUp'>[]>;
}

/** The fields that a calendar shows; a change of any other one alone is none of a calendar's. */
const shown: { readonly [Name in PlanTable]: readonly (keyof Tables[Name])[] } = {
  course: ['number', 'title'],
  cohort: ['name'],
  conference: ['name', 'startsOn', 'endsOn', 'place'],
  session: ['courseId', 'conferenceId', 'heldOn', 'startsAt', 'endsAt', 'room', 'instructors'],
  sessionCohort: ['sessionId', 'cohortId'],
  makeUp: ['participantId', 'sessionId'],
};

/** Tells the story of the plan from the log's changes, the oldest first. */
export function tellPlan(changes: Iterable<PlanChange>): PlanStory {
  const stories: { readonly [Name in PlanTable]: Map<string, Story<Name>> } = {
    course: new Map(),
    cohort: new Map(),
    conference: new Map(),
    session: new Map(),
    sessionCohort: new Map(),
    makeUp: new Map(),
  };
  for (const change of changes) {
    // One line a table, so that a change and the stories that it belongs to are of the same one.
    if (change.table === 'course') tell(stories.course, change);
    else if (change.table === 'cohort') tell(stories.cohort, change);
    else if (change.table === 'conference') tell(stories.conference, change);
    else if (change.table === 'session') tell(stories.session, change);
    else if (change.table === 'sessionCohort') tell(stories.sessionCohort, change);
    else tell(stories.makeUp, change);
  }
  return {
    ...stories,
    heldFor: Map.groupBy(stories.sessionCohort.values(), ({ row }) => row.sessionId),
    madeUpAt: Map.groupBy(stories.makeUp.values(), ({ row }) => row.sessionId),
  };
}

function tell<Name extends PlanTable>(stories: Map<string, Story<Name>>, change: PlanChangeOf<Name>): void {
  const { table, id, what, command, at } = change;
  const known = stories.get(id);
  const row = what.kind === 'changed' ? known && { ...known.row, ...what.fields } : what.row;
  if (!row) return;
  const isShown = what.kind !== 'changed' || shown[table].some((field) => field in what.fields);
  const touches = known?.touches ?? new Map<number, Instant>();
  stories.set(id, {
    row,
    stands: what.kind !== 'removed',
    versions: [...(known?.versions ?? []), row],
    touches: isShown ? new Map([...touches, [command, at]]) : touches,
  });
}
