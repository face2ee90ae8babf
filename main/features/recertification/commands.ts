import { countOf } from '../../../shared/model/counts.ts';
import { type CivilDate, sayDate } from '../../../shared/model/dates.ts';
import {
  type ParticipantId,
  RecertificationDueChangeId,
  RecertificationDueId,
  RecertificationReceiptId,
} from '../../../shared/model/ids.ts';
import { sayName } from '../../../shared/model/people.ts';
import type { RecertificationDueChange } from '../../../shared/model/recertification.ts';
import { refuse } from '../../../shared/model/result.ts';
import type { Facts } from '../../call/facts.ts';
import type { Command, Handlers } from '../../call/handler.ts';
import { refuseEach } from '../../call/refuse-each.ts';
import { type Change, insert, update } from '../../log/change.ts';
import { idFor } from '../../log/one-of-a-kind.ts';
import { datesReversed } from '../../rules/dates/date-order.ts';
import { noSuchCohort } from '../courses/queries.ts';

interface AwaitedDue {
  readonly id: RecertificationDueId;
  readonly givenName: string;
  readonly familyName: string;
  readonly receivedOn: CivilDate | null;
  readonly graduatedOn: CivilDate | null;
}

const receive: Command<'recertification.receive'> = (facts, { dueIds, receivedOn, note }) => {
  const [ahead] = datesReversed([{ pair: 'documents received, today', days: [receivedOn, facts.today] }]);
  if (ahead !== undefined) return refuse(ahead);
  const ids = [...new Set(dueIds)];
  const dues = ids.map((id) => findDue(facts, id));
  const strange = dues.filter((due) => due === undefined).length;
  if (strange > 0) {
    return refuse(`${strange} of these due dates no longer exist. Open the list and choose again.`);
  }
  const known = dues.filter((due) => due !== undefined);
  const again = known.filter((due) => due.receivedOn !== null);
  if (again.length > 0) {
    return refuse(
      'Some of these documents were already received. Take them out of the selection, or undo the earlier entry first.',
      again.map((due) => `${sayName(due)}: received ${sayDate(due.receivedOn ?? receivedOn)}`),
    );
  }
  const early = datesReversed(
    known.map((due) => ({
      pair: 'graduated, documents received',
      days: [due.graduatedOn, receivedOn],
      whose: sayName(due),
    })),
  );
  if (early.length > 0) return refuseEach('Documents can’t have come in before the graduation.', early);
  const [first] = known;
  const whose = known.length === 1 && first ? sayName(first) : countOf(known.length, 'graduate');
  return {
    ok: true,
    label: `Recorded documents from ${whose}, received ${sayDate(receivedOn)}`,
    changes: known.map(({ id }) =>
      insert('recertificationReceipt', {
        id: RecertificationReceiptId.parse(facts.newId()),
        dueId: id,
        receivedOn,
        note: note || null,
      }),
    ),
    value: { received: known.length },
  };
};

const findDue = ({ database }: Facts, id: RecertificationDueId): AwaitedDue | undefined =>
  database.get<AwaitedDue>(
    `SELECT due.id, givenName, familyName, graduatedOn,
       (SELECT min(receivedOn) FROM recertificationReceipt WHERE dueId = due.id) AS receivedOn
     FROM recertificationDue due JOIN participant ON participant.id = due.participantId
     JOIN person ON person.id = personId WHERE due.id = ?`,
    id,
  );

interface CurrentDue {
  readonly participantId: ParticipantId;
  readonly dueId: RecertificationDueId | null;
  readonly dueOn: CivilDate | null;
  readonly graduatedOn: CivilDate | null;
  readonly received: number;
}

const setDue: Command<'recertification.setDue'> = (facts, { cohortId, dueOn, corrects, reason }) => {
  const cohort = facts.database.get<{ name: string }>('SELECT name FROM cohort WHERE id = ?', cohortId);
  if (!cohort) return refuse(noSuchCohort);
  if (corrects && reason === null) {
    return refuse(
      'A correction changes what is answered about past days. Say why, so that it can be understood later.',
    );
  }
  const graduates = facts.database.all<CurrentDue>(
    `SELECT participant.id AS participantId, due.id AS dueId, due.dueOn, graduatedOn,
       (SELECT count(*) FROM recertificationReceipt WHERE dueId = due.id) AS received
     FROM participant LEFT JOIN recertificationDue due ON due.participantId = participant.id
       AND due.cycle = (SELECT max(cycle) FROM recertificationDue WHERE participantId = participant.id)
     WHERE cohortId = ? AND participant.status = 'graduated'`,
    cohortId,
  );
  if (graduates.length === 0) return refuse(`${cohort.name} has no graduates yet, so there is no due date to set.`);
  // Whoever has handed in keeps the date that they met; a new one must never make them late.
  const owing = graduates.filter(({ received }) => received === 0);
  if (owing.length === 0) {
    return refuse(
      `Every graduate of ${cohort.name} has already turned in documents for their due date, which stays as it was.`,
    );
  }
  const reversed = datesReversed(
    owing.map(({ graduatedOn }) => ({ pair: 'graduated, documents due', days: [graduatedOn, dueOn] })),
  );
  if (reversed.length > 0)
    return refuseEach(`Documents of ${cohort.name} can’t be due on ${sayDate(dueOn)}.`, reversed);
  const moved = owing.filter((graduate) => graduate.dueOn !== dueOn);
  const whose = `${sayGraduates(moved.length)} of ${cohort.name}`;
  return {
    ok: true,
    label: corrects
      ? `Corrected the due date of ${whose}${sayFormer(moved)} to ${sayDate(dueOn)}: “${reason}”`
      : `Set the due date of ${whose} to ${sayDate(dueOn)}`,
    changes: moved.flatMap(({ dueId, participantId, dueOn: wasDueOn }) => {
      if (dueId === null || wasDueOn === null) return [addDue(facts, participantId, dueOn)];
      const changed = update('recertificationDue', dueId, { dueOn });
      return corrects ? [changed] : [changed, keepFormer(facts, { dueId, wasDueOn, reason })];
    }),
    value: { set: moved.length },
  };
};

/** ` from Jun 1, 2022`, where all of them had the same date. */
function sayFormer(moved: readonly CurrentDue[]): string {
  const days = new Set(moved.map(({ dueOn }) => dueOn));
  const [only] = days;
  return days.size === 1 && only ? ` from ${sayDate(only)}` : '';
}

/** Keeps the date that held until today: what was overdue on a past day stays so. */
const keepFormer = (
  { newId, today }: Facts,
  { dueId, wasDueOn, reason }: Pick<RecertificationDueChange, 'dueId' | 'wasDueOn' | 'reason'>,
): Change =>
  insert('recertificationDueChange', {
    id: RecertificationDueChangeId.parse(newId()),
    dueId,
    fromOn: today,
    wasDueOn,
    reason,
  });

const sayGraduates = (count: number): string => countOf(count, 'graduate');

/** The first due date of a graduate who has none. */
export const addDue = (facts: Facts, participantId: ParticipantId, dueOn: CivilDate): Change =>
  insert('recertificationDue', {
    id: RecertificationDueId.parse(idFor(facts.database, 'recertificationDue', { participantId, cycle: 1 })),
    participantId,
    cycle: 1,
    dueOn,
    remark: null,
  });

export const recertificationCommands: Pick<Handlers, 'recertification.receive' | 'recertification.setDue'> = {
  'recertification.receive': receive,
  'recertification.setDue': setDue,
};
