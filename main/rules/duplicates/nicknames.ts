import { shortForms } from '../../../shared/model/nicknames.ts';
import { foldName } from '../../../shared/model/people.ts';

interface GivenName {
  readonly name: string;
  readonly folded: string;
}

/** The full names that each folded short form may stand for. */
const fullNames: ReadonlyMap<string, readonly GivenName[]> = gather();

function gather(): Map<string, GivenName[]> {
  const found = new Map<string, GivenName[]>();
  for (const [name, shorts] of Object.entries(shortForms)) {
    for (const short of shorts.split(' ')) {
      const known = found.get(foldName(short)) ?? [];
      found.set(foldName(short), [...known, { name, folded: foldName(name) }]);
    }
  }
  return found;
}

/** A folded first name and every folded name that it may be short for: `bob` gives `bob`, `robert`. */
export const givenNamesOf = (folded: string): readonly string[] => [
  folded,
  ...(fullNames.get(folded) ?? []).map((full) => full.folded),
];

/** The folded short forms of each folded full name. */
const shortNames: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(shortForms).map(([name, shorts]) => [foldName(name), shorts.split(' ').map(foldName)]),
);

/** What a folded first name is short for, and what it is shortened to: `bob` gives `robert`, `robert` gives `bob`, … */
export const otherFormsOf = (folded: string): readonly string[] => [
  ...(fullNames.get(folded) ?? []).map((full) => full.folded),
  ...(shortNames.get(folded) ?? []),
];

/** The folded full names that a short form beginning like this may stand for. */
export const fullNamesFrom = (beginning: string): readonly string[] => [
  ...new Set(
    [...fullNames].flatMap(([short, full]) => (short.startsWith(beginning) ? full.map(({ folded }) => folded) : [])),
  ),
];

/** Whether two different folded first names may be one person's: one is short for the other, or both for a third. */
export function areShortForms(a: string, b: string): boolean {
  if (a === b) return false;
  const ofA = givenNamesOf(a);
  return givenNamesOf(b).some((name) => ofA.includes(name));
}

/** How two first names belong together, as a sentence; null where they don't: `Bob is short for Robert`. */
export function sayShortForm(a: string, b: string): string | null {
  const [foldedA, foldedB] = [foldName(a), foldName(b)];
  if (!areShortForms(foldedA, foldedB)) return null;
  const ofA = fullNames.get(foldedA) ?? [];
  const ofB = fullNames.get(foldedB) ?? [];
  if (ofA.some(({ folded }) => folded === foldedB)) return `${a} is short for ${b}`;
  if (ofB.some(({ folded }) => folded === foldedA)) return `${b} is short for ${a}`;
  const common = ofA.find(({ folded }) => ofB.some((other) => other.folded === folded));
  return common ? `${a} and ${b} are both short for ${common.name}` : null;
}
