import {
  type ComparedPerson,
  type Match,
  type MatchBand,
  type MatchWeights,
  matchThresholds,
  matchWeights,
  switchboardHolders,
} from '../../../shared/model/duplicates.ts';
import { foldName } from '../../../shared/model/people.ts';
import { oneSlipApart } from '../../../shared/model/spelling.ts';
import { sayEvidence } from './duplicate-reasons.ts';
import { givenNamesOf } from './nicknames.ts';

/** A person laid out for comparison, once for all comparisons. */
export interface Comparable {
  readonly person: ComparedPerson;
  /** Folded, middle initials left out. */
  readonly given: string;
  /** The first of several first names, folded. */
  readonly firstGiven: string;
  /** Folded, `Jr.` and `III` left out. */
  readonly family: string;
  /** The parts of a double last name, folded. */
  readonly familyParts: readonly string[];
  /** `jr`, `sr`, `ii` …; empty where there is none. */
  readonly suffix: string;
  /** The first name and every name that it may be short for, folded. */
  readonly givenNames: readonly string[];
  /** What stands before the @, where it is someone's own; else empty. */
  readonly mailbox: string;
  /** Ten digits; null where the phone is not known or is none. */
  readonly phone: string | null;
  /** The post, folded; empty where it is not known. */
  readonly post: string;
}

const suffixes = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);
/** Mailboxes of a post, which pass from one person to the next. */
const postMailboxes =
  /^(info|office|admin|contact|support|help(desk)?|tech(nology|director|coordinator)?|it|school)\d*$/;
const ownMailboxLeast = 6;
/** So many letters of a name or a mailbox are compared: the rest tells nothing. */
const mostCompared = 200;

/** Lays a person out for comparison. */
export function comparable(person: ComparedPerson): Comparable {
  const givenWords = words(person.givenName);
  const named = givenWords.filter((word, at) => at === 0 || word.length > 1);
  const familyWords = words(person.familyName);
  const suffix = familyWords.length > 1 ? (familyWords.at(-1) ?? '') : '';
  const hasSuffix = suffixes.has(suffix);
  const familyParts = hasSuffix ? familyWords.slice(0, -1) : familyWords;
  const given = named.join('');
  const firstGiven = named[0] ?? '';
  const mailbox = foldName(person.email?.slice(0, mostCompared).split('@')[0]?.split('+')[0] ?? '');
  return {
    person,
    given,
    firstGiven,
    family: familyParts.join(''),
    familyParts,
    suffix: hasSuffix ? suffix : '',
    givenNames: [...new Set([given, ...givenNamesOf(firstGiven)])],
    mailbox: mailbox.length < ownMailboxLeast || postMailboxes.test(mailbox) ? '' : mailbox,
    phone: person.phone !== null && /^\d{10}$/.test(person.phone) ? person.phone : null,
    post: foldName(person.jobTitle?.slice(0, mostCompared) ?? ''),
  };
}

/** The text of a name, folded; an apostrophe or a dot joins, a hyphen or a space parts. */
const words = (name: string): string[] =>
  name
    .slice(0, mostCompared)
    .split(/[\s\-‐-―]+/u)
    .map(foldName)
    .filter((word) => word !== '');

/**
 * The keys under which two people meet who may reach the threshold: any two that share none of them are not alike
 * enough, so that only people with a key in common need to be compared.
 */
export function meetingKeys(one: Comparable): readonly string[] {
  const { person, family, givenNames, mailbox, phone, post } = one;
  const keys: string[] = [];
  // Whoever shares the whole address shares the mailbox.
  if (mailbox !== '') keys.push(`m ${mailbox}`);
  else if (person.email !== null) keys.push(`e ${person.email}`);
  if (phone !== null) keys.push(`p ${phone}`);
  const place = person.organizationId;
  if (family !== '' && place !== null) keys.push(`f ${family} ${place}`);
  if (post !== '' && place !== null) keys.push(`t ${post} ${place}`);
  for (const given of givenNames) {
    if (given === '') continue;
    // In the order of the alphabet, so that swapped names meet.
    if (family !== '') keys.push(given < family ? `n ${given} ${family}` : `n ${family} ${given}`);
    if (place !== null) keys.push(`g ${given} ${place}`);
  }
  return keys;
}

type GivenEvidence = keyof MatchWeights['given'];
type FamilyEvidence = keyof MatchWeights['family'];

/** What was observed of two people, before it is counted. */
export interface Evidence {
  readonly given: GivenEvidence;
  readonly family: FamilyEvidence;
  readonly swapped: boolean;
  readonly suffixDiffers: boolean;
  readonly email: keyof MatchWeights['email'];
  readonly phone: keyof MatchWeights['phone'];
  readonly place: keyof MatchWeights['place'];
  readonly post: keyof MatchWeights['post'];
}

