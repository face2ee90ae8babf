import './courses.css';
import { CalendarPlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { type CivilDate, sayClock, sayDay } from '../../../shared/model/dates.ts';
import type { CohortId, ConferenceId, CourseId } from '../../../shared/model/ids.ts';
import type { SessionRow, YearView } from '../../../shared/views/cohorts.ts';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { ProblemNote } from '../../components/problem.tsx';
import { Status } from '../../components/status.tsx';
import { useCall } from '../../query.ts';
import { ConferenceForm } from './conference-form.tsx';
import { type Planned, SessionForm } from './session-form.tsx';

type Slot = YearView['slots'][number];

/** A cohort's year: its courses with their sessions, and the days around the conferences on which they may be held. */
export function Year({ cohortId, planning }: { readonly cohortId: CohortId; readonly planning: number }) {
  const { value, problem } = useCall('courses.year', { cohortId }, 'any');
  const [planned, setPlanned] = useState<Planned | null>(null);
  const [noting, setNoting] = useState(false);
  useEffect(() => {
    // The screen's own button and key ask for a plan by counting up.
    if (planning > 0) setPlanned({});
  }, [planning]);
  if (problem) return <ProblemNote problem={problem} />;
  if (!value) return null;
  const { courses, sessions, conferences } = value;
  const planOn = (day: CivilDate, conferenceId: ConferenceId) => setPlanned({ day, conferenceId });
  return (
    <div className="scroll courses-year">
      <section className="courses-list" aria-label="Courses">
        {courses.map((course) => (
          <CourseCard
            key={course.id}
            course={course}
            sessions={sessions.filter(({ courseId }) => courseId === course.id)}
            onPlan={(courseId) => setPlanned({ courseId })}
            onChange={(session) => setPlanned({ session })}
          />
        ))}
      </section>
      <section className="courses-conferences" aria-label="Conferences">
        <div className="courses-conferences-head">
          <h2>Conferences</h2>
          <Button onClick={() => setNoting(true)}>Note a conference</Button>
        </div>
        {conferences.length === 0 && (
          <p className="mute prose">
            Courses generally fall on the day before or the day after a conference. Note the conferences of the year,
            and their free days show here.
          </p>
        )}
        {conferences.map((conference) => (
          <Card key={conference.id} title={conference.name} aside={<span className="mute">{conference.place}</span>}>
            <ol className="courses-slots">
              {value.slots
                .filter(({ conferenceId }) => conferenceId === conference.id)
                .map((slot) => (
                  <SlotLine
                    key={slot.side}
                    slot={slot}
                    sessions={sessions}
                    onPlan={() => planOn(slot.day, conference.id)}
                    onChange={(session) => setPlanned({ session })}
                  />
                ))}
              <li className="courses-days mute">
                {conference.startsOn === conference.endsOn
                  ? sayDay(conference.startsOn)
                  : `${sayDay(conference.startsOn)} to ${sayDay(conference.endsOn)}`}
              </li>
            </ol>
          </Card>
        ))}
      </section>
      {planned && <SessionForm year={value} planned={planned} onClose={() => setPlanned(null)} />}
      {noting && <ConferenceForm onClose={() => setNoting(false)} />}
    </div>
  );
}

function CourseCard({
  course,
  sessions,
  onPlan,
  onChange,
}: {
  readonly course: YearView['courses'][number];
  readonly sessions: readonly SessionRow[];
  readonly onPlan: (courseId: CourseId) => void;
  readonly onChange: (session: SessionRow) => void;
}) {
  return (
    <article className="courses-course" aria-label={course.title}>
      <span className="courses-number">{course.number}</span>
      <div className="courses-what">
        <h2>{course.title}</h2>
        {sessions.length === 0 && <Status of="not-planned">Not planned yet</Status>}
        {sessions.map((session) => (
          <div key={session.id} className="courses-session">
            <Status of={session.when} />
            <span className="courses-when">{saySession(session)}</span>
            <span className="courses-acts">
              <Link href={`/attendance/${session.id}`} className="link">
                {session.when === 'coming'
                  ? `${session.expected} expected`
                  : `${session.present} of ${session.expected} came`}
              </Link>
              <Button kind="quiet" aria-label={`Change ${course.title}`} onClick={() => onChange(session)}>
                Change
              </Button>
            </span>
          </div>
        ))}
      </div>
      {sessions.length === 0 && (
        <Button
          icon={<CalendarPlus aria-hidden="true" />}
          aria-label={`Plan ${course.title}`}
          onClick={() => onPlan(course.id)}
        >
          Plan
        </Button>
      )}
    </article>
  );
}

const saySession = ({ heldOn, startsAt, endsAt, room, cohorts }: SessionRow): string =>
  [
    sayDay(heldOn),
    `${sayClock(startsAt)} to ${sayClock(endsAt)}`,
    room,
    cohorts.length > 1 ? cohorts.map(({ name }) => name).join(' and ') : null,
  ]
    .filter(Boolean)
    .join(' · ');

/** The day before or after a conference: what is on it, or that it is free. */
function SlotLine({
  slot,
  sessions,
  onPlan,
  onChange,
}: {
  readonly slot: Slot;
  readonly sessions: readonly SessionRow[];
  readonly onPlan: () => void;
  readonly onChange: (session: SessionRow) => void;
}) {
  const held = sessions.filter(({ id }) => slot.sessionIds.includes(id));
  return (
    <li className={`courses-slot courses-${slot.side}`}>
      <div>
        <span className="mute">{slot.side === 'before' ? 'Day before' : 'Day after'}</span>
        <b>{sayDay(slot.day)}</b>
      </div>
      {held.length === 0 ? (
        <Button aria-label={`Plan a session on ${sayDay(slot.day)}`} onClick={onPlan}>
          Free: plan
        </Button>
      ) : (
        <div className="courses-held">
          {held.map((session) => (
            <Button key={session.id} kind="quiet" onClick={() => onChange(session)}>
              {session.title}
            </Button>
          ))}
        </div>
      )}
    </li>
  );
}
