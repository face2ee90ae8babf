import { CivilDate, sayShortDay } from '../../../shared/model/dates.ts';
import type { CohortId } from '../../../shared/model/ids.ts';
import type { YearView } from '../../../shared/views/cohorts.ts';
import { Button } from '../../kit/button.tsx';
import { Checkbox } from '../../kit/fields/checkbox.tsx';
import { DateField } from '../../kit/fields/date-field.tsx';
import { NumberField } from '../../kit/fields/number-field.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { TextField } from '../../kit/fields/text-field.tsx';
import { TimeField } from '../../kit/fields/time-field.tsx';
import type { SessionDraft } from './session-draft.ts';

interface Props {
  readonly draft: SessionDraft;
  readonly onChange: (part: Partial<SessionDraft>) => void;
  readonly courses: YearView['courses'];
  readonly conferences: YearView['conferences'];
  /** Days around conferences that are free. */
  readonly days: readonly Pick<YearView['slots'][number], 'day' | 'conferenceId'>[];
  /** The cohorts that it can be for; where there is one only, no one is asked. */
  readonly cohorts: readonly { readonly id: CohortId; readonly name: string }[];
  /** Whether the day is what is asked for. */
  readonly askDay?: boolean;
}

/** All that can be said of a session. */
export function SessionFields({ draft, onChange, courses, conferences, days, cohorts, askDay = false }: Props) {
  const { courseId, cohortIds, conferenceId, heldOn } = draft;
  return (
    <>
      <div className="courses-pair">
        <SelectField
          label="Course"
          autoFocus={!askDay}
          value={courseId}
          options={courses.map(({ id, number, title }) => ({ key: id, label: `${number}. ${title}` }))}
          onChange={(key) => onChange({ courseId: key })}
        />
        <SelectField
          label="Conference"
          value={conferenceId ?? 'none'}
          options={[
            { key: 'none', label: 'None' },
            ...conferences.map(({ id, name, startsOn }) => ({ key: id, label: `${name}, ${sayShortDay(startsOn)}` })),
          ]}
          onChange={(key) => onChange({ conferenceId: key === 'none' ? null : key })}
        />
      </div>
      <div>
        <DateField label="Day" autoFocus={askDay} value={heldOn} onChange={(day) => onChange({ heldOn: day })} />
        {days.length > 0 && (
          <fieldset className="row courses-free">
            <legend className="unseen">Free days around conferences</legend>
            {days.slice(0, 6).map(({ day, conferenceId: at }) => (
              <Button key={`${at} ${day}`} onClick={() => onChange({ heldOn: day, conferenceId: at })}>
                {sayShortDay(CivilDate.parse(day))}
              </Button>
            ))}
          </fieldset>
        )}
      </div>
      <div className="courses-hours">
        <TimeField label="From" value={draft.startsAt} onChange={(startsAt) => onChange({ startsAt })} />
        <TimeField label="To" value={draft.endsAt} onChange={(endsAt) => onChange({ endsAt })} />
        <NumberField
          label="Counts for"
          hint="Leave blank for its full length."
          unit="hours"
          fractions
          optional
          min={0.25}
          max={24}
          value={draft.hours}
          onChange={(hours) => onChange({ hours })}
        />
      </div>
      <div className="courses-pair">
        <TextField label="Room" value={draft.room} maxLength={200} onChange={(room) => onChange({ room })} />
        <NumberField
          label="Capacity"
          hint="Leave blank if not known."
          unit="people"
          optional
          min={1}
          max={100_000}
          value={draft.capacity}
          onChange={(capacity) => onChange({ capacity })}
        />
      </div>
      <TextField
        label="Instructors"
        hint="As printed on the program, separated by commas."
        value={draft.instructors}
        maxLength={400}
        onChange={(instructors) => onChange({ instructors })}
      />
      {cohorts.length > 1 && (
        <fieldset className="courses-cohorts">
          <legend>For</legend>
          {cohorts.map(({ id, name }) => (
            <Checkbox
              key={id}
              label={name}
              checked={cohortIds.includes(id)}
              onChange={(checked) =>
                onChange({ cohortIds: checked ? [...cohortIds, id] : cohortIds.filter((each) => each !== id) })
              }
            />
          ))}
        </fieldset>
      )}
    </>
  );
}
