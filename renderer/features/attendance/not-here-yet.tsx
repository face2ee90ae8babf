import type { SessionId } from '../../../shared/model/ids.ts';
import type { AttendeeRow, CheckInMatch } from '../../../shared/views/attendance.ts';
import { Button } from '../../kit/button.tsx';
import { useCall } from '../../kit/query.ts';

/** So many are listed; a longer list is for the session's own page. */
const most = 200;

/** Who is expected and has not come, to be called or checked in with a finger. */
export function NotHereYet({
  sessionId,
  onChoose,
}: {
  readonly sessionId: SessionId;
  readonly onChoose: (person: CheckInMatch) => void;
}) {
  const { value } = useCall('attendance.session', { sessionId });
  const missing = value?.people.filter(({ expected, present }) => expected && !present) ?? [];
  return (
    <aside className="check-in-side" aria-label="Not here yet">
      <h2>Not here yet: {missing.length}</h2>
      {value && missing.length === 0 && <p className="mute">Everyone expected is checked in.</p>}
      <ol>
        {missing.slice(0, most).map((person) => (
          <li key={person.personId} className="check-in-last check-in-missing">
            <div>
              <b>{person.name}</b>
              <span>{person.organization}</span>
            </div>
            <Button aria-label={`Check in ${person.name}`} onClick={() => onChoose(asMatch(person))}>
              Check in
            </Button>
          </li>
        ))}
      </ol>
      {missing.length > most && <p className="mute">And {missing.length - most} more: type a name to find them.</p>}
    </aside>
  );
}

const asMatch = ({ personId, name, organization, cohort, makesUp }: AttendeeRow): CheckInMatch => ({
  personId,
  code: null,
  badgeNumber: null,
  makesUp,
  name,
  organization,
  cohort,
  status: 'enrolled',
  expected: true,
  inSince: null,
});
