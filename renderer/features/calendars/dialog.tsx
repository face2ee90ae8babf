import { countOf, sayCount, wordFor } from '../../../shared/model/counts.ts';
import './calendars.css';
import { useState } from 'react';
import type { CohortId } from '../../../shared/model/ids.ts';
import type { CohortCalendarView } from '../../../shared/views/calendars.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { Checkbox } from '../../kit/fields/checkbox.tsx';
import { writeFile } from '../../kit/perform.ts';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';
import { useCalendars } from './store.ts';

/** A cohort’s year for calendar programs: one file for all, or one for each person. */
export function CalendarDialog({ cohortId, onClose }: { readonly cohortId: CohortId; readonly onClose: () => void }) {
  const { value, problem } = useCall('calendars.cohort', { cohortId });
  const { each, conferences, look } = useCalendars();
  const [writing, setWriting] = useState(false);
  const save = async () => {
    setWriting(true);
    await writeFile(each === 'person' ? 'calendars.savePeople' : 'calendars.saveCohort', { cohortId, conferences });
    setWriting(false);
    onClose();
  };
  const nothing = value !== undefined && value.sessions + value.canceled === 0;
  return (
    <Dialog
      title={value ? `Calendar of ${value.cohort}` : 'Calendar'}
      onClose={onClose}
      actions={
        <>
          <Button
            kind="primary"
            disabledBecause={
              nothing
                ? 'No sessions yet'
                : each === 'person' && value?.people === 0
                  ? 'No one is in the cohort yet'
                  : writing
                    ? 'Writing the calendars'
                    : null
            }
            onClick={() => void save()}
          >
            Save
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      {problem && <ProblemNote problem={problem} />}
      {value && (
        <div className="stack">
          <p>{sayHolds(value)}</p>
          <fieldset className="calendars-each">
            <legend>Files</legend>
            <Choice
              label="One file for the cohort"
              hint="To send to everyone, or to add to a shared calendar."
              checked={each === 'cohort'}
              onChoose={() => look({ each: 'cohort' })}
            />
            <Choice
              label={`One file for each person, ${sayCount(value.people)} in a new folder`}
              hint="Includes make-ups with other cohorts."
              checked={each === 'person'}
              onChoose={() => look({ each: 'person' })}
            />
          </fieldset>
          <Checkbox
            label="Include conferences as all-day events"
            checked={conferences}
            onChange={(on) => look({ conferences: on })}
          />
          <p className="mute">
            After a change, save and send them again: calendar programs update what they have, and mark deleted sessions
            as canceled.
          </p>
        </div>
      )}
    </Dialog>
  );
}

function Choice({
  label,
  hint,
  checked,
  onChoose,
}: {
  readonly label: string;
  readonly hint: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
}) {
  return (
    <label className="calendars-choice">
      <input type="radio" name="calendars-each" checked={checked} onChange={onChoose} />
      <span>
        {label}
        <span className="field-hint">{hint}</span>
      </span>
    </label>
  );
}

/** What the calendar holds: `6 sessions, 3 conferences; 1 session taken off the schedule.` */
function sayHolds({ sessions, conferences, canceled }: CohortCalendarView): string {
  if (sessions + canceled === 0) return 'No sessions yet. Schedule them first; then the calendar can be sent.';
  const around = conferences > 0 ? ` around ${countOf(conferences, 'conference')}` : '';
  const gone =
    canceled > 0
      ? ` ${countOf(canceled, 'session')} taken off the schedule ${wordFor(canceled, 'is', 'are')} canceled in it.`
      : '';
  return `${countOf(sessions, 'session')}${around}.${gone}`;
}
