import { useState } from 'react';
import type { SessionId } from '../../../shared/model/ids.ts';
import type { CheckInMatch } from '../../../shared/views/attendance.ts';
import { call } from '../../kit/client.ts';
import { useCall } from '../../kit/query.ts';

/** So many letters of a name show whom they may mean; of a badge's number one digit is enough. */
const leastLetters = 2;
const isNumber = (text: string): boolean => /^#?\d+$/.test(text);
const shown = 5;
const idsOf = (matches: readonly CheckInMatch[]): string =>
  matches.map(({ personId, code }) => personId ?? code).join();
const noMatches: readonly CheckInMatch[] = [];

/** What is being typed at the door, whom it may mean, and which of them is marked. */
export function useTypedName(sessionId: SessionId) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const typed = text.trim();
  const asks = typed.length >= leastLetters || isNumber(typed);
  const found = useCall('attendance.find', asks ? { sessionId, text: typed, limit: shown } : null);
  const matches = asks ? (found.value ?? noMatches) : noMatches;
  const marked = Math.min(at, Math.max(0, matches.length - 1));

  const type = (next: string) => {
    setText(next);
    setAt(0);
  };

  return {
    text,
    typed,
    /** What was typed as a name: a number is none. */
    name: isNumber(typed) ? '' : typed,
    matches,
    marked,
    type,
    clear: () => type(''),
    move: (step: 1 | -1) => setAt(Math.max(0, Math.min(matches.length - 1, marked + step))),
    find: () => call('attendance.find', { sessionId, text: typed, limit: shown }),
    /**
     * Whom Enter means of those who were found. The list may still be that of an earlier letter: no one is checked in
     * whose name was not on the screen, unless it can be no one else.
     */
    meant: (now: readonly CheckInMatch[]): CheckInMatch | undefined => {
      const isOnScreen = idsOf(now) === idsOf(matches);
      if (isOnScreen) return now[marked];
      return now.length === 1 ? now[0] : undefined;
    },
  };
}
