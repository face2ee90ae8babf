import { useState } from 'react';
import { ClockTime, sayClock } from '../../../shared/model/dates.ts';
import { Field, type FieldProps } from './field.tsx';
import { readClock } from './read-clock.ts';

interface TimeProps extends FieldProps {
  /** A time such as `08:00`; empty: none, or what was typed is none yet. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/**
 * A time of day, shown as `8:00 AM` and read as people write it. The system's own field would show `08:00 AM`, or
 * whatever its language has.
 */
export function TimeField({ value, onChange, problem, autoFocus, disabled, ...field }: TimeProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [left, setLeft] = useState(false);
  const time = ClockTime.safeParse(value);
  const text = typed ?? (time.success ? sayClock(time.data) : value);
  const isUnread = left && text.trim() !== '' && readClock(text) === null;
  return (
    <Field {...field} problem={problem ?? (isUnread ? 'A time, such as 8:00 AM.' : null)}>
      {(ids) => (
        <input
          {...ids}
          className="input"
          type="text"
          autoComplete="off"
          placeholder="8:00 AM"
          value={text}
          disabled={disabled}
          // biome-ignore lint/a11y/noAutofocus: as for TextField
          autoFocus={autoFocus}
          onFocus={(event) => event.target.select()}
          onChange={({ target }) => {
            setTyped(target.value);
            setLeft(false);
            onChange(readClock(target.value) ?? '');
          }}
          onBlur={() => {
            // What was understood is shown as the app says it; the rest stays as it was typed.
            if (typed === null || readClock(typed) !== null || typed.trim() === '') setTyped(null);
            setLeft(true);
          }}
        />
      )}
    </Field>
  );
}
