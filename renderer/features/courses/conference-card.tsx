import { GripVertical } from 'lucide-react';
import { type CivilDate, sayDay } from '../../../shared/model/dates.ts';
import type { PlannedSession, YearView } from '../../../shared/views/cohorts.ts';
import { Button } from '../../kit/button.tsx';
import { Card } from '../../kit/card.tsx';
import type { Moving } from './moving.tsx';

type Slot = YearView['slots'][number];

/** A conference with the day before it and the day after it, and what is on them. */
export function ConferenceCard({
  conference,
  slots,
  sessions,
  moving,
  onPlan,
  onChange,
  onRevise,
}: {
  readonly conference: YearView['conferences'][number];
  readonly slots: readonly Slot[];
  readonly sessions: readonly PlannedSession[];
  readonly moving: Moving;
  readonly onPlan: (day: CivilDate) => void;
  readonly onChange: (session: PlannedSession) => void;
  readonly onRevise: () => void;
}) {
  const { name, place, startsOn, endsOn } = conference;
  return (
    <Card
      title={name}
      aside={
        <span className="courses-place">
          <span className="mute">{place}</span>
          <Button kind="quiet" aria-label={`Change ${name}`} onClick={onRevise}>
            Change
          </Button>
        </span>
      }
    >
      <ol className="courses-slots">
        {slots.map((slot) => (
          <SlotLine
            key={slot.side}
            slot={slot}
            sessions={sessions.filter(({ id }) => slot.sessionIds.includes(id))}
            moving={moving}
            onPlan={() => onPlan(slot.day)}
            onChange={onChange}
          />
        ))}
        <li className="courses-days mute">
          {startsOn === endsOn ? sayDay(startsOn) : `${sayDay(startsOn)} to ${sayDay(endsOn)}`}
        </li>
      </ol>
    </Card>
  );
}

/** The day before or after a conference: what is on it, or that it is free. */
function SlotLine({
  slot,
  sessions,
  moving,
  onPlan,
  onChange,
}: {
  readonly slot: Slot;
  readonly sessions: readonly PlannedSession[];
  readonly moving: Moving;
  readonly onPlan: () => void;
  readonly onChange: (session: PlannedSession) => void;
}) {
  return (
    <li className={`courses-slot courses-${slot.side}`} {...moving.place(slot.day)}>
      <div>
        <span className="mute">{slot.side === 'before' ? 'Day before' : 'Day after'}</span>
        <b>{sayDay(slot.day)}</b>
      </div>
      {sessions.length === 0 ? (
        <Button aria-label={`Free: plan a session on ${sayDay(slot.day)}`} onClick={onPlan}>
          Free: plan
        </Button>
      ) : (
        <div className="courses-held">
          {sessions.map((session) => (
            <span
              key={session.id}
              className="courses-held-item"
              {...(session.when === 'past'
                ? {}
                : moving.draggable({ id: session.id, label: session.title, place: session.heldOn }))}
            >
              {/* For the mouse; the keyboard has the grip beside the course. */}
              {session.when !== 'past' && <GripVertical aria-hidden="true" />}
              <Button kind="quiet" onClick={() => onChange(session)}>
                {session.title}
              </Button>
            </span>
          ))}
        </div>
      )}
    </li>
  );
}
