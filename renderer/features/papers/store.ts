import { create } from 'zustand';
import type { BadgesOf } from '../../../shared/calls/badges.ts';
import type { CohortId, SessionId } from '../../../shared/model/ids.ts';

type Question =
  | { readonly kind: 'sign-in'; readonly sessionIds: readonly SessionId[] }
  | { readonly kind: 'schedule'; readonly cohortIds: readonly CohortId[] };

/** Whom the screen is about: what the questions about paper begin with. */
export interface PapersHere {
  readonly whose: BadgesOf | null;
  readonly sessionIds: readonly SessionId[];
  readonly cohortIds: readonly CohortId[];
}

/** Whom the screen that is shown is about; null: no one in particular. */
export const usePapersHere = create<{ readonly here: PapersHere | null }>(() => ({ here: null }));

/** The question about a paper that is open; null: none. */
export const usePaperQuestion = create<{ readonly question: Question | null }>(() => ({ question: null }));

/** Asks for which sessions to print sign-in sheets; these are ticked at first, else those that are next. */
export const openSignInSheets = (sessionIds: readonly SessionId[] = []): void =>
  usePaperQuestion.setState({ question: { kind: 'sign-in', sessionIds } });

/** Asks for which cohorts to print the schedule of the year. */
export const openSchedule = (cohortIds: readonly CohortId[] = []): void =>
  usePaperQuestion.setState({ question: { kind: 'schedule', cohortIds } });

export const closePaperQuestion = (): void => usePaperQuestion.setState({ question: null });
