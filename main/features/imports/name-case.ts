import type { NameParts } from './names.ts';

/** Words that begin a last name, or stand within one, and are written small there. */
export const particles = new Set(
  'van von der den de del della la las los le du da das dos di st st. san santa bin al el ter ten zu zum zur vom'.split(
    ' ',
  ),
);
/** Written small within a last name, and never where one begins. */
const within = new Set(['y', 'dem', 'ibn']);

/** Every sign that people type as an apostrophe or an ʻokina. */
const apostrophes = "'’‘‛`´′ʻʼʽʹʾʿˈꞌ";
const apostrophe = `[${apostrophes}]`;

/** A letter, the signs above left out: Unicode counts some of them among the letters. */
const letter = `(?!${apostrophe})\\p{L}`;
/** The first letter of a word, and the first one behind a hyphen, a bracket, a quotation mark, a dot or an apostrophe. */
const beginning = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${letter}|(?<=${apostrophe})${letter}`, 'gu');
/** Behind an ʻokina within a word, as in Kaʻahumanu, no capital stands; behind that of OʻBrien one does. */
const behindOkina = new RegExp(`(?<=${letter}\\p{M}*${letter}\\p{M}*ʻ)${letter}`, 'gu');
/** What stands small though an apostrophe stands before it: Dutch ’t, and the ending of Women’s. */
const smallBehind = new RegExp(`(?<=^${apostrophe})[TS](?=$)|(?<=\\p{L}${apostrophe})S(?=$)`, 'gu');

/** Names that begin with a Mac of their own; `Macias`, `Mackey` and `Macon` do not, so no rule tells them. */
const macs =
  /^Mac(allister|alister|arthur|askill|aulay|bride|cabe|callum|carthy|cormack|dermott|donald|donnell|dougall?|dowell|duff|eachern|ewan|ewen|farland|farlane|gillivray|gowan|gregor|innes|innis|intosh|intyre|iver|ivor|kinley|kinnon|lachlan|laren|laurin|lean|lellan|lennan|leod|millan|murray|nab|naughton|neil|neill|phail|phee|pherson|quarrie|queen|rae|tavish|vicar|william|williams)$/;

/**
 * A name that was typed in one case alone, if it is more than initials, in upper and lower case: `DE LA CRUZ` is `De la
 * Cruz`, `o'brien` is `O'Brien`, `MCCOY` is `McCoy`, `WINDSOR VI` keeps its number. A name in both cases stays.
 */
export function inProperCase({ givenName, familyName }: NameParts): NameParts {
  const whole = `${givenName} ${familyName}`;
  const isShort = lettersOf(whole).length < 3;
  const isMixed = hasLower(whole) && hasUpper(whole);
  const isTurkish = /[İĞğ]|ı/u.test(whole);
  const proper = (part: string, isFamily: boolean): string =>
    isShort || !isOneCase(part) || (isMixed && lettersOf(part).length < 3)
      ? part
      : titleCase(part, isFamily, isTurkish ? 'tr' : 'en');
  return { givenName: proper(givenName, false), familyName: proper(familyName, true) };
}

const lettersOf = (text: string): string => text.replace(new RegExp(`[^\\p{L}]|${apostrophe}`, 'gu'), '');

/** Whether a text has a small letter that has a capital; ß, which most keyboards type in capitals too, has none. */
const hasLower = (text: string): boolean =>
  [...lettersOf(text)].some((each) => each.toUpperCase() !== each && [...each.toUpperCase()].length === 1);
const hasUpper = (text: string): boolean => [...lettersOf(text)].some((each) => each.toLowerCase() !== each);
const isOneCase = (text: string): boolean => hasLower(text) !== hasUpper(text);

function titleCase(name: string, isFamily: boolean, language: string): string {
  const words = name.split(' ');
  return words
    .map((word, index) => {
      const isLast = index === words.length - 1;
      const lower = word.toLocaleLowerCase(language);
      if (isNumeral(lower, isFamily && index > 0 && isLast)) return lower.toUpperCase();
      if (!isFamily && isInitials(lower)) return lower.toUpperCase();
      const isSmall = (particles.has(lower) && !lower.startsWith('st')) || (isFamily && within.has(lower));
      return index > 0 && !isLast && isSmall ? lower : capitalised(lower, language);
    })
    .join(' ');
}

const capitalised = (lower: string, language: string): string =>
  lower
    .replace(beginning, (each) => each.toLocaleUpperCase(language))
    .replace(behindOkina, (each) => each.toLocaleLowerCase(language))
    .replace(smallBehind, (each) => each.toLowerCase())
    .split(/(?<=-)/u)
    .map((part) => part.replace(/^Mc(\p{L})/u, (_, each: string) => `Mc${each.toUpperCase()}`).replace(macs, macOf))
    .join('');

const macOf = (_: string, rest: string): string => `Mac${rest.slice(0, 1).toUpperCase()}${rest.slice(1)}`;

/** `III`, wherever it stands; from VI on at a last name's end alone, as `Vi` is someone's name. */
const isNumeral = (lower: string, atEnd: boolean): boolean =>
  /^(ii|iii|iv)$/.test(lower) || (atEnd && /^(vi{1,3}|ix)[.,]?$/.test(lower));

const noInitials = new Set(['jr', 'sr', 'st', 'ng', 'dr', 'mr', 'ms']);
/** Two letters that no one could say as a name: `JT`, `AJ`. */
const isInitials = (lower: string): boolean => /^([b-df-hj-np-tv-xz]{2}|[a-z]j)$/.test(lower) && !noInitials.has(lower);
