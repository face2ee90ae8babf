import { shortForms } from '../../../shared/model/nicknames.ts';
import { foldName, withoutNickname } from '../../../shared/model/people.ts';
import { tidy } from '../../../shared/model/tidy-text.ts';
import { inProperCase, particles } from './name-case.ts';
import type { Understood } from './understood.ts';

/** A person's name in its two parts. */
export interface NameParts {
  readonly givenName: string;
  readonly familyName: string;
}

const suffixes = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'v']);
/** Further numbers of one name, told from the name `Vi` by their capitals. */
const laterNumerals = /^(VI{1,3}|IX)[.,]?$/;
const degrees = new Set(
  'edd eds phd md jd mat med ma ms mba mls mlis mph ba bs bsed msed dba cetl cto cio nbct pmp rn esq'.split(' '),
);
/** Degrees that are never a last name, also without a comma or dots before them; `Ma` and `Ms` may be one. */
const plainDegrees = new Set('edd eds phd med mba cetl nbct bsed msed mlis'.split(' '));
const titles = /^(?:(?:dr|mr|mrs|ms|miss|mx|prof|professor|rev|coach)(?:\.\s*|\s+))+(?=\p{L})/iu;
const noName = /^(n\/?a|none|not applicable|[.?\-–—_*\s]+|#[a-z\d/]+[!?]?)$/i;
/** What people write instead of a certificate's name where it is their name as it stands. */
const asAbove =
  /^(same( as( above| listed| before| my name| name)?)?|as (above|listed)|see above|ditto|yes|ok)[.!]?$|^["”]$/i;
/** Words of posts and places, which people set behind their name. */
const notAName =
  /\b(director|coordinator|teacher|principal|specialist|coach|manager|administrator|superintendent|technology|schools?|county|city|district|university|college)\b/i;
const doubleGivenNames = new Set(
  (
    'mary beth|mary ann|mary anne|mary alice|mary ellen|mary grace|mary jane|mary jo|mary kate|mary kay|mary lou|' +
    'mary margaret|mary sue|anna kate|anna grace|anna beth|ann marie|anne marie|sarah beth|sara beth|sarah jane|' +
    'laura beth|laura kate|john paul|john david|john henry|john mark|jean luc|jean paul|jo ann|jo anne|betty jo|' +
    'billy joe|bobby joe|jim bob|joe bob|lee ann|lee anne|ella grace|emma kate|martha ann|maria elena|maria jose|' +
    'ana maria|juan carlos|jose luis|luis miguel|rose marie|la toya|la tonya|de andre|peggy sue|terry lynn'
  ).split('|'),
);

const bare = (word: string): string => word.replace(/[.,]/g, '').toLowerCase();
const isDegree = (word: string): boolean => degrees.has(bare(word));
const isSuffix = (word: string): boolean => suffixes.has(bare(word)) || laterNumerals.test(word);

/** What tells two people of one name apart, at a last name's end, folded: `jr`, `iii`; empty where nothing does. */
export function suffixAtEnd(familyName: string): string {
  const words = familyName.split(' ');
  const last = words.at(-1) ?? '';
  return words.length > 1 && isSuffix(last) ? bare(last) : '';
}

/** A name as two columns hold it; each put into upper and lower case where it is in one. */
export function parseName(given: string, family: string): NameParts {
  const familyName = withoutDegrees(withoutDash(namePart(family)).replace(titles, '')).replace(
    /,(?= \S+$)/,
    behindComma,
  );
  const called = namePart(given).replace(titles, '');
  if (familyName === '') return inProperCase({ givenName: called, familyName });
  const { words, suffix } = takeSuffix(called);
  return inProperCase({
    givenName: words.slice(0, repeatAt(words, familyName)).trim(),
    familyName: [familyName, ...suffix].join(' '),
  });
}

/** A suffix needs no comma before it; anything else keeps it. */
const behindComma = (comma: string, at: number, name: string): string => (isSuffix(name.slice(at + 2)) ? '' : comma);

/** A first name without the `Jr.` or `III` behind it, which belongs behind the last name; a `V` may be an initial. */
function takeSuffix(given: string): { readonly words: string; readonly suffix: readonly string[] } {
  const words = given.split(' ');
  const last = words.at(-1) ?? '';
  if (words.length < 2 || !suffixes.has(bare(last)) || bare(last) === 'v') return { words: given, suffix: [] };
  return { words: words.slice(0, -1).join(' ').replace(/,$/, ''), suffix: [last] };
}

/** Where a first name goes on with the last name, typed into both fields: `Bob Smith` `Smith`; its end where it does not. */
function repeatAt(given: string, familyName: string): number {
  const family = foldName(familyName);
  for (let at = given.indexOf(' '); at !== -1; at = given.indexOf(' ', at + 1)) {
    if (family !== '' && foldName(given.slice(at)) === family) return at;
  }
  return given.length;
}

/** Whether the last name was typed into the field for the first name too. */
export const repeatsFamilyName = (given: string, family: string): boolean =>
  repeatAt(tidy(given), tidy(family)) < tidy(given).length;

/** What was typed for a part of a name; nothing where it only says that there is none. */
export const namePart = (typed: string): string => {
  const text = tidy(typed);
  return noName.test(text) ? '' : text.replace(/(?<=\p{L})[`´](?=\p{L})/gu, '’');
};

/** Why someone should look at a name, as it was typed; null where it is like any other. */
export function doubtName(typed: string): string | null {
  const text = tidy(typed);
  if (noName.test(text)) return null;
  if (/\s[-–—]\s/.test(text)) return 'has words after a dash; check the name';
  if (/\d|@/.test(text)) return 'has numbers or an address in it; check the name';
  if (/\s(&|and|\+)\s|\//i.test(text)) return 'seems to name two people; check, and enter the second one by hand';
  return null;
}

/** One column's name in two parts: `Patrice Van der Meer`, `Dozier, Mary Beth`, `Isaac Booker Jr.`, `Zoë Baker, Ed.D.` */
export function splitFullName(typed: string): Understood<NameParts> {
  const { name: text, aside } = takeAside(withoutDegrees(withoutDash(namePart(typed))).replace(titles, ''));
  if (text === '') return { value: { givenName: '', familyName: '' } };
  const [before = '', ...after] = text.split(/ *, */).filter((part) => part !== '');
  const suffix = after.find((part) => isSuffix(part));
  const given = after.find((part) => !isSuffix(part))?.replace(titles, '');
  if (given !== undefined && !(notAName.test(given) && before.includes(' '))) {
    const called = takeSuffix(withoutDegrees(given));
    const familyName = [before, ...(suffix ? [suffix] : called.suffix)].join(' ');
    return { value: inProperCase({ givenName: called.words + aside, familyName }) };
  }
  const note = given === undefined ? {} : { note: 'has words after the name; check the name' };
  const words = before.split(' ');
  const tail = suffix ? [suffix] : [];
  while (words.length > 1 && isSuffix(words.at(-1) ?? '')) tail.unshift(words.pop() ?? '');
  if (words.length === 1) {
    const value = inProperCase({ givenName: (words[0] ?? '') + aside, familyName: tail.join(' ') });
    return { value, note: 'is one word; set the first and the last name by hand' };
  }
  const from = familyStart(words);
  const familyName = [...words.slice(from), ...tail].join(' ');
  return { value: inProperCase({ givenName: words.slice(0, from).join(' ') + aside, familyName }), ...note };
}

/** A name without the post or degree behind a dash; `Smith - Jones` is a name in two parts. */
function withoutDash(name: string): string {
  const [before = '', ...after] = name.split(/\s+[-–—]\s+/);
  if (after.length === 0) return name;
  const behind = after.join(' ');
  return notAName.test(behind) || behind.split(' ').every(isDegree) ? before : [before, ...after].join('-');
}

/** A name without what stands in brackets at its end: `Jane Doe (Janie)` is called Jane (Janie); pronouns go. */
function takeAside(text: string): { readonly name: string; readonly aside: string } {
  const [, name = '', aside = ''] = /^(.*\S)\s*(\([^()]*\))$/.exec(text) ?? [];
  if (name === '') return { name: text, aside: '' };
  return { name, aside: /\b(she|he|they)\b/i.test(aside) ? '' : ` ${aside}` };
}

/** Where the last name starts: at its first particle, after a known pair of first names, else with the last word. */
function familyStart(words: readonly string[]): number {
  const isPair = doubleGivenNames.has(`${foldName(words[0] ?? '')} ${foldName(words[1] ?? '')}`);
  const least = isPair && words.length > 2 ? 2 : 1;
  const particle = words.findIndex((word, index) => index >= least && particles.has(word.toLowerCase()));
  if (particle !== -1 && particle < words.length - 1) return particle;
  return isPair && words.length > 2 ? 2 : words.length - 1;
}

/** Degrees behind a name belong on the certificate, not in the last name. */
function withoutDegrees(name: string): string {
  const [first = '', ...rest] = name.split(/ *[,;] */);
  const words = first.split(' ');
  const isMixed = /\p{Ll}/u.test(first);
  while (words.length > 1 && isPlainDegree(words.at(-1) ?? '', isMixed)) words.pop();
  const others = rest.filter(
    (part) => part !== '' && !part.split(' ').every(isDegree) && !isDegree(part.replaceAll(' ', '')),
  );
  return [words.join(' '), ...others].join(', ').trim();
}

/** A degree after a name without a comma: one that is never a name, one with its dots, as in `M.A.`, or alone in capitals. */
const isPlainDegree = (word: string, isMixed: boolean): boolean =>
  plainDegrees.has(bare(word)) ||
  (isDegree(word) && (/^\p{L}+\.\p{L}/u.test(word) || (isMixed && /^\p{Lu}{2,}$/u.test(word))));

/** The name as it should stand on the certificate, kept as it was wanted; null where it is nothing else than the name. */
export function parseCertificateName(typed: string): string | null {
  const text = namePart(typed);
  return text === '' || saysTheSame(text) ? null : text;
}

/** Whether an answer about a name says only that it is the one given elsewhere. */
export const saysTheSame = (text: string): boolean => asAbove.test(text);

/** A name folded for comparison, in whichever columns it stood; middle initials and nicknames beside it do not count. */
export function nameKey(name: NameParts): string {
  const called = withoutNickname(name.givenName);
  const given = called.includes(' ') ? called.replace(/ \p{L}\.?(?= |$)/gu, '') : called;
  return foldQuickly(given + withoutNickname(name.familyName));
}

/** `fold`, without its normal forms where there is nothing to normalise. */
const foldQuickly = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant.
  /^[\x00-\x7f]*$/.test(text) ? text.toLowerCase().replace(/[^a-z0-9]+/g, '') : foldName(text);

/**
 * Whether two names under one address are surely two people's: no first name of the one is, or is short for, a name of
 * the other. A new last name, a nickname, an initial or swapped columns are still one person.
 */
export function areTwoPeople(a: NameParts, b: NameParts): boolean {
  const [suffixOfA, suffixOfB] = [suffixAtEnd(a.familyName), suffixAtEnd(b.familyName)];
  if (suffixOfA !== suffixOfB && suffixOfA !== '' && suffixOfB !== '') return true;
  const [namesOfA, namesOfB] = [nameWords(a.givenName), nameWords(b.givenName)];
  if (namesOfA.length === 0 || namesOfB.length === 0) return false;
  const wholes = [nameWords(b.familyName).concat(namesOfB), nameWords(a.familyName).concat(namesOfA)] as const;
  if (namesOfA.every((name) => wholes[0].includes(name)) || namesOfB.every((name) => wholes[1].includes(name)))
    return false;
  return !namesOfA.some((name) => namesOfB.some((other) => mayBeOne(name, other)));
}

/** The text of a name, folded, brackets and quotation marks left out. */
export const nameWords = (part: string): string[] => part.split(/[\s()"“”.-]+/).flatMap((word) => foldName(word) || []);

const shortsOf = new Map(
  Object.entries(shortForms).map(([name, shorts]) => [foldName(name), shorts.split(' ').map(foldName)]),
);

/** Whether two folded first names may be one person's: one begins the other, or is short for it, or both for a third. */
function mayBeOne(a: string, b: string): boolean {
  if (a.startsWith(b) || b.startsWith(a)) return true;
  if (shortsOf.get(a)?.includes(b) || shortsOf.get(b)?.includes(a)) return true;
  return [...shortsOf.values()].some((shorts) => shorts.includes(a) && shorts.includes(b));
}
