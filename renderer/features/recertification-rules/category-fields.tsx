import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { Credit } from '../../../shared/model/recertification/amounts.ts';
import type { Category } from '../../../shared/model/recertification/credit.ts';
import { Delivery, sayDelivery } from '../../../shared/model/recertification/facts.ts';
import { Button } from '../../kit/button.tsx';
import { Checkbox } from '../../kit/fields/checkbox.tsx';
import { NumberField } from '../../kit/fields/number-field.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { TextField } from '../../kit/fields/text-field.tsx';
import { CreditField, LimitField } from './amount-fields.tsx';
import { whyCategoryStays } from './category-use.ts';
import { useRulesForm } from './form-context.ts';
import { optionsOf } from './options.ts';
import { sayRepeats } from './words.ts';

const none = '';

/** A kind of credit with its limits; what is asked seldom is folded away. */
export function CategoryFields({ category, at }: { readonly category: Category; readonly at: number }) {
  const { rules, change, problemAt } = useRulesForm();
  const { key, title } = category;
  const called = title || `kind ${at + 1}`;
  const set = (part: Partial<Category>) =>
    change((now) => ({ categories: now.categories.map((each) => (each.key === key ? { ...each, ...part } : each)) }));
  const problem = (field: keyof Category) => problemAt(`categories.${at}.${field}`);
  const others = rules.categories
    .filter((each) => each.key !== key)
    .map((each) => ({ key: each.key, label: each.title || 'A kind without a title' }));
  return (
    <fieldset className="card rules-category">
      <legend className="unseen">{called}</legend>
      <CategoryHead category={category} at={at} called={called} />
      <div className="settings-fields">
        <SelectField
          label={`${called} is a part of`}
          value={category.within ?? none}
          options={[{ key: none, label: 'No other kind' }, ...others]}
          problem={problemAt(`categories.${at}`) ?? problem('within')}
          onChange={(within) => set({ within: within === none ? null : within })}
        />
        <LimitField
          label={`Most of ${called} in a cycle`}
          problem={problem('most')}
          value={category.most}
          onChange={(most) => set({ most })}
        />
        <LimitField
          label={`Most of ${called} in a year`}
          value={category.mostAYear}
          onChange={(mostAYear) => set({ mostAYear })}
        />
        <LimitField
          label={`Most of ${called} for one activity`}
          value={category.mostEach}
          onChange={(mostEach) => set({ mostEach })}
        />
      </div>
      <details className="rules-more">
        <summary>More about {called}</summary>
        <div className="settings-fields">
          <SelectField
            label={`What is past the most of ${called} counts in`}
            value={category.overflow ?? none}
            options={[{ key: none, label: 'Nothing' }, ...others]}
            problem={problem('overflow')}
            onChange={(overflow) => set({ overflow: overflow === none ? null : overflow })}
          />
          <NumberField
            fractions
            min={0.01}
            max={100}
            label={`1 of what is claimed as ${called} counts as`}
            unit={rules.unit.many}
            value={category.value / 100}
            onChange={(value) => value !== null && set({ value: Math.max(1, Math.round(value * 100)) })}
          />
          <CreditField
            label={`Steps in which ${called} counts`}
            value={category.step}
            onChange={(step) => set({ step: Credit.parse(Math.max(1, step)) })}
          />
          <CreditField
            label={`Least of ${called} for one activity`}
            value={category.leastEach}
            onChange={(leastEach) => set({ leastEach })}
          />
          <SelectField
            label={`The same activity counts as ${called}`}
            value={category.repeats}
            options={optionsOf(sayRepeats)}
            onChange={(repeats) => set({ repeats })}
          />
          <NumberField
            max={100}
            label={`Least of ${called} that is on the subject`}
            unit="percent"
            value={category.leastRelevance}
            onChange={(leastRelevance) => leastRelevance !== null && set({ leastRelevance })}
          />
        </div>
        <fieldset className="settings-choice">
          <legend>{called} counts only where it is held</legend>
          {Delivery.options.map((delivery) => (
            <Checkbox
              key={delivery}
              label={sayDelivery[delivery]}
              checked={category.deliveries.includes(delivery)}
              onChange={(checked) =>
                set({
                  deliveries: checked
                    ? [...category.deliveries, delivery]
                    : category.deliveries.filter((each) => each !== delivery),
                })
              }
            />
          ))}
          <p className="field-hint">If none is checked, any way counts.</p>
        </fieldset>
        <Checkbox
          label={`Only unpaid work counts as ${called}`}
          checked={category.unpaidOnly}
          onChange={(unpaidOnly) => set({ unpaidOnly })}
        />
        <Checkbox
          label={`${called} counts only if it was approved beforehand`}
          checked={category.preApproval === 'needed'}
          onChange={(needed) => set({ preApproval: needed ? 'needed' : 'not-needed' })}
        />
      </details>
    </fieldset>
  );
}

function CategoryHead({
  category: { key, title },
  at,
  called,
}: {
  readonly category: Category;
  readonly at: number;
  readonly called: string;
}) {
  const { rules, change } = useRulesForm();
  const swap = (by: 1 | -1) =>
    change(({ categories }) => {
      const next = [...categories];
      const [one, other] = [next[at], next[at + by]];
      if (one && other) [next[at], next[at + by]] = [other, one];
      return { categories: next };
    });
  return (
    <div className="settings-line">
      <TextField
        bare
        required
        label={`Title of kind ${at + 1}`}
        value={title}
        onChange={(text) =>
          change((now) => ({
            categories: now.categories.map((each) => (each.key === key ? { ...each, title: text } : each)),
          }))
        }
      />
      <Button
        kind="quiet"
        className="icon-only"
        aria-label={`Move ${called} up`}
        disabledBecause={at === 0 ? 'It is first already.' : null}
        icon={<ArrowUp aria-hidden="true" />}
        onClick={() => swap(-1)}
      />
      <Button
        kind="quiet"
        className="icon-only"
        aria-label={`Move ${called} down`}
        disabledBecause={at === rules.categories.length - 1 ? 'It is last already.' : null}
        icon={<ArrowDown aria-hidden="true" />}
        onClick={() => swap(1)}
      />
      <Button
        kind="quiet"
        className="icon-only"
        aria-label={`Remove ${called}`}
        disabledBecause={whyCategoryStays(rules, key)}
        icon={<Trash2 aria-hidden="true" />}
        onClick={() => change((now) => ({ categories: now.categories.filter((each) => each.key !== key) }))}
      />
    </div>
  );
}
