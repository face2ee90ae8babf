import { useEffect, useRef, useState } from 'react';
import type { KioskAnswer } from '../../../shared/views/kiosk.ts';
import { call } from '../../kit/client.ts';
import { sound } from '../../kit/sound.ts';

/** How long an answer shows, in milliseconds: long enough to read, gone before the next in line comes. */
const showsFor = {
  welcome: 4_000,
  'already-in': 4_000,
  'more-needed': 10_000,
  wait: 6_000,
  'see-a-lead': 6_000,
} as const;
const signals = {
  welcome: 'ok',
  'already-in': 'wait',
  'more-needed': 'wait',
  wait: 'bad',
  'see-a-lead': 'bad',
} as const;

const broken: KioskAnswer = { answer: 'see-a-lead', sentence: 'Please see a lead', next: 'They will check you in.' };

/** Self check-in: what is typed or scanned, and the answer while it stands. */
export function useKiosk() {
  const [text, setText] = useState('');
  const [said, setSaid] = useState<KioskAnswer | null>(null);
  const busy = useRef(false);

  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), showsFor[said.answer]);
    return () => clearTimeout(timer);
  }, [said]);

  const commit = async (code: string) => {
    const typed = code.trim();
    setText('');
    // A scanner may end its code with two Enters.
    if (typed === '' || busy.current) return;
    busy.current = true;
    const result = await call('kiosk.checkIn', { code: typed.slice(0, 200) });
    busy.current = false;
    const answer = result.ok ? result.value : broken;
    sound(signals[answer.answer]);
    setSaid(answer);
    // The number stands, and the last name goes after it.
    if (answer.answer === 'more-needed') setText(`${typed} `);
  };

  return {
    text,
    said,
    /** The next person’s first letter takes the last one’s name away. */
    type: (next: string) => {
      setText(next);
      setSaid((now) => (now?.answer === 'more-needed' && next.trim() !== '' ? now : null));
    },
    enter: () => commit(text),
    commit,
  };
}
