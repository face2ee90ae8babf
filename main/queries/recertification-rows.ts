import type { CivilDate } from '../../shared/model/dates.ts';
import type { CohortId, ParticipantId, PersonId, RecertificationDueId } from '../../shared/model/ids.ts';
import type { Recertification } from '../../shared/model/recertification.ts';
import type { RecertificationRow, RecertificationShow } from '../../shared/views/recertification.ts';
import type { Facts } from '../facts.ts';
import { decideRecertification } from '../rules/recertification.ts';
import { directory } from './directory.ts';

/** The days that a state follows from. Graduates with the same days share one object. */
export interface Days {
  readonly dueOn: CivilDate | null;
  /** The first day on which documents came in. */
  readonly receivedOn: CivilDate | null;
}

/** A graduate and the due date that counts for them, the latest cycle’s, as it stands on every day. */
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
  readonly days: Days;
  readonly remark: string;
  /** All that a search looks at. */
  readonly words: string;
}

interface KnownGraduate extends Omit<Graduate, 'dueId' | 'days'> {
  readonly place: number;
}

/** Who graduated, in the order of their names. */
function graduates(facts: Facts): readonly KnownGraduate[] {
  const { database, cached } = facts;
  return cached('graduates by name', ['participant', 'cohort', 'person', 'organization'], () => {
    const people = directory(facts);
    return database
      .all<
        Pick<Graduate, 'participantId' | 'personId' | 'cohortId' | 'cohort' | 'graduatedOn'> & { remark: string | null }
      >(
        `SELECT participant.id AS participantId, personId, cohortId, cohort.name AS cohort, graduatedOn, remark
         FROM participant JOIN cohort ON cohort.id = cohortId WHERE participant.status = 'graduated'`,
      )
      .flatMap((graduate) => {
        const person = people.get(graduate.personId);
        if (!person) return [];
        const { name, organization, email, place } = person;
        const words = `${person.words} ${graduate.cohort.toLowerCase()}`;
        return [{ ...graduate, name, organization, email, place, words, remark: graduate.remark?.trim() ?? '' }];
      })
      .sort((a, b) => a.place - b.place);
  });
}

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

/** The first day on which documents came in for each due date. */
const firstReceipts = ({ database, cached }: Facts): ReadonlyMap<RecertificationDueId, CivilDate> =>
  cached('first receipts', ['recertificationReceipt'], () => {
    const receipts = database.all<{ dueId: RecertificationDueId; receivedOn: CivilDate }>(
      'SELECT dueId, receivedOn FROM recertificationReceipt ORDER BY receivedOn DESC',
    );
    return new Map(receipts.map(({ dueId, receivedOn }) => [dueId, receivedOn]));
  });

const tables = [
  'participant',
  'cohort',
  'person',
  'organization',
  'recertificationDue',
  'recertificationReceipt',
] as const;

/** Every graduate in the order of their names, kept until one of their records changes. */
export function everyGraduate(facts: Facts): readonly Graduate[] {
  return facts.cached('recertification', tables, () => {
    const dues = latestDues(facts);
    const receipts = firstReceipts(facts);
    const shared = new Map<string, Days>();
    const daysOf = (dueOn: CivilDate | null, receivedOn: CivilDate | null): Days => {
      const key = `${dueOn} ${receivedOn}`;
      const known = shared.get(key);
      if (known) return known;
      const days = { dueOn, receivedOn };
      shared.set(key, days);
      return days;
    };
    return graduates(facts).map((graduate) => {
      const due = dues.get(graduate.participantId);
      const remark = joinRemarks(due?.remark?.trim() ?? '', graduate.remark);
      return {
        ...graduate,
        dueId: due?.id ?? null,
        days: daysOf(due?.dueOn ?? null, (due && receipts.get(due.id)) ?? null),
        remark,
        words: remark === '' ? graduate.words : `${graduate.words} ${remark.toLowerCase()}`,
      };
    });
  });
}

/** What the leads wrote by hand, beside the due date and in the list of graduates: shown, never read as an answer. */
const joinRemarks = (due: string, graduate: string): string =>
  due === '' || graduate === '' || due === graduate ? due || graduate : `${due} · ${graduate}`;

/** What a graduate’s days come to on one day; null without a due date or a program. */
export type DecideOn = (days: Days) => Pick<Recertification, 'state' | 'daysLeft'> | null;

/** Prepares the rule for one day: a program has few pairs of days, and each is decided once. */
export function decisionsOn({ inForce }: Facts, on: CivilDate): DecideOn {
  const decided = new Map<Days, Recertification | null>();
  return (days) => {
    const known = decided.get(days);
    if (known !== undefined) return known;
    const { dueOn, receivedOn } = days;
    const decision =
      !inForce || dueOn === null
        ? null
        : decideRecertification(inForce.policy, { dueOn, receivedOn, remark: null }, on);
    decided.set(days, decision);
    return decision;
  };
}

/** Whether somebody had graduated by a day; an old list that gives no day is taken at its word. */
export const hadGraduated = ({ graduatedOn }: Graduate, on: CivilDate): boolean =>
  graduatedOn === null || graduatedOn <= on;

/** A graduate’s row on a day. A receipt of a later day is not known yet. */
export function rowOn(graduate: Graduate, on: CivilDate, decide: DecideOn): RecertificationRow {
  const { dueId, participantId, personId, name, organization, email, cohortId, cohort, remark, days } = graduate;
  const decision = decide(days);
  return {
    dueId,
    participantId,
    personId,
    name,
    organization,
    email,
    cohortId,
    cohort,
    state: decision?.state ?? null,
    dueOn: days.dueOn,
    receivedOn: days.receivedOn !== null && days.receivedOn <= on ? days.receivedOn : null,
    daysLeft: decision?.daysLeft ?? null,
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
