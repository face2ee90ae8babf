import { type FormEvent, useState } from 'react';
import { CivilDate, ClockTime, sayShortDay } from '../../../shared/model/dates.ts';
import type { CohortId, ConferenceId, CourseId } from '../../../shared/model/ids.ts';
import type { Problem } from '../../../shared/model/result.ts';
import type { SessionRow, YearView } from '../../../shared/views/cohorts.ts';
import { call } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Checkbox } from '../../components/fields/checkbox.tsx';
import { DateField } from '../../components/fields/date-field.tsx';
import { SelectField } from '../../components/fields/select-field.tsx';
import { TextField } from '../../components/fields/text-field.tsx';
import { ProblemNote } from '../../components/problem.tsx';
import { useCall } from '../../query.ts';

/** What a plan begins with: a session to change, or what is known of a new one. */
export interface Planned {
  readonly session?: SessionRow;
  readonly courseId?: CourseId;
  readonly day?: CivilDate;
  readonly conferenceId?: ConferenceId;
}

interface Draft {
  readonly courseId: CourseId | '';
  readonly cohortIds: readonly CohortId[];
  readonly conferenceId: ConferenceId | null;
  readonly heldOn: CivilDate | null;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly room: string;
}

function begin({ cohort, courses, sessions }: YearView, { session, courseId, day, conferenceId }: Planned): Draft {
  // The next session is mostly held as the last one was.
  const last = sessions.at(-1);
  const open = courses.find(({ id }) => !sessions.some((planned) => planned.courseId === id));
  return {
    courseId: session?.courseId ?? courseId ?? open?.id ?? courses[0]?.id ?? '',
    cohortIds: session?.cohorts.map(({ id }) => id) ?? [cohort.id],
    conferenceId: session ? session.conferenceId : (conferenceId ?? null),
    heldOn: session?.heldOn ?? day ?? null,
    startsAt: session?.startsAt ?? last?.startsAt ?? '08:00',
    endsAt: session?.endsAt ?? last?.endsAt ?? '15:30',
    room: (session ? session.room : last?.room) ?? '',
  };
}

const say = (sentence: string): Problem => ({ sentence, reasons: [] });

/** Plans a session, or moves one: course, cohorts, conference, day, hours, room. A refusal shows in place. */
export function SessionForm({
  year,
  planned,
  onClose,
}: {
  readonly year: YearView;
  readonly planned: Planned;
  readonly onClose: () => void;
}) {
  const [draft, setDraft] = useState(() => begin(year, planned));
  const [problem, setProblem] = useState<Problem | null>(null);
  const { value } = useCall('cohorts.list', {}, ['cohort']);
  const { session } = planned;
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const cohorts = (value?.cohorts ?? [year.cohort]).filter(
    ({ id, status }) => status !== 'finished' || id === year.cohort.id || draft.cohortIds.includes(id),
  );
  const days = year.slots.filter(
    ({ conferenceId, sessionIds }) =>
      (draft.conferenceId === null || conferenceId === draft.conferenceId) && sessionIds.length === 0,
  );

  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const { courseId, cohortIds, conferenceId, heldOn } = draft;
    const startsAt = ClockTime.safeParse(draft.startsAt);
    const endsAt = ClockTime.safeParse(draft.endsAt);
    if (courseId === '') return setProblem(say('Choose a course.'));
    if (heldOn === null) return setProblem(say('Choose the day of the session.'));
    if (cohortIds.length === 0) return setProblem(say('Choose at least one cohort that the session is for.'));
    if (!startsAt.success || !endsAt.success) return setProblem(say('Say from when to when the session goes.'));
    const room = draft.room.trim() === '' ? null : draft.room.trim();
    const hours = { startsAt: startsAt.data, endsAt: endsAt.data };
    const plan = { courseId, cohortIds: [...cohortIds], conferenceId, heldOn, ...hours, room };
    const result = session
      ? await call('courses.reviseSession', { sessionId: session.id, ...plan })
      : await call('courses.planSession', plan);
    if (result.ok) onClose();
    else setProblem(result.problem);
  };
  const remove = async () => {
    if (!session) return;
    const result = await call('courses.removeSession', { sessionId: session.id });
    if (result.ok) onClose();
    else setProblem(result.problem);
  };

  return (
    <Dialog title={session ? `Change ${session.title}` : `Plan a session of ${year.cohort.name}`} onClose={onClose}>
      <form onSubmit={(event) => void onSubmit(event)} className="stack">
        <SelectField
          label="Course"
          autoFocus
          value={draft.courseId}
          options={year.courses.map(({ id, number, title }) => ({ key: id, label: `${number}. ${title}` }))}
          onChange={(courseId) => set({ courseId })}
        />
        <SelectField
          label="Conference"
          value={draft.conferenceId ?? 'none'}
          options={[
            { key: 'none', label: 'At none' },
            ...year.conferences.map(({ id, name, startsOn }) => ({
              key: id,
              label: `${name}, ${sayShortDay(startsOn)}`,
            })),
          ]}
          onChange={(key) => set({ conferenceId: key === 'none' ? null : key })}
        />
        <div>
          <DateField label="Day" value={draft.heldOn} onChange={(heldOn) => set({ heldOn })} />
          {days.length > 0 && (
            <fieldset className="row courses-free">
              <legend className="unseen">Free days around conferences</legend>
              {days.slice(0, 6).map(({ day, conferenceId }) => (
                <Button key={`${conferenceId} ${day}`} onClick={() => set({ heldOn: day, conferenceId })}>
                  {sayShortDay(CivilDate.parse(day))}
                </Button>
              ))}
            </fieldset>
          )}
        </div>
        <div className="courses-hours">
          <TextField label="From" type="time" value={draft.startsAt} onChange={(startsAt) => set({ startsAt })} />
          <TextField label="To" type="time" value={draft.endsAt} onChange={(endsAt) => set({ endsAt })} />
          <TextField label="Room" value={draft.room} maxLength={200} onChange={(room) => set({ room })} />
        </div>
        {cohorts.length > 1 && (
          <fieldset className="courses-cohorts">
            <legend>For</legend>
            {cohorts.map(({ id, name }) => (
              <Checkbox
                key={id}
                label={name}
                checked={draft.cohortIds.includes(id)}
                onChange={(checked) =>
                  set({ cohortIds: checked ? [...draft.cohortIds, id] : draft.cohortIds.filter((each) => each !== id) })
                }
              />
            ))}
          </fieldset>
        )}
        {problem && <ProblemNote problem={problem} />}
        <footer className="row dialog-actions">
          <Button kind="primary" type="submit">
            {session ? 'Save' : 'Plan it'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
          <span className="space" />
          {session && (
            <Button kind="danger" onClick={() => void remove()}>
              Take off the plan
            </Button>
          )}
        </footer>
      </form>
    </Dialog>
  );
}
