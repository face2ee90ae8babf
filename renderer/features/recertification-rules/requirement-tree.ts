import type { Requirement } from '../../../shared/model/recertification/requirement.ts';

/** A place in a tree of what is asked: of each group on the way, which of its parts. Empty: the whole tree. */
export type Place = readonly number[];

type Group = Extract<Requirement, { kind: 'all' | 'some' }>;
export const isGroup = (node: Requirement): node is Group => node.kind === 'all' || node.kind === 'some';

/** A group with other parts; one that asks for more of them than there are asks for all of them. */
const withParts = (group: Group, of: Requirement[]): Group =>
  group.kind === 'all' ? { ...group, of } : { ...group, of, count: Math.min(group.count, Math.max(1, of.length)) };

/** The part at a place; undefined: there is none. */
export function partAt(tree: Requirement, place: Place): Requirement | undefined {
  const [at, ...rest] = place;
  if (at === undefined) return tree;
  const part = isGroup(tree) ? tree.of[at] : undefined;
  return part === undefined ? undefined : partAt(part, rest);
}

/** The tree with another part at a place. */
export function replaced(tree: Requirement, place: Place, part: Requirement): Requirement {
  const [at, ...rest] = place;
  if (at === undefined) return part;
  if (!isGroup(tree)) return tree;
  return withParts(
    tree,
    tree.of.map((each, index) => (index === at ? replaced(each, rest, part) : each)),
  );
}

/** The tree without the part at a place, and without groups that it leaves empty; null: nothing is left. */
export function without(tree: Requirement, place: Place): Requirement | null {
  const [at, ...rest] = place;
  if (at === undefined) return null;
  if (!isGroup(tree)) return tree;
  const of = tree.of.flatMap((each, index) => (index === at ? (without(each, rest) ?? []) : each));
  return of.length === 0 ? null : withParts(tree, of);
}

/** The tree with a part more, at the end of the group at a place. A single thing becomes a group of both. */
export function withMore(tree: Requirement, place: Place, part: Requirement): Requirement {
  const group = partAt(tree, place);
  if (group === undefined) return tree;
  const bigger: Requirement = isGroup(group)
    ? withParts(group, [...group.of, part])
    : { kind: 'all', of: [group, part], clause: group.clause };
  return replaced(tree, place, bigger);
}

/** What a move makes of a tree, and where the part is then. */
export interface Moved {
  readonly tree: Requirement;
  readonly place: Place;
}

/** Moves a part up or down within its group; null: it is first, or last, already. */
export function movedBy(tree: Requirement, place: Place, by: 1 | -1): Moved | null {
  const at = place.at(-1);
  const parent = place.slice(0, -1);
  const group = partAt(tree, parent);
  if (at === undefined || group === undefined || !isGroup(group)) return null;
  const of = [...group.of];
  const [one, other] = [of[at], of[at + by]];
  if (one === undefined || other === undefined) return null;
  [of[at], of[at + by]] = [other, one];
  return { tree: replaced(tree, parent, withParts(group, of)), place: [...parent, at + by] };
}

/** Moves a part into the group right above it; null: there is none. */
export function movedIn(tree: Requirement, place: Place): Moved | null {
  const at = place.at(-1);
  const parent = place.slice(0, -1);
  const part = partAt(tree, place);
  const above = at === undefined || at === 0 ? undefined : partAt(tree, [...parent, at - 1]);
  if (at === undefined || part === undefined || above === undefined || !isGroup(above)) return null;
  const added = replaced(tree, [...parent, at - 1], withParts(above, [...above.of, part]));
  const next = without(added, place);
  return next === null ? null : { tree: next, place: [...parent, at - 1, above.of.length] };
}

/** Moves a part out of its group, to right below it; null: its group is the whole tree. */
export function movedOut(tree: Requirement, place: Place): Moved | null {
  const inner = place.slice(0, -1);
  const groupAt = inner.at(-1);
  const outer = inner.slice(0, -1);
  const part = partAt(tree, place);
  const around = partAt(tree, outer);
  if (groupAt === undefined || part === undefined || around === undefined || !isGroup(around)) return null;
  const group = partAt(tree, inner);
  const isLast = group !== undefined && isGroup(group) && group.of.length === 1;
  const of = [...around.of.slice(0, groupAt + 1), part, ...around.of.slice(groupAt + 1)];
  const next = without(replaced(tree, outer, withParts(around, of)), place);
  return next === null ? null : { tree: next, place: [...outer, isLast ? groupAt : groupAt + 1] };
}

/** The tree without an item of the checklist; null: nothing else is asked. */
export function withoutItem(tree: Requirement, item: string): Requirement | null {
  if (tree.kind === 'item') return tree.item === item ? null : tree;
  if (tree.kind === 'credit') return tree;
  const of = tree.of.flatMap((each) => withoutItem(each, item) ?? []);
  return of.length === 0 ? null : withParts(tree, of);
}

/** Every thing that a tree asks for, without its groups. */
export const leavesOf = (tree: Requirement): readonly Exclude<Requirement, Group>[] =>
  isGroup(tree) ? tree.of.flatMap(leavesOf) : [tree];
