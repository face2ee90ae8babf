import { countOf } from '../../../shared/model/counts.ts';
import { sayClock, sayDay } from '../../../shared/model/dates.ts';
import type { SessionView } from '../../../shared/views/attendance.ts';
import { useToday } from '../../kit/status-store.ts';
import { useGranted } from './store.ts';

/** What session this is, whether it is the right day, and how many are in; always in sight. */
export function DoorHead({ session, capacity, walkIns }: Pick<SessionView, 'session' | 'capacity' | 'walkIns'>) {
  const today = useToday();
  const granted = useGranted(({ bySession }) => bySession.get(session.id));
  const { title, heldOn, startsAt, endsAt, room, cohorts, present, expected, guests } = session;
  const hours = `${sayDay(heldOn)}, ${sayClock(startsAt)} to ${sayClock(endsAt)}`;
  const facts = [title, hours, room, cohorts.map(({ name }) => name).join(' and ')].filter(Boolean).join(' · ');
  const besides = [
    guests > 0 && countOf(guests, 'guest'),
    walkIns > 0 && countOf(walkIns, 'walk-in'),
    capacity !== null && present + guests + walkIns > capacity && `capacity ${capacity}`,
  ].filter(Boolean);
  return (
    <header className="check-in-head">
      <h1>Check-in</h1>
      <div className="check-in-what">
        <span title={facts}>{facts}</span>
        {heldOn !== today && (
          <strong className="check-in-other-day">
            {granted?.includes('wrong-day')
              ? `Not today: you confirmed ${sayDay(heldOn)}.`
              : 'Not today: the first check-in asks you to confirm.'}
          </strong>
        )}
      </div>
      <p className="check-in-count">
        <b>{present}</b> of {expected}
        {besides.length > 0 && <span>, {besides.join(', ')}</span>}
      </p>
    </header>
  );
}
