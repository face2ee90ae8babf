import type { ParsedInputOf } from '../../../shared/api.ts';
import type { ParticipantStatus } from '../../../shared/model/cohorts.ts';
import type { CivilDate } from '../../../shared/model/dates.ts';
import { type FeeMethod, type FeeState, feeStates, sayPaidBy } from '../../../shared/model/fees.ts';
import type { CohortId, OrganizationId, ParticipantId, PersonId } from '../../../shared/model/ids.ts';
import { sayName } from '../../../shared/model/people.ts';
import type { FeeColumn, FeeRow } from '../../../shared/views/fees.ts';
import type { Facts } from '../../call/facts.ts';
import { inGroups } from '../../call/in-groups.ts';
import { likeEach } from '../people/directory.ts';
import { accountOf, carriedJson, fromList, joinCarried, type Sums, withCarriedTables } from './following.ts';
import { feeAlike, feeGroups, feeShown, hasFee, sums } from './groups.ts';
import { type ChargedParticipant, participantsFeeOf } from './standing.ts';

type FeeChoice = Pick<ParsedInputOf<'fees.list'>, 'cohortId' | 'show' | 'search' | 'sort'>;

interface StoredFee extends Omit<ChargedParticipant, 'id'>, Sums {
  readonly participantId: ParticipantId;
  readonly personId: PersonId;
  readonly cohortId: CohortId;
  readonly cohort: string;
  readonly status: ParticipantStatus;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string | null;
  readonly organizationId: OrganizationId | null;
  readonly organization: string | null;
  readonly payment: string | null;
}

const select = `${withCarriedTables} SELECT participant.id AS participantId, participant.personId, participant.cohortId,
    cohort.name AS cohort, participant.status, cohort.fee, ${fromList} AS fromList, ${sums}, givenName, familyName,
    person.email, person.organizationId, organization.name AS organization, application.payment
  FROM personSearchKey CROSS JOIN participant ON participant.personId = personSearchKey.personId
  JOIN cohort ON cohort.id = participant.cohortId JOIN person ON person.id = participant.personId
  LEFT JOIN organization ON organization.id = person.organizationId
  LEFT JOIN application ON application.id = participant.applicationId ${joinCarried}`;

/** A slice of whom a part of the list and a search leave, in the order asked for; without a limit, all of them. */
export function chosenFees(facts: Facts, choice: FeeChoice, offset = 0, limit = -1): readonly FeeRow[] {
  const { sort } = choice;
  if (sort && sort.by !== 'name') {
    const sorted = inGroups(inNameOrder(facts, choice, 'ASC'), keyOf(sort.by), sort.direction);
    return limit < 0 ? sorted : sorted.slice(offset, offset + limit);
  }
  return inNameOrder(facts, choice, sort?.direction === 'down' ? 'DESC' : 'ASC', offset, limit);
}

function inNameOrder(
  facts: Facts,
  { cohortId, show, search }: FeeChoice,
  way: 'ASC' | 'DESC',
  offset = 0,
  limit = -1,
): readonly FeeRow[] {
  const said = likeEach('words', search);
  // Those of one fee, one status and the same sums stand alike: the rule says which of these belong to the part.
  const alike = feeGroups(facts, { cohortId, search }).filter(({ standing }) => feeShown[show](standing));
  if (alike.length === 0) return [];
  const isAlike = show === 'everyone' ? hasFee : `${hasFee} AND ${feeAlike} IN (SELECT value FROM json_each(?))`;
  return facts.database
    .all<StoredFee>(
      `${select} WHERE ${[...(cohortId === null ? [] : ['participant.cohortId = ?']), isAlike, ...said.where].join(' AND ')}
       ORDER BY sortName ${way}, participant.id ${way} LIMIT ? OFFSET ?`,
      carriedJson(facts),
      ...(cohortId === null ? [] : [cohortId]),
      ...(show === 'everyone' ? [] : [JSON.stringify([...new Set(alike.map(({ key }) => key))])]),
      ...said.values,
      limit,
      offset,
    )
    .map((stored) => rowOf(facts, stored));
}

/** A participant's row; undefined: there is no such participant, or the fee was settled before this desk. */
export function listedFee(facts: Facts, participantId: ParticipantId): FeeRow | undefined {
  const stored = facts.database.get<StoredFee>(
    `${select} WHERE participant.id = ? AND ${hasFee}`,
    carriedJson(facts),
    participantId,
  );
  return stored && rowOf(facts, stored);
}

interface LastPayment {
  readonly method: FeeMethod;
  readonly reference: string | null;
  readonly receivedOn: CivilDate;
}

function rowOf(facts: Facts, stored: StoredFee): FeeRow {
  const { database } = facts;
  const { participantId, personId, cohortId, cohort, status, organizationId, organization, email, payment } = stored;
  const account = JSON.stringify(accountOf(facts, participantId));
  const paid = database.get<LastPayment>(
    `SELECT method, reference, receivedOn FROM feePayment
     WHERE participantId IN (SELECT value FROM json_each(?)) AND kind = 'payment'
     ORDER BY receivedOn DESC, id DESC LIMIT 1`,
    account,
  );
  const invoice = database.get<{ number: string }>(
    `SELECT number FROM invoiceLine JOIN invoice ON invoice.id = invoiceId
     WHERE participantId IN (SELECT value FROM json_each(?)) AND voidedOn IS NULL
     ORDER BY issuedOn DESC, invoice.id DESC LIMIT 1`,
    account,
  );
  const { cohortId: _cohortId, ...standing } = participantsFeeOf(stored, stored);
  return {
    ...standing,
    participantId,
    personId,
    cohortId,
    organizationId,
    name: sayName(stored),
    organization: organization ?? '',
    cohort,
    email: email ?? '',
    status,
    payment: payment ?? '',
    paidBy: paid ? sayPaidBy(paid.method, paid.reference) : '',
    lastOn: paid?.receivedOn ?? null,
    invoice: invoice?.number ?? '',
  };
}

const order: ReadonlyMap<FeeState, number> = new Map(feeStates.map((state, at) => [state, at]));

const keyOf =
  (by: Exclude<FeeColumn, 'name'>) =>
  (row: FeeRow): string | number | null =>
    by === 'state' ? (order.get(row.state) ?? 0) : row[by];
