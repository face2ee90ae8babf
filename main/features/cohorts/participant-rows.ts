import type { ParticipantStatus } from '../../../shared/model/cohorts.ts';
import { sayFeeState } from '../../../shared/model/fees.ts';
import type { CourseProgress, GraduationFacts } from '../../../shared/model/graduates.ts';
import type { CohortId, ParticipantId, PersonId } from '../../../shared/model/ids.ts';
import { compareOrder, nameOrder, searchWords } from '../../../shared/model/listed-names.ts';
import { foldName, nameOnCertificate, sayName, sayPhone } from '../../../shared/model/people.ts';
import type { TableName } from '../../../shared/model/tables.ts';
import type { TagId } from '../../../shared/model/tags.ts';
import type { ParticipantColumn, ParticipantCourse, ParticipantRow } from '../../../shared/views/cohorts.ts';
import type { Facts } from '../../call/facts.ts';
import { decideCourse } from '../../rules/progress/completion.ts';
import { sayYearsAsTyped } from '../applicants/rows.ts';
import { feeStandings } from '../fees/standing.ts';
import { changedSinceIn } from '../graduates/changed-since.ts';
import { searchFor } from '../people/directory.ts';
import { attendanceOf } from '../presence/queries.ts';
import { momentKey } from '../presence/session-moments.ts';
import { promisedTo } from '../program/promised.ts';
import { eligibilityOf, eligibilityTables } from '../requirements/eligibility.ts';
import { factsChangedSince } from '../selection/ranked-rows.ts';
import { peopleTagged } from '../tags/tagged.ts';

/** A participant's row with what it is found by and sorted by. */
interface ListedParticipant {
  readonly row: ParticipantRow;
  readonly words: string;
  /** What the list is sorted by where nothing else is asked for. */
  readonly order: string;
}

const listTables: readonly TableName[] = [
  ...eligibilityTables,
  'person',
  'organization',
  'application',
  'policyVersion',
  'certificate',
];

interface StoredParticipant {
  readonly id: ParticipantId;
  readonly personId: PersonId;
  readonly status: ParticipantStatus;
  readonly givenName: string;
  readonly familyName: string;
  readonly certificateName: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly jobTitle: string | null;
  readonly organization: string | null;
  readonly applicationId: string | null;
  readonly tier: number | null;
  /** SQLite's truth. */
  readonly overruled: 0 | 1 | null;
  /** SQLite’s truth: whether a fact that the acceptance saw is another one now. */
  readonly otherFacts: 0 | 1;
  readonly years: number | null;
  readonly typedYears: string | null;
}

/** Everyone in a cohort by last name, withdrawn and deferred people included. */
function participantsOf(facts: Facts, cohortId: CohortId): readonly ListedParticipant[] {
  return facts.cached(`participants ${cohortId} ${facts.today} ${momentKey(facts)}`, listTables, () =>
    readParticipants(facts, cohortId),
  );
}

function readParticipants(facts: Facts, cohortId: CohortId): readonly ListedParticipant[] {
  const attendance = attendanceOf(facts, cohortId);
  const graduations = eligibilityOf(facts, cohortId);
  const standingsOf = standingsUnder(facts, cohortId);
  const fees = feeStandings(facts, cohortId);
  const graduationsChanged = changedSinceIn(facts, cohortId);
  const rows = facts.database.all<StoredParticipant>(
    `SELECT participant.id, participant.personId, participant.status, givenName, familyName, certificateName, email,
       phone, jobTitle, organization.name AS organization, application.id AS applicationId,
       json_extract(decision, '$.ranking.tier') AS tier, json_extract(decision, '$.ranking.overruled') AS overruled,
       ${factsChangedSince} AS otherFacts, yearsInEducation AS years,
       json_extract(application.answers, '$.yearsInEducation') AS typedYears
     FROM participant JOIN person ON person.id = participant.personId
     LEFT JOIN organization ON organization.id = organizationId
     LEFT JOIN application ON application.id = participant.applicationId
     WHERE participant.cohortId = ?`,
    cohortId,
  );
  const people = rows.map((stored) => {
    const seen = attendance.get(stored.id);
    const fee = fees.get(stored.id)?.state ?? null;
    const changedSince = [
      stored.otherFacts === 1 ? 'Facts of the application have changed since it was accepted; the decision stays.' : '',
      graduationsChanged.get(stored.id) ?? '',
    ].filter((part) => part !== '');
    return listed(stored, seen ? standingsOf(seen) : noStandings, {
      fee,
      changedSince: changedSince.join(' '),
      graduation: graduations.get(stored.id)?.verdict ?? 'not-enrolled',
    });
  });
  return people.sort((a, b) => compareOrder(a.order, b.order) || compareOrder(a.row.personId, b.row.personId));
}

