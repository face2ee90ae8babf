import type { CivilDate } from '../../../shared/model/dates.ts';
import type { CohortId, ParticipantId, PersonId, RecertificationDueId } from '../../../shared/model/ids.ts';
import { sayName } from '../../../shared/model/people.ts';
import type { RecertificationState } from '../../../shared/model/recertification.ts';
import type { RecertificationRow } from '../../../shared/views/recertification.ts';
import type { Facts, PolicyInForce } from '../../call/facts.ts';
import { decideRecertification } from '../../rules/recertification/recertification.ts';

/** A graduate, the due date that counts for them, the latest cycle’s, and the first day on which documents came in. */
export interface Graduate {
  readonly participantId: ParticipantId;
  readonly personId: PersonId;
  readonly cohortId: CohortId;
  readonly cohort: string;
  readonly name: string;
  readonly organization: string;
  readonly email: string;
  readonly graduatedOn: CivilDate | null;
  readonly dueId: RecertificationDueId | null;
  readonly dueOn: CivilDate | null;
  readonly receivedOn: CivilDate | null;
  readonly remark: string;
}

type StoredGraduate = Omit<Graduate, 'name' | 'organization' | 'email' | 'remark'> & {
  readonly givenName: string;
  readonly familyName: string;
  readonly organization: string | null;
  readonly email: string | null;
  readonly remark: string | null;
  readonly dueRemark: string | null;
};

/** The columns of a graduate’s row. */
const columns = `participant.id AS participantId, participant.personId, participant.cohortId, cohort.name AS cohort,
  graduatedOn, participant.remark, due.id AS dueId, due.dueOn, due.remark AS dueRemark,
  (SELECT min(receivedOn) FROM recertificationReceipt WHERE dueId = due.id) AS receivedOn,
  givenName, familyName, email, organization.name AS organization`;

/** The due dates as they are now, as a table `due`. */
export const duesAsTheyAre = 'recertificationDue due';

/**
 * The due dates as they held on a day, as a table `due`. Those that were changed later are the earlier ones; where none
 * was, as on most days, it is the table itself with its indexes.
 */
export function duesOn({ database }: Facts, on: CivilDate): string {
  const changed = database.get('SELECT 1 FROM recertificationDueChange WHERE fromOn > ? LIMIT 1', on);
  if (!changed) return duesAsTheyAre;
  // A day has digits and hyphens only, so that it can stand in the text itself.
  return `(SELECT id, participantId, cycle, remark, coalesce(
      (SELECT wasDueOn FROM recertificationDueChange WHERE dueId = stored.id AND fromOn > '${on}' ORDER BY fromOn, id LIMIT 1),
      dueOn) AS dueOn FROM recertificationDue stored) due`;
}

const withDue = (dues: string): string => `LEFT JOIN ${dues} ON due.participantId = participant.id
    AND due.cycle = (SELECT max(cycle) FROM recertificationDue WHERE participantId = participant.id)`;
const named = 'CROSS JOIN personSearchKey ON personSearchKey.personId = participant.personId';
const inCohort = 'CROSS JOIN cohort ON cohort.id = participant.cohortId';

/** Graduates with the due date that counts for each on a day; whoever has none is left out. By indexes that hold it all. */
export function latestDues(facts: Facts, on: CivilDate): string {
  const dues = duesOn(facts, on);
  const due = dues === duesAsTheyAre ? `${dues} INDEXED BY recertificationDueLatest` : dues;
  return `participant INDEXED BY participantStatus CROSS JOIN ${due} ON due.participantId = participant.id
    AND due.cycle = (SELECT max(cycle) FROM recertificationDue WHERE participantId = participant.id)`;
}

/** Of a due date named `due`: that no later one of the participant takes its place. */
export const isLatest = `NOT EXISTS (SELECT 1 FROM recertificationDue later
  WHERE later.participantId = due.participantId AND later.cycle > due.cycle)`;

/**
 * Participants with the due date that counts for each on a day and what it takes to find and to name them, in the order
 * in which SQLite goes through them: it has no statistics, and of 100,000 it would begin at the wrong end.
 */
export function joinedOn(facts: Facts, on: CivilDate) {
  const dues = duesOn(facts, on);
  return {
    /** Whom a cohort leaves, or everyone. */
    byParticipant: `participant ${inCohort} ${named} ${withDue(dues)}`,
    /** Whom a search finds, by a query for their ids: SQLite would rather go through all who graduated. */
    byFound: (found: string) =>
      `(${found}) found CROSS JOIN participant ON participant.id = found.id ${inCohort} ${named} ${withDue(dues)}`,
    /** In the order of names, to stop after a slice. */
    byName: `personSearchKey CROSS JOIN participant ON participant.personId = personSearchKey.personId ${inCohort} ${withDue(dues)}`,
    /** In the order of due dates, to stop after a slice; beside it stands `isLatest`. */
    byDue: `${dues} CROSS JOIN participant ON participant.id = due.participantId ${inCohort} ${named}`,
  } as const;
}

