import type { Conference } from '../model/courses.ts';
import type { LaidCourse, PlanCohort, PlanConflict, UsualSession, YearSlot } from '../model/year-plan.ts';
import type { PlannedSession } from './cohorts.ts';

/** A year as it is laid, before anything is written. */
export interface YearProposal {
  readonly cohorts: readonly PlanCohort[];
  readonly courses: readonly { readonly id: LaidCourse['courseId']; readonly number: number; readonly title: string }[];
  /** Every conference that a year can be laid around, and which of them this one is. */
  readonly conferences: readonly (Conference & { readonly chosen: boolean })[];
  readonly slots: readonly YearSlot[];
  /** The courses that are not planned yet. */
  readonly laid: readonly LaidCourse[];
  /** The sessions of these cohorts that are already scheduled, and stay. */
  readonly planned: readonly PlannedSession[];
  readonly conflicts: readonly PlanConflict[];
  readonly usual: UsualSession;
}
