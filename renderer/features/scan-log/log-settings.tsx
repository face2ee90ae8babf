import { countOf } from '../../../shared/model/counts.ts';
import { sayClock, sayDay } from '../../../shared/model/dates.ts';
import { SessionId } from '../../../shared/model/ids.ts';
import type { ScanLogPreview, ScanLogReading } from '../../../shared/views/scan-log.ts';
import { Checkbox } from '../../kit/fields/checkbox.tsx';
import { useCall } from '../../kit/query.ts';
import { useScanLog } from './store.ts';

/** For which session the log is taken, whom it lets in, and what is to be known of the file. */
export function LogSettings({
  reading,
  answer,
}: {
  readonly reading: ScanLogReading;
  readonly answer: ScanLogPreview | undefined;
}) {
  const { sessionId, anyTime, guests, look } = useScanLog();
  const { value: sessions } = useCall('attendance.sessions', {});
  const scansOf = new Map(answer?.sessions.map((each) => [each.sessionId, each.scans]));
  // What was held last is meant most often.
  const held = (sessions ?? []).filter(({ when }) => when !== 'coming').toReversed();
  const isOdd = (answer?.counts['no-session'] ?? 0) + (answer?.counts['other-session'] ?? 0) > 0;
  const asksGuests = guests || (answer?.counts['other-cohort'] ?? 0) > 0;
  return (
    <div className="scan-log-settings">
      <label className="scan-log-session">
        For
        <select
          className="input select"
          aria-label="Session of the scans"
          value={sessionId ?? ''}
          onChange={(event) =>
            look({ sessionId: SessionId.safeParse(event.target.value).data ?? null, anyTime: false })
          }
        >
          <option value="">{reading.hasTimes ? 'the session that was on at each scan' : 'Choose the session'}</option>
          {held.map(({ id, title, heldOn, startsAt }) => (
            <option key={id} value={id}>
              {`${title}, ${sayDay(heldOn)}, ${sayClock(startsAt)}`}
              {scansOf.has(id) ? ` · ${countOf(scansOf.get(id) ?? 0, 'scan')}` : ''}
            </option>
          ))}
        </select>
      </label>
      {sessionId !== null && reading.hasTimes && (anyTime || isOdd) && (
        <Checkbox
          label="Take every scan for this session: the scanner’s clock was wrong"
          checked={anyTime}
          onChange={(next) => look({ anyTime: next })}
        />
      )}
      {asksGuests && (
        <Checkbox
          label="Let people of other cohorts in too"
          checked={guests}
          onChange={(next) => look({ guests: next })}
        />
      )}
      {answer && <p className="mute scan-log-notes">{answer.notes.join(' ')}</p>}
    </div>
  );
}
