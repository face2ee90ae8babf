import type { CivilDate } from '../../../shared/model/dates.ts';
import { Button } from '../../kit/button.tsx';
import { DateField } from '../../kit/fields/date-field.tsx';

/**
 * The day as of which the screen shows everything, with a way back to today. Of a past day it can be asked what was
 * known by then as well: what has been recorded or corrected later is left out.
 */
export function AsOf({
  on,
  knownOn,
  today,
  onChange,
  onKnown,
}: {
  readonly on: CivilDate | null;
  readonly knownOn: CivilDate | null;
  readonly today: CivilDate;
  /** Null: as it is known today. */
  readonly onKnown: (day: CivilDate | null) => void;
  /** Null: today, also tomorrow. */
  readonly onChange: (on: CivilDate | null) => void;
}) {
  return (
    <span className={on === null ? 'recertification-as-of' : 'recertification-as-of recertification-past'}>
      <span aria-hidden="true">as of</span>
      <DateField
        bare
        label="As of"
        value={on ?? today}
        onChange={(day) => {
          // While a day is being typed it is none yet: the list waits for it.
          if (day !== null) onChange(day === today ? null : day);
        }}
      />
      {on !== null && (
        <>
          <span aria-hidden="true">as known on</span>
          <DateField
            bare
            label="As known on"
            value={knownOn ?? today}
            onChange={(day) => {
              if (day !== null) onKnown(day >= today ? null : day);
            }}
          />
        </>
      )}
      {on !== null && (
        <Button kind="quiet" onClick={() => onChange(null)}>
          Today
        </Button>
      )}
    </span>
  );
}
