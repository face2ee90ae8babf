import { Field, type FieldProps } from '../../kit/fields/field.tsx';

/** Digits that no one reads over a shoulder. */
export function PinField({
  value,
  onChange,
  autoFocus,
  ...field
}: FieldProps & { readonly value: string; readonly onChange: (value: string) => void }) {
  return (
    <Field {...field}>
      {(ids) => (
        <input
          {...ids}
          className="input kiosk-pin"
          type="password"
          inputMode="numeric"
          autoComplete="off"
          maxLength={12}
          value={value}
          // A field that opens in answer to a key press is where the person goes on writing.
          // biome-ignore lint/a11y/noAutofocus: see above
          autoFocus={autoFocus}
          onChange={(event) => onChange(event.target.value.replace(/\D/g, ''))}
        />
      )}
    </Field>
  );
}
