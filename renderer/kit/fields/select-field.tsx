import { Field, type FieldProps } from './field.tsx';

interface Props<Key extends string> extends FieldProps {
  readonly value: Key;
  readonly options: readonly { readonly key: Key; readonly label: string }[];
  readonly onChange: (key: Key) => void;
}

/** One of several. The system's own list: every keyboard, screen reader and finger knows it. */
export function SelectField<Key extends string>({
  value,
  options,
  onChange,
  disabled,
  autoFocus,
  ...field
}: Props<Key>) {
  return (
    <Field {...field}>
      {(ids) => (
        <select
          {...ids}
          className="input select"
          value={value}
          disabled={disabled}
          // biome-ignore lint/a11y/noAutofocus: as for TextField
          autoFocus={autoFocus}
          onChange={(event) => {
            const chosen = options.find(({ key }) => key === event.target.value);
            if (chosen) onChange(chosen.key);
          }}
        >
          {options.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
