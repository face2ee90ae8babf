import { type FormEvent, useState } from 'react';
import type { CivilDate } from '../../../shared/model/dates.ts';
import type { Problem } from '../../../shared/model/result.ts';
import type { YearView } from '../../../shared/views/cohorts.ts';
import { Button } from '../../kit/button.tsx';
import { call } from '../../kit/client.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { Checkbox } from '../../kit/fields/checkbox.tsx';
import { DateField } from '../../kit/fields/date-field.tsx';
import { TextField } from '../../kit/fields/text-field.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';

interface Draft {
  readonly name: string;
  readonly startsOn: CivilDate | null;
  readonly endsOn: CivilDate | null;
  readonly place: string;
  readonly moveSessions: boolean;
}

/** Notes a conference and its days, around which sessions are planned; or changes one, or takes it off. */
export function ConferenceForm({
  conference,
  sessions = 0,
  taken = [],
  onClose,
}: {
  /** Left out: a new one. */
  readonly conference?: YearView['conferences'][number];
  /** How many coming sessions stand on the days around it. */
  readonly sessions?: number;
  /** Names of conferences that are there already: a new one is proposed under the next that the policy has. */
  readonly taken?: readonly string[];
  readonly onClose: () => void;
}) {
  const [draft, setDraft] = useState<Draft>({
    name: conference?.name ?? '',
    startsOn: conference?.startsOn ?? null,
    endsOn: conference?.endsOn ?? null,
    place: conference?.place ?? '',
    moveSessions: sessions > 0,
  });
  const [problem, setProblem] = useState<Problem | null>(null);
  const program = useCall('program.show', {});
  const proposed = conference
    ? ''
    : (program.value?.policy.schedule.conferenceNames.find((name) => !taken.includes(name)) ?? '');
  const set = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const finish = (result: { readonly ok: true } | { readonly ok: false; readonly problem: Problem }) => {
    if (result.ok) onClose();
    else setProblem(result.problem);
  };

  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const { startsOn, moveSessions } = draft;
    const [name, place] = [draft.name.trim() || proposed, draft.place.trim()];
    if (name === '' || startsOn === null) {
      return setProblem({ sentence: 'A conference has a name and a first day.', reasons: [] });
    }
    const facts = { name, startsOn, endsOn: draft.endsOn ?? startsOn, place: place === '' ? null : place };
    finish(
      conference
        ? await call('courses.reviseConference', { conferenceId: conference.id, ...facts, moveSessions })
        : await call('courses.addConference', facts),
    );
  };
  const remove = async () => {
    if (conference) finish(await call('courses.removeConference', { conferenceId: conference.id }));
  };

  const daysChanged = draft.startsOn !== conference?.startsOn || draft.endsOn !== conference?.endsOn;
  return (
    <Dialog title={conference ? `Change ${conference.name}` : 'Add conference'} onClose={onClose}>
      <form onSubmit={(event) => void onSubmit(event)} className="stack">
        <TextField
          label="Name"
          value={draft.name}
          onChange={(name) => set({ name })}
          placeholder={proposed || 'Fall conference'}
          maxLength={200}
          autoFocus
        />
        <div className="courses-pair">
          <DateField label="First day" value={draft.startsOn} onChange={(startsOn) => set({ startsOn })} />
          <DateField
            label="Last day"
            hint="Leave blank for one day."
            value={draft.endsOn}
            onChange={(endsOn) => set({ endsOn })}
          />
        </div>
        <TextField
          label="Place"
          value={draft.place}
          onChange={(place) => set({ place })}
          placeholder="Mobile"
          maxLength={200}
        />
        {conference && sessions > 0 && daysChanged && (
          <Checkbox
            label={sessions === 1 ? 'Its session moves too' : `Its ${sessions} sessions move too`}
            hint="Upcoming sessions on the day before and the day after, in every cohort."
            checked={draft.moveSessions}
            onChange={(moveSessions) => set({ moveSessions })}
          />
        )}
        {problem && <ProblemNote problem={problem} />}
        <footer className="row dialog-actions">
          <Button kind="primary" type="submit">
            {conference ? 'Save' : 'Save'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
          <span className="space" />
          {conference && (
            <Button kind="danger" onClick={() => void remove()}>
              Delete conference
            </Button>
          )}
        </footer>
      </form>
    </Dialog>
  );
}
