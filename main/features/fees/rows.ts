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
import { whereTagged } from '../tags/tagged.ts';
import { accountOf, carriedMoney, fromList, nothing, placesWithCarried, type Sums, withCarried } from './following.ts';
import { feeAlike, feeGroups, feeShown, hasFee, idList, totalsOf } from './groups.ts';
import { type ChargedParticipant, ownSums, participantsFeeOf } from './standing.ts';

type FeeChoice = Pick<ParsedInputOf<'fees.list'>, 'cohortId' | 'show' | 'search' | 'sort' | 'tagId'>;

interface StoredFee extends Omit<ChargedParticipant, 'id'> {
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

const rowColumns = `participant.id AS participantId, participant.personId, participant.cohortId,
    cohort.name AS cohort, participant.status, cohort.fee, ${fromList} AS fromList, givenName, familyName,
    person.email, person.organizationId, organization.name AS organization, application.payment`;

const rowJoins = `JOIN cohort ON cohort.id = participant.cohortId JOIN person ON person.id = participant.personId
  LEFT JOIN organization ON organization.id = person.organizationId
  LEFT JOIN application ON application.id = participant.applicationId`;

/** A slice of whom a part of the list and a search leave, in the order asked for; without a limit, all of them. */
export function chosenFees(facts: Facts, choice: FeeChoice, offset = 0, limit = -1): readonly FeeRow[] {
  const { sort } = choice;
  if (sort && sort.by !== 'name') {
    const sorted = inGroups(rowsOf(facts, idsInNameOrder(facts, choice, 'ASC', 0, -1)), keyOf(sort.by), sort.direction);
    return limit < 0 ? sorted : sorted.slice(offset, offset + limit);
  }
  return rowsOf(facts, idsInNameOrder(facts, choice, sort?.direction === 'down' ? 'DESC' : 'ASC', offset, limit));
}

/** So many names are gone through in their order before it is quicker to find everyone meant and sort them. */
const mostSteps = 10_000;

function idsInNameOrder(
  facts: Facts,
  { cohortId, show, search, tagId }: FeeChoice,
  way: 'ASC' | 'DESC',
  offset: number,
  limit: number,
): readonly ParticipantId[] {
  const said = likeEach('words', search);
  const tagged = whereTagged(tagId);
  // Those of one fee, one status and the same sums stand alike: the rule says which of these belong to the part.
  const alike = feeGroups(facts, { cohortId, search, tagId }).filter(({ standing }) => feeShown[show](standing));
  if (alike.length === 0) return [];
  const isShown = show === 'everyone' ? { where: hasFee, values: [] } : isOneOf(facts, alike);
  const where = [
    ...(cohortId === null ? [] : ['participant.cohortId = ?']),
    ...said.where,
    ...tagged.where,
    isShown.where,
  ];
  return facts.database
    .all<{ id: ParticipantId }>(
      `SELECT participant.id FROM ${cohortId === null ? fromEveryone(facts, { alike, isWhole: search.trim() === '' && tagId === null, upTo: limit < 0 ? null : offset + limit }) : byPlace}
       CROSS JOIN cohort ON cohort.id = participant.cohortId
       WHERE ${where.join(' AND ')} ORDER BY sortName ${way}, participant.id ${way} LIMIT ? OFFSET ?`,
      ...(cohortId === null ? [] : [cohortId]),
      ...said.values,
      ...tagged.values,
      ...isShown.values,
      limit,
      offset,
    )
    .map(({ id }) => id);
}

const byPlace = 'participant CROSS JOIN personSearchKey ON personSearchKey.personId = participant.personId';

const byName = (index: string): string =>
  `personSearchKey ${index} CROSS JOIN participant ON participant.personId = personSearchKey.personId`;

/**
 * Where SQLite begins to look for some groups of everyone: it has no statistics, and of 100,000 it would begin at the
 * wrong end. `upTo`: how many are wanted; null: all.
 */
function fromEveryone(
  facts: Facts,
  { alike, isWhole, upTo }: { readonly alike: Groups; readonly isWhole: boolean; readonly upTo: number | null },
): string {
  const everyone = totalsOf(feeGroups(facts, { cohortId: null })).people;
  const steps = upTo === null ? everyone : (upTo * everyone) / totalsOf(alike).people;
  if (steps <= mostSteps) return byName('INDEXED BY personSearchKeyName');
  return isWhole ? byPlace : byName('NOT INDEXED');
}

type Groups = ReturnType<typeof feeGroups>;

/** Whether a participant is of some groups: those where money followed by name, all others by what the rule sees. */
function isOneOf(facts: Facts, groups: Groups): { readonly where: string; readonly values: readonly string[] } {
  const named = groups.flatMap(({ participantId }) => participantId ?? []);
  const keys = new Set(groups.flatMap(({ participantId, key }) => (participantId === null ? key : [])));
  return {
    where: `${hasFee} AND iif(participant.id IN (${idList}), participant.id IN (${idList}), ${feeAlike} IN (${idList}))`,
    values: [placesWithCarried(facts), named, [...keys]].map((list) => JSON.stringify(list)),
  };
}

/** The rows of participants, in the order of their ids. */
function rowsOf(facts: Facts, ids: readonly ParticipantId[]): FeeRow[] {
  const sums = ownSums(facts, ids);
  return facts.database
    .all<StoredFee>(
      `SELECT ${rowColumns} FROM json_each(?) asked CROSS JOIN participant ON participant.id = asked.value
       ${rowJoins} ORDER BY asked.key`,
      JSON.stringify(ids),
    )
    .map((stored) => rowOf(facts, stored, sums.get(stored.participantId) ?? nothing));
}

/** A participant's row; undefined: there is no such participant, or the fee was settled before this desk. */
export function listedFee(facts: Facts, participantId: ParticipantId): FeeRow | undefined {
  const isListed = facts.database.get(`SELECT 1 FROM participant WHERE id = ? AND ${hasFee}`, participantId);
  return isListed === undefined ? undefined : rowsOf(facts, [participantId])[0];
}

interface LastPayment {
  readonly method: FeeMethod;
  readonly reference: string | null;
  readonly receivedOn: CivilDate;
}

function rowOf(facts: Facts, stored: StoredFee, own: Sums): FeeRow {
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
  const { cohortId: _cohortId, ...standing } = participantsFeeOf(
    stored,
    withCarried(own, participantId, carriedMoney(facts)),
  );
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
