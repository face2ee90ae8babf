import type { ApplicationStatus } from '../../../shared/model/applicants.ts';
import type { ParticipantStatus } from '../../../shared/model/cohorts.ts';
import { sayParticipantStatus } from '../../../shared/model/cohorts.ts';
import type { ApplicationId, CohortId, ParticipantId, PersonId } from '../../../shared/model/ids.ts';
import { compareOrder, foldFast, nameOrder } from '../../../shared/model/listed-names.ts';
import { searchedAddress } from '../../../shared/model/mail-address.ts';
import { type Person, sayName } from '../../../shared/model/people.ts';
import { done, refuse } from '../../../shared/model/result.ts';
import type { PersonHit, PersonView } from '../../../shared/views/people.ts';
import type { Facts } from '../../call/facts.ts';
import type { Handlers, Query } from '../../call/handler.ts';
import type { ReadableDatabase } from '../../database/handles.ts';
import { noSuchPerson } from './no-longer.ts';
import { openNotesOf } from './open-notes.ts';

interface FoundPerson {
  readonly id: PersonId;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string | null;
  readonly organization: string | null;
}

/** How many hits are looked at for the best ones: the index gives them unranked, and ranking all is slow. */
const mostRanked = 400;

const search: Query<'people.search'> = ({ database }, { text, limit }) => {
  const meant = text.replace(/\S+@\S*/g, searchedAddress);
  const words = meant.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== '');
  if (words.length === 0) return done([]);
  const asked = words.map((word) => foldFast(word));
  const best = findPeople(database, words)
    .map((person) => ({
      person,
      rank: rankOf(person, asked),
      order: nameOrder(person),
    }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || compareOrder(a.order, b.order))
    .slice(0, limit);
  return done(best.map(({ person }) => hitOf(database, person)));
};

const found = `SELECT person.id, givenName, familyName, email, organization.name AS organization`;

/** Some hundred people with words that begin like these; every word is quoted, so that no text is an operator. */
function findPeople(database: ReadableDatabase, words: readonly string[]): FoundPerson[] {
  // The index knows prefixes from two letters on; a single letter beside other words is told apart by the rank.
  const indexed = words.filter((word) => word.length > 1);
  if (indexed.length > 0) {
    return database.all<FoundPerson>(
      `${found} FROM personSearch JOIN personSearchKey ON personSearchKey.key = personSearch.rowid
       JOIN person ON person.id = personSearchKey.personId LEFT JOIN organization ON organization.id = person.organizationId
       WHERE personSearch MATCH ? LIMIT ?`,
      indexed.map((word) => `"${word}"*`).join(' '),
      mostRanked,
    );
  }
  const letter = `${words[0] ?? ''}%`;
  return database.all<FoundPerson>(
    `${found} FROM person LEFT JOIN organization ON organization.id = person.organizationId
     WHERE familyName LIKE ? OR givenName LIKE ? LIMIT ?`,
    letter,
    letter,
    mostRanked,
  );
}

/** How well a person answers the words typed: names before addresses, whole words before beginnings; 0: not at all. */
function rankOf(person: FoundPerson, asked: readonly string[]): number {
  const names = [person.familyName, person.givenName];
  const whole = names.map(foldFast);
  const parts = names.flatMap((name) => name.split(/[^\p{L}\p{N}\p{M}]+/u).map(foldFast));
  const others = `${person.email ?? ''} ${person.organization ?? ''}`.split(/[^\p{L}\p{N}\p{M}]+/u).map(foldFast);
  let rank = 1;
  for (const word of asked) {
    if (whole.includes(word)) rank += 8;
    else if (whole.some((name) => name.startsWith(word))) rank += 5;
    else if (parts.some((part) => part.startsWith(word))) rank += 4;
    else if (!others.some((other) => other.startsWith(word))) return 0;
  }
  // Someone whose whole name was typed comes first, however it was written.
  const typed = asked.join('');
  if (typed === `${whole[1]}${whole[0]}` || typed === `${whole[0]}${whole[1]}`) rank += 20;
  return rank;
}

interface Place {
  readonly participantId: ParticipantId;
  readonly cohortId: CohortId;
  readonly cohort: string;
  readonly status: ParticipantStatus;
}
interface Applied {
  readonly applicationId: ApplicationId;
  readonly cohortId: CohortId;
  readonly cohort: string;
  readonly status: ApplicationStatus;
}

