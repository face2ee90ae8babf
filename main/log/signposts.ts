import type { ReadableDatabase } from '../database/handles.ts';
import { compareInLog } from './order.ts';
import type { OwnStories } from './own-story.ts';

/** Where whatever is said of someone who was merged into another goes. */
export interface Signposts {
  /** The person who stands for this one: the same, where no one merged them into another. */
  of(personId: string): string;
  /** Who was merged into this person, on whatever way. */
  into(personId: string): readonly string[];
  /** Signposts that lead nowhere, by their ids, which are those of who went. */
  readonly leadNowhere: ReadonlySet<string>;
}

/**
 * Reads the signposts of a log. One whose person is there again leads nowhere, and so does one that closes a circle,
 * where one laptop merged the first into the second and another the second into the first: of these the later one.
 */
export function readSignposts(desk: ReadableDatabase, stories: OwnStories, open: Iterable<string>): Signposts {
  const known = desk.all<{ id: string }>('SELECT id FROM mergedPerson').map(({ id }) => id);
  const standing = [...new Set([...known, ...open])].flatMap((id) => {
    const { row, givenBy } = stories.of('mergedPerson', id);
    const place = givenBy['keptId'];
    return row && place ? [{ id, keptId: String(row['keptId']), place }] : [];
  });
  const leadsTo = new Map<string, string>();
  const follow = (personId: string): string => {
    let at = personId;
    for (let next = leadsTo.get(at); next !== undefined; next = leadsTo.get(at)) at = next;
    return at;
  };
  const leadNowhere = new Set<string>();
  for (const { id, keptId } of standing.sort((a, b) => compareInLog(a.place, b.place) || (a.id < b.id ? -1 : 1))) {
    if (stories.isThere('person', id) || follow(keptId) === id) leadNowhere.add(id);
    else leadsTo.set(id, keptId);
  }
  const gone = Map.groupBy(leadsTo.keys(), follow);
  return { of: follow, into: (personId) => gone.get(personId) ?? [], leadNowhere };
}
