import { useEffect, useState } from 'react';
import { sayCount } from '../../../shared/model/counts.ts';
import { Field, type FieldProps } from './field.tsx';

interface Props extends FieldProps {
  /** Null: none. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly min?: number;
  readonly max?: number;
  /** Stands behind the number: `years`, `seats`. */
  readonly unit?: string;
  /** Whether it may be left empty, which means null. Without it an empty field changes nothing and says so. */
  readonly optional?: boolean;
  readonly placeholder?: string;
  /** Whole numbers only unless set. */
  readonly fractions?: boolean;
}

function readNumber(said: string, min: number, max: number, fractions: boolean): number | null {
  const number = Number(said.trim().replaceAll(',', ''));
  const usable = said.trim() !== '' && (fractions ? Number.isFinite(number) : Number.isInteger(number));
  return usable && number >= min && number <= max ? number : null;
}

/** A number; what is not one is kept in sight and called so. */
export function NumberField({
  value,
  onChange,
  min = 0,
  max = Number.MAX_SAFE_INTEGER,
  unit,
  fractions = false,
  optional = false,
  placeholder,
  disabled,
  autoFocus,
  problem,
  ...field
}: Props) {
  const [text, setText] = useState(value === null ? '' : String(value));
  const read = (said: string) => readNumber(said, min, max, fractions);
  useEffect(() => {
    // Set from elsewhere; “3.0” and “3” are the same number and stay as typed.
    setText((now) => (readNumber(now, min, max, fractions) === value || value === null ? now : String(value)));
  }, [value, min, max, fractions]);
  const blank = text.trim() === '';
  const unread = blank ? !optional : read(text) === null;
  const range = max === Number.MAX_SAFE_INTEGER ? `from ${min}` : `from ${min} to ${sayCount(max)}`;
  return (
    <Field {...field} problem={problem ?? (unread ? `A ${fractions ? '' : 'whole '}number ${range}.` : null)}>
      {(ids) => (
        <span className="input-unit">
          <input
            {...ids}
            className="input input-number"
            inputMode="decimal"
            value={text}
            placeholder={placeholder}
            disabled={disabled}
            // biome-ignore lint/a11y/noAutofocus: as for TextField
            autoFocus={autoFocus}
            onChange={(event) => {
              setText(event.target.value);
              const number = read(event.target.value);
              // What is no number stays in sight and changes nothing.
              if (number !== null || (optional && event.target.value.trim() === '')) onChange(number);
            }}
          />
          {unit && <span className="mute">{unit}</span>}
        </span>
      )}
    </Field>
  );
}
