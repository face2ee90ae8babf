import type { OfferRow } from '../../../shared/views/offers.ts';
import { askReason, confirm } from '../../kit/ask.tsx';
import { perform } from '../../kit/perform.ts';
import { offerToNext } from './dialog-store.ts';

/** Notes that the seat was taken, after saying what that does. */
export async function take({ offerId, name }: OfferRow): Promise<void> {
  const yes = await confirm({
    title: `${name} takes the seat?`,
    sentence: 'The applicant is accepted and becomes a participant of the cohort.',
    action: 'Takes the seat',
  });
  if (yes) await perform('offers.answer', { offerId, answer: 'taken' });
}

/** Notes that the seat was declined; the person waits on, or withdraws too. Then the next can be asked. */
export async function decline({ offerId, name }: OfferRow, withdraws: boolean): Promise<void> {
  const reason = await askReason({
    title: withdraws ? `${name} declines and withdraws?` : `${name} declines the seat?`,
    sentence: withdraws
      ? 'The application is withdrawn, and the seat goes to the next in order. You can undo this.'
      : 'The seat goes to the next in order; they keep their place in line. You can undo this.',
    action: withdraws ? 'Declines and withdraws' : 'Declines, keeps waiting',
    optional: true,
  });
  if (reason === null) return;
  const answer = { offerId, answer: 'declined' as const, withdraws, reason: reason === '' ? null : reason };
  const result = await perform('offers.answer', answer);
  if (result.ok) offerToNext(result.value.next);
}

/** Closes an offer whose last day has passed, and asks the next. */
export async function closeLapsed({ offerId }: OfferRow): Promise<void> {
  const result = await perform('offers.answer', { offerId, answer: 'lapsed' });
  if (result.ok) offerToNext(result.value.next);
}
