import type { Answers } from '../../../shared/model/applicants.ts';
import { foldName } from '../../../shared/model/people.ts';
import { tidy } from '../../../shared/model/tidy-text.ts';
import { inProperCase } from './name-case.ts';
import {
  type NameParts,
  nameKey,
  namePart,
  nameWords,
  parseName,
  saysTheSame,
  splitFullName,
  suffixAtEnd,
} from './names.ts';
import type { Understood } from './understood.ts';

/** The fields that hold a part of a name. */
export const nameFields = ['givenName', 'middleName', 'familyName', 'nameSuffix', 'fullName', 'preferredName'] as const;
type NameField = (typeof nameFields)[number];

/** A name out of whatever columns a form splits it into; `typed` gives the text of each, empty where there is none. */
export function nameFrom(typed: (field: NameField) => string): Understood<NameParts> {
  const parts = parseName(
    typed('givenName') || givenInFull(typed('fullName'), typed('familyName')),
    typed('familyName'),
  );
  const isSplit = parts.givenName !== '' || parts.familyName !== '';
  const { value, note } = isSplit ? { value: parts } : splitFullName(typed('fullName'));
  const whole = withPreferred(
    withSuffix(withMiddle(value, typed('middleName')), typed('nameSuffix')),
    typed('preferredName'),
  );
  return note === undefined ? { value: whole } : { value: whole, note };
}

/** What a column called only “Name” holds beside one of last names: the first name, or the whole name without that. */
function givenInFull(fullName: string, familyName: string): string {
  const full = namePart(fullName);
  if (namePart(familyName) === '' || full === '') return '';
  const split = splitFullName(full).value;
  return nameWords(familyName).every((word) => nameWords(full).includes(word)) ? split.givenName : full;
}

/** The name in a form's answers. */
export const nameOfAnswers = (answers: Answers): NameParts => nameFrom((field) => answers[field] ?? '').value;

/** The middle name behind the first name, where it does not stand there already, in full or as an initial. */
function withMiddle(name: NameParts, typed: string): NameParts {
  const text = namePart(typed);
  const [first = ''] = nameWords(text);
  if (first === '') return name;
  const given = nameWords(name.givenName);
  const last = given.length > 1 ? (given.at(-1) ?? '') : '';
  const isThere =
    given.slice(1).join(' ').endsWith(nameWords(text).join(' ')) || (last.length === 1 && first.startsWith(last));
  if (isThere) return name;
  const cased = inProperCase({ givenName: text, familyName: name.familyName }).givenName;
  const middle = cased.replace(/^\p{Ll}(?=\.?$)/u, (letter) => letter.toUpperCase());
  return { ...name, givenName: `${name.givenName} ${middle}`.trim() };
}

const generations: Readonly<Record<string, string>> = {
  junior: 'Jr.',
  senior: 'Sr.',
  second: 'II',
  third: 'III',
  fourth: 'IV',
  fifth: 'V',
  thesecond: 'II',
  thethird: 'III',
  thefourth: 'IV',
  '2nd': 'II',
  '3rd': 'III',
  '4th': 'IV',
  '5th': 'V',
};

/** What tells two people of one name apart, behind the last name; degrees stay with the answers. */
function withSuffix(name: NameParts, typed: string): NameParts {
  if (name.familyName === '' || suffixAtEnd(name.familyName) !== '') return name;
  const text = namePart(typed);
  const words = [generations[foldName(text)] ?? text, ...text.split(/[\s,;]+/)];
  const suffix = words.find((word) => suffixAtEnd(`x ${word}`) !== '' && !word.includes(' '));
  if (suffix === undefined) return name;
  const cased = /^[ivx]+[.,]?$/i.test(suffix)
    ? suffix.toUpperCase()
    : suffix.slice(0, 1).toUpperCase() + suffix.slice(1).toLowerCase();
  return { ...name, familyName: `${name.familyName} ${cased.replace(/,$/, '')}` };
}

/** The name that someone goes by, in brackets behind the first name: `Robert (Bob)`. */
function withPreferred(name: NameParts, typed: string): NameParts {
  const text = namePart(typed).replace(/^[("“'‘]+|[)"”'’]+$/gu, '');
  if (text === '' || saysTheSame(text) || text.length > 60 || /[@\d]/.test(text)) return name;
  const family = nameWords(name.familyName);
  const called = text.split(' ');
  while (called.length > 1 && family.includes(foldName(called.at(-1) ?? ''))) called.pop();
  const said = inProperCase({ givenName: called.join(' '), familyName: name.familyName }).givenName;
  if (name.givenName === '') return { ...name, givenName: said };
  const given = nameWords(name.givenName);
  if (nameWords(said).every((word) => given.includes(word) || family.includes(word))) return name;
  return { ...name, givenName: `${name.givenName} (${said})` };
}

/**
 * What a later row makes of a known name. What it leaves out stays: a part that is empty, a middle name, a suffix, the
 * name that someone goes by; a name that differs in letters or columns only stays as it is.
 */
export function renamed(known: NameParts, said: NameParts): NameParts {
  const next = {
    givenName: said.givenName || known.givenName,
    familyName: said.familyName || known.familyName,
  };
  const before = nameWords(`${known.givenName} ${known.familyName}`);
  const after = nameWords(`${next.givenName} ${next.familyName}`);
  if (after.every((word) => before.includes(word)) && sameFamily(known, next)) return known;
  const isMore = before.every((word) => after.includes(word)) && sameFamily(known, next);
  return nameKey(next) === nameKey(known) && !isMore ? known : next;
}

/** Whether two names have one last name, a suffix left aside. */
const sameFamily = (a: NameParts, b: NameParts): boolean => familyOf(a) === familyOf(b);
const familyOf = ({ familyName }: NameParts): string =>
  foldName(suffixAtEnd(familyName) === '' ? familyName : familyName.slice(0, familyName.lastIndexOf(' ')));

/** Whether a text holds a name at all. */
export const holdsName = (typed: string): boolean => namePart(tidy(typed)) !== '';
