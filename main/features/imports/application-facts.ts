import type { Application } from '../../../shared/model/applicants.ts';
import type { Instant } from '../../../shared/model/dates.ts';
import { type Person, sayName } from '../../../shared/model/people.ts';
import type { Policy } from '../../../shared/model/program.ts';
import { parseOrganization } from '../organizations/typed-name.ts';
import { membershipReader } from './memberships.ts';
import {
  doubtName,
  type NameParts,
  nameKey,
  parseCertificateName,
  parseName,
  repeatsFamilyName,
  splitFullName,
} from './names.ts';
import type { MappedSheet, PersonRow } from './sheet-rows.ts';
import { parseTimestamp, zoneOfHeader } from './times.ts';
import { RowReader, remembering } from './understand.ts';
import { isNoAnswer, parseEmail, parsePhone, parseYesNo } from './values.ts';
import { minimumYears, parseYears } from './years.ts';

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
}

/** Fields of words, where a wrong encoding shows. */
const lettered = ['givenName', 'familyName', 'fullName', 'certificateName', 'organization', 'jobTitle'] as const;
const nameFields = ['givenName', 'familyName', 'fullName'] as const;
/** Letters that no encoding gave back, and UTF-8 that somebody took for windows-1252 before it came here. */
const garbled = /\uFFFD|[ÃÂ][\u0080-\u00BF]|â€/;

const nameOfOrganization = remembering(parseOrganization);

/** Reads the person of a row, whichever columns hold the name. */
export function readPerson(sheet: MappedSheet, row: PersonRow, reader: RowReader): PersonFacts {
  const name = readName(sheet, row, reader);
  for (const field of lettered) {
    if (garbled.test(row.typed(field))) {
      reader.note(field, 'has letters that were garbled on the way; ask, or export the list anew as UTF-8');
    }
  }
  const organization = sayPlace(row.typed('organization'));
  return {
    name,
    folded: nameKey(name),
    email: reader.read('email', parseEmail),
    phone: reader.read('phone', parsePhone),
    certificateName: parseCertificateName(row.typed('certificateName')),
    jobTitle: reader.text('jobTitle'),
    organization,
    organizationName: nameOfOrganization(organization),
  };
}

/** A typed place; nothing where the cell only says that there is none, or that the workbook failed. */
const sayPlace = (typed: string): string => (isNoAnswer(typed) || /^#[A-Z\d/]+[!?]?$/.test(typed.trim()) ? '' : typed);

function readName(sheet: MappedSheet, row: PersonRow, reader: RowReader): NameParts {
  for (const field of nameFields) {
    const doubt = sheet.has(field) ? doubtName(row.typed(field)) : null;
    if (doubt !== null) reader.note(field, doubt);
  }
  const parts = parseName(row.typed('givenName'), row.typed('familyName'));
  if (parts.givenName !== '' || parts.familyName !== '') {
    if (parts.familyName === '' && sheet.has('familyName'))
      reader.note('familyName', 'is empty; ask, and set the name');
    if (parts.givenName === '' && sheet.has('givenName')) reader.note('givenName', 'is empty; ask, and set the name');
    if (repeatsFamilyName(row.typed('givenName'), row.typed('familyName'))) {
      reader.note('givenName', 'has the family name in it too; check the name');
    }
    return parts;
  }
  const whole = reader.read('fullName', splitFullName);
  if (nameKey(whole) === '') {
    const field = nameFields.findLast((each) => sheet.has(each));
    if (field) reader.note(field, 'is empty; ask, and set the name');
    else reader.notes.push('The file has no column for the name; ask, and set it.');
  }
  return whole;
}

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
      const said = row.typed('organization').trim() === '' ? 'is empty' : 'names no place';
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
  if (facts.folded !== '' && facts.folded !== nameKey(person)) Object.assign(changes, facts.name);
  if (facts.email !== null && facts.email !== person.email) changes.email = facts.email;
  if (facts.phone !== null && facts.phone !== person.phone) changes.phone = facts.phone;
  if (facts.jobTitle !== null && facts.jobTitle !== person.jobTitle) changes.jobTitle = facts.jobTitle;
  if (facts.certificateName !== null && facts.certificateName !== person.certificateName) {
    changes.certificateName = facts.certificateName;
  }
  if (organizationId !== null && organizationId !== person.organizationId) changes.organizationId = organizationId;
  return changes;
}
