import type { CivilDate } from '../../../shared/model/dates.ts';
import type { CohortId, ParticipantId, PersonId, RecertificationDueId } from '../../../shared/model/ids.ts';
import type { RecertificationState } from '../../../shared/model/recertification.ts';
import type { RecertificationRow, RecertificationShow } from '../../../shared/views/recertification.ts';
import type { Facts } from '../../call/facts.ts';
import { decideRecertification } from '../../rules/recertification/recertification.ts';
import { directory } from '../people/directory.ts';

/** A graduate and the due date that counts for them, the latest cycle’s: all of a row that holds on every day. */
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
  readonly remark: string;
  /** All that a search looks at. */
  readonly words: string;
  /** The place in the list of all graduates. */
  readonly at: number;
}

interface GraduatedParticipant {
  readonly id: ParticipantId;
  readonly personId: PersonId;
  readonly cohortId: CohortId;
  readonly graduatedOn: CivilDate | null;
  readonly remark: string | null;
}

const graduateTables = ['participant', 'cohort', 'person', 'organization', 'recertificationDue'] as const;

/** Every graduate in the order of their names. What came in is kept apart, because it changes with every receipt. */
export function everyGraduate(facts: Facts): readonly Graduate[] {
  const { database, cached } = facts;
  return cached('recertification', graduateTables, () => {
    const people = directory(facts);
    const dues = latestDues(facts);
    const cohorts = new Map(
      database.all<{ id: CohortId; name: string }>('SELECT id, name FROM cohort').map(({ id, name }) => [id, name]),
    );
    const graduated = database
      .all<GraduatedParticipant>(
        "SELECT id, personId, cohortId, graduatedOn, remark FROM participant WHERE status = 'graduated'",
      )
      .flatMap((participant) => {
        const person = people.get(participant.personId);
        return person ? [{ participant, person }] : [];
      })
      .sort((a, b) => a.person.place - b.person.place);
    return graduated.map(({ participant: { id, personId, cohortId, graduatedOn, remark }, person }, at) => {
      const due = dues.get(id);
      const cohort = cohorts.get(cohortId) ?? '';
      const said = joinRemarks(due?.remark?.trim() ?? '', remark?.trim() ?? '');
      return {
        at,
        participantId: id,
        personId,
        cohortId,
        cohort,
        name: person.name,
        organization: person.organization,
        email: person.email,
        graduatedOn,
        dueId: due?.id ?? null,
        dueOn: due?.dueOn ?? null,
        remark: said,
        words: `${person.words} ${cohort.toLowerCase()} ${said.toLowerCase()}`,
      };
    });
  });
}

/** What the leads wrote by hand, beside the due date and in the list of graduates: shown, never read as an answer. */
const joinRemarks = (due: string, graduate: string): string =>
  due === '' || graduate === '' || due === graduate ? due || graduate : `${due} · ${graduate}`;

interface KnownDue {
  readonly id: RecertificationDueId;
  readonly participantId: ParticipantId;
  readonly dueOn: CivilDate;
  readonly remark: string | null;
}

/** Everybody’s latest due date. */
const latestDues = ({ database, cached }: Facts): ReadonlyMap<ParticipantId, KnownDue> =>
  cached('latest due dates', ['recertificationDue'], () => {
    const dues = database.all<KnownDue>(
      'SELECT id, participantId, dueOn, remark FROM recertificationDue ORDER BY cycle',
    );
    return new Map(dues.map((due) => [due.participantId, due]));
  });

/** The first day on which each graduate’s documents came in, at the graduate’s place. */
export function firstReceipts(facts: Facts): readonly (CivilDate | null)[] {
  const { database, cached } = facts;
  return cached('first receipts', [...graduateTables, 'recertificationReceipt'], () => {
    const receipts = database.all<{ dueId: RecertificationDueId; receivedOn: CivilDate }>(
      'SELECT dueId, receivedOn FROM recertificationReceipt ORDER BY receivedOn DESC',
    );
    const byDue = new Map(receipts.map(({ dueId, receivedOn }) => [dueId, receivedOn]));
    return everyGraduate(facts).map(({ dueId }) => (dueId === null ? null : (byDue.get(dueId) ?? null)));
  });
}

/** What a graduate’s two days come to on one day. Graduates with the same days share one. */
export interface StandingOn {
  /** Null without a due date or a program. */
  readonly state: RecertificationState | null;
  readonly daysLeft: number | null;
  /** Null also where it is a later day than the one asked about: nobody knew of it then. */
  readonly receivedOn: CivilDate | null;
}

/** Prepares the rule for one day: a program has few pairs of days, and each is decided once. */
export function standingsOn(facts: Facts, on: CivilDate): (graduate: Graduate) => StandingOn {
  const receipts = firstReceipts(facts);
  const decided = new Map<CivilDate | null, Map<CivilDate | null, StandingOn>>();
  return ({ at, dueOn }) => {
    const came = receipts[at] ?? null;
    const receivedOn = came !== null && came <= on ? came : null;
    let byReceipt = decided.get(dueOn);
    if (!byReceipt) {
      byReceipt = new Map();
      decided.set(dueOn, byReceipt);
    }
    let standing = byReceipt.get(receivedOn);
    if (!standing) {
      standing = decide(facts, dueOn, receivedOn, on);
      byReceipt.set(receivedOn, standing);
    }
    return standing;
  };
}

function decide({ inForce }: Facts, dueOn: CivilDate | null, receivedOn: CivilDate | null, on: CivilDate): StandingOn {
  if (!inForce || dueOn === null) return { state: null, daysLeft: null, receivedOn };
  const { state, daysLeft } = decideRecertification(inForce.policy, { dueOn, receivedOn, remark: null }, on);
  return { state, daysLeft, receivedOn };
}

/** Whether somebody had graduated by a day; an old list that gives no day is taken at its word. */
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

/** Whether a graduate in this state belongs to a part of the list. */
export function isShown(show: RecertificationShow, state: RecertificationRow['state'], remark: string): boolean {
  switch (show) {
    case 'owe':
      return state === 'due' || state === 'in-grace' || state === 'overdue';
    case 'overdue':
      return state === 'overdue';
    case 'due':
      return state === 'due' || state === 'in-grace';
    case 'received':
      return state === 'received' || state === 'received-late';
    case 'remarked':
      return remark !== '';
    case 'no-due-date':
      return state === null;
    case 'everyone':
      return true;
  }
}
