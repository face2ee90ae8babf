import type { CalendarEntry } from '../../../shared/model/calendars.ts';
import type { Conference } from '../../../shared/model/courses.ts';
import { type Instant, sayDate } from '../../../shared/model/dates.ts';
import type { CohortId, ParticipantId } from '../../../shared/model/ids.ts';
import { momentsOf } from '../../../shared/model/session-hours.ts';
import { sayList } from '../words.ts';
import type { PlanStory, Story, Touches } from './plan-story.ts';

/** Whose calendar it is: a cohort's, or that of one person with a place in cohorts and courses to make up. */
export interface CalendarOwner {
  /** The cohorts whose sessions are the owner's now. */
  readonly cohorts: ReadonlySet<CohortId>;
  /** Those, and all that ever were: their sessions may stand in a calendar that was written earlier. */
  readonly cohortsEver: ReadonlySet<CohortId>;
  /** The person's places; none for a cohort's own calendar. */
  readonly participants: ReadonlySet<ParticipantId>;
  /** What changed of the person's places since the first one was given. */
  readonly touches: Touches;
}

interface CalendarFacts {
  readonly plan: PlanStory;
  readonly owner: CalendarOwner;
  readonly program: string;
  readonly zone: string;
  /** Whether the conferences stand in it as whole days. */
  readonly conferences: boolean;
}

interface OwnSession {
  readonly story: Story<'session'>;
  readonly canceled: boolean;
  /** Held for none of the owner's cohorts: they make a course up there. */
  readonly isMakeUp: boolean;
  /** The names of the cohorts that it is held for. */
  readonly heldFor: readonly string[];
  readonly touches: Touches;
  readonly sequence: number;
}

/**
 * What stands in a calendar: the owner's sessions, and those that once were the owner's, as canceled, so that a file
 * which is read after an earlier one takes away what was there.
 *
 * `sequence` counts the commands that changed an entry after it was planned, those on its course, its conference and its
 * cohorts' names included, of all that it ever had: it never falls, also not by an undo, which is a command too.
 */
export function calendarEntries(facts: CalendarFacts): readonly CalendarEntry[] {
  const sessions = ownSessions(facts);
  const entries = sessions.map((session) => sessionEntry(facts, session));
  if (facts.conferences) entries.push(...conferenceEntries(facts, sessions));
  return entries.sort((a, b) => compare(startOf(a), startOf(b)) || compare(a.uid, b.uid));
}

function ownSessions({ plan, owner }: CalendarFacts): OwnSession[] {
  return [...plan.session.values()].flatMap((story): OwnSession[] => {
    const links = plan.heldFor.get(story.row.id) ?? [];
    const makeUps = (plan.madeUpAt.get(story.row.id) ?? []).filter(({ row }) =>
      owner.participants.has(row.participantId),
    );
    const once = links.some(({ row }) => owner.cohortsEver.has(row.cohortId)) || makeUps.length > 0;
    if (!once) return [];
    const standing = links.filter(({ stands }) => stands);
    const isOwn = standing.some(({ row }) => owner.cohorts.has(row.cohortId));
    const isMakeUp = !isOwn && makeUps.some(({ stands }) => stands);
    const touches = together([
      story.touches,
      ...links.map((link) => link.touches),
      ...story.versions.map(({ courseId }) => later(plan.course.get(courseId))),
      ...story.versions.map(({ conferenceId }) => later(conferenceId ? plan.conference.get(conferenceId) : undefined)),
      ...links.map(({ row }) => later(plan.cohort.get(row.cohortId))),
    ]);
    const personal = together([owner.touches, ...makeUps.map((makeUp) => makeUp.touches)]);
    const names = standing.map(({ row }) => plan.cohort.get(row.cohortId)?.row.name ?? '');
    return [
      {
        story,
        canceled: !story.stands || !(isOwn || isMakeUp),
        isMakeUp,
        heldFor: names.filter((name) => name !== '').sort(compare),
        touches: together([touches, personal]),
        sequence: touches.size - 1 + personal.size,
      },
    ];
  });
}

function sessionEntry({ plan, program, zone }: CalendarFacts, session: OwnSession): CalendarEntry {
  const { row } = session.story;
  const course = plan.course.get(row.courseId)?.row;
  const conference = row.conferenceId === null ? undefined : plan.conference.get(row.conferenceId)?.row;
  const heldFor = session.heldFor.length > 0 ? sayList(session.heldFor, 'and') : null;
  return {
    uid: uidOf(row.id),
    sequence: session.sequence,
    changedAt: lastOf(session.touches),
    canceled: session.canceled,
    isTheirs: !session.story.stands || !session.canceled,
    when: { kind: 'hours', ...momentsOf(row, zone) },
    title: `${program}: ${course?.title ?? row.courseId}`,
    location: [row.room, conference?.place].filter(Boolean).join(', '),
    description: [
      course && `Course ${course.number} of ${program}`,
      row.instructors && `Instructors: ${row.instructors}`,
      heldFor && (session.isMakeUp ? `You make this course up with ${heldFor}` : `For ${heldFor}`),
      conference && `Around ${conference.name}, ${sayDays(conference)}`,
    ]
      .filter(Boolean)
      .join('\n'),
  };
}

const sayDays = ({ startsOn, endsOn }: Conference): string =>
  startsOn === endsOn ? sayDate(startsOn) : `${sayDate(startsOn)} to ${sayDate(endsOn)}`;

function conferenceEntries({ plan }: CalendarFacts, sessions: readonly OwnSession[]): CalendarEntry[] {
  return [...plan.conference.values()].flatMap((story): CalendarEntry[] => {
    const { id, name, startsOn, endsOn, place } = story.row;
    const around = sessions.filter(({ story: { versions } }) =>
      versions.some(({ conferenceId }) => conferenceId === id),
    );
    if (around.length === 0) return [];
    // Which sessions lie around it decides whether it is in the calendar: what changed of them changes it too.
    const touches = together([story.touches, ...around.map((session) => session.touches)]);
    return [
      {
        uid: uidOf(id),
        sequence: touches.size - 1,
        changedAt: lastOf(touches),
        // A conference is held whether or not a session lies around it: only one taken off the plan is canceled.
        canceled: !story.stands,
        isTheirs: true,
        when: { kind: 'days', startsOn, endsOn },
        title: name,
        location: place ?? '',
        description: '',
      },
    ];
  });
}

/** The same in every file that has the entry, of a cohort as of a person: an id is never given twice. */
const uidOf = (id: string): string => `${id}@cohort-desk`;

const startOf = ({ when }: CalendarEntry): string => (when.kind === 'hours' ? when.startsAt : when.startsOn);

const together = (all: readonly Touches[]): Touches => new Map(all.flatMap((touches) => [...touches]));

/** What changed of something after it first appeared. */
const later = (story: { readonly touches: Touches } | undefined): Touches =>
  new Map([...(story?.touches ?? [])].slice(1));

const lastOf = (touches: Touches): Instant => [...touches.values()].reduce((latest, at) => (at > latest ? at : latest));

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
