import { create } from 'zustand';
import type { ParticipantId } from '../../../shared/model/ids.ts';
import { type ParticipantColumn, participantColumns } from '../../../shared/views/cohorts.ts';
import type { Sort } from '../../kit/data-table/column.ts';

/** The two sides of a cohort: its people, and its year. */
const cohortSides = ['participants', 'year'] as const;
export type CohortSide = (typeof cohortSides)[number];

interface Look {
  readonly side: CohortSide;
  readonly search: string;
  readonly sort: Sort<ParticipantColumn> | null;
  readonly openId: ParticipantId | null;
  readonly selected: ReadonlySet<string>;
}

/** What is being looked at on Cohorts. */
export const useCohorts = create<Look & { readonly look: (part: Partial<Look>) => void }>((set) => ({
  side: 'participants',
  search: '',
  sort: null,
  openId: null,
  selected: new Set<string>(),
  look: (part) => set(part),
}));

/** A table's order as main knows it; null where the column is none of main's. */
export function sortOf({ by, direction }: Sort): Sort<ParticipantColumn> | null {
  const column = participantColumns.find((key) => key === by);
  return column ? { by: column, direction } : null;
}
