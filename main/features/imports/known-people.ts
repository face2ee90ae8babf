import { Answers, type Application, type Submission } from '../../../shared/model/applicants.ts';
import type { Cohort, Participant } from '../../../shared/model/cohorts.ts';
import type { Instant } from '../../../shared/model/dates.ts';
import type { ApplicationId, CohortId, PersonId } from '../../../shared/model/ids.ts';
import { fromJson } from '../../../shared/model/json.ts';
import { foldName, type Organization, type Person } from '../../../shared/model/people.ts';
import type { RecertificationDue, RecertificationReceipt } from '../../../shared/model/recertification.ts';
import { organizationKey } from '../organizations/typed-name.ts';
import { cohortName } from './cohort-names.ts';
import { nameOfAnswers } from './name-parts.ts';
import { nameKey } from './names.ts';
import type { KnownPeople, KnownSubmission } from './plan-rows.ts';
import { parseEmail } from './values.ts';

/** The rows of the database that an import compares with; all may be left out that are not there. */
interface StoredRows {
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

/** After so many rows whoever lays out in steps may let others have their turn. */
const rowsAStep = 100;

/**
 * Lays out stored rows so that a plan finds everyone by key. In steps, for a caller that must go on answering
 * meanwhile; rows are taken as they are needed.
 */
export function* knowPeopleInSteps(stored: StoredRows): Generator<void, KnownPeople> {
  const organizations = new Map<string, Organization>();
  const organizationsById = new Map<string, Organization>();
  yield* inSteps(stored.organizations, (organization) => {
    organizations.set(organizationKey(organization.name), organization);
    organizationsById.set(organization.id, organization);
  });
  const peopleById = new Map<PersonId, Person>();
  const byEmail = new Map<string, Person>();
  const byEmailAndName = new Map<string, Person>();
  const byNameAndPhone = new Map<string, Person>();
  const byNameAndPlace = new Map<string, Person>();
  yield* inSteps(stored.people, (person) => {
    peopleById.set(person.id, person);
    const place = person.organizationId === null ? '' : (organizationsById.get(person.organizationId)?.name ?? '');
    const folded = nameKey(person);
    if (person.email !== null) first(byEmail, person.email.toLowerCase(), person);
    const emailKey = emailAndNameKey(person.email, folded);
    if (emailKey !== null) first(byEmailAndName, emailKey, person);
    const phoneKey = nameAndPhoneKey(folded, person.phone);
    if (phoneKey !== null) first(byNameAndPhone, phoneKey, person);
    if (person.email === null && phoneKey === null) first(byNameAndPlace, nameAndPlaceKey(folded, place), person);
  });
  const applications = yield* keyed(stored.applications, ({ personId }) => personId);
  const applicants = new Map<ApplicationId, PersonId>();
  yield* inSteps(applications.values(), ({ id, personId }) => void applicants.set(id, personId));
  const submissions = yield* grouped(stored.submissions, ({ applicationId }) => applicationId);
  for (const sent of submissions.values()) if (sent.length > 1) sent.sort(bySubmission);
  // Where two sent the same, whoever sent it first is found by it.
  const inOrder = [...submissions].sort(([, [a]], [, [b]]) => (a && b ? bySubmission(a, b) : 0));
  const bySending = new Map<string, Person>();
  const sendings = new Map<string, KnownSubmission[]>();
  yield* inSteps(inOrder, ([applicationId, sent]) => {
    const personId = applicants.get(applicationId);
    const person = personId && peopleById.get(personId);
    if (person) for (const submission of sent) learnSubmission(submission, person, byEmail, bySending, sendings);
  });
  return {
    byEmail,
    byEmailAndName,
    byNameAndPhone,
    bySending,
    byNameAndPlace,
    organizations,
    organizationsById,
    applications,
    sendings,
    cohorts: yield* keyed(stored.cohorts, ({ name }) => foldName(cohortName(name))),
    participants: yield* keyed(stored.participants, ({ personId, cohortId }) => participantKey(personId, cohortId)),
    dues: yield* grouped(stored.dues, ({ participantId }) => participantId),
    receipts: yield* grouped(stored.receipts, ({ dueId }) => dueId),
  };
}

function bySubmission(a: KnownSubmission, b: KnownSubmission): number {
  if (a.submittedAt === b.submittedAt) return 0;
  return a.submittedAt < b.submittedAt ? -1 : 1;
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

function* inSteps<Row>(rows: Iterable<Row> | undefined, take: (row: Row) => void): Generator<void, void> {
  let taken = 0;
  for (const row of rows ?? []) {
    take(row);
    taken += 1;
    if (taken % rowsAStep === 0) yield;
  }
}

function* keyed<Key, Row>(rows: Iterable<Row> | undefined, keyOf: (row: Row) => Key): Generator<void, Map<Key, Row>> {
  const map = new Map<Key, Row>();
  yield* inSteps(rows, (row) => void map.set(keyOf(row), row));
  return map;
}

function* grouped<Key, Row>(
  rows: Iterable<Row> | undefined,
  keyOf: (row: Row) => Key,
): Generator<void, Map<Key, Row[]>> {
  const groups = new Map<Key, Row[]>();
  yield* inSteps(rows, (row) => {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  });
  return groups;
}
