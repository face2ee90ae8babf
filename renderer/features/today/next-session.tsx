import { CalendarPlus } from 'lucide-react';
import { useLocation } from 'wouter';
import { sayDay } from '../../../shared/model/dates.ts';
import type { TodayView } from '../../../shared/views/desk.ts';
import { Button } from '../../kit/button.tsx';
import { Meter } from '../../kit/meter.tsx';
import { Status } from '../../kit/status.tsx';

/** The session that is on today or comes next, and the way to its door. */
export function NextSession({ session }: { readonly session: TodayView['session'] }) {
  const [, go] = useLocation();
  if (!session) {
    return (
      <section className="card next-session next-session-none" aria-label="Next session">
        <div>
          <h2>No sessions yet</h2>
          <p className="mute">Schedule the courses; check-in starts here on the day.</p>
        </div>
        <Button icon={<CalendarPlus aria-hidden="true" />} onClick={() => go('/cohorts')}>
          Add session
        </Button>
      </section>
    );
  }
  const { id, title, heldOn, when, room, cohorts, expected, present, isToday } = session;
  const where = [isToday ? when : `${sayDay(heldOn)}, ${when}`, room, cohorts].filter(Boolean).join(' · ');
  return (
    <section className="card next-session" aria-label="Next session">
      <div className="next-session-what">
        <Status of={isToday ? 'today' : 'coming'}>{isToday ? 'Today' : 'Next session'}</Status>
        <h2>{title}</h2>
        <p>{where}</p>
      </div>
      <div className="next-session-count">
        {expected === 0 && present === 0 ? (
          <p className="next-session-nobody">No one is expected yet. Accepted applicants will be.</p>
        ) : (
          <>
            <p>
              <b>{present}</b> of {expected} {isToday ? 'are here' : 'checked in'}
            </p>
            <Meter parts={[{ label: 'Here', value: present, tone: 'ok' }]} total={Math.max(expected, present)} />
          </>
        )}
      </div>
      <Button
        kind={isToday ? 'primary' : 'plain'}
        keys="C"
        className="next-session-go"
        onClick={() => go(`/check-in/${id}`)}
      >
        Check in
      </Button>
    </section>
  );
}
