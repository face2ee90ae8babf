import { Lock } from 'lucide-react';
import { sayClock } from '../../../shared/model/dates.ts';
import type { LaidCourse, PlanConflict } from '../../../shared/model/year-plan.ts';
import type { PlannedSession } from '../../../shared/views/cohorts.ts';
import type { YearProposal } from '../../../shared/views/year-plan.ts';
import { Button } from '../../kit/button.tsx';
import { ConflictMarks } from './conflicts.tsx';
import { aside } from './layout.ts';
import type { Moving } from './moving.tsx';

type HeldFacts = Pick<LaidCourse, 'startsAt' | 'endsAt' | 'room' | 'instructors' | 'capacity'>;

/** `8:00 AM to 3:30 PM · Ballroom B for 40 · Dr. Ada Birch`. */
export const sayHeld = ({ startsAt, endsAt, room, instructors, capacity }: HeldFacts): string =>
  [
    `${sayClock(startsAt)} to ${sayClock(endsAt)}`,
    room === null || capacity === null ? room : `${room} for ${capacity}`,
    instructors,
  ]
    .filter(Boolean)
    .join(' · ');

/** A course of a plan: what it is, what is in the way, and by what it is moved and changed. */
export function PlanCard({
  laid,
  proposal,
  moving,
  onChange,
  onAside,
}: {
  readonly laid: LaidCourse;
  readonly proposal: YearProposal;
  readonly moving: Moving;
  readonly onChange: () => void;
  readonly onAside: () => void;
}) {
  const { courses, cohorts, conflicts } = proposal;
  const course = courses.find(({ id }) => id === laid.courseId);
  const title = course?.title ?? laid.courseId;
  const item = { id: laid.courseId, label: title, place: laid.heldOn ?? aside };
  const only = cohorts.filter(({ id }) => laid.cohortIds.includes(id)).map(({ name }) => name);
  return (
    <article
      className={moving.held?.item.id === laid.courseId ? 'plan-card plan-card-held' : 'plan-card'}
      aria-label={title}
      {...moving.draggable(item)}
    >
      {moving.grip(item)}
      <span className="courses-number">{course?.number}</span>
      <div className="plan-what">
        <b>{title}</b>
        <span className="mute">
          {[sayHeld(laid), cohorts.length > 1 ? only.join(' and ') : null].filter(Boolean).join(' · ')}
        </span>
        <span className="plan-marks">
          <ConflictMarks of={laid.courseId} conflicts={conflicts.filter(({ kind }) => kind !== 'no-day-yet')} />
        </span>
      </div>
      <span className="plan-acts">
        <Button kind="quiet" aria-label={`Change ${title}`} onClick={onChange}>
          Change
        </Button>
        {laid.heldOn !== null && (
          <Button kind="quiet" aria-label={`Unschedule ${title}`} onClick={onAside}>
            Unschedule
          </Button>
        )}
      </span>
    </article>
  );
}

/** A session that is already scheduled: it keeps its day here. */
export function KeptCard({
  session,
  conflicts,
}: {
  readonly session: PlannedSession;
  readonly conflicts: readonly PlanConflict[];
}) {
  return (
    <article className="plan-card plan-card-kept" aria-label={`${session.title}, already scheduled`}>
      <span className="plan-lock" title="Already scheduled: it stays. Move it on the Schedule.">
        <Lock aria-hidden="true" />
      </span>
      <span className="courses-number">{session.courseNumber}</span>
      <div className="plan-what">
        <b>{session.title}</b>
        <span className="mute">
          Already scheduled · {sayHeld(session)} · {session.cohorts.map(({ name }) => name).join(' and ')}
        </span>
        <span className="plan-marks">
          <ConflictMarks of={session.id} conflicts={conflicts} />
        </span>
      </div>
    </article>
  );
}
