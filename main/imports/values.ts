import { fold } from '../../shared/model/people.ts';
import type { Membership } from '../../shared/model/program.ts';
import { tidy, type Understood } from './understood.ts';

/** What people type where they have nothing to say. */
export const isNoAnswer = (typed: string): boolean =>
  /^(n\/?a|none|nil|unknown|not sure|i am not sure( yet)?|tbd|[?.\-–—_*\s]*)$/i.test(tidy(typed));

/** A yes or a no that goes on: what it goes on with may take it back. */
const withCondition =
  /\b(but|interim|acting|starting|beginning|as of|effective|soon|yet|unofficial|shared?|sharing|partly|partially|sort of|kind of|until|if|when|unless|maybe|perhaps|temporar(y|ily)|pending|idea|sure|depends)\b|\bs[eé]$|\?/;
const yes =
  /^(y|yes|yep|yeah|yea|true|t|x|1|1\.0|on|si|sí|correct|✓|✔|✅|☑|i (do|am)|\[x\])[.!;]?$|^(yes|sí|i do|i am)\b[ ,;:.!–—-]/;
const no =
  /^(n|no|nope|false|f|0|0\.0|off|not (yet|currently|at this time|now)|✗|✘|❌|☐|\[ ?\])[.!;]?$|^(no|i do not|i don[’'`]?t|i am not|i[’'`]?m not)\b([ ,;:.!–—-]|$)/;
const neither = 'is neither yes nor no; ask, and set the answer by hand';

/**
 * An answer to a question of yes or no, as forms, ticks and hands write it. A yes or no with a condition (`Yes
 * (interim)`, `No, but acting`) and one that is both are neither: they decide a tier, so a lead asks.
 */
export function parseYesNo(typed: string): Understood<'yes' | 'no' | null> {
  const text = tidy(typed).toLowerCase();
  if (text === '') return { value: null, note: 'is empty; ask, and set the answer by hand' };
  const isNo = no.test(text);
  const isYes = !isNo && yes.test(text);
  if (!isNo && !isYes) return { value: null, note: neither };
  const isBoth = /\byes\b/.test(text) && /\bno\b/.test(text);
  if (isBoth || withCondition.test(text.replace(/^(not yet|yes|no)/, ''))) {
    return { value: null, note: 'is a yes or no with a condition; ask, and set the answer by hand' };
  }
  return { value: isYes ? 'yes' : 'no' };
}

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
    const text = tidy(typed);
    if (text === '') return { value: null, note: 'is empty; ask, and set the membership by hand' };
    if (text.includes('?') && /\p{L}/u.test(text)) {
      return { value: null, note: 'is asked rather than said; ask, and set the membership by hand' };
    }
    const bare = text.replace(aside, '');
    const value = exact.get(fold(bare)) ?? core.get(coreOf(bare, noise)) ?? null;
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

const noEmail = 'is no e-mail address; ask, and correct it';

/** An e-mail address in lower case, out of whatever stands around it; null with a note where there is none. */
export function parseEmail(typed: string): Understood<string | null> {
  // Nearly every address is just that.
  if (/^[\w.+-]+@[!-~]+$/.test(typed) && emailShape.test(typed) && !typed.includes('..')) {
    return { value: typed.toLowerCase() };
  }
  const text = tidy(typed).normalize('NFKC').replace(/[’‘]/g, "'");
  if (text === '') return { value: null, note: 'is empty; ask for an e-mail address' };
  const said = (/<([^<>]*@[^<>]*)>/.exec(text)?.[1] ?? text).replace(/mailto:/gi, ' ').replace(/\?subject=.*$/i, '');
  // One address with a space beside its sign is one address still.
  const joined = said.split('@').length === 2 ? said.replace(/ ?@ ?/, '@') : said;
  if (said !== joined && / /.test(joined.trim())) return { value: null, note: noEmail };
  const words = joined.split(/[\s,;/()[\]"“”|]+/).filter((word) => word.includes('@'));
  const found = [...new Set(words.map((word) => word.replace(/^'|[.:']+$/g, '').toLowerCase()))];
  const [first = ''] = found;
  if (!emailShape.test(first) || first.includes('..') || !isWholeAddress(joined)) return { value: null, note: noEmail };
  return found.length === 1
    ? { value: first }
    : { value: first, note: 'holds more than one address; the first was taken' };
}

/** Whether no part of an address was typed beside it, as in `mei lund@example.org` or `mei@example,org`. */
const isWholeAddress = (text: string): boolean =>
  !/^[^\s@,;/():]+ [^\s@]+@\S+$/.test(text.trim()) && !/@[\w-]+,\w+$/.test(text.trim());

/** Words that tell which phone it is, not its number. */
const phoneWords = /\b(?:cell|mobile|work|office|home|tel|phone|ph|c|m|w|h|o)\b\.?:?/gi;

/** A phone number as ten digits; what was typed, with a note, where it is none; null where nothing was typed. */
export function parsePhone(typed: string): Understood<string | null> {
  const text = tidy(typed);
  if (isNoAnswer(text)) return { value: null };
  const exact = /^\d\.\d{1,9}e\+?0?9$/i.test(text) && /\d\.\d{8,9}e/i.test(text) ? String(Number(text)) : text;
  const plain = exact.replace(/\.0$/, '').replace(/^'/, '').replace(phoneWords, ' ').trim();
  const digits = plain.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '');
  if (/^[+\d\s().\-‐‑–/]+$/.test(plain) && /^[2-9]\d{9}$/.test(digits)) return { value: digits };
  return { value: text, note: 'is no ten-digit phone number and was kept as typed; check it' };
}
