import type { LifeRules } from '../../../shared/model/recertification/life.ts';
import { Checkbox } from '../../kit/fields/checkbox.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { OptionalSpanField, SpanField } from './amount-fields.tsx';
import { useRulesForm } from './form-context.ts';
import { FormPart, Ruled } from './form-part.tsx';
import { optionsOf } from './options.ts';
import { WaysBack } from './ways-back-form.tsx';
import { sayAfterLapse, sayEarning, sayInReview, sayOnReturn } from './words.ts';

/** What becomes of a certificate that isn’t renewed, and how it comes back. */
export function LifeForm() {
  const { rules, base, change, problemAt, newClause } = useRulesForm();
  const { life } = rules;
  const was = base?.life;
  const set = (part: Partial<LifeRules>) => change((now) => ({ life: { ...now.life, ...part } }));
  const { suspension } = life;
  const suspend = () => {
    const clause = newClause('Suspension', 'The page doesn’t mention a suspension. The leads decided it.');
    set({ suspension: { length: { unit: 'months', count: 12 }, earning: 'counts', clause } });
  };
  return (
    <FormPart part="life">
      <Checkbox
        label="A certificate that is no longer good is suspended before it lapses"
        checked={suspension !== null}
        onChange={(suspends) => (suspends ? suspend() : set({ suspension: null }))}
      />
      {suspension !== null && (
        <Ruled clauses={[suspension.clause]} of={[suspension, was?.suspension]}>
          <div className="settings-fields">
            <SpanField
              label="The suspension lasts"
              problem={problemAt('life.suspension')}
              value={suspension.length}
              onChange={(length) => set({ suspension: { ...suspension, length } })}
            />
            <SelectField
              label="During the suspension"
              value={suspension.earning}
              options={optionsOf(sayEarning)}
              onChange={(earning) => set({ suspension: { ...suspension, earning } })}
            />
          </div>
        </Ruled>
      )}
      <Ruled
        clauses={[life.lapseClause]}
        of={[
          [life.lapse, life.afterLapse],
          [was?.lapse, was?.afterLapse],
        ]}
      >
        <div className="settings-fields">
          <OptionalSpanField
            label="It lapses after no longer being good for"
            none="never"
            usual="days"
            hint="0: at once. If blank, never by itself."
            value={life.lapse}
            onChange={(lapse) => set({ lapse })}
          />
          <SelectField
            label="After a lapse"
            value={life.afterLapse}
            options={optionsOf(sayAfterLapse)}
            onChange={(afterLapse) => set({ afterLapse })}
          />
        </div>
      </Ruled>
      <WaysBack />
      <Ruled clauses={[life.onReturnClause]} of={[life.onReturn, was?.onReturn]}>
        <SelectField
          label="After inactive, retired, or exempt"
          value={life.onReturn}
          options={optionsOf(sayOnReturn)}
          onChange={(onReturn) => set({ onReturn })}
        />
      </Ruled>
      <Ruled clauses={[life.inReviewClause]} of={[life.inReview, was?.inReview]}>
        <SelectField
          label="While all that is asked waits for review"
          value={life.inReview}
          options={optionsOf(sayInReview)}
          onChange={(inReview) => set({ inReview })}
        />
      </Ruled>
    </FormPart>
  );
}
