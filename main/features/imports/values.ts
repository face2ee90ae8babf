import { mailAddressOf } from '../../../shared/model/mail-address.ts';
import { tidy } from '../../../shared/model/tidy-text.ts';
import type { Understood } from './understood.ts';

/** What people type where they have nothing to say. */
export const isNoAnswer = (typed: string): boolean =>
  /^(n\/?a|none|nil|unknown|not sure|i am not sure( yet)?|tbd|[?.\-–—_*\s]*)$/i.test(tidy(typed));

/** Whether a cell says nothing: it is empty, holds only marks or “N/A”, or the workbook failed in it. */
export const isEmptyCell = (typed: string): boolean => isNoAnswer(typed) || /^#[A-Z\d/]+[!?]?$/.test(tidy(typed));

/** What office forms write for an address where no one signed in, in their languages. */
export const isAnonymous = (typed: string): boolean =>
  /^\s*an[oó]nym(ous|e|o|a)?\s*$|^\s*an[oó]nim[oa]\s*$/i.test(typed);

/** A yes or a no that goes on: what it goes on with may take it back. */
const withCondition =
  /\b(but|interim|acting|starting|beginning|as of|effective|soon|yet|unofficial|shared?|sharing|partly|partially|sort of|kind of|until|if|when|unless|maybe|perhaps|temporar(y|ily)|pending|idea|sure|depends)\b|\bs[eé]$|\?/;
const yes =
  /^(y|yes|yep|yeah|yea|true|t|x|1|1\.0|on|si|sí|ja|oui|correct|✓|✔|✅|☑|i (do|am)|\[x\])[.!;]?$|^(yes|sí)\b[ ,;:.!–—-]|^i (do|am)\b[,;:.!–—-]/;
/** A yes of someone who stands beside the one that is asked for. */
const besideIt = /\b(assistant|associate|deputy|vice|second|number two)\b|\bco-/;
const no =
  /^(n|no|nope|nein|non|false|f|0|0\.0|off|not (yet|currently|at this time|now)|✗|✘|❌|☐|\[ ?\])[.!;]?$|^(no|i do not|i don[’'`]?t|i am not|i[’'`]?m not)\b([ ,;:.!–—-]|$)/;
const neither = 'is neither yes nor no; ask, and set the answer';

/**
 * An answer to a question of yes or no, as forms, ticks and hands write it. A yes or no with a condition (`Yes
 * (interim)`, `No, but acting`) and one that is both are neither: they decide a tier, so a lead asks.
 */
export function parseYesNo(typed: string): Understood<'yes' | 'no' | null> {
  const text = tidy(typed).toLowerCase();
  if (text === '') return { value: null, note: 'is empty; ask, and set the answer' };
  const isNo = no.test(text);
  const isYes = !isNo && yes.test(text);
  if (!isNo && !isYes) return { value: null, note: neither };
  const isBoth = /\byes\b/.test(text) && /\bno\b/.test(text);
  if (isBoth || (isYes && besideIt.test(text)) || withCondition.test(text.replace(/^(not yet|yes|no)/, ''))) {
    return { value: null, note: 'is a yes or no with a condition; ask, and set the answer' };
  }
  return { value: isYes ? 'yes' : 'no' };
}

const noEmail = 'isn’t an e-mail address; ask, and correct it';

/** An e-mail address as it is kept, out of whatever stands around it; null with a note where there is none. */
export function parseEmail(typed: string): Understood<string | null> {
  // Nearly every address is just that.
  const plain = /^[\w.+-]+@[\w.-]+$/.test(typed) ? mailAddressOf(typed) : null;
  if (plain !== null) return { value: plain };
  const text = tidy(typed).normalize('NFKC').replace(/[’‘]/g, "'");
  if (text === '') return { value: null, note: 'is empty; ask for an e-mail address' };
  const said = (/<([^<>]*@[^<>]*)>/.exec(text)?.[1] ?? text).replace(/mailto:/gi, ' ').replace(/\?subject=.*$/i, '');
  // One address with a space beside its sign is one address still.
  const joined = said.split('@').length === 2 ? said.replace(/ ?@ ?/, '@') : said;
  if (said !== joined && / /.test(joined.trim())) return { value: null, note: noEmail };
  const words = joined.split(/[\s,;/()[\]"“”|]+/).filter((word) => word.includes('@'));
  const found = [...new Set(words.map((word) => word.replace(/^'|[.:']+$/g, '').toLowerCase()))];
  const first = mailAddressOf(found[0] ?? '');
  if (first === null || !isWholeAddress(joined)) return { value: null, note: noEmail };
  return found.length === 1
    ? { value: first }
    : { value: first, note: 'holds more than one address; the first was taken' };
}

/** Whether no part of an address was typed beside it, as in `mei lund@example.org` or `mei@example,org`. */
const isWholeAddress = (text: string): boolean =>
  !/^[^\s@,;/():]+ [^\s@]+@\S+$/.test(text.trim()) && !/@[\w-]+,\w+$/.test(text.trim());

/** Words that tell which phone it is, not its number. */
const phoneWords = /\b(?:cell|mobile|work|office|home|tel|phone|ph|c|m|w|h|o)\b\.?:?/gi;

const extension = /[\s,;]*(?:ext(?:ension)?|x)[.:\s]*\d{1,6}$/i;

/**
 * A phone number as ten digits, one with an extension as it was typed; what was typed, with a note, where it is none;
 * null where nothing was typed.
 */
export function parsePhone(typed: string): Understood<string | null> {
  const text = tidy(typed);
  if (isEmptyCell(text)) return { value: null };
  const exact = /^\d\.\d{1,9}e\+?0?9$/i.test(text) && /\d\.\d{8,9}e/i.test(text) ? String(Number(text)) : text;
  if (extension.test(text) && /^\d{10}$/.test(parsePhone(text.replace(extension, '')).value ?? ''))
    return { value: text };
  const plain = exact.replace(/\.0$/, '').replace(/^'/, '').replace(phoneWords, ' ').trim();
  const digits = plain.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '');
  if (/^[+\d\s().\-‐‑–−/]+$/.test(plain) && /^[2-9]\d{9}$/.test(digits)) return { value: digits };
  return { value: text, note: 'isn’t a ten-digit phone number and was kept as typed; check it' };
}
