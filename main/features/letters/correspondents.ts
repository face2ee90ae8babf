import { type Application, type Ranking, StoredRanking } from '../../../shared/model/applicants.ts';
import type { Cohort, Participant } from '../../../shared/model/cohorts.ts';
import type { CivilDate } from '../../../shared/model/dates.ts';
import type { ApplicationId, CohortId, ParticipantId, PersonId } from '../../../shared/model/ids.ts';
import { fromJson } from '../../../shared/model/json.ts';
import { type Letter, type LetterKind, letterKinds } from '../../../shared/model/letters.ts';
import type { SeatOffer } from '../../../shared/model/offers.ts';
import { sayName } from '../../../shared/model/people.ts';
import type { RecertificationState } from '../../../shared/model/recertification.ts';
import type { TableName } from '../../../shared/model/tables.ts';
import type { Facts, PolicyInForce } from '../../call/facts.ts';
import { isToGet, type LetterStanding, occasionOf } from '../../rules/letters/letters.ts';
import { lettersUndone } from '../correspondence/queries.ts';
import { feeStandings } from '../fees/standing.ts';
import { cohortPeople } from '../people/directory.ts';
import { graduatesOf, standingsOn } from '../recertification/rows.ts';
import { rankedCohort } from '../selection/ranking.ts';

/** Someone in a cohort, as far as letters ask. */
export interface Correspondent extends LetterStanding {
  readonly personId: PersonId;
  readonly givenName: string;
  readonly familyName: string;
  readonly name: string;
  readonly organization: string | null;
  readonly email: string | null;
  readonly statusReason: string | null;
  readonly decision: Application['decision'];
  readonly ranking: Ranking | null;
  /** A seat that was offered and is not answered yet; null: none. */
  readonly offer: { readonly id: string; readonly replyBy: CivilDate } | null;
  readonly documents: {
    readonly dueOn: CivilDate;
    readonly state: RecertificationState;
    readonly daysLeft: number;
  } | null;
  /** All that a search looks at. */
  readonly words: string;
  /** The place in the order of everyone’s names. */
  readonly byName: number;
}

/** Letters of one kind to someone, on whatever occasion. */
interface Written {
  readonly times: number;
  readonly last: Letter['writtenAt'];
  readonly occasions: ReadonlySet<string>;
}

/** When letters whose step was undone were written last, by occasion: their files may have been sent. */
type Undone = ReadonlyMap<string, Letter['writtenAt']>;

/** One person's part in one kind of letter. */
export interface Recipient {
  readonly person: Correspondent;
  readonly occasion: string;
  /** Whether the letter is for the person now; who was written to before stays in the list either way. */
  readonly isToGet: boolean;
  /** Whether it was written on this very occasion. */
  readonly hasIt: boolean;
  readonly written: Written | null;
  /** When the letter was written on this occasion by a step that was undone since; null: it was not, or is written now. */
  readonly undoneAt: Letter['writtenAt'] | null;
}

/** Everyone of a cohort by the letters that they are to get or have. */
export interface Correspondence {
  readonly cohort: Cohort;
  readonly inForce: PolicyInForce;
  /** In the order of acceptance where it matters, else by last name. */
  readonly recipients: Readonly<Record<LetterKind, readonly Recipient[]>>;
}

/** The tables that say how everyone of a cohort stands, letters aside. */
const peopleTables = [
  'application',
  'participant',
  'person',
  'organization',
  'cohort',
  'policyVersion',
  'recertificationDue',
  'recertificationDueChange',
  'recertificationReceipt',
  'seatOffer',
  'feePayment',
] as const satisfies readonly TableName[];

/** Who of a cohort is to get which letter and who has it; null where there is no such cohort or no program. */
export function correspondenceOf(facts: Facts, cohortId: CohortId): Correspondence | null {
  const { inForce, today } = facts;
  if (!inForce) return null;
  const key = `${cohortId} ${inForce.versionId} ${today}`;
  return facts.cached(`letters ${key}`, [...peopleTables, 'letter'], () => {
    const ranked = rankedCohort(facts, cohortId);
    if (!ranked) return null;
    const people = facts.cached(`correspondents ${key}`, peopleTables, () =>
      correspondents(facts, cohortId, ranked.rankings),
    );
    const letters = writtenIn(facts, cohortId);
    const undone = undoneIn(facts, cohortId);
    const setting = {
      selected: people.some(({ status }) => status === 'accepted'),
      remindDays: inForce.policy.recertification.remindDays,
    };
    const of = (kind: LetterKind): readonly Recipient[] => {
      const found: Recipient[] = [];
      const theirs = letters.get(kind);
      for (const person of people) {
        const written = theirs?.get(person.personId) ?? null;
        const gets = isToGet(kind, person, setting);
        if (!gets && !written) continue;
        const { offer, documents } = person;
        const occasion = occasionOf(kind, { offerId: offer?.id ?? '', dueOn: documents?.dueOn ?? '' });
        const hasIt = written?.occasions.has(occasion) ?? false;
        const undoneAt = hasIt ? null : (undone.get(`${kind} ${person.personId}`)?.get(occasion) ?? null);
        found.push({ person, occasion, isToGet: gets, hasIt, written, undoneAt });
      }
      return kind === 'waiting' || kind === 'seat-offered' ? found.sort(byPlace) : found;
    };
    // The keys are exactly the kinds; fromEntries forgets it.
    const recipients = Object.fromEntries(letterKinds.map((kind) => [kind, of(kind)])) as Correspondence['recipients'];
    return { cohort: ranked.cohort, inForce, recipients };
  });
}

