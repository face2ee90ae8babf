import type { ParsedInputOf } from '../../../shared/api.ts';
import type { CivilDate } from '../../../shared/model/dates.ts';
import { type FeeMethod, type FeeStanding, type FeeState, feeStates, sayPaidBy } from '../../../shared/model/fees.ts';
import type { CohortId, ParticipantId } from '../../../shared/model/ids.ts';
import type { TableName } from '../../../shared/model/tables.ts';
import type { FeeColumn, FeeRow, FeeShow } from '../../../shared/views/fees.ts';
import type { Facts } from '../../call/facts.ts';
import { inGroups } from '../../call/in-groups.ts';
import { directory, searchFor } from '../people/directory.ts';
import { feeStandings, type ParticipantsFee } from './standing.ts';

/** Somebody of the list: who it is, and how the fee stands. */
export interface ListedFee {
  readonly who: Payer;
  readonly standing: ParticipantsFee;
}

interface Payer
  extends Pick<
    FeeRow,
    | 'participantId'
    | 'personId'
    | 'cohortId'
    | 'organizationId'
    | 'cohort'
    | 'status'
    | 'name'
    | 'organization'
    | 'email'
  > {
  readonly payment: string | null;
  readonly words: string;
  readonly place: number;
}

const peopleTables = ['participant', 'person', 'organization', 'cohort', 'application'] as const;
const listTables: readonly TableName[] = [...peopleTables, 'feePayment', 'invoice', 'invoiceLine'];

/** Everybody of a cohort, or of all, whose fee is kept here, in the order of names. */
export function listedFees(facts: Facts, cohortId: CohortId | null): readonly ListedFee[] {
  return facts.cached(`fees ${cohortId ?? 'all'}`, listTables, () => {
    const standings = feeStandings(facts);
    return payersOf(facts, cohortId).flatMap((who) => {
      const standing = standings.get(who.participantId);
      return standing ? [{ who, standing }] : [];
    });
  });
}

/** Who they are, without what a payment changes: read again only when a person or a place changes. */
function payersOf(facts: Facts, cohortId: CohortId | null): readonly Payer[] {
  return facts.cached(`payers ${cohortId ?? 'all'}`, peopleTables, () => {
    const people = directory(facts);
    const where = cohortId === null ? '' : 'WHERE participant.cohortId = ?';
    const stored = facts.database.all<Payer>(
      `SELECT participant.id AS participantId, participant.personId, participant.cohortId, organizationId,
         cohort.name AS cohort, participant.status, application.payment
       FROM participant JOIN person ON person.id = participant.personId JOIN cohort ON cohort.id = participant.cohortId
       LEFT JOIN application ON application.id = participant.applicationId ${where}`,
      ...(cohortId === null ? [] : [cohortId]),
    );
    return stored
      .flatMap((row) => {
        const person = people.get(row.personId);
        if (!person) return [];
        const { name, organization, email, place, words } = person;
        return [{ ...row, name, organization, email, place, words }];
      })
      .sort((a, b) => a.place - b.place);
  });
}

interface LastPayment {
  readonly participantId: ParticipantId;
  readonly method: FeeMethod;
  readonly reference: string | null;
  readonly receivedOn: CivilDate;
}

/** The last payment of each participant; a later one in the list takes the place of an earlier. */
const lastPayments = ({ database, cached }: Facts): ReadonlyMap<ParticipantId, LastPayment> =>
  cached('last payments', ['feePayment'], () => {
    const sql = `SELECT participantId, method, reference, receivedOn FROM feePayment WHERE kind = 'payment'
      ORDER BY receivedOn, id`;
    return new Map(database.all<LastPayment>(sql).map((payment) => [payment.participantId, payment]));
  });

const lastInvoices = ({ database, cached }: Facts): ReadonlyMap<ParticipantId, string> =>
  cached('last invoices', ['invoice', 'invoiceLine'], () => {
    const sql = `SELECT participantId, number FROM invoiceLine JOIN invoice ON invoice.id = invoiceId
      ORDER BY issuedOn, invoice.id`;
    const rows = database.all<{ participantId: ParticipantId; number: string }>(sql);
    return new Map(rows.map(({ participantId, number }) => [participantId, number]));
  });

/** Makes rows of the list, with how each last paid and was invoiced. */
export function rowsWith(facts: Facts): (listed: ListedFee) => FeeRow {
  const payments = lastPayments(facts);
  const invoices = lastInvoices(facts);
  return ({ who: { words: _words, place: _place, ...who }, standing: { cohortId: _cohortId, ...standing } }) => {
    const paid = payments.get(who.participantId);
    return {
      ...who,
      ...standing,
      payment: who.payment ?? '',
      paidBy: paid ? sayPaidBy(paid.method, paid.reference) : '',
      lastOn: paid?.receivedOn ?? null,
      invoice: invoices.get(who.participantId) ?? '',
    };
  };
}

/** Whether somebody belongs to a part of the list. */
export const feeShown: Readonly<Record<FeeShow, (standing: FeeStanding) => boolean>> = {
  everyone: () => true,
  owes: ({ owes }) => owes > 0,
  'part-paid': ({ state }) => state === 'part-paid',
  paid: ({ state }) => state === 'paid' || state === 'overpaid',
  overpaid: ({ state }) => state === 'overpaid',
  waived: ({ state }) => state === 'waived',
};

type Choice = Pick<ParsedInputOf<'fees.list'>, 'cohortId' | 'show' | 'search' | 'sort'>;

/** Whom a part of the list and a search leave, in the order asked for: what is shown and what is exported. */
export function chosenFees(facts: Facts, { cohortId, show, search, sort }: Choice): readonly ListedFee[] {
  const key = `fees ${cohortId ?? 'all'} ${show} ${sort?.by} ${sort?.direction}`;
  const ordered = facts.cached(key, listTables, () => {
    const isShown = feeShown[show];
    const shown = listedFees(facts, cohortId).filter(({ standing }) => isShown(standing));
    if (!sort) return shown;
    if (sort.by === 'name') return sort.direction === 'up' ? shown : shown.reverse();
    return inGroups(shown, keyOf(facts, sort.by), sort.direction);
  });
  const isMeant = searchFor(search);
  return isMeant === null ? ordered : ordered.filter(({ who }) => isMeant(who.words));
}

const order: ReadonlyMap<FeeState, number> = new Map(feeStates.map((state, at) => [state, at]));

function keyOf(facts: Facts, by: Exclude<FeeColumn, 'name'>): (listed: ListedFee) => string | number | null {
  const toRow = rowsWith(facts);
  return (listed) => {
    switch (by) {
      case 'state':
        return order.get(listed.standing.state) ?? 0;
      case 'due':
      case 'paid':
      case 'owes':
        return listed.standing[by];
      default:
        return toRow(listed)[by];
    }
  };
}
