import { parseDate } from '@internationalized/date';
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Dialog,
  Heading,
  Popover,
  Button as PressButton,
} from 'react-aria-components';
import { CivilDate, sayDay } from '../../../shared/model/dates.ts';
import { usePreferences } from '../preferences-store.ts';
import { useToday } from '../status-store.ts';
import { Field, type FieldProps } from './field.tsx';
import { readDay } from './read-day.ts';

interface Props extends FieldProps {
  readonly value: CivilDate | null;
  readonly onChange: (value: CivilDate | null) => void;
}

/** A day: written as people write it, or picked from a calendar. What is no day stays in sight and is called so. */
export function DateField({ value, onChange, disabled, autoFocus, problem, ...field }: Props) {
  const today = useToday();
  const firstDayOfWeek = usePreferences((state) => state.firstDayOfWeek);
  const [text, setText] = useState(value ? sayDay(value) : '');
  const [open, setOpen] = useState(false);
  const frame = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    // Set from elsewhere; while someone writes, `text` already means this day.
    setText((now) => (readDay(now, today) === value ? now : value ? sayDay(value) : ''));
  }, [value, today]);
  const unread = text.trim() !== '' && readDay(text, today) === null;

  return (
    <Field {...field} problem={problem ?? (unread ? 'A day such as Oct 21, 2024 or 10/21/2024.' : null)}>
      {(ids) => (
        <span className="input-date" ref={frame}>
          <input
            {...ids}
            className="input"
            value={text}
            disabled={disabled}
            placeholder="Oct 21, 2024"
            autoComplete="off"
            // biome-ignore lint/a11y/noAutofocus: as for TextField
            autoFocus={autoFocus}
            onChange={(event) => {
              setText(event.target.value);
              const day = readDay(event.target.value, today);
              if (day !== value) onChange(day);
            }}
            onBlur={() => value && setText(sayDay(value))}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown' || !event.altKey) return;
              event.preventDefault();
              setOpen(true);
            }}
          />
          <button
            type="button"
            className="button button-quiet icon-only"
            aria-label={`Pick a day for ${field.label}`}
            aria-expanded={open}
            disabled={disabled}
            onClick={() => setOpen(true)}
          >
            <CalendarDays aria-hidden="true" />
          </button>
          <Popover
            triggerRef={frame}
            isOpen={open}
            onOpenChange={setOpen}
            placement="bottom start"
            className="popover"
            data-modal=""
          >
            <Dialog aria-label={field.label} className="calendar-dialog">
              <Calendar
                aria-label={field.label}
                value={value ? parseDate(value) : null}
                defaultFocusedValue={parseDate(value ?? today)}
                firstDayOfWeek={firstDayOfWeek === 'monday' ? 'mon' : 'sun'}
                autoFocus
                onChange={(day) => {
                  const picked = CivilDate.parse(day.toString());
                  setText(sayDay(picked));
                  onChange(picked);
                  setOpen(false);
                }}
              >
                <header>
                  <PressButton slot="previous" className="button button-quiet icon-only">
                    <ChevronLeft aria-hidden="true" />
                  </PressButton>
                  <Heading />
                  <PressButton slot="next" className="button button-quiet icon-only">
                    <ChevronRight aria-hidden="true" />
                  </PressButton>
                </header>
                <CalendarGrid>
                  <CalendarGridHeader>{(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}</CalendarGridHeader>
                  <CalendarGridBody>{(day) => <CalendarCell date={day} />}</CalendarGridBody>
                </CalendarGrid>
              </Calendar>
            </Dialog>
          </Popover>
        </span>
      )}
    </Field>
  );
}
