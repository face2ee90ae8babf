import { monthOptions } from '../../../shared/model/months.ts';
import type { CycleEnd, CycleRules } from '../../../shared/model/recertification/cycle.ts';
import { Checkbox } from '../../kit/fields/checkbox.tsx';
import { NumberField } from '../../kit/fields/number-field.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { OptionalSpanField, SpanField } from './amount-fields.tsx';
import { useRulesForm } from './form-context.ts';
import { FormPart, Ruled } from './form-part.tsx';
import { optionsOf } from './options.ts';
import { sayBegins, sayEarly, sayFirst, sayFirstAsks, sayLate, sayMissed } from './words.ts';

const ends = {
  'same-day': 'On the same date, its length later',
  'day-before': 'On the day before that date',
  'birth-month': 'With the person’s birth month',
  'year-end': 'On a day of the year',
} as const;
type EndChoice = keyof typeof ends;

const choiceOf = (end: CycleEnd): EndChoice => (end.kind === 'anniversary' ? end.lastDay : end.kind);

function endOf(choice: EndChoice): CycleEnd {
  switch (choice) {
    case 'birth-month':
      return { kind: 'birth-month' };
    case 'year-end':
      return { kind: 'year-end', month: 6, day: 30 };
    default:
      return { kind: 'anniversary', lastDay: choice };
  }
}

/** When cycles begin and end, and how one follows another. */
export function CycleForm() {
  const { rules, base, change, problemAt } = useRulesForm();
  const { cycle } = rules;
  const was = base?.cycle;
  const set = (part: Partial<CycleRules>) => change((now) => ({ cycle: { ...now.cycle, ...part } }));
  const at = (field: keyof CycleRules) => problemAt(`cycle.${field}`);
  const { ends: end } = cycle;
  return (
    <FormPart part="cycle">
      <Ruled
        clauses={[cycle.clause]}
        of={[
          [cycle.begins, cycle.length, end],
          [was?.begins, was?.length, was?.ends],
        ]}
      >
        <div className="settings-fields">
          <SelectField
            label="The first cycle counts from"
            value={cycle.begins}
            options={optionsOf(sayBegins)}
            onChange={(begins) => set({ begins })}
          />
          <OptionalSpanField
            label="A cycle lasts"
            none="by hand"
            usual="years"
            hint="If blank, it ends only on a day that the leads set."
            problem={at('length')}
            value={cycle.length}
            onChange={(length) => set({ length })}
          />
          <SelectField
            label="It ends"
            value={choiceOf(end)}
            options={optionsOf(ends)}
            problem={end.kind === 'year-end' ? null : at('ends')}
            onChange={(choice) => set({ ends: endOf(choice) })}
          />
          {end.kind === 'year-end' && (
            <div className="settings-line">
              <SelectField
                label="Month of the end"
                value={String(end.month)}
                options={monthOptions}
                onChange={(month) => set({ ends: { ...end, month: Number(month) } })}
              />
              <NumberField
                label="Day of the end"
                min={1}
                max={31}
                problem={at('ends')}
                value={end.day}
                onChange={(day) => day !== null && set({ ends: { ...end, day } })}
              />
            </div>
          )}
        </div>
      </Ruled>
      <Ruled
        clauses={[cycle.firstClause]}
        of={[
          [cycle.first, cycle.firstAsks],
          [was?.first, was?.firstAsks],
        ]}
      >
        <div className="settings-fields">
          {end.kind !== 'anniversary' && (
            <SelectField
              label="A first cycle that doesn’t fit its end"
              value={cycle.first}
              options={optionsOf(sayFirst)}
              onChange={(first) => set({ first })}
            />
          )}
          <SelectField
            label="The first cycle asks for"
            value={cycle.firstAsks}
            options={optionsOf(sayFirstAsks)}
            onChange={(firstAsks) => set({ firstAsks })}
          />
        </div>
      </Ruled>
      <Ruled clauses={[cycle.windowClause]} of={[cycle.windowOpens, was?.windowOpens]}>
        <OptionalSpanField
          label="It can be completed in its last"
          none="any time"
          usual="months"
          hint="If blank, from its first day on."
          problem={at('windowOpens')}
          value={cycle.windowOpens}
          onChange={(windowOpens) => set({ windowOpens })}
        />
      </Ruled>
      <Ruled clauses={[cycle.repeatsClause]} of={[cycle.repeats, was?.repeats]}>
        <Checkbox
          label="The next cycle begins by itself"
          checked={cycle.repeats}
          onChange={(repeats) => set({ repeats })}
        />
      </Ruled>
      <Ruled clauses={[cycle.earlyClause]} of={[cycle.early, was?.early]}>
        <SelectField
          label="After an early completion"
          value={cycle.early}
          options={optionsOf(sayEarly)}
          onChange={(early) => set({ early })}
        />
      </Ruled>
      <Ruled
        clauses={[cycle.lateClause]}
        of={[
          [cycle.late, cycle.shortest],
          [was?.late, was?.shortest],
        ]}
      >
        <div className="settings-fields">
          <SelectField
            label="After a late completion"
            value={cycle.late}
            options={optionsOf(sayLate)}
            onChange={(late) => set({ late })}
          />
          {cycle.late === 'keep-end' && (
            <SpanField
              label="Then at least this much is left of it"
              problem={at('shortest')}
              value={cycle.shortest}
              onChange={(shortest) => set({ shortest })}
            />
          )}
        </div>
      </Ruled>
      <Ruled clauses={[cycle.missedClause]} of={[cycle.missed, was?.missed]}>
        <SelectField
          label="When a cycle isn’t completed"
          value={cycle.missed}
          options={optionsOf(sayMissed)}
          problem={at('missed')}
          onChange={(missed) => set({ missed })}
        />
      </Ruled>
    </FormPart>
  );
}
