import type { Application } from '../../../shared/model/applicants.ts';
import type { Instant } from '../../../shared/model/dates.ts';
import type { ImportField } from '../../../shared/model/imports.ts';
import { type Person, sayName } from '../../../shared/model/people.ts';
import type { Policy } from '../../../shared/model/program.ts';
import { parseOrganization } from '../organizations/typed-name.ts';
import { doubtLetters } from './garbled.ts';
import { membershipReader } from './memberships.ts';
import { holdsName, nameFields, nameFrom, renamed } from './name-parts.ts';
import { doubtName, type NameParts, nameKey, parseCertificateName, repeatsFamilyName } from './names.ts';
import type { MappedSheet, PersonRow } from './sheet-rows.ts';
import { parseTimestamp, zoneOfHeader } from './times.ts';
import { RowReader, remembering } from './understand.ts';
import { isEmptyCell, isNoAnswer, parseEmail, parsePhone, parseYesNo } from './values.ts';
import { minimumYears, parseYears } from './years.ts';

/** Why a row can't be used that names no one. */
export const nobodyNamed =
  'The row has neither a name nor an e-mail address that can be used. Add one in the file and import it again.';

/** Who a row is about, as far as it is understood. */
export interface PersonFacts {
  readonly name: NameParts;
  /** The name folded for comparison; empty where there is none. */
  readonly folded: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly certificateName: string | null;
  readonly jobTitle: string | null;
  /** The organization as it was typed, and as it should be shown. */
  readonly organization: string;
  readonly organizationName: string;
}

/** What a row says of an application. */
export interface ApplicationFacts {
  readonly person: PersonFacts;
  readonly submittedAt: Instant | null;
  readonly answers: Pick<Application, 'membership' | 'highestPost' | 'yearsInEducation' | 'payment' | 'needs'>;
  /** A sentence for everything that was not understood. */
  readonly notes: readonly string[];
  /** Of the notes those that only say that a cell is empty, by its field. */
  readonly emptyNotes: ReadonlyMap<ImportField, string>;
  /** Which field each of the notes is about, by its sentence. */
  readonly about: ReadonlyMap<string, ImportField>;
}

/** Fields of words, where a wrong encoding shows. */
const lettered = [...nameFields, 'certificateName', 'organization', 'jobTitle'] as const;

const nameOfOrganization = remembering(parseOrganization);

/** Reads the person of a row, whichever columns hold the name. */
export function readPerson(sheet: MappedSheet, row: PersonRow, reader: RowReader): PersonFacts {
  const name = readName(sheet, row, reader);
  for (const field of lettered) {
    const garbled = doubtLetters(row.typed(field), sheet.sheet);
    if (garbled !== null) reader.note(field, garbled);
  }
  const organization = sayPlace(row.typed('organization'));
  return {
    name,
    folded: nameKey(name),
    email: reader.read('email', parseEmail),
    phone: reader.read('phone', parsePhone),
    certificateName: parseCertificateName(row.typed('certificateName')),
    jobTitle: isEmptyCell(row.typed('jobTitle')) ? null : reader.text('jobTitle'),
    organization,
    organizationName: nameOfOrganization(organization),
  };
}

/** A typed place; nothing where the cell only says that there is none, or that the workbook failed. */
const sayPlace = (typed: string): string => (isEmptyCell(typed) ? '' : typed);

function readName(sheet: MappedSheet, row: PersonRow, reader: RowReader): NameParts {
  for (const field of nameFields) {
    const doubt = sheet.has(field) ? doubtName(row.typed(field)) : null;
    if (doubt !== null) reader.note(field, doubt);
  }
  const { value: name, note } = nameFrom(row.typed);
  const isSplit = holdsName(row.typed('givenName')) || holdsName(row.typed('familyName'));
  if (!isSplit) {
    if (note !== undefined && sheet.has('fullName')) reader.note('fullName', note);
    if (nameKey(name) !== '') return name;
    const field = (['givenName', 'familyName', 'fullName'] as const).findLast((each) => sheet.has(each));
    if (field) reader.note(field, isEmptyName);
    else reader.notes.push('The file has no column for the name; ask, and enter it.');
    return name;
  }
  if (name.familyName === '' && sheet.has('familyName')) reader.note('familyName', isEmptyName);
  if (name.givenName === '' && sheet.has('givenName')) reader.note('givenName', isEmptyName);
  if (repeatsFamilyName(row.typed('givenName'), row.typed('familyName'))) {
    reader.note('givenName', 'also has the last name in it; check the name');
  }
  return name;
}

const isEmptyName = 'is empty; ask, and set the name';

/** Makes the reader of a sheet's rows; it remembers the answers that come up again. */
export function applicationReader(
  sheet: MappedSheet,
  policy: Policy,
  zone: string,
): (row: PersonRow) => ApplicationFacts {
  const readMembership = remembering(membershipReader(policy.memberships));
  const minimums = minimumYears(policy);
  const readYears = remembering((typed) => parseYears(typed, minimums));
  const readYesNo = remembering(parseYesNo);
  const order = sheet.dayOrder('submittedAt');
  const clock = (sheet.has('submittedAt') ? zoneOfHeader(sheet.header('submittedAt')) : null) ?? zone;
  return (row) => {
    const reader = new RowReader(sheet, row);
    const person = readPerson(sheet, row, reader);
    if (sheet.has('organization') && person.organization.trim() === '') {
      const said = row.typed('organization').trim() === '' ? 'is empty' : 'doesn’t name a place';
      reader.note('organization', `${said}; ask, and set the school system`);
    }
    const needs = reader.text('needs');
    return {
      person,
      submittedAt: reader.read('submittedAt', (typed) => parseTimestamp(typed, clock, order, sheet.dayCount)),
      answers: {
        membership: reader.read('membership', readMembership),
        highestPost: reader.read('highestPost', readYesNo),
        yearsInEducation: reader.read('yearsInEducation', readYears),
        payment: reader.text('payment'),
        needs: needs === null || isNoAnswer(needs) ? null : needs,
      },
      notes: reader.notes,
      emptyNotes: reader.emptyNotes,
      about: reader.about,
    };
  };
}

/** How a row's person is called in the report: the name, else the address. */
export const sayPerson = (facts: PersonFacts): string => sayName(facts.name) || (facts.email ?? '');

/**
 * What a later row changes of a person: what it says and the person has otherwise. Nothing is taken away, and a name
 * that only stands in other columns or letters stays as it is.
 */
export function changesOfPerson(
  person: Person,
  facts: PersonFacts,
  organizationId: Person['organizationId'],
): Partial<Omit<Person, 'id'>> {
  const changes: { -readonly [Field in keyof Omit<Person, 'id'>]?: Person[Field] } = {};
  const { givenName, familyName } = facts.folded === '' ? person : renamed(person, facts.name);
  if (givenName !== person.givenName) changes.givenName = givenName;
  if (familyName !== person.familyName) changes.familyName = familyName;
  if (facts.email !== null && facts.email !== person.email) changes.email = facts.email;
  if (facts.phone !== null && facts.phone !== person.phone) changes.phone = facts.phone;
  if (facts.jobTitle !== null && facts.jobTitle !== person.jobTitle) changes.jobTitle = facts.jobTitle;
  if (facts.certificateName !== null && facts.certificateName !== person.certificateName) {
    changes.certificateName = facts.certificateName;
  }
  if (organizationId !== null && organizationId !== person.organizationId) changes.organizationId = organizationId;
  return changes;
}
