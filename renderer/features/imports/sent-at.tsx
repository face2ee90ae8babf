import { ClockTime } from '../../../shared/model/dates.ts';
import type { SentAt, SheetMapping } from '../../../shared/model/imports.ts';
import type { ImportReading } from '../../../shared/views/imports.ts';
import { Card } from '../../kit/card.tsx';
import { DateField } from '../../kit/fields/date-field.tsx';
import { TimeField } from '../../kit/fields/time-field.tsx';
import { useToday } from '../../kit/status-store.ts';
import { type SentDraft, useImport } from './store.ts';

/** The sheets of applications on which no column holds the time of submission. */
const sheetsWithoutTime = ({ kind }: ImportReading, mappings: readonly SheetMapping[]): readonly SheetMapping[] =>
  kind === 'applications' ? mappings.filter(({ fields }) => !fields.includes('submittedAt')) : [];

/** When all were sent, as the import's calls take it; null: no one said, or every sheet tells it itself. */
export function sentAtOf(
  reading: ImportReading,
  mappings: readonly SheetMapping[],
  { day, time }: SentDraft,
): SentAt | null {
  if (day === null || sheetsWithoutTime(reading, mappings).length === 0) return null;
  return { day, time: ClockTime.safeParse(time).data ?? null };
}

/** Says that no column holds the time of submission, and asks once when all were sent. */
export function SentAtCard({ reading }: { readonly reading: ImportReading }) {
  const { mappings, sent, saySent } = useImport();
  const today = useToday();
  const without = sheetsWithoutTime(reading, mappings);
  if (without.length === 0) return null;
  const where =
    without.length === mappings.length
      ? 'No column holds the submission time'
      : `No column holds the submission time on ${without.map(({ sheet }) => `“${sheet}”`).join(', ')}`;
  return (
    <Card title={where}>
      <div className="stack imports-sent">
        <p>
          The place in line depends on it. Choose its column, or enter when all were sent; otherwise everyone is under
          Needs a look until you set their times. Rows with the same time stay in file order.
        </p>
        <div className="imports-sent-fields">
          <DateField
            label="All were sent on"
            value={sent.day}
            onChange={(day) => saySent({ ...sent, day })}
            problem={sent.day !== null && sent.day > today ? 'This day is in the future.' : null}
          />
          <TimeField
            label="Time (optional)"
            value={sent.time}
            onChange={(time) => saySent({ ...sent, time })}
            hint="In the program’s time zone. Without a time, the end of that day counts."
          />
        </div>
      </div>
    </Card>
  );
}
