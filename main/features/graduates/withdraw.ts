import { countOf } from '../../../shared/model/counts.ts';
import type { CertificateId, ParticipantId } from '../../../shared/model/ids.ts';
import { RecertificationDueChangeId, RecertificationDueId } from '../../../shared/model/ids.ts';
import { sayName } from '../../../shared/model/people.ts';
import { refuse } from '../../../shared/model/result.ts';
import type { Facts } from '../../call/facts.ts';
import type { Command } from '../../call/handler.ts';
import { type Change, remove, update } from '../../log/change.ts';
import { revoking } from '../certificates/commands.ts';
import { someoneIsGone } from '../people/no-longer.ts';

interface Graduated {
  readonly id: ParticipantId;
  readonly givenName: string;
  readonly familyName: string;
  readonly status: string;
  readonly applied: 0 | 1;
  readonly certificates: number;
}

/**
 * Withdraws graduations that were a mistake. Nothing is forgotten: the certificates are revoked, and their numbers say so
 * and why for ever. The people are enrolled again, so that they can still graduate; who came from an old list of
 * graduates alone has left the cohort. Due dates that no documents came in for go.
 */
export const withdraw: Command<'graduates.withdraw'> = (facts, { participantIds, reason }) => {
  const ids = [...new Set(participantIds)];
  const people = facts.database.all<Graduated>(
    `SELECT participant.id, givenName, familyName, status, applicationId IS NOT NULL AS applied,
       (SELECT count(*) FROM certificate WHERE participantId = participant.id) AS certificates
     FROM json_each(?) asked CROSS JOIN participant ON participant.id = asked.value
     JOIN person ON person.id = personId ORDER BY asked.key`,
    JSON.stringify(ids),
  );
  if (people.length < ids.length) {
    return refuse(someoneIsGone);
  }
  const others = people.filter(({ status }) => status !== 'graduated');
  const [first] = people;
  if (others.length > 0) {
    return refuse(
      people.length === 1 && first
        ? `${sayName(first)} has not graduated, so there is nothing to withdraw.`
        : 'Some of these people have not graduated. Leave them out of the selection.',
      people.length === 1 ? [] : others.map(sayName),
    );
  }
  const whose = people.length === 1 && first ? sayName(first) : countOf(people.length, 'graduate');
  return {
    ok: true,
    label: `Withdrew the graduation of ${whose}: “${reason}”`,
    changes: people.flatMap((person) => changesFor(facts, person, reason)),
    value: { withdrawn: people.length },
  };
};

function changesFor(facts: Facts, { id, applied, certificates }: Graduated, reason: string): Change[] {
  const { database } = facts;
  const good = database.all<{ id: CertificateId }>(
    `SELECT id FROM certificate WHERE participantId = ?
     AND NOT EXISTS (SELECT 1 FROM certificateEnding WHERE certificateId = certificate.id)`,
    id,
  );
  const isFromList = applied === 0 && certificates === 0;
  return [
    update('participant', id, { status: isFromList ? 'withdrawn' : 'enrolled', graduatedOn: null }),
    ...good.map((certificate) => revoking(facts, certificate.id, reason)),
    ...duesGone(facts, id),
  ];
}

/** Due dates of a graduation that is none; one that documents came in for stays with them. */
function duesGone({ database }: Facts, participantId: ParticipantId): Change[] {
  const dues = database.all<{ id: string }>(
    `SELECT id FROM recertificationDue WHERE participantId = ?
     AND NOT EXISTS (SELECT 1 FROM recertificationReceipt WHERE dueId = recertificationDue.id)`,
    participantId,
  );
  return dues.flatMap(({ id }) => [
    ...database
      .all<{ id: string }>('SELECT id FROM recertificationDueChange WHERE dueId = ?', id)
      .map((change) => remove('recertificationDueChange', RecertificationDueChangeId.parse(change.id))),
    remove('recertificationDue', RecertificationDueId.parse(id)),
  ]);
}
