import { addYears, type CivilDate, sayDate } from '../../../shared/model/dates.ts';
import { InvoiceId, InvoiceLineId, type OrganizationId } from '../../../shared/model/ids.ts';
import { sayCents, sumCents } from '../../../shared/model/money.ts';
import { type Problem, refuse } from '../../../shared/model/result.ts';
import type { Facts } from '../../call/facts.ts';
import type { Command } from '../../call/handler.ts';
import { noProgram } from '../../call/no-program.ts';
import { refuseEach } from '../../call/refuse-each.ts';
import { insert } from '../../log/change.ts';
import { invoiceNumbers } from '../../log/numbers.ts';
import { idFor } from '../../log/one-of-a-kind.ts';
import { type DateCheck, datesReversed, longAgo } from '../../rules/dates/date-order.ts';
import { couldPayFrom } from './money-days.ts';
import { type FeePerson, feePeople, sayParticipants } from './people.ts';
import { someAreGone } from './receive.ts';

/**
 * Writes an invoice to one organization for what several of its people owe. Who belongs to another, who owes nothing
 * and, unless `again`, who stands on an invoice already is refused by name; then none is written.
 */
export const writeInvoice: Command<'fees.invoice'> = (facts, input) => {
  const { organizationId, participantIds, issuedOn, purchaseOrder, again } = input;
  const { inForce, database } = facts;
  if (!inForce) return noProgram();
  const billTo = database.get<{ name: string }>('SELECT name FROM organization WHERE id = ?', organizationId)?.name;
  if (billTo === undefined) return refuse('That school system no longer exists. Choose another.');
  const people = feePeople(facts, participantIds);
  if (people.length < new Set(participantIds).size) return refuse(someAreGone);
  const reversed = datesReversed([
    { pair: 'long ago, invoiced', days: [longAgo(facts.today), issuedOn] },
    { pair: 'invoiced, a year ahead', days: [issuedOn, addYears(facts.today, 1)] },
    ...people.map(
      ({ participantId, name }): DateCheck => ({
        pair: 'applied, invoiced',
        days: [couldPayFrom(facts, participantId), issuedOn],
        whose: name,
      }),
    ),
  ]);
  if (reversed.length > 0) return refuseEach('An invoice can’t have this date.', reversed);
  const refusal = whyNot(facts, people, { id: organizationId, name: billTo }, again);
  if (refusal) return refusal;
  const numbers = invoiceNumbers(facts, inForce.policy.program.name);
  const number = numbers.next().value;
  const invoiceId = InvoiceId.parse(facts.newId());
  const total = sayCents(sumCents(people.map(({ standing }) => standing.owes)));
  return {
    ok: true,
    label: `Invoiced ${billTo} ${total} for ${sayParticipants(people)}, ${number}`,
    changes: [
      insert('invoice', {
        id: invoiceId,
        number,
        organizationId,
        billTo,
        issuedOn,
        purchaseOrder: purchaseOrder?.trim() || null,
        policyVersionId: inForce.versionId,
        voidedOn: null,
        voidReason: null,
      }),
      ...people.map(({ participantId, name, cohort, standing }) =>
        insert('invoiceLine', {
          id: InvoiceLineId.parse(idFor(database, 'invoiceLine', { invoiceId, participantId })),
          invoiceId,
          participantId,
          name,
          cohort,
          cents: standing.owes,
        }),
      ),
    ],
    value: { invoiceId, number },
  };
};

function whyNot(
  facts: Facts,
  people: readonly FeePerson[],
  to: { readonly id: OrganizationId; readonly name: string },
  again: boolean,
): { readonly ok: false; readonly problem: Problem } | null {
  const strangers = people.filter((person) => person.organizationId !== to.id);
  if (strangers.length > 0) {
    return refuseEach(
      `An invoice to ${to.name} can only cover its own people. Take these out of the selection, or correct their school system.`,
      strangers.map(({ name, organization }) => `${name}: ${organization ?? 'no school system is known'}.`),
    );
  }
  const settled = people.filter(({ standing }) => standing.owes === 0);
  if (settled.length > 0) {
    return refuseEach(
      'An invoice is for what is owed. Take these people out of the selection.',
      settled.map(({ name }) => `${name} owes nothing.`),
    );
  }
  const billed = again ? [] : people.flatMap((person) => invoicedBefore(facts, person));
  if (billed.length === 0) return null;
  return refuseEach(
    'Some of them are already on an invoice. Print that one again, void it, or confirm a second invoice, which asks for the fee instead.',
    billed,
  );
}

function invoicedBefore({ database }: Facts, { participantId, name }: FeePerson): string[] {
  return database
    .all<{ number: string; issuedOn: CivilDate }>(
      `SELECT number, issuedOn FROM invoiceLine JOIN invoice ON invoice.id = invoiceId WHERE participantId = ?
         AND voidedOn IS NULL ORDER BY issuedOn DESC, invoice.id DESC LIMIT 1`,
      participantId,
    )
    .map(({ number, issuedOn }) => `${name}: ${number} of ${sayDate(issuedOn)}.`);
}
