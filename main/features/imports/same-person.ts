import type { Application } from '../../../shared/model/applicants.ts';
import { foldName, type Person, sayName } from '../../../shared/model/people.ts';
import type { ApplicationFacts, PersonFacts } from './application-facts.ts';
import { renamed } from './name-parts.ts';
import { nameKey } from './names.ts';

/** Someone who is known by the name and the phone of a row, with what tells two people apart. */
export interface Namesake {
  readonly person: Person;
  readonly application: Application | null;
  /** The name of the organization; empty: none is known. */
  readonly place: string;
}

/**
 * What tells a row's person from someone of the same name and phone, as two John Smiths behind one switchboard: where
 * the address differs, every further fact that does. Empty where the address is the same, or is not known of both.
 */
function contradictions(
  { person, application, place }: Namesake,
  { person: said, answers }: Pick<ApplicationFacts, 'person' | 'answers'>,
): readonly string[] {
  if (person.email === null || said.email === null || person.email === said.email) return [];
  const differ = (known: string | number | null | undefined, given: string | number | null): boolean =>
    known !== null && known !== undefined && known !== '' && given !== null && given !== '' && known !== given;
  const folded = (text: string | null): string | null => (text === null ? null : foldName(text));
  return [
    ...(differ(folded(person.jobTitle), folded(said.jobTitle)) ? ['job title'] : []),
    ...(differ(folded(place), folded(said.organizationName)) ? ['school system'] : []),
    ...(differ(application?.yearsInEducation, answers.yearsInEducation) ? ['years in education'] : []),
    ...(differ(application?.membership, answers.membership) ? ['membership'] : []),
    ...(differ(application?.highestPost, answers.highestPost) ? ['highest technology position'] : []),
  ];
}

/** So many facts beside the address must differ before one name and phone are two people's. */
const enoughForTwo = 2;

/** Whether someone of the same name and phone is another person anyway. */
export const isAnotherPerson = (known: Namesake, row: Pick<ApplicationFacts, 'person' | 'answers'>): boolean =>
  contradictions(known, row).length >= enoughForTwo;

/** What should be looked at where a row has name and phone of someone with another address; null where nothing should. */
export function sayNamesake(
  known: Namesake | null,
  row: Pick<ApplicationFacts, 'person' | 'answers'>,
  wasTaken: boolean,
): string | null {
  const differing = known ? contradictions(known, row) : [];
  if (!known || differing.length === 0) return null;
  const has = `This row has the name and the phone of ${sayName(known.person)}, with another e-mail address (${known.person.email}) and other ${differing.join(', ')}.`;
  return wasTaken
    ? `${has} Check whether they are one person.`
    : `${has} They were taken for two people; compare them under Duplicates if they are one.`;
}

/** What should be looked at where a row's address stands with another name; null where it does not. */
export function sayShared(found: Person | null, sharer: Person | null, said: PersonFacts): string | null {
  if (!found && sharer) {
    const name = sayName(sharer) || 'another row';
    return `This row and ${name} share an e-mail address. They were taken for two people; compare them under Duplicates if they are one.`;
  }
  if (!found || said.folded === '' || nameKey(renamed(found, said.name)) === nameKey(found)) return null;
  return `This row and ${sayName(found) || 'another row'} share an e-mail address. Check whether they are one person.`;
}
