import type { InvoiceLine } from '../../../shared/model/fees.ts';
import type { InvoiceId, ParticipantId } from '../../../shared/model/ids.ts';
import { sumCents } from '../../../shared/model/money.ts';
import type { InvoiceRow } from '../../../shared/views/invoices.ts';
import type { Facts } from '../../call/facts.ts';
import { type InvoicedMoney, settleLines } from '../../rules/fees/invoices.ts';
import { carriedMoney } from './following.ts';
import { feeStandingsOf } from './standing.ts';

type Line = InvoiceRow['lines'][number];
type StoredLine = InvoiceLine & { readonly number: string; readonly isVoid: 0 | 1 };

/** The lines of every invoice, each with what came in for it and what of it is still owed. */
export function settledLines(facts: Facts): ReadonlyMap<InvoiceId, readonly Line[]> {
  const homes = new Map(carriedMoney(facts).map(({ fromId, toId }) => [fromId, toId]));
  const homeOf = (id: ParticipantId): ParticipantId => homes.get(id) ?? id;
  const stored = facts.database.all<StoredLine>(
    `SELECT invoiceLine.*, number, voidedOn IS NOT NULL AS isVoid
     FROM invoiceLine JOIN invoice ON invoice.id = invoiceId ORDER BY invoiceId, invoiceLine.rowid`,
  );
  const accounts = Map.groupBy(stored, ({ participantId }) => homeOf(participantId));
  const money = moneyOf(facts, accounts.keys(), homes);
  const standings = feeStandingsOf(facts, {
    participants: 'SELECT value FROM json_each(?)',
    values: [JSON.stringify([...accounts.keys()])],
  });
  const settled = new Map<StoredLine, Pick<Line, 'paid' | 'open' | 'replacedBy'>>();
  for (const [account, theirs] of accounts) {
    const stands = theirs.filter(({ isVoid }) => isVoid === 0);
    const outcome = settleLines(stands, money.get(account) ?? [], standings.get(account)?.owes ?? sumCents([]));
    stands.forEach((line, at) => {
      const its = outcome[at];
      if (its) settled.set(line, its);
    });
  }
  const lines = new Map<InvoiceId, Line[]>();
  for (const line of stored) {
    const { participantId, name, cohort, cents } = line;
    const its = settled.get(line) ?? { paid: sumCents([]), open: sumCents([]), replacedBy: null };
    const those = lines.get(line.invoiceId) ?? [];
    those.push({ participantId, name, cohort, cents, ...its });
    lines.set(line.invoiceId, those);
  }
  return lines;
}

/** What came in and went back for these accounts, wherever it was recorded. */
function moneyOf(
  { database }: Facts,
  accounts: Iterable<ParticipantId>,
  homes: ReadonlyMap<ParticipantId, ParticipantId>,
): ReadonlyMap<ParticipantId, InvoicedMoney[]> {
  const wanted = new Set(accounts);
  const elsewhere = [...homes].flatMap(([from, home]) => (wanted.has(home) ? [from] : []));
  const events = database.all<InvoicedMoney & { readonly participantId: ParticipantId }>(
    `SELECT feePayment.id, participantId, kind, cents FROM json_each(?) asked
     CROSS JOIN feePayment ON participantId = asked.value WHERE kind <> 'waiver' ORDER BY feePayment.id`,
    JSON.stringify([...wanted, ...elsewhere]),
  );
  const found = new Map<ParticipantId, InvoicedMoney[]>();
  for (const { participantId, ...event } of events) {
    const account = homes.get(participantId) ?? participantId;
    const theirs = found.get(account);
    if (theirs) theirs.push(event);
    else found.set(account, [event]);
  }
  return found;
}