interface Standings {
  readonly courses: readonly ParticipantCourse[];
  /** How many are completed. */
  readonly attended: number;
  readonly missing: string;
}

const noStandings: Standings = { courses: [], attended: 0, missing: '' };

function listed(
  stored: StoredParticipant,
  { courses, attended, missing }: Standings,
  derived: Pick<ParticipantRow, 'fee' | 'changedSince' | 'graduation'>,
): ListedParticipant {
  const organization = stored.organization ?? '';
  const email = stored.email ?? '';
  const row: ParticipantRow = {
    participantId: stored.id,
    personId: stored.personId,
    name: sayName(stored),
    organization,
    certificateName: nameOnCertificate(stored),
    jobTitle: stored.jobTitle ?? '',
    email,
    phone: stored.phone === null ? '' : sayPhone(stored.phone),
    tier: stored.tier === null ? '' : String(stored.tier),
    overruled: stored.overruled === 1,
    years: stored.applicationId === null ? '' : sayYearsAsTyped(stored.years, stored.typedYears ?? undefined),
    status: stored.status,
    courses,
    attended,
    missing,
    ...derived,
  };
  return {
    row,
    words: searchWords(stored),
    order: nameOrder(stored),
  };
}

/** How participants stand with each course; those whose facts are alike are worked out once. */
function standingsUnder(facts: Facts, cohortId: CohortId): (seen: GraduationFacts) => Standings {
  const { today } = facts;
  const promised = promisedTo(facts, cohortId);
  const courses = promised?.policy.courses.toSorted((a, b) => a.number - b.number) ?? [];
  const known = new Map<GraduationFacts, Standings>();
  return (seen) => {
    if (!promised) return noStandings;
    const found = known.get(seen);
    if (found) return found;
    const decided = courses.map(({ id }) => decideCourse(promised.policy, seen, id, today).progress);
    const isMissed = ({ standing, outlook }: CourseProgress): boolean =>
      outlook !== 'completed' && (standing === 'missed' || standing === 'partly' || standing === 'excused');
    const fresh = {
      courses: decided.map(({ courseId, standing, heldOn }) => ({ courseId, standing, heldOn })),
      attended: decided.filter(({ outlook }) => outlook === 'completed').length,
      missing: courses
        .filter((_, at) => decided[at] && isMissed(decided[at]))
        .map(({ title }) => title)
        .join('; '),
    };
    known.set(seen, fresh);
    return fresh;
  };
}

/** What of a list the screen asks for, but for the slice. */
interface Choice {
  readonly cohortId: CohortId;
  readonly search: string;
  readonly tagId: TagId | null;
  readonly sort?: { readonly by: ParticipantColumn; readonly direction: 'up' | 'down' } | undefined;
}

/** The participants that a search leaves, in the order asked for: what the screen shows and what is exported. */
export function chosenParticipants(
  facts: Facts,
  { cohortId, search, sort, tagId }: Choice,
): readonly ListedParticipant[] {
  const everyone = sorted(facts, cohortId, sort);
  const isMeant = searchFor(search);
  const tagged = peopleTagged(facts, tagId);
  if (!isMeant && !tagged) return everyone;
  return everyone.filter(({ row, words }) => (!isMeant || isMeant(words)) && (!tagged || tagged.has(row.personId)));
}

function sorted(facts: Facts, cohortId: CohortId, sort: Choice['sort']): readonly ListedParticipant[] {
  const people = participantsOf(facts, cohortId);
  if (!sort || (sort.by === 'name' && sort.direction === 'up')) return people;
  const key = `participants ${cohortId} ${facts.today} ${momentKey(facts)} by ${sort.by} ${sort.direction}`;
  return facts.cached(key, listTables, () => {
    const sign = sort.direction === 'up' ? 1 : -1;
    return people
      .map((person) => ({ person, key: sortKey(sort.by, person) }))
      .sort((a, b) => {
        // What is not known goes last, whichever way the list runs.
        if (a.key === '' || b.key === '') return Number(a.key === '') - Number(b.key === '');
        return compare(a.key, b.key) * sign;
      })
      .map(({ person }) => person);
  });
}

function sortKey(by: ParticipantColumn, { row, order }: ListedParticipant): string | number {
  switch (by) {
    case 'name':
      return order;
    case 'courses':
    case 'attended':
      return row.attended;
    case 'years':
      return row.years === '' || row.years === '?' ? '' : Number.parseFloat(row.years.replace('< ', '0.'));
    case 'fee':
      return row.fee === null ? '' : sayFeeState[row.fee];
    case 'email':
    case 'phone':
    case 'tier':
    case 'status':
      return row[by];
    default:
      return foldName(row[by]);
  }
}

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);
