import { useState } from 'react';
import { Credit, type Span } from '../../../shared/model/recertification/amounts.ts';
import { NumberField } from '../../kit/fields/number-field.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { useRulesForm } from './form-context.ts';

const most: Readonly<Record<Span['unit'], number>> = { days: 3_660, months: 240, years: 20 };
const unitOptions = [
  { key: 'days', label: 'days' },
  { key: 'months', label: 'months' },
  { key: 'years', label: 'years' },
] as const;

interface SpanProps {
  readonly label: string;
  readonly hint?: string;
  readonly problem?: string | null;
}

/** A stretch of time that may be left out: an empty number means null, and `none` says what that is. */
export function OptionalSpanField({
  label,
  hint,
  problem = null,
  none,
  usual,
  value,
  onChange,
}: SpanProps & {
  readonly none: string;
  /** The unit that an empty field offers. */
  readonly usual: Span['unit'];
  readonly value: Span | null;
  readonly onChange: (value: Span | null) => void;
}) {
  const [offered, setOffered] = useState<Span['unit']>(usual);
  const unit = value?.unit ?? offered;
  return (
    <fieldset className="rules-span">
      <legend>{label}</legend>
      <div className="settings-line">
        <NumberField
          bare
          optional
          label={`${label}: how many`}
          placeholder={none}
          max={most[unit]}
          problem={problem}
          value={value?.count ?? null}
          onChange={(count) => onChange(count === null ? null : { unit, count })}
        />
        <SelectField
          bare
          label={`${label}: unit`}
          value={unit}
          options={unitOptions}
          onChange={(chosen) => {
            setOffered(chosen);
            if (value !== null) onChange({ unit: chosen, count: Math.min(value.count, most[chosen]) });
          }}
        />
      </div>
      {hint !== undefined && <p className="field-hint">{hint}</p>}
    </fieldset>
  );
}

/** A stretch of time; 0 is none. */
export function SpanField({
  label,
  hint,
  problem = null,
  value: { unit, count },
  onChange,
}: SpanProps & { readonly value: Span; readonly onChange: (value: Span) => void }) {
  return (
    <fieldset className="rules-span">
      <legend>{label}</legend>
      <div className="settings-line">
        <NumberField
          bare
          label={`${label}: how many`}
          max={most[unit]}
          problem={problem}
          value={count}
          onChange={(next) => next !== null && onChange({ unit, count: next })}
        />
        <SelectField
          bare
          label={`${label}: unit`}
          value={unit}
          options={unitOptions}
          onChange={(chosen) => onChange({ unit: chosen, count: Math.min(count, most[chosen]) })}
        />
      </div>
      {hint !== undefined && <p className="field-hint">{hint}</p>}
    </fieldset>
  );
}

interface CreditProps {
  readonly label: string;
  readonly bare?: boolean;
  readonly hint?: string;
  readonly problem?: string | null;
}

const hundredths = (amount: number): Credit => Credit.parse(Math.round(amount * 100));

/** An amount in the unit that the rules count in. */
export function CreditField({
  value,
  onChange,
  ...field
}: CreditProps & { readonly value: Credit; readonly onChange: (value: Credit) => void }) {
  const { rules } = useRulesForm();
  return (
    <NumberField
      {...field}
      fractions
      max={10_000}
      unit={rules.unit.many}
      value={value / 100}
      onChange={(amount) => amount !== null && onChange(hundredths(amount))}
    />
  );
}

/** An amount that may be left out: empty is no limit. */
export function LimitField({
  value,
  onChange,
  ...field
}: CreditProps & { readonly value: Credit | null; readonly onChange: (value: Credit | null) => void }) {
  const { rules } = useRulesForm();
  return (
    <NumberField
      {...field}
      fractions
      optional
      max={10_000}
      placeholder="no limit"
      unit={rules.unit.many}
      value={value === null ? null : value / 100}
      onChange={(amount) => onChange(amount === null ? null : hundredths(amount))}
    />
  );
}
