import { Credit } from '../../../shared/model/recertification/amounts.ts';
import type { CarryOver } from '../../../shared/model/recertification/credit.ts';
import { Checkbox } from '../../kit/fields/checkbox.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { CreditField, OptionalSpanField } from './amount-fields.tsx';
import { useRulesForm } from './form-context.ts';
import { FormPart, Ruled } from './form-part.tsx';

const none = '';

/** What is past the total that counts in the next cycle. */
export function CarryOverForm() {
  const { rules, base, change, problemAt, newClause } = useRulesForm();
  const { carryOver, categories } = rules;
  const set = (part: Partial<CarryOver>) =>
    change((now) => (now.carryOver === null ? {} : { carryOver: { ...now.carryOver, ...part } }));
  const begin = () => {
    const clause = newClause('Carried over', 'The page doesn’t mention carrying over. The leads decided it.');
    change(() => ({ carryOver: { most: Credit.parse(1_000), earnedWithin: null, from: [], into: null, clause } }));
  };
  return (
    <FormPart part="carry-over">
      <Checkbox
        label={`${capital(rules.unit.many)} past the total count in the next cycle`}
        checked={carryOver !== null}
        onChange={(carries) => (carries ? begin() : change(() => ({ carryOver: null })))}
      />
      {carryOver !== null && (
        <Ruled clauses={[carryOver.clause]} of={[carryOver, base?.carryOver]}>
          <div className="settings-fields">
            <CreditField
              label="No more than"
              problem={problemAt('carryOver')}
              value={carryOver.most}
              onChange={(most) => set({ most })}
            />
            <OptionalSpanField
              label="Only if earned in the cycle’s last"
              none="any time"
              usual="months"
              value={carryOver.earnedWithin}
              onChange={(earnedWithin) => set({ earnedWithin })}
            />
            {categories.length > 0 && (
              <SelectField
                label="There they count as"
                value={carryOver.into ?? none}
                options={[
                  { key: none, label: 'No kind, only in the total' },
                  ...categories.map(({ key, title }) => ({ key, label: title })),
                ]}
                problem={problemAt('carryOver.into')}
                onChange={(into) => set({ into: into === none ? null : into })}
              />
            )}
          </div>
          {categories.length > 0 && (
            <fieldset className="settings-choice">
              <legend>Only of these kinds</legend>
              {categories.map(({ key, title }) => (
                <Checkbox
                  key={key}
                  label={title}
                  checked={carryOver.from.includes(key)}
                  onChange={(checked) =>
                    set({ from: checked ? [...carryOver.from, key] : carryOver.from.filter((each) => each !== key) })
                  }
                />
              ))}
              <p className="field-hint">If none is checked, any kind.</p>
            </fieldset>
          )}
        </Ruled>
      )}
    </FormPart>
  );
}

const capital = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