/** A person's places in cohorts, the newest first. */
const placesOf = (database: ReadableDatabase, personId: PersonId): Place[] =>
  database.all<Place>(
    `SELECT participant.id AS participantId, cohortId, cohort.name AS cohort, participant.status
     FROM participant JOIN cohort ON cohort.id = cohortId WHERE personId = ? ORDER BY participant.id DESC`,
    personId,
  );

const applicationsOf = (database: ReadableDatabase, personId: PersonId): Applied[] =>
  database.all<Applied>(
    `SELECT application.id AS applicationId, cohortId, cohort.name AS cohort, application.status
     FROM application JOIN cohort ON cohort.id = cohortId WHERE personId = ? ORDER BY latestSubmittedAt DESC`,
    personId,
  );

function hitOf(database: ReadableDatabase, person: FoundPerson): PersonHit {
  const { standing, path } = standingOf(placesOf(database, person.id), applicationsOf(database, person.id));
  return { personId: person.id, name: sayName(person), organization: person.organization ?? '', standing, path };
}

/** Where a person stands now: enrolled first, then an application that is still open, then graduated. */
function standingOf(places: readonly Place[], applications: readonly Applied[]): Pick<PersonHit, 'standing' | 'path'> {
  const enrolled = places.find(({ status }) => status === 'enrolled');
  if (enrolled) {
    return { standing: `${enrolled.cohort} participant`, path: graduatePath(enrolled) };
  }
  const taken = new Set(places.map(({ cohortId }) => cohortId));
  const applied = applications.find(({ cohortId }) => !taken.has(cohortId));
  const graduated = places.find(({ status }) => status === 'graduated');
  if (applied && (!graduated || !['declined', 'withdrawn'].includes(applied.status))) {
    return { standing: `${applied.cohort} applicant`, path: applicantPath(applied) };
  }
  if (graduated) return { standing: `${graduated.cohort} graduate`, path: graduatePath(graduated) };
  const left = places[0];
  if (!left) return { standing: '', path: '/applicants' };
  const application = applications.find(({ cohortId }) => cohortId === left.cohortId);
  return {
    standing: `${sayParticipantStatus[left.status]} from ${left.cohort}`,
    path: application ? applicantPath(application) : `/applicants/${left.cohortId}`,
  };
}

const graduatePath = ({ cohortId, participantId }: Place): string => `/graduates/${cohortId}?open=${participantId}`;
const applicantPath = ({ cohortId, applicationId }: Applied): string => `/applicants/${cohortId}?open=${applicationId}`;

/** A person's record, and their cohorts; null where no one has that id. */
export function personView({ database }: Facts, personId: PersonId): PersonView | null {
  const person = database.get<Person & { organization: string | null }>(
    `SELECT person.*, organization.name AS organization FROM person
     LEFT JOIN organization ON organization.id = person.organizationId WHERE person.id = ?`,
    personId,
  );
  if (!person) return null;
  const places = placesOf(database, personId);
  const taken = new Set(places.map(({ cohortId }) => cohortId));
  const applied = applicationsOf(database, personId).filter(({ cohortId }) => !taken.has(cohortId));
  return {
    personId,
    name: sayName(person),
    givenName: person.givenName,
    familyName: person.familyName,
    certificateName: person.certificateName,
    email: person.email,
    phone: person.phone,
    jobTitle: person.jobTitle,
    organizationId: person.organizationId,
    organization: person.organization,
    cohorts: [
      ...places.map(({ cohortId, cohort, status }) => ({ cohortId, name: cohort, standing: standings[status] })),
      ...applied.map(({ cohortId, cohort }) => ({ cohortId, name: cohort, standing: 'applicant' })),
    ],
  };
}

const show: Query<'people.show'> = (facts, { personId }) => {
  const person = personView(facts, personId);
  return person ? done(person) : refuse(noSuchPerson);
};

const standings: Record<ParticipantStatus, string> = {
  enrolled: 'participant',
  graduated: 'graduate',
  withdrawn: 'withdrawn',
  deferred: 'deferred',
};

const toCorrect: Query<'people.toCorrect'> = (facts, { personId }) =>
  done(openNotesOf(facts, personId).map(({ id, sentence }) => ({ noteId: id, sentence })));

export const peopleQueries: Pick<Handlers, 'people.search' | 'people.show' | 'people.toCorrect'> = {
  'people.toCorrect': toCorrect,
  'people.search': search,
  'people.show': show,
};
