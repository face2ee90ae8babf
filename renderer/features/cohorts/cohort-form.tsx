import { type FormEvent, useState } from 'react';
import type { Cohort } from '../../../shared/model/cohorts.ts';
import { cohortStatuses, sayCohortStatus } from '../../../shared/model/cohorts.ts';
import type { CivilDate } from '../../../shared/model/dates.ts';
import type { CohortId } from '../../../shared/model/ids.ts';
import { Cents } from '../../../shared/model/money.ts';
import type { Problem } from '../../../shared/model/result.ts';
import type { CohortsView } from '../../../shared/views/cohorts.ts';
import { Button } from '../../kit/button.tsx';
import { call } from '../../kit/client.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { DateField } from '../../kit/fields/date-field.tsx';
import { NumberField } from '../../kit/fields/number-field.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { TextField } from '../../kit/fields/text-field.tsx';
import { ProblemNote } from '../../kit/problem.tsx';

interface Draft {
  readonly name: string;
  /** Null: as the window says. */
  readonly status: Cohort['status'] | null;
  readonly opensOn: CivilDate | null;
  readonly closesOn: CivilDate | null;
  readonly seats: number | null;
  /** In whole cents. */
  readonly fee: number | null;
  readonly startsOn: CivilDate | null;
  readonly endsOn: CivilDate | null;
}

const fresh = ({ nextName, defaults }: CohortsView): Draft => ({
  name: nextName,
  status: null,
  opensOn: null,
  closesOn: null,
  seats: defaults.seats,
  fee: defaults.fee,
  startsOn: null,
  endsOn: null,
});

const byWindow = 'by-window';

/** Opens a cohort, or changes one: its name, window, seats, fee and days. A refusal shows in place. */
export function CohortForm({
  view,
  cohort,
  onClose,
  onDone,
}: {
  readonly view: CohortsView;
  /** Left out: a new one. */
  readonly cohort?: Cohort;
  readonly onClose: () => void;
  readonly onDone?: (cohortId: CohortId) => void;
}) {
  const [draft, setDraft] = useState<Draft>(cohort ?? fresh(view));
  const [problem, setProblem] = useState<Problem | null>(null);
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part });

  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const { name, status, opensOn, closesOn, seats, fee, startsOn, endsOn } = draft;
    const cents = Cents.safeParse(fee);
    if (name.trim() === '') return setProblem({ sentence: 'A cohort needs a name.', reasons: [] });
    if (seats === null) return setProblem({ sentence: 'Enter how many seats the cohort has.', reasons: [] });
    if (!cents.success) return setProblem({ sentence: 'Enter the course fee, or 0 if there is none.', reasons: [] });
    const given = { name, opensOn, closesOn, seats, fee: cents.data, startsOn, endsOn };
    const result = cohort
      ? await call('cohorts.revise', { cohortId: cohort.id, ...given, ...(status ? { status } : {}) })
      : await call('cohorts.create', { ...given, ...(status ? { status } : {}) });
    if (!result.ok) return setProblem(result.problem);
    onClose();
    if (result.value) onDone?.(result.value.cohortId);
  };

  return (
    <Dialog title={cohort ? `Change ${cohort.name}` : 'Add cohort'} onClose={onClose}>
      <form onSubmit={(event) => void onSubmit(event)} className="stack">
        <TextField label="Name" value={draft.name} onChange={(name) => set({ name })} autoFocus />
        <SelectField
          label="Status"
          value={draft.status ?? byWindow}
          options={[
            ...(cohort ? [] : [{ key: byWindow, label: 'Automatic' } as const]),
            ...cohortStatuses.map((key) => ({ key, label: sayCohortStatus[key] })),
          ]}
          onChange={(status) => set({ status: status === byWindow ? null : status })}
        />
        <div className="cohorts-pair">
          <DateField label="Applications open" value={draft.opensOn} onChange={(opensOn) => set({ opensOn })} />
          <DateField
            label="to"
            hint="Later applications are marked late."
            value={draft.closesOn}
            onChange={(closesOn) => set({ closesOn })}
          />
        </div>
        <div className="cohorts-pair">
          <DateField label="Courses start" value={draft.startsOn} onChange={(startsOn) => set({ startsOn })} />
          <DateField label="to" value={draft.endsOn} onChange={(endsOn) => set({ endsOn })} />
        </div>
        <div className="cohorts-pair">
          <NumberField
            label="Seats"
            hint={`The policy says ${view.defaults.seats}.`}
            value={draft.seats}
            min={1}
            max={100_000}
            onChange={(seats) => set({ seats })}
          />
          <NumberField
            label="Course fee"
            unit="dollars"
            fractions
            max={1_000_000}
            value={draft.fee === null ? null : draft.fee / 100}
            onChange={(dollars) => set({ fee: dollars === null ? null : Math.round(dollars * 100) })}
          />
        </div>
        {problem && <ProblemNote problem={problem} />}
        <footer className="row dialog-actions">
          <Button kind="primary" type="submit">
            {cohort ? 'Save' : 'Add cohort'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </footer>
      </form>
    </Dialog>
  );
}
