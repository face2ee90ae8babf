import { Plus, Trash2 } from 'lucide-react';
import { Cents } from '../../../shared/model/money.ts';
import type { RecertificationFee } from '../../../shared/model/recertification/life.ts';
import { Button } from '../../kit/button.tsx';
import { NumberField } from '../../kit/fields/number-field.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { TextField } from '../../kit/fields/text-field.tsx';
import { newKey, useRulesForm } from './form-context.ts';
import { FormPart, Ruled } from './form-part.tsx';
import { optionsOf } from './options.ts';
import { sayFeeKind } from './words.ts';

/** What re-certification costs, and when each fee is asked for. */
export function FeesForm() {
  const { rules, base, change, newClause } = useRulesForm();
  const add = () => {
    const clause = newClause('A fee', 'The page doesn’t name this fee. The leads decided it.');
    const fee: RecertificationFee = {
      key: newKey('fee'),
      title: 'Renewal',
      kind: 'renewal',
      amount: Cents.parse(2_500),
      clause,
    };
    change((now) => ({ fees: [...now.fees, fee] }));
  };
  return (
    <FormPart part="fees">
      {rules.fees.map((fee, at) => (
        <Ruled key={fee.key} clauses={[fee.clause]} of={[fee, base?.fees.find(({ key }) => key === fee.key)]}>
          <FeeFields fee={fee} at={at} />
        </Ruled>
      ))}
      <div className="row">
        <Button icon={<Plus aria-hidden="true" />} onClick={add}>
          Add a fee
        </Button>
      </div>
    </FormPart>
  );
}

function FeeFields({ fee, at }: { readonly fee: RecertificationFee; readonly at: number }) {
  const { change } = useRulesForm();
  const called = fee.title || `fee ${at + 1}`;
  const set = (part: Partial<RecertificationFee>) =>
    change((now) => ({ fees: now.fees.map((each) => (each.key === fee.key ? { ...each, ...part } : each)) }));
  return (
    <div className="settings-line rules-fee">
      <TextField bare required label={`Fee ${at + 1}`} value={fee.title} onChange={(title) => set({ title })} />
      <NumberField
        bare
        fractions
        max={100_000}
        label={`Amount of ${called}`}
        unit="dollars"
        value={fee.amount / 100}
        onChange={(dollars) => dollars !== null && set({ amount: Cents.parse(Math.round(dollars * 100)) })}
      />
      <SelectField
        bare
        label={`When ${called} is asked for`}
        value={fee.kind}
        options={optionsOf(sayFeeKind)}
        onChange={(kind) => set({ kind })}
      />
      <Button
        kind="quiet"
        className="icon-only"
        aria-label={`Remove ${called}`}
        icon={<Trash2 aria-hidden="true" />}
        onClick={() => change((now) => ({ fees: now.fees.filter(({ key }) => key !== fee.key) }))}
      />
    </div>
  );
}
