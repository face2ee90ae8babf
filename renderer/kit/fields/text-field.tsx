import type { Ref } from 'react';
import { Field, type FieldProps } from './field.tsx';

interface TextProps extends FieldProps {
  /** Says that it can't be empty while it is. */
  readonly required?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly type?: 'text' | 'email' | 'tel';
  readonly ref?: Ref<HTMLInputElement>;
  readonly maxLength?: number;
}

/** One line of text. */
export function TextField({
  value,
  onChange,
  placeholder,
  type = 'text',
  ref,
  maxLength,
  required = false,
  problem,
  autoFocus,
  disabled,
  ...field
}: TextProps) {
  return (
    <Field {...field} problem={problem ?? missing(required, value)}>
      {(ids) => (
        <input
          {...ids}
          ref={ref}
          className="input"
          type={type}
          value={value}
          placeholder={placeholder}
          maxLength={maxLength}
          disabled={disabled}
          // A field that opens in answer to a key press is where the person goes on writing.
          // biome-ignore lint/a11y/noAutofocus: see above
          autoFocus={autoFocus}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

const missing = (required: boolean, value: string): string | null =>
  required && value.trim() === '' ? 'This can’t be empty.' : null;

interface AreaProps extends FieldProps {
  readonly required?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number;
  readonly placeholder?: string;
}

/** Several lines of text. */
export function TextArea({
  value,
  onChange,
  rows = 3,
  placeholder,
  required = false,
  problem,
  autoFocus,
  disabled,
  ...field
}: AreaProps) {
  return (
    <Field {...field} problem={problem ?? missing(required, value)}>
      {(ids) => (
        <textarea
          {...ids}
          className="input"
          rows={rows}
          value={value}
          placeholder={placeholder}
          disabled={disabled}
          // biome-ignore lint/a11y/noAutofocus: as for TextField
          autoFocus={autoFocus}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
