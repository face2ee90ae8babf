import type { CivilDate } from '../model/dates.ts';

/** What a version of the policy bears on, in the order in which it is told. */
export const adoptionAreas = ['seats', 'completion', 'fees', 'recertification'] as const;
export type AdoptionArea = (typeof adoptionAreas)[number];

export const sayAdoptionArea: Record<AdoptionArea, string> = {
  seats: 'Seats',
  completion: 'Completion',
  fees: 'Fees',
  recertification: 'Re-certification',
};

/** One thing that adopting a version would do. */
export interface AdoptionEffect {
  readonly area: AdoptionArea;
  readonly kind: 'gain' | 'loss' | 'note';
  /** Such as `Foxtrot: 3 people would gain a seat`. */
  readonly sentence: string;
  /** How many people; 0 where it is about none. */
  readonly people: number;
  /** The first of their names, in order. */
  readonly names: readonly string[];
}

/** What adopting a version would do, before it is done. */
export interface AdoptionPreview {
  readonly effectiveOn: CivilDate;
  /** Whether the day has passed, so that it corrects what past days are answered by. */
  readonly isCorrection: boolean;
  /** Why it can't be adopted for this day; null: it can. */
  readonly whyNot: { readonly sentence: string; readonly reasons: readonly string[] } | null;
  readonly effects: readonly AdoptionEffect[];
}

/** One thing that other rules after admission would do, and which of them made the difference. */
export interface LaterEffect extends AdoptionEffect {
  readonly area: Exclude<AdoptionArea, 'seats'>;
  /** `30 days of grace instead of 60`. */
  readonly because: string;
}
