import { nameOrCount, sayCount, wordFor } from '../../../shared/model/counts.ts';
import { sayCents, sumCents } from '../../../shared/model/money.ts';
import type { FeeRow } from '../../../shared/views/fees.ts';
import { askReason } from '../../kit/ask.tsx';
import { perform } from '../../kit/perform.ts';
import { owing } from './columns.tsx';

const mostNamed = 6;

/** Some names, and how many more there are. */
export function sayFirstNames(rows: readonly FeeRow[]): string {
  const named = rows.slice(0, mostNamed).map(({ name }) => name);
  const more = rows.length - named.length;
  return `${named.join(', ')}${more > 0 ? ` and ${sayCount(more)} more` : ''}`;
}

/** Waives what some participants owe, after saying how much that is and asking for the reason. */
export async function askAndWaive(rows: readonly FeeRow[]): Promise<boolean> {
  const chosen = owing(rows);
  if (chosen.length === 0) return false;
  const total = sayCents(sumCents(chosen.map(({ owes }) => owes)));
  const left = rows.length - chosen.length;
  const reason = await askReason({
    title: `Waive ${total} of the fee of ${nameOrCount(chosen, 'participant')}?`,
    sentence: 'Nothing more is owed after that. You can undo this.',
    lines: [
      ...(chosen.length > 1 ? [sayFirstNames(chosen)] : []),
      ...(left > 0 ? [`${sayCount(left)} of the selection ${wordFor(left, 'owes', 'owe')} nothing.`] : []),
    ],
    action: `Waive ${total}`,
    placeholder: 'Speaks at the conference',
  });
  if (reason === null) return false;
  const result = await perform('fees.waive', {
    participantIds: chosen.map(({ participantId }) => participantId),
    reason,
  });
  return result.ok;
}

/** The one school system that all who owe among these belong to; null where there is none, or several. */
export function oneSystem(rows: readonly FeeRow[]): FeeRow['organizationId'] {
  const systems = new Set(owing(rows).map(({ organizationId }) => organizationId));
  const [only = null] = systems;
  return systems.size === 1 ? only : null;
}

/** Why no invoice can be written for these; null where one can. */
export function whyNoInvoice(rows: readonly FeeRow[]): string | null {
  if (rows.length === 0) return 'Select people from one school system who owe, or open one.';
  if (owing(rows).length === 0) return 'No one in the selection owes anything.';
  return oneSystem(rows) === null ? 'Select people from one school system: an invoice goes to one.' : null;
}
