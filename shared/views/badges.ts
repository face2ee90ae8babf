import type { BadgeId, PersonId } from '../model/ids.ts';

/** Someone's badge, made or not. */
export interface BadgeRow {
  /** Null: a walk-in whom no one has matched to a person. */
  readonly personId: PersonId | null;
  readonly name: string;
  readonly organization: string;
  readonly cohort: string;
  /** Null: not made yet. */
  readonly badgeId: BadgeId | null;
  readonly number: number | null;
  readonly code: string | null;
}

export interface BadgesView {
  /** Of whom, as it is said: `Foxtrot`, `Data Management and Governance on Mon, Oct 21, 2024`. */
  readonly title: string;
  /** By last name; walk-ins by number. */
  readonly rows: readonly BadgeRow[];
  /** How many of them have no badge yet. */
  readonly missing: number;
}
