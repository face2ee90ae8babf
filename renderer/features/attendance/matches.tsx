import { ArrowDown } from 'lucide-react';
import { clockOf, sayClock } from '../../../shared/model/dates.ts';
import { sayNumber } from '../../../shared/model/devices.ts';
import type { CheckInMatch } from '../../../shared/views/attendance.ts';
import type { SessionRow } from '../../../shared/views/cohorts.ts';
import { Button } from '../../kit/button.tsx';
import { Status } from '../../kit/status.tsx';
import { useZone } from '../../kit/status-store.ts';
import type { DoorHand } from './use-check-in.ts';

/** Whom the letters may mean, large; Enter takes the marked one, the arrow keys mark another. */
export function Matches({ hand, session }: { readonly hand: DoorHand; readonly session: SessionRow }) {
  const { matches, at, choose } = hand;
  return (
    <div id="check-in-matches" role="listbox" aria-label="Possible matches" className="check-in-matches">
      {matches.map((match, index) => (
        // The field keeps the focus and points here; the card itself is the target for a finger.
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
        // biome-ignore lint/a11y/useFocusableInteractive: see above
        <div
          key={match.personId ?? match.code}
          id={`check-in-match-${index}`}
          role="option"
          aria-selected={index === at}
          className={index === at ? 'check-in-match check-in-match-here' : 'check-in-match'}
          onClick={() => void choose(match)}
        >
          <div className="check-in-who">
            <b>{match.name}</b>
            <span>
              {[match.badgeNumber && `#${sayNumber(match.badgeNumber)}`, match.organization, sayPlace(match, session)]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </div>
          <MatchStanding match={match} here={index === at} />
        </div>
      ))}
    </div>
  );
}

function sayPlace({ cohort, expected, makesUp, status, personId }: CheckInMatch, { cohorts }: SessionRow): string {
  if (personId === null) return 'walk-in';
  if (makesUp) return `${cohort}, making it up here`;
  if (cohort === '') return 'in no cohort';
  if (expected || status === 'withdrawn' || status === 'deferred') return cohort;
  return `${cohort}, not ${cohorts.map(({ name }) => name).join(' or ')}`;
}

function MatchStanding({ match, here }: { readonly match: CheckInMatch; readonly here: boolean }) {
  const zone = useZone();
  if (match.inSince) {
    return <Status of="present">in since {sayClock(clockOf(match.inSince, zone))}</Status>;
  }
  if (match.personId !== null && match.status === null) return <Status of="not-on-the-list">In no cohort</Status>;
  if (match.status === 'withdrawn' || match.status === 'deferred') return <Status of={match.status} />;
  if (here) {
    return (
      <Button kind="primary" keys="Enter" tabIndex={-1} className="check-in-go">
        Check in
      </Button>
    );
  }
  return match.expected || match.personId === null ? (
    <ArrowDown className="mute" aria-hidden="true" />
  ) : (
    <Status of="wrong-cohort" />
  );
}