/** Compares two people; `phoneHolders` is how many have the phone that they share. */
export function evidenceOf(a: Comparable, b: Comparable, phoneHolders: number): Evidence {
  const given = compareGiven(a, b);
  const family = compareFamily(a, b);
  return {
    given,
    family,
    swapped: given === 'differs' && a.given === b.family && b.given === a.family,
    suffixDiffers: a.suffix !== b.suffix && a.suffix !== '' && b.suffix !== '',
    email: compareEmail(a, b),
    phone: comparePhone(a, b, phoneHolders),
    place: comparePlace(a.person, b.person),
    post: comparePost(a, b),
  };
}

function compareGiven(a: Comparable, b: Comparable): GivenEvidence {
  if (a.given === '' || b.given === '') return 'unknown';
  if (a.given === b.given) return 'same';
  const [first, other] = [a.firstGiven, b.firstGiven];
  if (first === other) return 'begins-alike';
  if (shareOne(a.givenNames, b.givenNames)) return 'short-form';
  if (first.length === 1 || other.length === 1) return first[0] === other[0] ? 'initial' : 'differs';
  return first.length > 3 && other.length > 3 && oneSlipApart(a.given, b.given) ? 'spelled-alike' : 'differs';
}

/** Whether two short lists have a word in common; a loop, since this runs millions of times. */
function shareOne(some: readonly string[], others: readonly string[]): boolean {
  for (const one of some) if (others.includes(one)) return true;
  return false;
}

function compareFamily(a: Comparable, b: Comparable): FamilyEvidence {
  if (a.family === '' || b.family === '') return 'unknown';
  if (a.family === b.family) return 'same';
  const isPart = (whole: Comparable, part: Comparable): boolean =>
    whole.familyParts.length > 1 && part.family.length > 2 && whole.familyParts.includes(part.family);
  if (isPart(a, b) || isPart(b, a)) return 'part';
  const long = a.family.length > 3 && b.family.length > 3;
  return long && oneSlipApart(a.family, b.family) ? 'spelled-alike' : 'differs';
}

function compareEmail(a: Comparable, b: Comparable): Evidence['email'] {
  if (a.person.email === null || b.person.email === null) return 'unknown';
  if (a.person.email === b.person.email) return 'same';
  return a.mailbox !== '' && a.mailbox === b.mailbox ? 'same-mailbox' : 'differs';
}

function comparePhone(a: Comparable, b: Comparable, holders: number): Evidence['phone'] {
  if (a.phone === null || b.phone === null) return 'unknown';
  if (a.phone !== b.phone) return 'differs';
  return holders > switchboardHolders ? 'switchboard' : 'same';
}

function comparePlace(a: ComparedPerson, b: ComparedPerson): Evidence['place'] {
  if (a.organizationId === null || b.organizationId === null) return 'unknown';
  return a.organizationId === b.organizationId ? 'same' : 'differs';
}

/** A post says something only within one school system: every one of them has a technology director. */
function comparePost(a: Comparable, b: Comparable): Evidence['post'] {
  if (a.post === '' || b.post === '' || comparePlace(a.person, b.person) !== 'same') return 'unknown';
  return a.post === b.post ? 'same' : 'differs';
}

/** What the evidence comes to, from 0 to 100. The same for both orders of the two people. */
export function scoreOf(evidence: Evidence, weights: MatchWeights = matchWeights): number {
  const { given, family, email, phone, place, post } = evidence;
  const { given: ofGiven, family: ofFamily, suffixDiffers, nothingElse } = weights;
  const named = evidence.swapped ? weights.swapped : ofGiven[given] + ofFamily[family];
  const name = named + (evidence.suffixDiffers ? suffixDiffers : 0);
  const counted = email === 'same' ? Math.max(name, weights.leastNameWithEmail) : name;
  const silent = email === 'unknown' && phone === 'unknown' && place === 'unknown';
  const rest = weights.email[email] + weights.phone[phone] + weights.place[place] + weights.post[post];
  const sum = counted + rest + (silent && name >= weights.swapped ? nothingElse : 0);
  const other = given === 'differs' && family === 'differs' && !evidence.swapped;
  return Math.max(0, Math.min(100, other ? Math.min(sum, weights.mostWithOtherName) : sum));
}

/** How sure a score is called; null below the threshold. */
export function bandOf(score: number): MatchBand | null {
  if (score >= matchThresholds.almostSurely) return 'almost-surely';
  if (score >= matchThresholds.likely) return 'likely';
  return score >= matchThresholds.perhaps ? 'perhaps' : null;
}

/** How alike two people are, with every reason for and against. `phoneHolders`: how many have the phone they share. */
export function matchOf(a: Comparable, b: Comparable, phoneHolders = 2, weights: MatchWeights = matchWeights): Match {
  const evidence = evidenceOf(a, b, phoneHolders);
  const score = scoreOf(evidence, weights);
  return { score, band: bandOf(score), reasons: sayEvidence(evidence, a.person, b.person, phoneHolders) };
}
