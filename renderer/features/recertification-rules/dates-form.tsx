import { Plus, Trash2 } from 'lucide-react';
import type { CivilDate } from '../../../shared/model/dates.ts';
import { noTime } from '../../../shared/model/recertification/amounts.ts';
import type { Adjustment } from '../../../shared/model/recertification/cycle.ts';
import { Button } from '../../kit/button.tsx';
import { Checkbox } from '../../kit/fields/checkbox.tsx';
import { DateField } from '../../kit/fields/date-field.tsx';
import { NumberField } from '../../kit/fields/number-field.tsx';
import { TextField } from '../../kit/fields/text-field.tsx';
import { SpanField } from './amount-fields.tsx';
import { useRulesForm } from './form-context.ts';
import { FormPart, Ruled } from './form-part.tsx';
import { RequirementTree } from './requirement-tree-field.tsx';

type Days = Adjustment['begins'];

/** Dates stated for a cohort, lines of a transition table, and reliefs, in the order in which they hold. */
export function DatesForm() {
  const { rules, base, change, newClause } = useRulesForm();
  const add = () => {
    const clause = newClause('A stated date', 'The page gives no such date. The leads decided it.');
    const line: Adjustment = {
      clause,
      cohort: null,
      cycle: 1,
      begins: null,
      ends: null,
      endOn: null,
      longer: noTime,
      requirement: null,
    };
    change((now) => ({ adjustments: [...now.adjustments, line] }));
  };
  return (
    <FormPart part="dates">
      {rules.adjustments.map((line, at) => (
        // A line has no name of its own: its place in the list is what it is known by.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Ruled key={at} clauses={[line.clause]} of={[line, base?.adjustments[at]]}>
          <LineFields line={line} at={at} />
        </Ruled>
      ))}
      <div className="row">
        <Button icon={<Plus aria-hidden="true" />} onClick={add}>
          Add a stated date
        </Button>
      </div>
    </FormPart>
  );
}

function LineFields({ line, at }: { readonly line: Adjustment; readonly at: number }) {
  const { rules, change, problemAt } = useRulesForm();
  const called = `line ${at + 1}`;
  const set = (part: Partial<Adjustment>) =>
    change((now) => ({
      adjustments: now.adjustments.map((each, place) => (place === at ? { ...each, ...part } : each)),
    }));
  return (
    <fieldset className="card rules-category">
      <legend className="unseen">Line {at + 1}</legend>
      <div className="settings-fields">
        <TextField
          label={`Cohort (${called})`}
          hint="If blank, any cohort."
          value={line.cohort ?? ''}
          onChange={(cohort) => set({ cohort: cohort === '' ? null : cohort })}
        />
        <NumberField
          optional
          min={1}
          max={99}
          label={`Cycle (${called})`}
          placeholder="any"
          value={line.cycle}
          onChange={(cycle) => set({ cycle })}
        />
        <DateField
          label={`It ends instead on (${called})`}
          problem={problemAt(`adjustments.${at}`)}
          value={line.endOn}
          onChange={(endOn) => set({ endOn })}
        />
        <SpanField label={`It is longer by (${called})`} value={line.longer} onChange={(longer) => set({ longer })} />
      </div>
      <details className="rules-more" open={line.begins !== null || line.ends !== null || line.requirement !== null}>
        <summary>Only some cycles, or another requirement ({called})</summary>
        <DaysFields
          label={`Only cycles that begin (${called})`}
          days={line.begins}
          onChange={(begins) => set({ begins })}
        />
        <DaysFields
          label={`Only cycles that would end (${called})`}
          days={line.ends}
          onChange={(ends) => set({ ends })}
        />
        <Checkbox
          label={`Asks for something else (${called})`}
          checked={line.requirement !== null}
          onChange={(asks) => set({ requirement: asks ? rules.requirement : null })}
        />
        {line.requirement !== null && (
          <RequirementTree
            label={`What ${called} asks for instead`}
            at={`adjustments.${at}.requirement`}
            tree={line.requirement}
            onChange={(requirement) => set({ requirement })}
          />
        )}
      </details>
      <div className="row">
        <Button
          kind="quiet"
          icon={<Trash2 aria-hidden="true" />}
          onClick={() => change((now) => ({ adjustments: now.adjustments.filter((_, place) => place !== at) }))}
        >
          Remove {called}
        </Button>
      </div>
    </fieldset>
  );
}

function DaysFields({
  label,
  days,
  onChange,
}: {
  readonly label: string;
  readonly days: Days;
  readonly onChange: (days: Days) => void;
}) {
  const set = (part: { from?: CivilDate | null; to?: CivilDate | null }) => {
    const next = { from: days?.from ?? null, to: days?.to ?? null, ...part };
    onChange(next.from === null && next.to === null ? null : next);
  };
  return (
    <div className="settings-fields">
      <DateField label={`${label}, from`} value={days?.from ?? null} onChange={(from) => set({ from })} />
      <DateField label={`${label}, to`} value={days?.to ?? null} onChange={(to) => set({ to })} />
    </div>
  );
}
