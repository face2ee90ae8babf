import { Check, CircleHelp, Undo2 } from 'lucide-react';
import { clockOf, sayClock } from '../../../shared/model/dates.ts';
import { sayNumber } from '../../../shared/model/devices.ts';
import type { RecentCheckIn } from '../../../shared/views/attendance.ts';
import { Button } from '../../kit/button.tsx';
import { useZone } from '../../kit/status-store.ts';
import type { Asking } from './said.ts';

/** The last ten, newest first, each with its way back. A kept code asks whose it is. */
export function LastCheckIns({
  recent,
  onUndo,
  onAsk,
  asking,
}: {
  readonly recent: readonly RecentCheckIn[];
  readonly onUndo: (event: RecentCheckIn) => void;
  readonly onAsk: (asking: Asking | null) => void;
  readonly asking: Asking | null;
}) {
  const zone = useZone();
  return (
    <aside className="check-in-side" aria-label="Last checked in">
      <h2>Last checked in</h2>
      {recent.length === 0 && <p className="mute">No one yet. Each person who checks in is listed here, with Undo.</p>}
      <ol>
        {recent.map((event) => {
          const { eventId, code, annulled, organization, walkIn } = event;
          const isOpen = event.personId === null;
          const isCode = isOpen && walkIn === null;
          const name = isCode ? `Code ${code}` : event.name;
          const badge = walkIn === null ? organization : `walk-in, badge ${sayNumber(walkIn)}`;
          const what = annulled ? 'undone' : isCode ? 'not on any list; saved for later' : badge;
          return (
            <li key={eventId} className={annulled ? 'check-in-last check-in-annulled' : 'check-in-last'}>
              <Mark annulled={annulled} isCode={isCode} />
              <div>
                <b>{name}</b>
                <span>{[sayClock(clockOf(event.at, zone)), what].filter(Boolean).join(' · ')}</span>
              </div>
              {!annulled && (
                <span className="check-in-last-actions">
                  {isOpen && (
                    <Button
                      aria-label={isCode ? `Who does this code belong to: ${code}` : `Who is the walk-in ${name}`}
                      aria-pressed={asking?.eventId === eventId}
                      onClick={() =>
                        onAsk(
                          asking?.eventId === eventId
                            ? null
                            : { eventId, code: code ?? '', walkIn: isCode ? null : name },
                        )
                      }
                    >
                      Who?
                    </Button>
                  )}
                  <Button aria-label={`Undo ${name}`} onClick={() => onUndo(event)}>
                    Undo
                  </Button>
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </aside>
  );
}

function Mark({ annulled, isCode }: { readonly annulled: boolean; readonly isCode: boolean }) {
  if (annulled) return <Undo2 className="check-in-mark-mute" aria-hidden="true" />;
  if (isCode) return <CircleHelp className="check-in-mark-info" aria-hidden="true" />;
  return <Check className="check-in-mark-ok" aria-hidden="true" />;
}
