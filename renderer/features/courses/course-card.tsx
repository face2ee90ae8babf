import { CalendarPlus } from 'lucide-react';
import { Link } from 'wouter';
import { countOf } from '../../../shared/model/counts.ts';
import { sayDay } from '../../../shared/model/dates.ts';
import type { CourseId } from '../../../shared/model/ids.ts';
import type { PlanConflict } from '../../../shared/model/year-plan.ts';
import type { PlannedSession, YearView } from '../../../shared/views/cohorts.ts';
import { Button } from '../../kit/button.tsx';
import { Status } from '../../kit/status.tsx';
import { ConflictMarks } from './conflicts.tsx';
import type { Moving } from './moving.tsx';
import { sayHeld } from './plan-card.tsx';

/** A course of the year with its sessions. */
export function CourseCard({
  course,
  sessions,
  conflicts,
  moving,
  onPlan,
  onChange,
}: {
  readonly course: YearView['courses'][number];
  readonly sessions: readonly PlannedSession[];
  readonly conflicts: readonly PlanConflict[];
  readonly moving: Moving;
  readonly onPlan: (courseId: CourseId) => void;
  readonly onChange: (session: PlannedSession) => void;
}) {
  return (
    <article className="courses-course" aria-label={course.title}>
      <span className="courses-number">{course.number}</span>
      <div className="courses-what">
        <h2>{course.title}</h2>
        {sessions.length === 0 && <Status of="not-planned">Not scheduled yet</Status>}
        {sessions.map((session) => (
          <SessionLine
            key={session.id}
            session={session}
            conflicts={conflicts}
            moving={moving}
            onChange={() => onChange(session)}
          />
        ))}
      </div>
      {sessions.length === 0 && (
        <Button
          icon={<CalendarPlus aria-hidden="true" />}
          aria-label={`Schedule ${course.title}`}
          onClick={() => onPlan(course.id)}
        >
          Schedule
        </Button>
      )}
    </article>
  );
}

function SessionLine({
  session,
  conflicts,
  moving,
  onChange,
}: {
  readonly session: PlannedSession;
  readonly conflicts: readonly PlanConflict[];
  readonly moving: Moving;
  readonly onChange: () => void;
}) {
  const { id, title, heldOn, when, expected, present } = session;
  const item = { id, label: title, place: heldOn };
  const movable = when !== 'past';
  return (
    <div
      className={moving.held?.item.id === id ? 'courses-session courses-held-up' : 'courses-session'}
      {...(movable ? moving.draggable(item) : {})}
    >
      {movable && moving.grip(item)}
      <Status of={when} />
      <span className="courses-when">
        <b>{sayDay(heldOn)}</b> · {sayDetails(session)}
      </span>
      <ConflictMarks of={id} conflicts={conflicts} />
      <span className="courses-acts">
        <Link href={`/attendance/${id}`} className="link">
          {when === 'coming' ? `${expected} expected` : `${present} of ${expected} came`}
        </Link>
        <Button kind="quiet" aria-label={`Change ${title}`} onClick={onChange}>
          Change
        </Button>
      </span>
    </div>
  );
}

function sayDetails(session: PlannedSession): string {
  const { hours, cohorts } = session;
  return [
    sayHeld(session),
    hours === null ? null : `counts for ${countOf(hours, 'hour')}`,
    cohorts.length > 1 ? cohorts.map(({ name }) => name).join(' and ') : null,
  ]
    .filter(Boolean)
    .join(' · ');
}
