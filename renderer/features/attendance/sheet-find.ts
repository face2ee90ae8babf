import { foldName } from '../../../shared/model/people.ts';
import type { AttendeeRow } from '../../../shared/views/attendance.ts';

/** What was typed towards a name, and when its last letter was. */
export interface Typed {
  readonly text: string;
  readonly at: number;
}

/** Letters within this time belong to one name: whoever listens types more slowly than whoever reads. */
const pause = 1_500;

/** What is typed with one more letter; after a pause a new name begins. */
export const typedSoFar = ({ text, at }: Typed, letter: string, moment: number): Typed => ({
  text: (moment - at > pause ? '' : text) + letter,
  at: moment,
});

/** The badge's number that was typed; null where it is letters. */
export const badgeTyped = (text: string): number | null =>
  /^#?\d+$/.test(text) ? Number(text.replace('#', '')) : null;

/**
 * The line that was meant, from here on and then from the top: by the beginning of the last name, or else of any
 * word of the name. A number is that of the badge, as it is printed on the line: where a line stands changes with every
 * name that is added, the badge stays the person's. Null: none.
 */
export function findLine(
  people: readonly Pick<AttendeeRow, 'name' | 'order' | 'badges'>[],
  text: string,
  from: number,
): number | null {
  const number = badgeTyped(text);
  if (number !== null) {
    const line = people.findIndex(({ badges }) => badges.includes(number));
    return line === -1 ? null : line;
  }
  const count = people.length;
  const asked = foldName(text);
  if (asked === '') return null;
  const places = people.map((_, step) => (from + step) % count);
  const byFamily = places.find((index) => foldName(people[index]?.order ?? '').startsWith(asked));
  if (byFamily !== undefined) return byFamily;
  const byWord = places.find((index) =>
    people[index]?.name.split(/[\s-]+/).some((word) => foldName(word).startsWith(asked)),
  );
  return byWord ?? null;
}
