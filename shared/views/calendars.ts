/** What a cohort's calendar files would hold. */
export interface CohortCalendarView {
  readonly cohort: string;
  readonly sessions: number;
  /** Sessions that were taken off the schedule, or are another cohort's now: an earlier file may still have them. */
  readonly canceled: number;
  readonly conferences: number;
  /** Who holds a place, and may get a file of their own. */
  readonly people: number;
}
