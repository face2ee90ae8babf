import { create } from 'zustand';
import type { CohortId, ConferenceId } from '../../../shared/model/ids.ts';
import type { LaidCourse } from '../../../shared/model/year-plan.ts';
import type { Planned } from './session-draft.ts';

interface Look {
  /** The cohort whose year is being laid; null: none is. */
  readonly planning: CohortId | null;
  /** The cohorts that the plan is for. */
  readonly cohortIds: readonly CohortId[];
  /** The conferences that were chosen; null: the first three that lie ahead. */
  readonly conferenceIds: readonly ConferenceId[] | null;
  /** The courses as a lead has laid them; null: as they were proposed. */
  readonly laid: readonly LaidCourse[] | null;
  /** The form of one session that is open; null: none is. */
  readonly planned: Planned | null;
}

/** The year that is being laid: it waits while a lead looks something up elsewhere. */
export const useYearPlan = create<Look & { readonly look: (part: Partial<Look>) => void }>((set) => ({
  planning: null,
  cohortIds: [],
  conferenceIds: null,
  laid: null,
  planned: null,
  look: (part) => set(part),
}));

/** Begins to lay a cohort's year, or goes on with it. */
export function planYearOf(cohortId: CohortId): void {
  const { planning, look } = useYearPlan.getState();
  if (planning !== cohortId) look({ planning: cohortId, cohortIds: [cohortId], conferenceIds: null, laid: null });
}

/** Leaves the plan; nothing was saved. */
export const leaveYearPlan = (): void =>
  useYearPlan.setState({ planning: null, cohortIds: [], conferenceIds: null, laid: null });

/** Opens the form in which one session is planned. */
export const planSession = (planned: Planned = {}): void => useYearPlan.setState({ planned });
