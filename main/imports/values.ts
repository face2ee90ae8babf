import { fold } from '../../shared/model/people.ts';
import type { Membership } from '../../shared/model/program.ts';
import { numberWord } from './number-words.ts';
import { tidy, type Understood } from './understood.ts';

/** What people type where they have nothing to say. */
export const isNoAnswer = (typed: string): boolean =>
  /^(n\/?a|none|nil|unknown|not sure|i am not sure( yet)?|tbd|[?.\-–—_*\s]*)$/i.test(tidy(typed));

const askForYears = 'is no number of years; ask, and set the years by hand';

/** Years in education, whole or part: `15+` is 15, `less than 1` is 0, `twelve` is 12, `6 months` is 0.5. */
export function parseYears(typed: string): Understood<number | null> {
  const text = tidy(typed).toLowerCase();
  if (text === '') return { value: null, note: 'is empty; ask, and set the years by hand' };
  if (/^(less than|under|fewer than|<) *(1|one|a)( *(year|yr)s?)?\.?$/.test(text)) return { value: 0 };
  const range = /^(\d+(?:\.\d+)?) *(?:-|–|to) *(\d+(?:\.\d+)?) *(?:years?|yrs?)?\.?$/.exec(text);
  if (range) return inReach(Number(range[1]), 'gives two numbers and was read as the lower; ask if it decides');
  const said = text
    .replace(/^(about|around|approximately|approx\.?|over|more than|at least|nearly|almost|~|>|\+) */, '')
    .replace(/ *\(\d+\)$/, '')
    .replace(/ *(in|of) (k-?12 )?(education|experience|teaching)$/, '')
    .replace(/ *(plus|or more|and counting)$/, '+');
  const figures =
    /^(\d+(?:[.,]\d+)?|\.\d+) *\+? *(?:years?|yrs?|y)?\.?\+?(?:,? *(?:and )?(\d+) *(?:months?|mos?)\.?)?$/.exec(said);
  if (figures) return inReach(Number(figures[1]?.replace(',', '.')) + Number(figures[2] ?? 0) / 12);
  const months = /^(\d+) *(?:months?|mos?)\.?$/.exec(said);
  if (months) return inReach(Number(months[1]) / 12);
  const word = numberWord(said.replace(/ *\+? *(years?|yrs?)?\.?\+?$/, ''));
  return word === null ? { value: null, note: askForYears } : { value: word };
}

/** Nobody has worked more than 70 years; such a number is a calendar year or a slip. */
function inReach(years: number, note?: string): Understood<number | null> {
  if (!(years >= 0 && years <= 70)) return { value: null, note: askForYears };
  const value = Math.round(years * 100) / 100;
  return note === undefined ? { value } : { value, note };
}

const yes = /^(y|yes|yep|yeah|yea|true|t|x|1|on|si|sí|correct|✓|✔|✅|☑)[.!]?$|^(yes|sí)\b[ ,;:.!–—-]/;
const no = /^(n|no|nope|false|f|0|off|not yet|✗|✘|❌|☐)[.!]?$|^no\b[ ,;:.!–—-]/;

/** An answer to a question of yes or no, as forms, ticks and hands write it. */
export function parseYesNo(typed: string): Understood<'yes' | 'no' | null> {
  const text = tidy(typed).toLowerCase();
  if (text === '') return { value: null, note: 'is empty; ask, and set the answer by hand' };
  if (yes.test(text)) return { value: 'yes' };
  if (no.test(text)) return { value: 'no' };
  return { value: null, note: 'is neither yes nor no; ask, and set the answer by hand' };
}

const smallWords = new Set(['a', 'an', 'the', 'i', 'am', 'is', 'of', 'member', 'members', 'membership', 'yes']);
const negations = new Set(['no', 'non', 'not', 'none', 'never']);

/** Reads what people write of their membership as the key of a membership of the policy. */
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
      claim(exact, fold(term), membership.id);
      claim(core, coreOf(term, noise), membership.id);
    }
  }
  return (typed) => {
    if (tidy(typed) === '') return { value: null, note: 'is empty; ask, and set the membership by hand' };
    const value = exact.get(fold(typed)) ?? core.get(coreOf(typed, noise)) ?? null;
    if (value !== null) return { value };
    return { value: null, note: 'is no membership of the program; ask, and set the membership by hand' };
  };
}

const wordsOf = (text: string): string[] =>
  text.split(/[^\p{L}\p{N}]+/u).flatMap((word) => (word === '' ? [] : [fold(word)]));

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

const emailShape =
  /^[^\s@"<>(),;:\\]+@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]*[\p{L}\p{N}]$/u;

/** An e-mail address in lower case; null with a note where it is none. */
export function parseEmail(typed: string): Understood<string | null> {
  const text = tidy(typed);
  if (text === '') return { value: null, note: 'is empty; ask for an e-mail address' };
  const bare = (/<([^<>]+)>/.exec(text)?.[1] ?? text).replace(/^mailto:/i, '').replace(/[.,;]+$/, '');
  const [first = '', ...others] = bare.split(/[\s,;]+/);
  const value = first.toLowerCase();
  if (!emailShape.test(value) || value.includes('..')) {
    return { value: null, note: 'is no e-mail address; ask, and correct it' };
  }
  return others.length === 0 ? { value } : { value, note: 'holds more than one address; the first was taken' };
}

/** A phone number as ten digits; what was typed, with a note, where it is none; null where nothing was typed. */
export function parsePhone(typed: string): Understood<string | null> {
  const text = tidy(typed);
  if (isNoAnswer(text)) return { value: null };
  const plain = text.replace(/\.0$/, '');
  const digits = plain.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '');
  if (/^[+\d\s().\-–/]+$/.test(plain) && /^[2-9]\d{9}$/.test(digits)) return { value: digits };
  return { value: text, note: 'is no ten-digit phone number and was kept as typed; check it' };
}
