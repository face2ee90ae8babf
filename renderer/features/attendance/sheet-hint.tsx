import { TriangleAlert } from 'lucide-react';
import { sayNumber } from '../../../shared/model/devices.ts';
import type { SessionId } from '../../../shared/model/ids.ts';
import type { CheckInMatch } from '../../../shared/views/attendance.ts';
import { useCall } from '../../kit/query.ts';
import { isCode } from '../scanner/scan.ts';
import { badgeTyped } from './sheet-find.ts';

/** What the keys do, what was typed, and who is meant where that is on no line: the list may have changed since the print. */
export function SheetHint({
  sessionId,
  typed,
  missed,
}: {
  readonly sessionId: SessionId;
  readonly typed: string;
  /** What is on no line: a badge's number, a code, or letters. */
  readonly missed: string | null;
}) {
  const badge = missed !== null && (badgeTyped(missed) !== null || isCode(missed)) ? missed : null;
  const { value } = useCall('attendance.find', badge === null ? null : { sessionId, text: badge, limit: 1 });
  if (missed !== null) {
    return (
      <p className="sheet-hint sheet-missed" role="alert">
        <TriangleAlert aria-hidden="true" />
        {badge === null ? `No name here begins with “${missed}”. No one is checked.` : sayBadge(badge, value?.[0])}
      </p>
    );
  }
  return (
    <p className="sheet-hint">
      <span role="status">{typed === '' ? '' : `“${typed}”`}</span>
      Type letters of a name or the badge number on the line, or scan its code; Space checks it and goes to the next.
    </p>
  );
}

/** Whose a badge is that stands on no line here. */
function sayBadge(text: string, match: CheckInMatch | undefined): string {
  const number = badgeTyped(text);
  const badge = number === null ? 'The badge' : `Badge ${sayNumber(number)}`;
  if (!match) return `${number === null ? 'That code' : badge} is on no line of this session. No one is checked.`;
  const { name, personId, status, cohort } = match;
  if (personId === null) return `${badge} is the walk-in ${name}’s. No one is checked: check them in at the door.`;
  const now =
    status === null || cohort === ''
      ? 'who is in no cohort'
      : status === 'withdrawn' || status === 'deferred'
        ? `who has ${status} from ${cohort}`
        : `who is now in ${cohort}`;
  return `${badge} is ${name}’s, ${now}: no longer on this list. No one is checked; if they were there, check them in at the door.`;
}