const placeOf = ({ person }: Recipient): number => person.ranking?.place ?? Number.MAX_SAFE_INTEGER;
const byPlace = (a: Recipient, b: Recipient): number => placeOf(a) - placeOf(b);

/** How often each letter of a cohort was written, and when last: by kind, then by person. */
function writtenIn({ database }: Facts, cohortId: CohortId): ReadonlyMap<LetterKind, ReadonlyMap<PersonId, Written>> {
  const rows = database.all<Pick<Letter, 'kind' | 'personId' | 'occasion' | 'writtenAt'>>(
    'SELECT kind, personId, occasion, writtenAt FROM letter WHERE cohortId = ? ORDER BY writtenAt',
    cohortId,
  );
  const written = new Map<LetterKind, Map<PersonId, Written>>();
  for (const { kind, personId, occasion, writtenAt: last } of rows) {
    const theirs = written.get(kind) ?? new Map<PersonId, Written>();
    const { times, occasions } = theirs.get(personId) ?? { times: 0, occasions: new Set<string>() };
    theirs.set(personId, { times: times + 1, last, occasions: new Set([...occasions, occasion]) });
    written.set(kind, theirs);
  }
  return written;
}

/** When letters of a cohort whose step was undone were written last, by kind and person. */
function undoneIn(facts: Facts, cohortId: CohortId): ReadonlyMap<string, Undone> {
  const undone = new Map<string, Map<string, Letter['writtenAt']>>();
  for (const { kind, personId, occasion, writtenAt } of lettersUndone(facts, cohortId)) {
    const key = `${kind} ${personId}`;
    undone.set(key, (undone.get(key) ?? new Map()).set(occasion, writtenAt));
  }
  return undone;
}

type Joined = Pick<
  Correspondent,
  'personId' | 'givenName' | 'familyName' | 'organization' | 'email' | 'status' | 'statusReason' | 'decision'
> & {
  readonly applicationId: ApplicationId | null;
  readonly participantId: ParticipantId | null;
  readonly participant: Participant['status'] | null;
};

/** Everyone of a cohort in the order of their names. */
function correspondents(
  facts: Facts,
  cohortId: CohortId,
  rankings: ReadonlyMap<string, Ranking>,
): readonly Correspondent[] {
  const people = cohortPeople(facts, cohortId);
  const fees = feeStandings(facts, cohortId);
  const offers = openOffers(facts, cohortId);
  const documents = documentsOf(facts, cohortId);
  return facts.database
    .all<Joined>(
      // In this order: SQLite would rather go through everyone who ever applied.
      `SELECT person.id AS personId, givenName, familyName, email, organization.name AS organization,
         application.id AS applicationId, application.status, statusReason, decision,
         participant.id AS participantId, participant.status AS participant
       FROM (SELECT personId FROM application WHERE cohortId = ? UNION SELECT personId FROM participant WHERE cohortId = ?)
         AS someone CROSS JOIN person ON person.id = someone.personId
       LEFT JOIN organization ON organization.id = person.organizationId
       LEFT JOIN application ON application.cohortId = ? AND application.personId = person.id
       LEFT JOIN participant ON participant.cohortId = ? AND participant.personId = person.id`,
      cohortId,
      cohortId,
      cohortId,
      cohortId,
    )
    .map(({ applicationId, participantId, ...row }): Correspondent => {
      const ranking = (applicationId === null ? undefined : rankings.get(applicationId)) ?? null;
      const offer = (applicationId && offers.get(applicationId)) ?? null;
      const listed = people.get(row.personId);
      return {
        ...row,
        name: sayName(row),
        ranking,
        verdict: ranking?.verdict ?? null,
        owed: (participantId && fees.get(participantId)?.owes) ?? null,
        offer,
        isOffered: offer !== null,
        documents: documents.get(row.personId) ?? null,
        words: listed?.words ?? '',
        byName: listed?.place ?? 0,
      };
    })
    .sort((a, b) => a.byName - b.byName);
}

/** Seats that were offered to applicants of a cohort and can still be taken today. */
function openOffers(
  { database, today }: Facts,
  cohortId: CohortId,
): ReadonlyMap<ApplicationId, NonNullable<Correspondent['offer']>> {
  const offers = database.all<Pick<SeatOffer, 'id' | 'applicationId' | 'replyBy'>>(
    `SELECT seatOffer.id, applicationId, replyBy FROM seatOffer JOIN application ON application.id = applicationId
     WHERE cohortId = ? AND answer = 'open' AND replyBy >= ? AND application.status <> 'accepted' ORDER BY offeredOn`,
    cohortId,
    today,
  );
  return new Map(offers.map(({ id, applicationId, replyBy }) => [applicationId, { id, replyBy }]));
}

/** The documents that each graduate of a cohort is to send, as they stand today. */
function documentsOf(facts: Facts, cohortId: CohortId): ReadonlyMap<PersonId, NonNullable<Correspondent['documents']>> {
  const standingOf = standingsOn(facts, facts.today);
  const found = new Map<PersonId, NonNullable<Correspondent['documents']>>();
  for (const graduate of graduatesOf(facts, cohortId)) {
    if (graduate.dueOn === null) continue;
    const { state, daysLeft } = standingOf(graduate);
    if (state !== null && daysLeft !== null) found.set(graduate.personId, { dueOn: graduate.dueOn, state, daysLeft });
  }
  return found;
}

/** The decision that was kept with an application. */
export const keptDecision = ({ decision }: Correspondent): Ranking | null =>
  decision === null ? null : fromJson(StoredRanking, decision).ranking;
