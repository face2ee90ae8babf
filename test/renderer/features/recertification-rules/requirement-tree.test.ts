import { describe, expect, it } from 'vitest';
import { sayAsked } from '../../../../renderer/features/recertification-rules/asked-sentences.ts';
import {
  type Moved,
  movedBy,
  movedIn,
  movedOut,
  type Place,
  partAt,
  withMore,
  without,
  withoutItem,
} from '../../../../renderer/features/recertification-rules/requirement-tree.ts';
import { Requirement } from '../../../../shared/model/recertification/requirement.ts';
import { rulesNamed } from '../../../main/rules/recertification/certified.ts';

const clause = 'asked';
const item = (key: string): Requirement => ({ kind: 'item', item: key, clause });
const all = (...of: Requirement[]): Requirement => ({ kind: 'all', of, clause });
const some = (count: number, ...of: Requirement[]): Requirement => ({ kind: 'some', count, of, clause });

/** A tree as one line: `all(a, 2of(b, c))`. */
const inShort = (tree: Requirement | null): string => {
  if (tree === null) return 'nothing';
  if (tree.kind === 'item') return tree.item;
  if (tree.kind === 'credit') return String(tree.least);
  return `${tree.kind === 'all' ? 'all' : `${tree.count}of`}(${tree.of.map(inShort).join(', ')})`;
};
const tree = all(item('a'), some(2, item('b'), item('c')), item('d'));
const then = (moved: Moved | null): string =>
  moved === null ? 'stays' : `${inShort(moved.tree)} at ${moved.place.join('.')}`;

describe('What a cycle asks for can be rearranged part by part', () => {
  it.each<[string, Place, (place: Place) => string, string]>([
    ['up', [1], (place) => then(movedBy(tree, place, -1)), 'all(2of(b, c), a, d) at 0'],
    ['down within its group', [1, 0], (place) => then(movedBy(tree, place, 1)), 'all(a, 2of(c, b), d) at 1.1'],
    ['up from the first place', [0], (place) => then(movedBy(tree, place, -1)), 'stays'],
    ['down from the last place', [1, 1], (place) => then(movedBy(tree, place, 1)), 'stays'],
    ['into the group above', [2], (place) => then(movedIn(tree, place)), 'all(a, 2of(b, c, d)) at 1.2'],
    ['into something that is no group', [1], (place) => then(movedIn(tree, place)), 'stays'],
    ['out of its group', [1, 0], (place) => then(movedOut(tree, place)), 'all(a, 1of(c), b, d) at 2'],
    ['out of the whole', [0], (place) => then(movedOut(tree, place)), 'stays'],
    [
      'out of a group that it leaves empty',
      [0, 0],
      (place) => then(movedOut(all(some(1, item('a')), item('b')), place)),
      'all(a, b) at 0',
    ],
    ['away', [1, 1], (place) => inShort(without(tree, place)), 'all(a, 1of(b), d)'],
    [
      'away, with the group that it leaves empty',
      [0, 0],
      (place) => inShort(without(all(some(1, item('a')), item('b')), place)),
      'all(b)',
    ],
    ['away as the only thing', [0], (place) => inShort(without(all(item('a')), place)), 'nothing'],
    ['with one more', [1], (place) => inShort(withMore(tree, place, item('e'))), 'all(a, 2of(b, c, e), d)'],
    ['from a single thing to a group', [], (place) => inShort(withMore(item('a'), place, item('b'))), 'all(a, b)'],
  ])('%s', (_, place, move, result) => expect(move(place)).toBe(result));

  it('follows the part that moves', () => {
    const moved = movedOut(tree, [1, 0]);
    expect(moved && partAt(moved.tree, moved.place)).toEqual(item('b'));
  });

  it('leaves what is left readable, and valid', () => {
    const rules = rulesNamed('cetl');
    expect(sayAsked(rules, rules.requirement)).toBe('at least 60 hours or “The exam again” on the checklist');
    const left = withoutItem(rules.requirement, 'exam');
    expect(Requirement.safeParse(left).success).toBe(true);
    expect(inShort(left)).toBe('1of(6000)');
    expect(withoutItem(item('a'), 'a')).toBeNull();
  });
});
