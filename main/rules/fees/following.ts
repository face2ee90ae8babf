import type { ParticipantStatus } from '../../../shared/model/cohorts.ts';
import type { ParticipantId } from '../../../shared/model/ids.ts';

/** One place of someone who has several, as far as the fee asks. */
export interface FeePlace {
  readonly id: ParticipantId;
  readonly status: ParticipantStatus;
  /** Known from a list of graduates alone: nothing is asked there. */
  readonly fromList: boolean;
  /** When the cohort begins, as far as it is known; empty: unknown. */
  readonly begins: string;
}

/** Whether the fee is asked at a place: of whoever is enrolled or has graduated there. */
export const isAsked = ({ status, fromList }: Pick<FeePlace, 'status' | 'fromList'>): boolean =>
  !fromList && (status === 'enrolled' || status === 'graduated');

/**
 * Where the money of a place that someone left counts. The course fee is asked once, so what was paid, refunded, or
 * waived at a place that was left goes to the place where it is asked; with several, to the one that is still under
 * way, then to the later cohort. Without one it stays together at the last place that was left. Where the fee is asked,
 * money never leaves.
 */
export function moneyHome(places: readonly FeePlace[]): ParticipantId | null {
  const rank = (place: FeePlace): number => (isAsked(place) ? (place.status === 'enrolled' ? 2 : 1) : 0);
  const candidates = places.filter(({ fromList }) => !fromList);
  const [home] = candidates.toSorted((a, b) => rank(b) - rank(a) || compare(b.begins, a.begins) || compare(b.id, a.id));
  return home?.id ?? null;
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
