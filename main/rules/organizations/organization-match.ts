import { foldName } from '../../../shared/model/people.ts';
import { editDistance } from '../../../shared/model/spelling.ts';

/** Something on the list that a typed name may mean. */
interface OrganizationCandidate<Listed> {
  readonly listed: Listed;
  /** 0 to 1. */
  readonly score: number;
}

/** From this score on a listed name is worth showing beside a typed one. */
const alikeFrom = 0.74;
const mostCandidates = 3;

/** Written out before names are compared: `Co Sch.` is County Schools. */
const longForms: Readonly<Record<string, string>> = {
  co: 'county',
  cnty: 'county',
  cty: 'city',
  univ: 'university',
  u: 'university',
  uni: 'university',
  ala: 'alabama',
  al: 'alabama',
  saint: 'st',
  mount: 'mt',
  fort: 'ft',
  comm: 'community',
  tech: 'technical',
  coll: 'college',
  n: 'north',
  s: 'south',
};
/** Words that every second name has, and that tell none from another. */
const fillers = new Set(
  'the of at and in for a school schools sch schs system systems district dist public board boe education ed'.split(
    ' ',
  ),
);

/** A name laid out for comparison, once for all comparisons. */
export interface ComparableName {
  /** Its telling words, folded. */
  readonly words: readonly string[];
  readonly whole: string;
}

/** So many letters of a name are compared: the rest tells nothing, and would cost time that grows with its square. */
const mostCompared = 200;

/** Lays a name out for comparison. */
export function comparableName(name: string): ComparableName {
  const all = name
    .slice(0, mostCompared)
    .replace(/&/g, ' and ')
    .split(/[\s,/()-]+/u)
    .map(foldName)
    .filter((word) => word !== '')
    .map((word) => longForms[word] ?? word);
  const telling = all.filter((word) => !fillers.has(word));
  const words = telling.length > 0 ? telling : all;
  return { words, whole: words.join('') };
}

/**
 * What on a list a typed name may mean, the most alike first, three at most; one with score 1 is the same name. Empty
 * where nothing is alike enough.
 */
export function organizationCandidates<Listed extends { readonly comparable: ComparableName }>(
  typed: string,
  list: Iterable<Listed>,
): OrganizationCandidate<Listed>[] {
  const name = comparableName(typed);
  const found: OrganizationCandidate<Listed>[] = [];
  for (const listed of list) {
    const score = likeness(name, listed.comparable);
    if (score >= alikeFrom) found.push({ listed, score });
  }
  const order = ({ listed }: OrganizationCandidate<Listed>): string => listed.comparable.whole;
  return found
    .sort((a, b) => b.score - a.score || (order(a) < order(b) ? -1 : Number(order(a) > order(b))))
    .slice(0, mostCandidates);
}

/** How alike two names are, from 0 to 1; the same for both orders. A city’s schools are never a county’s. */
export function likeness(a: ComparableName, b: ComparableName): number {
  if (a.whole === '' || b.whole === '') return 0;
  if (a.whole === b.whole) return 1;
  if (isOf(a, 'county') && isOf(b, 'city')) return 0;
  if (isOf(a, 'city') && isOf(b, 'county')) return 0;
  const byWord = (wordLikeness(a, b) + wordLikeness(b, a)) / 2;
  // A name of half the letters can’t be a slip of the other; only whole words can be left out.
  const [short, long] = [Math.min(a.whole.length, b.whole.length), Math.max(a.whole.length, b.whole.length)];
  const byLetter = short * 2 < long ? 0 : 1 - editDistance(a.whole, b.whole, long) / long;
  const isPart = a.words.every((word) => b.words.includes(word)) || b.words.every((word) => a.words.includes(word));
  const most = Math.max(byWord, byLetter);
  return Math.min(0.99, isPart ? Math.max(0.8, most) : most);
}

const isOf = (name: ComparableName, kind: 'county' | 'city'): boolean => name.words.includes(kind);

/** How well the text of one name are found in the other, by their letters. */
function wordLikeness(a: ComparableName, b: ComparableName): number {
  let found = 0;
  let letters = 0;
  for (const word of a.words) {
    letters += word.length;
    let best = 0;
    for (const other of b.words) best = Math.max(best, wordScore(word, other));
    found += best * word.length;
  }
  return found / letters;
}

/** A word with a letter or two wrong still counts; any other word does not count at all. */
function wordScore(a: string, b: string): number {
  if (a === b) return 1;
  const long = Math.max(a.length, b.length);
  const most = long < 4 ? 0 : long < 8 ? 1 : 2;
  const slips = editDistance(a, b, most);
  return slips > most ? 0 : 1 - slips / long;
}