/** Graduates as a query finds and orders their ids, with the due dates of a day. */
export const graduatesBy = (
  facts: Facts,
  { on = facts.today, ids }: { readonly on?: CivilDate | undefined; readonly ids: string },
  ...values: readonly (string | number)[]
): Graduate[] => graduatesIn(facts, idsBy(facts, ids, ...values), on);

/** The ids of participants as a query finds and orders them. */
export const idsBy = ({ database }: Facts, ids: string, ...values: readonly (string | number)[]): ParticipantId[] =>
  database.all<{ id: ParticipantId }>(ids, ...values).map(({ id }) => id);

/** Some graduates in the order of their ids, with the due dates of a day: only those that are listed are read whole. */
export function graduatesIn(facts: Facts, ids: readonly ParticipantId[], on: CivilDate): Graduate[] {
  return facts.database
    .all<StoredGraduate>(
      `SELECT ${columns} FROM json_each(?) asked CROSS JOIN participant ON participant.id = asked.value
       ${withDue(duesOn(facts, on))}
       CROSS JOIN person ON person.id = participant.personId ${inCohort}
       LEFT JOIN organization ON organization.id = person.organizationId ORDER BY asked.key`,
      JSON.stringify(ids),
    )
    .map(graduateOf);
}

/** By last name, then first name, then the record. */
export const byName = 'sortName, participant.id';

/** Every graduate of a cohort in the order of their names. */
export const graduatesOf = (facts: Facts, cohortId: CohortId): Graduate[] =>
  graduatesBy(
    facts,
    {
      ids: `SELECT participant.id FROM ${joinedOn(facts, facts.today).byParticipant}
        WHERE participant.status = 'graduated' AND participant.cohortId = ? ORDER BY ${byName}`,
    },
    cohortId,
  );

/** One graduate; undefined: no one, or not graduated. */
export const graduateBy = (facts: Facts, participantId: ParticipantId, on?: CivilDate): Graduate | undefined =>
  graduatesBy(facts, { on, ids: "SELECT id FROM participant WHERE status = 'graduated' AND id = ?" }, participantId)[0];

function graduateOf({
  givenName,
  familyName,
  organization,
  email,
  remark,
  dueRemark,
  ...rest
}: StoredGraduate): Graduate {
  return {
    ...rest,
    name: sayName({ givenName, familyName }),
    organization: organization ?? '',
    email: email ?? '',
    remark: joinRemarks(dueRemark?.trim() ?? '', remark?.trim() ?? ''),
  };
}

/** What the leads wrote by hand, beside the due date and in the list of graduates: shown, never read as an answer. */
const joinRemarks = (due: string, graduate: string): string =>
  due === '' || graduate === '' || due === graduate ? due || graduate : `${due} · ${graduate}`;

/** What a graduate’s two days come to on one day. Graduates with the same days share one. */
interface StandingOn {
  /** Null without a due date or a program. */
  readonly state: RecertificationState | null;
  readonly daysLeft: number | null;
  /** Null also where it is a later day than the one asked about: no one knew of it then. */
  readonly receivedOn: CivilDate | null;
}

/** Prepares the rule of one day for that day: a program has few pairs of days, and each is decided once. */
export function standingsOn(facts: Facts, on: CivilDate): (days: Pick<Graduate, 'dueOn' | 'receivedOn'>) => StandingOn {
  const version = facts.policyOn(on);
  const decided = new Map<CivilDate | null, Map<CivilDate | null, StandingOn>>();
  return ({ dueOn, receivedOn: came }) => {
    const receivedOn = came !== null && came <= on ? came : null;
    let byReceipt = decided.get(dueOn);
    if (!byReceipt) {
      byReceipt = new Map();
      decided.set(dueOn, byReceipt);
    }
    let standing = byReceipt.get(receivedOn);
    if (!standing) {
      standing = decide(version, { dueOn, receivedOn }, on);
      byReceipt.set(receivedOn, standing);
    }
    return standing;
  };
}

function decide(
  version: PolicyInForce | null,
  { dueOn, receivedOn }: Pick<Graduate, 'dueOn' | 'receivedOn'>,
  on: CivilDate,
): StandingOn {
  if (!version || dueOn === null) return { state: null, daysLeft: null, receivedOn };
  const { state, daysLeft } = decideRecertification(version.policy, { dueOn, receivedOn, remark: null }, on);
  return { state, daysLeft, receivedOn };
}

/** Whether someone had graduated by a day; an old list that gives no day is taken at its word. */
export const hadGraduated = ({ graduatedOn }: Graduate, on: CivilDate): boolean =>
  graduatedOn === null || graduatedOn <= on;

/** A graduate’s row on a day. */
export function rowOn(graduate: Graduate, { state, daysLeft, receivedOn }: StandingOn): RecertificationRow {
  const { dueId, participantId, personId, name, organization, email, cohortId, cohort, remark, dueOn } = graduate;
  return {
    dueId,
    participantId,
    personId,
    name,
    organization,
    email,
    cohortId,
    cohort,
    state,
    dueOn,
    receivedOn,
    daysLeft,
    remark,
  };
}
