import { Plus, Trash2 } from 'lucide-react';
import type { Category } from '../../../shared/model/recertification/credit.ts';
import { Category as CategorySchema } from '../../../shared/model/recertification/credit.ts';
import { Button } from '../../kit/button.tsx';
import { Checkbox } from '../../kit/fields/checkbox.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { TextField } from '../../kit/fields/text-field.tsx';
import { CategoryFields } from './category-fields.tsx';
import { whyStrandStays } from './category-use.ts';
import { newKey, useRulesForm } from './form-context.ts';
import { FormPart, Ruled } from './form-part.tsx';

/** What credit is counted in, its kinds with their limits, and its strands. */
export function CreditForm() {
  const { rules, base, change, newClause } = useRulesForm();
  const { categories, unit } = rules;
  const add = () => {
    const clause = newClause('A kind of credit', 'The page doesn’t name this kind of credit. The leads decided it.');
    const category: Category = CategorySchema.parse({ key: newKey('kind'), title: 'Another kind', clause });
    change((now) => ({ categories: [...now.categories, category] }));
  };
  return (
    <FormPart part="credit">
      <div className="settings-fields">
        <TextField
          required
          label="One of what is counted"
          value={unit.one}
          placeholder="hour"
          onChange={(one) => change((now) => ({ unit: { ...now.unit, one } }))}
        />
        <TextField
          required
          label="Several of them"
          value={unit.many}
          placeholder="hours"
          onChange={(many) => change((now) => ({ unit: { ...now.unit, many } }))}
        />
      </div>
      {categories.map((category, at) => (
        <Ruled
          key={category.key}
          clauses={[category.clause]}
          of={[category, base?.categories.find(({ key }) => key === category.key)]}
        >
          <CategoryFields category={category} at={at} />
        </Ruled>
      ))}
      <div className="row">
        <Button icon={<Plus aria-hidden="true" />} onClick={add}>
          Add a kind of credit
        </Button>
      </div>
      <Strands />
      <Ruled clauses={[rules.elsewhereClause]} of={[rules.elsewhere, base?.elsewhere]}>
        <SelectField
          label="Credit that was counted toward another certificate"
          value={rules.elsewhere}
          options={[
            { key: 'counts', label: 'Counts here too' },
            { key: 'does-not-count', label: 'Doesn’t count here' },
          ]}
          onChange={(elsewhere) => change(() => ({ elsewhere }))}
        />
      </Ruled>
    </FormPart>
  );
}

function Strands() {
  const { rules, change } = useRulesForm();
  const { strands } = rules;
  return (
    <fieldset className="settings-choice">
      <legend>Strands</legend>
      {strands.map(({ key, title }, at) => (
        <div key={key} className="settings-line">
          <span className="mute number">{at + 1}</span>
          <TextField
            bare
            required
            label={`Strand ${at + 1}`}
            value={title}
            placeholder="Law, Ethics, and Policies"
            onChange={(text) =>
              change((now) => ({
                strands: now.strands.map((each) => (each.key === key ? { ...each, title: text } : each)),
              }))
            }
          />
          <Button
            kind="quiet"
            className="icon-only"
            aria-label={`Remove ${title || `strand ${at + 1}`}`}
            disabledBecause={whyStrandStays(rules, key)}
            icon={<Trash2 aria-hidden="true" />}
            onClick={() => change((now) => ({ strands: now.strands.filter((each) => each.key !== key) }))}
          />
        </div>
      ))}
      <Button
        icon={<Plus aria-hidden="true" />}
        onClick={() => change((now) => ({ strands: [...now.strands, { key: newKey('strand'), title: '' }] }))}
      >
        Add a strand
      </Button>
      {strands.length > 0 && (
        <Checkbox
          label="Credit counts only in a strand"
          checked={rules.strand === 'needed'}
          onChange={(needed) => change(() => ({ strand: needed ? 'needed' : 'not-needed' }))}
        />
      )}
    </fieldset>
  );
}
