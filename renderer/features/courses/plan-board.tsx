import { CalendarPlus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { countOf } from '../../../shared/model/counts.ts';
import { CivilDate, sayDay } from '../../../shared/model/dates.ts';
import { CourseId } from '../../../shared/model/ids.ts';
import type { LaidCourse } from '../../../shared/model/year-plan.ts';
import type { YearProposal } from '../../../shared/views/year-plan.ts';
import { Button } from '../../kit/button.tsx';
import { Card } from '../../kit/card.tsx';
import { useCommands } from '../../kit/commands.ts';
import { perform } from '../../kit/perform.ts';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';
import { ConferenceForm } from './conference-form.tsx';
import { ConflictList } from './conflicts.tsx';
import { aside, dropCourse, ownDay, type PlanDay, planDays } from './layout.ts';
import { type DropPlace, type Moving, useMoving } from './moving.tsx';
import { KeptCard, PlanCard } from './plan-card.tsx';
import { PlanCourseForm } from './plan-course-form.tsx';
import { PlanScope, PlanUsual } from './plan-sides.tsx';
import { leaveYearPlan, useYearPlan } from './store.ts';

/** Lays a year: the courses that are not planned yet on the days around the conferences. Nothing is written before the lead says so. */
export function PlanBoard() {
  const { cohortIds, conferenceIds, laid: drawn } = useYearPlan();
  const { value, problem } = useCall('courses.proposeYear', {
    cohortIds: [...cohortIds],
    conferenceIds: conferenceIds && [...conferenceIds],
    laid: drawn ? drawn.map((course) => ({ ...course, cohortIds: [...course.cohortIds] })) : null,
  });
  if (problem) {
    return (
      <div className="scroll">
        <ProblemNote problem={problem} />
        <div className="row plan-back">
          <Button onClick={leaveYearPlan}>Back to the schedule</Button>
        </div>
      </div>
    );
  }
  if (!value) return null;
  // What a lead has just dropped shows at once; which courses there are, main says.
  const laid = value.laid.map((course) => drawn?.find(({ courseId }) => courseId === course.courseId) ?? course);
  return <Board proposal={value} laid={laid} />;
}

function Board({ proposal, laid }: { readonly proposal: YearProposal; readonly laid: readonly LaidCourse[] }) {
  const { look, laid: drawn } = useYearPlan();
  const [changing, setChanging] = useState<{ readonly courseId: CourseId; readonly askDay: boolean } | null>(null);
  const [noting, setNoting] = useState(false);
  const days = planDays(proposal, laid);
  const withoutDay = laid.filter(({ heldOn }) => heldOn === null);
  const places: DropPlace[] = [
    ...days.map(({ day, ...on }) => ({ key: day, label: sayPlace({ day, ...on }, proposal) })),
    { key: ownDay, label: 'A day of its own: choose the day' },
    { key: aside, label: 'Unscheduled: no day yet' },
  ];
  const drop = (courseId: CourseId, to: CivilDate | null): string => {
    const dropped = dropCourse(proposal, laid, courseId, to);
    look({ laid: dropped.laid });
    return dropped.said;
  };
  const moving = useMoving(places, (id, to) => {
    const courseId = CourseId.parse(id);
    if (to === ownDay) {
      setChanging({ courseId, askDay: true });
      return 'Choose the day.';
    }
    return drop(courseId, to === aside ? null : CivilDate.parse(to));
  });
  const cards = (courses: readonly LaidCourse[]) =>
    courses.map((course) => (
      <PlanCard
        key={course.courseId}
        laid={course}
        proposal={proposal}
        moving={moving}
        onChange={() => setChanging({ courseId: course.courseId, askDay: false })}
        onAside={() => drop(course.courseId, null)}
      />
    ));
  const setAll = (part: Partial<LaidCourse>) => look({ laid: laid.map((course) => ({ ...course, ...part })) });
  const open = laid.find(({ courseId }) => courseId === changing?.courseId);
  return (
    <div className="plan">
      <PlanHead proposal={proposal} laid={laid} onLayAgain={drawn ? () => look({ laid: null }) : null} />
      <div className="plan-main">
        <div className="scroll plan-days">
          {proposal.conflicts.length > 0 && <ConflictList label="Conflicts" conflicts={proposal.conflicts} />}
          {laid.length === 0 && (
            <p className="prose mute">Every course is already scheduled. Move or add sessions on the Schedule.</p>
          )}
          <ol className="plan-list" aria-label="Days">
            {days.map((day) => (
              <DayRow key={day.day} day={day} proposal={proposal} moving={moving}>
                {cards(day.laid)}
              </DayRow>
            ))}
          </ol>
          <div className="plan-day plan-own" {...moving.place(ownDay)}>
            <div className="plan-date">
              <b>Another day</b>
            </div>
            <span className="mute">Drop a course here to give it its own day.</span>
          </div>
        </div>
        <aside className="scroll plan-side" aria-label="The plan">
          <div className="plan-aside" {...moving.place(aside)}>
            <Card title="Unscheduled" level={2}>
              {withoutDay.length === 0 ? (
                <p className="mute">Every course has a day.</p>
              ) : (
                <div className="stack plan-aside-cards">{cards(withoutDay)}</div>
              )}
            </Card>
          </div>
          <PlanScope proposal={proposal} />
          <Button icon={<CalendarPlus aria-hidden="true" />} onClick={() => setNoting(true)}>
            Add conference
          </Button>
          {laid.length > 0 && <PlanUsual laid={laid} onSet={setAll} />}
        </aside>
      </div>
      {moving.shown}
      {changing && open && (
        <PlanCourseForm
          laid={open}
          proposal={{ ...proposal, laid }}
          askDay={changing.askDay}
          onSave={(course) => look({ laid: laid.map((each) => (each.courseId === changing.courseId ? course : each)) })}
          onClose={() => setChanging(null)}
        />
      )}
      {noting && <ConferenceForm onClose={() => setNoting(false)} />}
    </div>
  );
}

/** What the plan is, and what can be done with it as a whole. */
function PlanHead({
  proposal,
  laid,
  onLayAgain,
}: {
  readonly proposal: YearProposal;
  readonly laid: readonly LaidCourse[];
  /** Null: it lies as it was proposed. */
  readonly onLayAgain: (() => void) | null;
}) {
  const sessions = laid.flatMap(({ heldOn, cohortIds, ...rest }) =>
    heldOn === null ? [] : [{ ...rest, heldOn, cohortIds: [...cohortIds] }],
  );
  const stops = proposal.conflicts.filter((conflict) => conflict.stops);
  const cannot =
    sessions.length === 0
      ? 'No course has a day yet.'
      : stops.length > 0
        ? `Fix this first: ${stops[0]?.sentence}`
        : null;
  const write = async () => {
    if (cannot !== null) return;
    const result = await perform('courses.planYear', { sessions });
    if (result.ok) leaveYearPlan();
  };
  useCommands([
    { id: 'courses.writeYear', label: 'Schedule these sessions', keys: 'Mod+Enter', run: () => void write() },
    { id: 'courses.leavePlan', label: 'Back without saving', keys: 'Escape', run: leaveYearPlan },
    ...(onLayAgain ? [{ id: 'courses.layAgain', label: 'Rearrange the courses', keys: 'L', run: onLayAgain }] : []),
  ]);
  const rest = laid.length - sessions.length;
  return (
    <header className="plan-head">
      <div>
        <h2>Schedule the sessions of {proposal.cohorts.map(({ name }) => name).join(' and ')}</h2>
        <p className="mute">
          {sayLaid(sessions.length, rest, proposal.planned.length)} Drag a course to another day; nothing is saved yet.
        </p>
      </div>
      <span className="space" />
      <Button kind="quiet" keys="Escape" onClick={leaveYearPlan}>
        Back
      </Button>
      {onLayAgain && (
        <Button keys="L" onClick={onLayAgain}>
          Rearrange
        </Button>
      )}
      <Button kind="primary" keys="Mod+Enter" disabledBecause={cannot} onClick={() => void write()}>
        {`Schedule ${countOf(sessions.length, 'session')}`}
      </Button>
    </header>
  );
}

const sayLaid = (laid: number, rest: number, planned: number): string =>
  [
    `${countOf(laid, 'course has', 'courses have')} a day`,
    rest > 0 ? `${rest} unscheduled` : null,
    planned > 0 ? `${planned} already scheduled` : null,
  ]
    .filter(Boolean)
    .join(', ')
    .concat('.');

/** A day with what is on it, for someone who hears it. */
function sayPlace({ day, word, laid, planned }: PlanDay, { courses }: YearProposal): string {
  const titles = [
    ...laid.map(({ courseId }) => courses.find(({ id }) => id === courseId)?.title ?? courseId),
    ...planned.map(({ title }) => title),
  ];
  return `${sayDay(day)}, ${word.toLowerCase().startsWith('day') ? word.charAt(0).toLowerCase() + word.slice(1) : 'a day of its own'}: ${titles.length === 0 ? 'free' : titles.join(' and ')}`;
}

function DayRow({
  day,
  proposal,
  moving,
  children,
}: {
  readonly day: PlanDay;
  readonly proposal: YearProposal;
  readonly moving: Moving;
  readonly children: readonly ReactNode[];
}) {
  const free = children.length === 0 && day.planned.length === 0;
  return (
    <li className="plan-day" {...moving.place(day.day)}>
      <div className="plan-date">
        <b>{sayDay(day.day)}</b>
        <span className="mute">{day.word}</span>
      </div>
      <div className="plan-on">
        {day.planned.map((session) => (
          <KeptCard key={session.id} session={session} conflicts={proposal.conflicts} />
        ))}
        {children}
        {free && <span className="mute plan-free">Free</span>}
      </div>
    </li>
  );
}
