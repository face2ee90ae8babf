import type { Clock, Clocks } from '../../../shared/model/recertification/cycle.ts';
import { Checkbox } from '../../kit/fields/checkbox.tsx';
import { SpanField } from './amount-fields.tsx';
import { useRulesForm } from './form-context.ts';
import { FormPart, Ruled } from './form-part.tsx';

interface ClockWords {
  readonly key: keyof Clocks;
  readonly title: string;
  readonly after: string;
  readonly grace: string;
  /** What becomes of what is later; null: nothing can be, as a validity has no one to be late. */
  readonly late: string | null;
}

const clocks: readonly ClockWords[] = [
  {
    key: 'earn',
    title: 'Earning',
    after: 'Activities count past the cycle’s end for',
    grace: 'Grace for earning',
    late: 'What is earned later still counts, and is late',
  },
  {
    key: 'submit',
    title: 'Handing in',
    after: 'Evidence comes in past the cycle’s end for',
    grace: 'Grace for handing in',
    late: 'What is handed in later still counts, and is late',
  },
  {
    key: 'pay',
    title: 'Paying',
    after: 'Fees are paid past the cycle’s end for',
    grace: 'Grace for paying',
    late: 'What is paid later still counts, and is late',
  },
  {
    key: 'expire',
    title: 'The certificate',
    after: 'It is good past the cycle’s end for',
    grace: 'Grace for the certificate',
    late: null,
  },
];

/** The four last days of a cycle, each with its grace. */
export function ClocksForm() {
  const { rules, base, change, problemAt } = useRulesForm();
  return (
    <FormPart part="clocks">
      {clocks.map(({ key, title, after: afterLabel, grace: graceLabel, late }) => {
        const clock = rules.clocks[key];
        const set = (part: Partial<Clock>) =>
          change((now) => ({ clocks: { ...now.clocks, [key]: { ...now.clocks[key], ...part } } }));
        return (
          <Ruled key={key} clauses={[clock.clause]} of={[clock, base?.clocks[key]]}>
            <fieldset className="settings-choice rules-clock">
              <legend>{title}</legend>
              <div className="settings-fields">
                <SpanField
                  label={afterLabel}
                  problem={problemAt(`clocks.${key}`)}
                  value={clock.after}
                  onChange={(after) => set({ after })}
                />
                <SpanField label={graceLabel} value={clock.grace} onChange={(grace) => set({ grace })} />
              </div>
              {late !== null && (
                <Checkbox label={late} checked={!clock.firm} onChange={(counts) => set({ firm: !counts })} />
              )}
            </fieldset>
          </Ruled>
        );
      })}
    </FormPart>
  );
}
