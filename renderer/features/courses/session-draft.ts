import { type CivilDate, ClockTime } from '../../../shared/model/dates.ts';
import type { CohortId, ConferenceId, CourseId } from '../../../shared/model/ids.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import type { LaidCourse } from '../../../shared/model/year-plan.ts';
import type { PlannedSession, YearView } from '../../../shared/views/cohorts.ts';

/** What a plan begins with: a session to change, or what is known of a new one. */
export interface Planned {
  readonly session?: PlannedSession;
  readonly courseId?: CourseId;
  readonly day?: CivilDate;
  readonly conferenceId?: ConferenceId;
  /** Whether another day is what is asked for. */
  readonly elsewhere?: boolean;
}

/** A session as it stands in the fields of a form. */
export interface SessionDraft {
  readonly courseId: CourseId | '';
  readonly cohortIds: readonly CohortId[];
  readonly conferenceId: ConferenceId | null;
  readonly heldOn: CivilDate | null;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly room: string;
  readonly instructors: string;
  readonly hours: number | null;
  readonly capacity: number | null;
}

/** A new session is mostly held as the last one was; another session’s own hours stay its own. */
export function beginDraft({ cohort, courses, sessions }: YearView, planned: Planned): SessionDraft {
  const { session, courseId, day, conferenceId, elsewhere = false } = planned;
  const last = sessions.at(-1);
  const open = courses.find(({ id }) => !sessions.some((other) => other.courseId === id));
  const like = session ?? last;
  return {
    courseId: session?.courseId ?? courseId ?? open?.id ?? courses[0]?.id ?? '',
    cohortIds: session?.cohorts.map(({ id }) => id) ?? [cohort.id],
    conferenceId: elsewhere ? null : (session?.conferenceId ?? conferenceId ?? null),
    heldOn: elsewhere ? null : (day ?? session?.heldOn ?? null),
    startsAt: like?.startsAt ?? '08:00',
    endsAt: like?.endsAt ?? '15:30',
    room: like?.room ?? '',
    instructors: session?.instructors ?? '',
    hours: session?.hours ?? null,
    capacity: like?.capacity ?? null,
  };
}

/** A laid course in the fields of a form. */
export const sessionDraftOf = ({ room, instructors, ...course }: LaidCourse): SessionDraft => ({
  ...course,
  room: room ?? '',
  instructors: instructors ?? '',
});

type Plan = LaidCourse & { readonly cohortIds: CohortId[]; readonly heldOn: CivilDate };

/** What the fields say, or what they lack. */
export function readDraft(draft: SessionDraft): Result<Plan> {
  const { courseId, cohortIds, conferenceId, heldOn, hours, capacity } = draft;
  const startsAt = ClockTime.safeParse(draft.startsAt);
  const endsAt = ClockTime.safeParse(draft.endsAt);
  if (courseId === '') return refuse('Choose a course.');
  if (heldOn === null) return refuse('Choose the day of the session.');
  if (cohortIds.length === 0) return refuse('Choose at least one cohort for the session.');
  if (!startsAt.success || !endsAt.success) return refuse('Enter when the session starts and ends.');
  return done({
    courseId,
    cohortIds: [...cohortIds],
    conferenceId,
    heldOn,
    startsAt: startsAt.data,
    endsAt: endsAt.data,
    room: textOrNull(draft.room),
    instructors: textOrNull(draft.instructors),
    hours,
    capacity,
  });
}

const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
