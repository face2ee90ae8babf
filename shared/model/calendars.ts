import type { CivilDate, Instant } from './dates.ts';
import type { Tables } from './tables.ts';

/** One entry of a calendar file. A later file replaces an entry of the same `uid` by its higher `sequence`. */
export interface CalendarEntry {
  readonly uid: string;
  /** How often the entry has changed since it was first planned. */
  readonly sequence: number;
  readonly changedAt: Instant;
  /** Taken off the schedule, or no longer for whoever the calendar is for. */
  readonly canceled: boolean;
  /** False where it is held, for others: it goes from this calendar, and no one should read that it is canceled. */
  readonly isTheirs: boolean;
  readonly when:
    | { readonly kind: 'hours'; readonly startsAt: Instant; readonly endsAt: Instant }
    /** Whole days, the last one included. */
    | { readonly kind: 'days'; readonly startsOn: CivilDate; readonly endsOn: CivilDate };
  readonly title: string;
  /** Empty where no one said where. */
  readonly location: string;
  /** Lines of text. */
  readonly description: string;
}

/** A calendar on its way to a file. */
export interface CalendarFile {
  /** What a calendar program calls it: `AL-CTO Foxtrot`. */
  readonly name: string;
  readonly entries: readonly CalendarEntry[];
}

/** The tables that a calendar is made of. */
export const planTables = ['course', 'cohort', 'conference', 'session', 'sessionCohort', 'makeUp'] as const;
export type PlanTable = (typeof planTables)[number];

/** What one command did to one record of the plan. */
export interface PlanChangeOf<Name extends PlanTable> {
  readonly table: Name;
  readonly id: string;
  readonly what:
    | { readonly kind: 'added' | 'removed'; readonly row: Tables[Name] }
    | { readonly kind: 'changed'; readonly fields: Partial<Tables[Name]> };
  /** The command's place in the log, and when it was. */
  readonly command: number;
  readonly at: Instant;
}

export type PlanChange = { [Name in PlanTable]: PlanChangeOf<Name> }[PlanTable];
