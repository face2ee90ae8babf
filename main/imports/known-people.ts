import { Answers, type Application, type Submission } from '../../shared/model/applicants.ts';
import type { Cohort, Participant } from '../../shared/model/cohorts.ts';
import type { Instant } from '../../shared/model/dates.ts';
import type { CohortId, PersonId } from '../../shared/model/ids.ts';
import { fromJson } from '../../shared/model/json.ts';
import { fold, type Organization, type Person } from '../../shared/model/people.ts';
import type { RecertificationDue, RecertificationReceipt } from '../../shared/model/recertification.ts';
import { cohortName } from './cohort-names.ts';
import { type NameParts, nameKey, parseName, splitFullName } from './names.ts';
import { organizationKey } from './organizations.ts';
import type { KnownPeople, KnownSubmission } from './plan.ts';
import { parseEmail } from './values.ts';

/** The rows of the database that an import compares with; all may be left out that are not there. */
export interface StoredRows {
  readonly people?: Iterable<Person>;
  readonly organizations?: Iterable<Organization>;
  /** Of the cohort that is imported into. */
  readonly applications?: Iterable<Application>;
  /** Of those applications. */
  readonly submissions?: Iterable<Pick<Submission, 'applicationId' | 'submittedAt' | 'answers'>>;
  readonly cohorts?: Iterable<Cohort>;
  readonly participants?: Iterable<Participant>;
  readonly dues?: Iterable<RecertificationDue>;
  readonly receipts?: Iterable<RecertificationReceipt>;
}

/** Lays out stored rows so that a plan finds everybody by key. */
export function knowPeople(stored: StoredRows): KnownPeople {
  const people = [...(stored.people ?? [])];
  const peopleById = new Map(people.map((person) => [person.id, person]));
  const organizations = [...(stored.organizations ?? [])];
  const organizationsById = new Map<string, Organization>(organizations.map((place) => [place.id, place]));
  const byEmail = new Map<string, Person>();
  const byEmailAndName = new Map<string, Person>();
  const byNameAndPhone = new Map<string, Person>();
  const byNameAndPlace = new Map<string, Person>();
  for (const person of people) {
    const place = person.organizationId === null ? '' : (organizationsById.get(person.organizationId)?.name ?? '');
    if (person.email !== null) first(byEmail, person.email.toLowerCase(), person);
    const emailKey = emailAndNameKey(person.email, nameKey(person));
    if (emailKey !== null) first(byEmailAndName, emailKey, person);
    const phoneKey = nameAndPhoneKey(nameKey(person), person.phone);
    if (phoneKey !== null) first(byNameAndPhone, phoneKey, person);
    if (person.email === null && phoneKey === null)
      first(byNameAndPlace, nameAndPlaceKey(nameKey(person), place), person);
  }
  const applications = new Map([...(stored.applications ?? [])].map((row) => [row.personId, row]));
  const applicants = new Map([...applications.values()].map((row) => [row.id, row.personId]));
  const submissions = grouped(stored.submissions ?? [], (row) => row.applicationId);
  const bySending = new Map<string, Person>();
  const sendings = new Map<string, KnownSubmission[]>();
  for (const [applicationId, sent] of submissions) {
    const personId = applicants.get(applicationId);
    const person = personId && peopleById.get(personId);
    if (person) for (const submission of sent) learnSubmission(submission, person, byEmail, bySending, sendings);
  }
  return {
    byEmail,
    byEmailAndName,
    byNameAndPhone,
    bySending,
    byNameAndPlace,
    organizations: new Map(organizations.map((place) => [organizationKey(place.name), place])),
    organizationsById,
    applications,
    sendings,
    cohorts: new Map([...(stored.cohorts ?? [])].map((cohort) => [fold(cohortName(cohort.name)), cohort])),
    participants: new Map(
      [...(stored.participants ?? [])].map((row) => [participantKey(row.personId, row.cohortId), row]),
    ),
    dues: grouped(stored.dues ?? [], (row) => row.participantId),
    receipts: grouped(stored.receipts ?? [], (row) => row.dueId),
  };
}

/** A person who has since changed the address, the name or the phone is still found by what the form said. */
function learnSubmission(
  submission: KnownSubmission,
  person: Person,
  byEmail: Map<string, Person>,
  bySending: Map<string, Person>,
  sendings: Map<string, KnownSubmission[]>,
): void {
  const answers = fromJson(Answers, submission.answers);
  const email = answers.email === undefined ? null : parseEmail(answers.email).value;
  if (email !== null) first(byEmail, email, person);
  const folded = nameKey(nameOfAnswers(answers));
  first(bySending, sendingKey(submission.submittedAt, folded), person);
  const key = senderKey(folded, email);
  const sent = sendings.get(key);
  if (sent) sent.push(submission);
  else sendings.set(key, [submission]);
}

/** The name in a form's answers, from one column or two. */
export const nameOfAnswers = (answers: Answers): NameParts =>
  answers.fullName !== undefined && answers.givenName === undefined && answers.familyName === undefined
    ? splitFullName(answers.fullName).value
    : parseName(answers.givenName ?? '', answers.familyName ?? '');

/** The key under which equal address and equal name meet; null where one of them is missing. */
export const emailAndNameKey = (email: string | null, folded: string): string | null =>
  email === null || folded === '' ? null : `${email.toLowerCase()} ${folded}`;

/** The key under which equal name and equal phone meet; null where the phone is none, or there is no name. */
export const nameAndPhoneKey = (folded: string, phone: string | null): string | null =>
  folded === '' || phone === null || !/^\d{10}$/.test(phone) ? null : `${folded} ${phone}`;

/** The key of who has neither address nor phone: folded name and place of work. */
export const nameAndPlaceKey = (folded: string, organization: string): string =>
  `${folded} ${organizationKey(organization)}`;

/** The key of one sending: who, by folded name, and when. */
export const sendingKey = (submittedAt: Instant, folded: string): string => `${submittedAt} ${folded}`;

/** The key under which equal sendings meet: the folded name, or the address where there is none. */
export const senderKey = (folded: string, email: string | null): string => folded || `@${email ?? ''}`;

/** The key of a person's place in a cohort. */
export const participantKey = (personId: PersonId, cohortId: CohortId): string => `${personId} ${cohortId}`;

function first<Value>(map: Map<string, Value>, key: string, value: Value): void {
  if (!map.has(key)) map.set(key, value);
}

function grouped<Key, Row>(rows: Iterable<Row>, keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
