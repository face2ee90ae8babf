import './courses.css';
import './plan.css';
import { useState } from 'react';
import { CivilDate, sayDay } from '../../../shared/model/dates.ts';
import { type CohortId, SessionId } from '../../../shared/model/ids.ts';
import type { PlannedSession, YearView } from '../../../shared/views/cohorts.ts';
import { Button } from '../../kit/button.tsx';
import { useCommands } from '../../kit/commands.ts';
import { perform } from '../../kit/perform.ts';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';
import { ConferenceCard } from './conference-card.tsx';
import { ConferenceForm } from './conference-form.tsx';
import { ConflictList } from './conflicts.tsx';
import { CourseCard } from './course-card.tsx';
import { meet, ownDay, sayWhere } from './layout.ts';
import { type DropPlace, useMoving } from './moving.tsx';
import { PlanBoard } from './plan-board.tsx';
import type { Planned } from './session-draft.ts';
import { SessionForm } from './session-form.tsx';
import { planYearOf, useYearPlan } from './store.ts';

/** A cohort's year as it is planned; or, while its leads lay it, the plan. */
export function Year({ cohortId }: { readonly cohortId: CohortId }) {
  const laying = useYearPlan((state) => state.planning) === cohortId;
  return laying ? <PlanBoard /> : <PlannedYear cohortId={cohortId} />;
}

/** The courses with their sessions, and the days around the conferences on which they may be held. */
function PlannedYear({ cohortId }: { readonly cohortId: CohortId }) {
  const { value, problem } = useCall('courses.year', { cohortId });
  const { planned, look } = useYearPlan();
  const setPlanned = (form: Planned | null) => look({ planned: form });
  const [noting, setNoting] = useState<YearView['conferences'][number] | 'new' | null>(null);
  const moving = useMoving(value ? placesOf(value) : [], (id, to) => {
    const session = value?.sessions.find((each) => each.id === id);
    if (!value || !session) return '';
    if (to === ownDay) {
      setPlanned({ session, elsewhere: true });
      return 'Choose the day.';
    }
    void moveSession(value, session, CivilDate.parse(to));
    return `${session.title} goes to ${sayDay(CivilDate.parse(to))}.`;
  });
  const layYear = () => planYearOf(cohortId);
  useCommands([{ id: 'courses.planYear', label: 'Schedule sessions', keys: 'Y', run: layYear }]);
  if (problem) return <ProblemNote problem={problem} />;
  if (!value) return null;
  const { courses, sessions, conferences, conflicts, slots } = value;
  const change = (session: PlannedSession) => setPlanned({ session });
  return (
    <div className="scroll courses-year">
      {conflicts.length > 0 && (
        <section className="courses-against">
          <ConflictList label="Conflicts" conflicts={conflicts} />
        </section>
      )}
      <section className="courses-list" aria-label="Courses">
        {courses.map((course) => (
          <CourseCard
            key={course.id}
            course={course}
            sessions={sessions.filter(({ courseId }) => courseId === course.id)}
            conflicts={conflicts}
            moving={moving}
            onPlan={(courseId) => setPlanned({ courseId })}
            onChange={change}
          />
        ))}
      </section>
      <section className="courses-conferences" aria-label="Conferences">
        <div className="courses-conferences-head">
          <h2>Conferences</h2>
          <Button onClick={() => setNoting('new')}>Add conference</Button>
          <Button keys="Y" onClick={layYear}>
            Schedule sessions
          </Button>
        </div>
        {conferences.length === 0 && (
          <p className="mute prose">
            Courses generally fall on the day before or the day after a conference. Add the year’s conferences, and
            their free days show here; “Schedule sessions” then places all courses at once.
          </p>
        )}
        {conferences.map((conference) => (
          <ConferenceCard
            key={conference.id}
            conference={conference}
            slots={slots.filter(({ conferenceId }) => conferenceId === conference.id)}
            sessions={sessions}
            moving={moving}
            onPlan={(day) => setPlanned({ day, conferenceId: conference.id })}
            onChange={change}
            onRevise={() => setNoting(conference)}
          />
        ))}
        {sessions.some(isMovable) && (
          <div className="courses-elsewhere mute" {...moving.place(ownDay)}>
            Another day: drop a session here to choose one.
          </div>
        )}
      </section>
      {moving.shown}
      {planned && <SessionForm year={value} planned={planned} onClose={() => setPlanned(null)} />}
      {noting === 'new' && (
        <ConferenceForm taken={conferences.map(({ name }) => name)} onClose={() => setNoting(null)} />
      )}
      {noting !== null && noting !== 'new' && (
        <ConferenceForm
          conference={noting}
          sessions={sessions.filter((each) => each.conferenceId === noting.id && isMovable(each)).length}
          onClose={() => setNoting(null)}
        />
      )}
    </div>
  );
}

/** Only what lies ahead is moved by hand; a session that was held changes its day in its form. */
const isMovable = ({ when }: PlannedSession): boolean => when !== 'past';

function placesOf({ slots, sessions, conferences }: YearView): DropPlace[] {
  const days = new Map(slots.map((slot) => [slot.day, sayWhere(slot, conferences)]));
  const inOrder = [...days].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...inOrder.map(([day, where]) => {
      const on = sessions.filter(({ heldOn }) => heldOn === day).map(({ title }) => title);
      const what = on.length === 0 ? 'free' : on.join(' and ');
      return { key: day, label: `${sayDay(day)}, ${where.charAt(0).toLowerCase()}${where.slice(1)}: ${what}` };
    }),
    { key: ownDay, label: 'Another day: choose it' },
  ];
}

/** Moves a session to a day; the one that is on it at the same hours trades places with it. */
async function moveSession({ sessions, slots }: YearView, session: PlannedSession, to: CivilDate): Promise<void> {
  const conferenceId = slots.find(({ day }) => day === to)?.conferenceId ?? null;
  const other = sessions.find((each) => each.heldOn === to && isMovable(each) && meet(each, session));
  if (other) await perform('courses.swapSessions', { sessionId: session.id, otherId: other.id });
  else await perform('courses.reviseSession', { sessionId: SessionId.parse(session.id), heldOn: to, conferenceId });
}
