import { foldName, type OrganizationKind } from '../../../shared/model/people.ts';
import { tidy } from '../../../shared/model/tidy-text.ts';

const littleWords = new Set(['of', 'and', 'the', 'for', 'at', 'in', 'de', 'la']);

/**
 * An organization's name as it should be shown: `Sch.` and `Co` written out before or as schools, ALL CAPS in upper
 * and lower case, `St.` kept. Empty where nothing was typed.
 */
export function parseOrganization(typed: string): string {
  const text = tidy(typed);
  const letters = text.replace(/[^\p{L}]/gu, '');
  const shouted = text.includes(' ') && letters.length > 3 && letters === letters.toUpperCase();
  return (shouted ? titleCase(text) : text)
    .replace(/\bSchs?\.(?=\s|$)|\bSchs?(?=\s*$)/gi, 'Schools')
    .replace(/\bCo\.?(?=\s+(?:Public\s+)?(?:Schools?|Board|BOE)\b)/gi, 'County')
    .replace(/\bUniv\.?(?=\s|$)/gi, 'University');
}

function titleCase(text: string): string {
  return text
    .toLowerCase()
    .split(' ')
    .map((word, index) =>
      index > 0 && littleWords.has(word)
        ? word
        : word.replace(/(^|[-'’(/])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase()),
    )
    .join(' ');
}

const endings = /schools?(systems?|districts?)?$/;
const boards = /(boardofeducation|boardofed|boe)$/;

/** A name folded for comparison: `Jefferson Co Schools`, `JEFFERSON COUNTY SCH.` and `… School System` are one. */
export function organizationKey(name: string): string {
  const folded = foldName(
    parseOrganization(name)
      .replace(/^the\s+/i, '')
      .replace(/&/g, ' and ')
      .replace(/\bsaint\b/gi, 'St')
      .replace(/\bmount\b/gi, 'Mt')
      .replace(/\bCo\b\.?\s*$/i, 'County'),
  );
  // Only the word for schools goes; whose they are (the county's, the city's, public) tells two systems apart.
  const ended = folded.replace(boards, 'schools').replace(endings, '');
  return ended === '' ? folded : ended;
}

/** How well a typed name is spelled, to keep the best of several: not shouted, not shortened, with its `Schools`. */
export function spellingOf(typed: string): number {
  const text = tidy(typed);
  const mixed = text !== text.toUpperCase() && text !== text.toLowerCase() ? 4 : 0;
  const whole = parseOrganization(text) === text ? 2 : 0;
  return mixed + whole + (/\b(schools|university|college)\b/i.test(text) ? 1 : 0);
}

/** What kind of organization a name is, by its words. */
export function kindOfOrganization(name: string): OrganizationKind {
  if (/\b(universit|college|institute)/i.test(name)) return 'college';
  return /\b(schools?|county|city|academy|boe|board of education)\b/i.test(name) ? 'school-system' : 'other';
}
