import { Temporal } from 'temporal-polyfill';
import { v5 } from 'uuid';
import type { BadgeMaking } from '../../rules/credentials/open-badge.ts';

/** Ours alone: makes an id of the words of an achievement. */
const namespace = '8a3c1f0e-52b4-5d1b-8e0c-6f2f8b5f7f21';

/** How a program makes its badges: days begin and end in its own zone. */
export function badgeMaking(zone: string): BadgeMaking {
  const at = (day: string, time: string): string =>
    Temporal.PlainDate.from(day)
      .toZonedDateTime({ timeZone: zone, plainTime: time })
      .toString({ timeZoneName: 'never', smallestUnit: 'second' });
  return {
    opening: (day) => at(day, '00:00'),
    closing: (day) => at(day, '23:59:59'),
    idOf: (words) => `urn:uuid:${v5(words, namespace)}`,
  };
}
