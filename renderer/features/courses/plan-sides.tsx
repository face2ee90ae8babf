import { useState } from 'react';
import { ClockTime, sayShortDay } from '../../../shared/model/dates.ts';
import type { LaidCourse } from '../../../shared/model/year-plan.ts';
import type { YearProposal } from '../../../shared/views/year-plan.ts';
import { Button } from '../../kit/button.tsx';
import { Card } from '../../kit/card.tsx';
import { Checkbox } from '../../kit/fields/checkbox.tsx';
import { NumberField } from '../../kit/fields/number-field.tsx';
import { TextField } from '../../kit/fields/text-field.tsx';
import { TimeField } from '../../kit/fields/time-field.tsx';
import { useCall } from '../../kit/query.ts';
import { useYearPlan } from './store.ts';

/** Whom a plan is for and which conferences it is laid around. */
export function PlanScope({ proposal }: { readonly proposal: YearProposal }) {
  const { look, laid } = useYearPlan();
  const { value } = useCall('cohorts.list', {});
  const chosenCohorts = proposal.cohorts.map(({ id }) => id);
  const cohorts = (value?.cohorts ?? []).filter(
    ({ id, status }) => status !== 'finished' || chosenCohorts.includes(id),
  );
  const chosen = proposal.conferences.filter((conference) => conference.chosen).map(({ id }) => id);
  return (
    <>
      <Card title="Conferences" level={2}>
        {proposal.conferences.length === 0 && (
          <p className="mute">None yet. Add the year’s three conferences, and their days show here.</p>
        )}
        <fieldset className="courses-choice">
          <legend className="unseen">Conferences to schedule around</legend>
          {proposal.conferences.map(({ id, name, startsOn, endsOn }) => (
            <Checkbox
              key={id}
              label={`${name}, ${sayShortDay(startsOn)}${startsOn === endsOn ? '' : ` to ${sayShortDay(endsOn)}`}`}
              checked={chosen.includes(id)}
              onChange={(checked) =>
                look({ conferenceIds: checked ? [...chosen, id] : chosen.filter((each) => each !== id) })
              }
            />
          ))}
        </fieldset>
      </Card>
      {cohorts.length > 1 && (
        <Card title="In one room" level={2}>
          <fieldset className="courses-choice">
            <legend className="unseen">Cohorts that the plan is for</legend>
            {cohorts.map(({ id, name }) => (
              <Checkbox
                key={id}
                label={name}
                checked={chosenCohorts.includes(id)}
                disabled={chosenCohorts.length === 1 && chosenCohorts.includes(id)}
                onChange={(checked) =>
                  // Other cohorts lack other courses: the year is laid again.
                  look({
                    cohortIds: checked ? [...chosenCohorts, id] : chosenCohorts.filter((each) => each !== id),
                    laid: null,
                  })
                }
              />
            ))}
          </fieldset>
          {laid && <p className="mute plan-hint">Changing this rearranges the courses.</p>}
        </Card>
      )}
    </>
  );
}

/** Hours and capacity every course of the plan at once. */
export function PlanUsual({
  laid,
  onSet,
}: {
  readonly laid: readonly LaidCourse[];
  readonly onSet: (part: Partial<LaidCourse>) => void;
}) {
  const [first] = laid;
  const [startsAt, setStartsAt] = useState<string>(first?.startsAt ?? '08:00');
  const [endsAt, setEndsAt] = useState<string>(first?.endsAt ?? '15:30');
  const [room, setRoom] = useState(first?.room ?? '');
  const [capacity, setCapacity] = useState(first?.capacity ?? null);
  const [from, to] = [ClockTime.safeParse(startsAt), ClockTime.safeParse(endsAt)];
  const set = () => {
    if (!from.success || !to.success) return;
    onSet({ startsAt: from.data, endsAt: to.data, room: room.trim() === '' ? null : room.trim(), capacity });
  };
  return (
    <Card title="For every course" level={2}>
      <div className="stack plan-usual">
        <div className="courses-pair">
          <TimeField label="From" value={startsAt} onChange={setStartsAt} />
          <TimeField label="To" value={endsAt} onChange={setEndsAt} />
        </div>
        <div className="courses-pair">
          <TextField label="Room" value={room} maxLength={200} onChange={setRoom} />
          <NumberField label="Capacity" optional min={1} max={100_000} value={capacity} onChange={setCapacity} />
        </div>
        <Button
          onClick={set}
          disabledBecause={
            from.success && to.success && from.data < to.data ? null : 'Enter a start time and a later end time.'
          }
        >
          Set for all
        </Button>
      </div>
    </Card>
  );
}
