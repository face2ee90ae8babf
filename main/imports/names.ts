import { fold } from '../../shared/model/people.ts';
import { tidy, type Understood } from './understood.ts';

/** A person's name in its two parts. */
export interface NameParts {
  readonly givenName: string;
  readonly familyName: string;
}

const particles = new Set(
  'van von der den de del della la las los le du da das dos di st st. san santa bin al el ter ten zu'.split(' '),
);
const suffixes = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'v']);
const degrees = new Set(
  'edd eds phd md jd mat med ma ms mba mls mlis mph ba bs bsed msed dba cetl cto cio nbct pmp rn esq'.split(' '),
);
const titles = /^(dr|mr|mrs|ms|miss|mx|prof|professor)\.? +/i;
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
const isSuffix = (word: string): boolean => suffixes.has(bare(word));

/** A name as two columns hold it; put into upper and lower case only where the whole name is in one case. */
export function parseName(given: string, family: string): NameParts {
  return inProperCase({
    givenName: tidy(given).replace(titles, ''),
    familyName: withoutDegrees(tidy(family)),
  });
}

/** One column's name in two parts: `Patrice Van der Meer`, `Dozier, Mary Beth`, `Isaac Booker Jr.`, `Zoë Baker, Ed.D.` */
export function splitFullName(typed: string): Understood<NameParts> {
  const text = withoutDegrees(tidy(typed)).replace(titles, '');
  if (text === '') return { value: { givenName: '', familyName: '' } };
  const [before = '', ...after] = text.split(/ *, */).filter((part) => part !== '');
  const suffix = after.find((part) => isSuffix(part));
  const given = after.find((part) => !isSuffix(part));
  if (given !== undefined) {
    const familyName = suffix ? `${before} ${suffix}` : before;
    return { value: inProperCase({ givenName: given, familyName }) };
  }
  const words = before.split(' ');
  const tail = suffix ? [suffix] : [];
  while (words.length > 1 && isSuffix(words.at(-1) ?? '')) tail.unshift(words.pop() ?? '');
  if (words.length === 1) {
    const value = inProperCase({ givenName: words[0] ?? '', familyName: tail.join(' ') });
    return { value, note: 'is one word; set the given and the family name by hand' };
  }
  const from = familyStart(words);
  const familyName = [...words.slice(from), ...tail].join(' ');
  return { value: inProperCase({ givenName: words.slice(0, from).join(' '), familyName }) };
}

/** Where the family name starts: at its first particle, after a known pair of given names, else with the last word. */
function familyStart(words: readonly string[]): number {
  const isPair = doubleGivenNames.has(`${fold(words[0] ?? '')} ${fold(words[1] ?? '')}`);
  const least = isPair && words.length > 2 ? 2 : 1;
  const particle = words.findIndex((word, index) => index >= least && particles.has(word.toLowerCase()));
  if (particle !== -1 && particle < words.length - 1) return particle;
  return isPair && words.length > 2 ? 2 : words.length - 1;
}

/** Degrees behind a comma belong on the certificate, not in the family name. */
function withoutDegrees(name: string): string {
  const [first = '', ...rest] = name.split(/ *, */);
  return [first, ...rest.filter((part) => part !== '' && !part.split(' ').every(isDegree))].join(', ').trim();
}

function inProperCase(name: NameParts): NameParts {
  const whole = name.givenName + name.familyName;
  if (/[a-z]/.test(whole) && /[A-Z]/.test(whole)) return name;
  const letters = whole.replace(/[^\p{L}]/gu, '');
  const oneCase = letters === letters.toUpperCase() || letters === letters.toLowerCase();
  if (letters.length < 3 || !oneCase) return name;
  return { givenName: titleCase(name.givenName), familyName: titleCase(name.familyName) };
}

/** `DE LA CRUZ` is `De la Cruz`, `o'brien` is `O'Brien`, `MCCOY` is `McCoy`, `III` stays. */
function titleCase(name: string): string {
  return name
    .split(' ')
    .map((word, index) => {
      const lower = word.toLowerCase();
      if (/^(ii|iii|iv)$/.test(lower)) return lower.toUpperCase();
      if (index > 0 && particles.has(lower) && !lower.startsWith('st')) return lower;
      return lower
        .replace(/(^|[-'’.])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
        .replace(/^Mc(\p{L})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`);
    })
    .join(' ');
}

/** The name as it should stand on the certificate, kept as it was wanted; null where nothing was. */
export const parseCertificateName = (typed: string): string | null => tidy(typed) || null;

/** A name folded for comparison, in whichever columns it stood; middle initials do not count. */
export function nameKey(name: NameParts): string {
  const given = name.givenName.includes(' ') ? name.givenName.replace(/ \p{L}\.?(?= |$)/gu, '') : name.givenName;
  return foldQuickly(given + name.familyName);
}

/** `fold`, without its normal forms where there is nothing to normalise. */
const foldQuickly = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant.
  /^[\x00-\x7f]*$/.test(text) ? text.toLowerCase().replace(/[^a-z0-9]+/g, '') : fold(text);
