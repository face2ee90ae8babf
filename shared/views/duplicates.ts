import type { Reason } from '../model/decision.ts';
import type { MatchBand, MergedField } from '../model/duplicates.ts';
import type { PersonId } from '../model/ids.ts';
import type { Problem } from '../model/result.ts';
import type { ListSlice } from './page.ts';

/** One of two people who may be one. */
export interface DuplicateSide {
  readonly personId: PersonId;
  readonly name: string;
  readonly organization: string;
  /** Where the person stands in the program: `Foxtrot applicant, Alpha graduate`; empty: nowhere yet. */
  readonly standing: string;
}

/** Two people who may be one, and why. */
export interface DuplicatePair {
  /** The ids of both, which no other pair has. */
  readonly key: string;
  readonly a: DuplicateSide;
  readonly b: DuplicateSide;
  /** 0 to 100. */
  readonly score: number;
  readonly band: MatchBand;
  readonly reasons: readonly Reason[];
}

export interface DuplicatesAnswer extends ListSlice<DuplicatePair> {
  /** How many people were compared. */
  readonly people: number;
  /** How many pairs a lead has found to be two people. */
  readonly dismissed: number;
  /** Sentences on what the search left out. */
  readonly notes: readonly string[];
}

/** Two people whom a lead found to be two. */
export interface DismissedPair {
  /** The ids of both, which no other pair has. */
  readonly key: string;
  readonly a: DuplicateSide;
  readonly b: DuplicateSide;
  /** Who said so and when: `by Mara Lindqvist on Mon, Jun 3, 2024 at 9:12 AM`; null: the log does not tell. */
  readonly said: string | null;
}

/** Which of the two records a fact is taken from. */
export type MergeSide = 'a' | 'b';

/** Two people side by side, and what a merge would do. */
export interface DuplicateComparison {
  readonly a: DuplicateSide;
  readonly b: DuplicateSide;
  readonly score: number;
  readonly band: MatchBand | null;
  readonly reasons: readonly Reason[];
  /** Every fact as a screen shows it; empty: not known. */
  readonly fields: readonly { readonly field: MergedField; readonly a: string; readonly b: string }[];
  /** The record that is better kept, since more hangs on it, and the facts that are better taken. */
  readonly keep: MergeSide;
  readonly take: Readonly<Record<MergedField, MergeSide>>;
  /** What moves and what becomes one, a sentence each. */
  readonly lines: readonly string[];
  /** Why the two can't be merged; null: they can. */
  readonly problem: Problem | null;
}
