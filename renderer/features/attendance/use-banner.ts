import { useRef, useState } from 'react';
import type { Problem } from '../../../shared/model/result.ts';
import type { CheckInAnswer } from '../../../shared/views/attendance.ts';
import { sound } from '../../kit/sound.ts';
import { type BannerContent, isEcho } from './said.ts';

/** What the door says about who came last. */
export function useBanner() {
  const [said, setSaid] = useState<BannerContent | null>(null);
  // What is said now, also to an answer that was on its way when the screen was last drawn.
  const latest = useRef<BannerContent | null>(null);

  const say = (next: BannerContent | null) => {
    latest.current = next;
    setSaid(next);
  };

  return {
    said,
    say,
    refuse: (problem: Problem) => {
      say({ kind: 'problem', problem });
      sound('bad');
    },
    /** Out of sight, but not forgotten: a badge held a moment too long still is an echo of it. */
    hide: () => setSaid(null),
    /** Shows what was said again where an answer is only its echo, and tells whether it is. */
    repeats: (answer: CheckInAnswer): boolean => {
      if (!isEcho(latest.current, answer)) return false;
      // Its own letters may have put the answer out of sight.
      setSaid(latest.current);
      return true;
    },
  };
}

export type Banner = ReturnType<typeof useBanner>;
