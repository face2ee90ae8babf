import { foldName } from '../../../shared/model/people.ts';
import type { Membership } from '../../../shared/model/program.ts';
import { tidy } from '../../../shared/model/tidy-text.ts';
import type { MappedSheet, PersonRow } from './sheet-rows.ts';
import type { Understood } from './understood.ts';
import { parseYesNo } from './values.ts';

const smallWords = new Set([
  'a',
  'an',
  'the',
  'i',
  'm',
  'im',
  'am',
  'is',
  'of',
  'member',
  'members',
  'membership',
  'yes',
]);
/** What forms and people set behind a membership without changing it: whom it is for, what it costs, since when. */
const aside =
  /[\s,;:–—-]*\(?\b(?:voting|paid|paid up|active|current|free|one per (?:school )?(?:system|district)|(?:since )?(?:19|20)\d\d(?:\s*[-–/]\s*(?:20)?\d\d)?)\)?\s*$|\s*[-–(]?\s*\$\s*\d+(?:\.\d\d)?\)?\s*$/i;
/** Words of a question that tell no membership from another. */
const asking = new Set(
  'are is do does you your s have hold the for our system district school current currently status type y n yes no or in good standing as this year'.split(
    ' ',
  ),
);
const negations = new Set(['no', 'non', 'not', 'none', 'never']);

const whichOne = 'does not say which membership it is; ask, and set the membership';

/**
 * Reads what people write of their membership as the key of a membership of the policy. A yes or no may stand behind
 * the question that it answers, as in `Are you an ALET delegate? Yes`; a no then says of the others nothing.
 */
export function membershipReader(memberships: readonly Membership[]): (typed: string) => Understood<string | null> {
  const noise = new Set([...smallWords, ...sharedWords(memberships)]);
  const exact = new Map<string, string | null>();
  const core = new Map<string, string | null>();
  // A wording that two memberships claim belongs to neither.
  const claim = (terms: Map<string, string | null>, term: string, id: string): void => {
    if (term !== '') terms.set(term, terms.has(term) && terms.get(term) !== id ? null : id);
  };
  for (const membership of memberships) {
    for (const term of [membership.id, membership.name, membership.shortName, ...membership.spokenAs]) {
      claim(exact, foldName(term), membership.id);
      claim(core, coreOf(term, noise), membership.id);
    }
  }
  /** The membership that a question asks for alone, `any` where it asks for none by name; null: for something else. */
  const askedFor = (question: string): string | null => {
    const words = question.split(/[^\p{L}\p{N}]+/u).filter((word) => !asking.has(word.toLowerCase()));
    const telling = coreOf(words.join(' '), noise);
    return telling === '' ? 'any' : (core.get(telling) ?? null);
  };
  return (typed) => {
    const text = tidy(typed);
    if (text === '') return { value: null, note: 'is empty; ask, and set the membership' };
    const [, question = '', answer = ''] = /^(.+?)[?:] ?([^?:]+)$/.exec(text) ?? [];
    const yesNo = question === '' ? null : parseYesNo(answer).value;
    const asked = yesNo === null ? null : askedFor(question);
    // A no to whether there is any membership is one too.
    if (asked === 'any' && yesNo === 'no') return { value: core.get('non') ?? null };
    if (asked === 'any') return { value: null, note: whichOne };
    if (asked !== null) {
      if (yesNo === 'yes') return { value: asked };
      return { value: null, note: 'says only which membership it is not; ask, and set the membership' };
    }
    const bare = text.replace(aside, '');
    if (text.includes('?') && /\p{L}/u.test(text)) {
      return { value: null, note: 'is a question, not an answer; ask, and set the membership' };
    }
    const value = exact.get(foldName(bare)) ?? core.get(coreOf(bare, noise)) ?? null;
    if (value !== null) return { value };
    if (parseYesNo(text).value === 'yes') {
      return { value: null, note: whichOne };
    }
    return { value: null, note: 'isn’t one of the program’s memberships; ask, and set the membership' };
  };
}

const wordsOf = (text: string): string[] =>
  text.split(/[^\p{L}\p{N}]+/u).flatMap((word) => (word === '' ? [] : [foldName(word)]));

/** Words that several memberships' names share, such as the association's own name, tell none of them apart. */
function sharedWords(memberships: readonly Membership[]): string[] {
  const seen = new Map<string, number>();
  for (const membership of memberships) {
    const words = new Set([membership.name, membership.shortName, ...membership.spokenAs].flatMap(wordsOf));
    for (const word of words) seen.set(word, (seen.get(word) ?? 0) + 1);
  }
  return [...seen].filter(([word, times]) => times > 1 && !negations.has(word)).map(([word]) => word);
}

/** A wording without what tells nothing; every way of saying no is one. */
function coreOf(text: string, noise: ReadonlySet<string>): string {
  const words = wordsOf(text.replace(/n[’']t\b/gi, ' not'));
  const telling = words.filter((word) => !noise.has(word));
  if (telling.length > 0 && telling.every((word) => negations.has(word))) return 'non';
  return telling.join('');
}

/**
 * Puts the question before a yes or no that means nothing without it: where a column asks for one membership alone, so
 * that `No` under “Delegate?” is not taken for no membership at all, and where it asks whether there is any. Any other
 * answer stays as it was typed.
 */
export function withQuestion(
  { has, header }: Pick<MappedSheet, 'has' | 'header'>,
  memberships: readonly Membership[],
): (row: PersonRow) => PersonRow {
  if (!has('membership')) return (row) => row;
  const question = tidy(header('membership'))
    .replace(/[\s:?*]+$/, '')
    .replace(/[?:]/g, ' ');
  const read = membershipReader(memberships);
  const asksForOne = read(`${question}? yes`).value !== null;
  return (row) => {
    const answer = row.typed('membership');
    if (tidy(answer) === '' || parseYesNo(answer).value === null) return row;
    const whole = `${question}? ${tidy(answer)}`;
    if (!asksForOne && (read(answer).value !== null || read(whole).value === null)) return row;
    return {
      ...row,
      typed: (field) => (field === 'membership' ? whole : row.typed(field)),
      answers: { ...row.answers, membership: whole },
    };
  };
}
