/** A course on a transcript. */
export interface TranscriptCourse {
  readonly number: string;
  readonly title: string;
  /** A line each: `Oct 16, 2023`, `Feb 8, 2024, with Golf (make-up)`. */
  readonly dates: readonly string[];
  /** `7.5`; empty: none are on record. */
  readonly hours: string;
  /** `Completed`, `Made up`, `Not completed`. */
  readonly result: string;
}

/** One person's transcript, with every word on it. Only plain data: it crosses to a thread. */
export interface Transcript {
  readonly organization: string;
  readonly program: string;
  /** The program's whole title. */
  readonly title: string;
  readonly contact: string;
  readonly name: string;
  /** Such as `Cohort` and `Foxtrot`. */
  readonly facts: readonly (readonly [term: string, fact: string])[];
  readonly courses: readonly TranscriptCourse[];
  /** `45`; empty: no hours are on record. */
  readonly totalHours: string;
  /** What must be said besides, a sentence each. */
  readonly notes: readonly string[];
  /** Who signs it: a name and a role; null: the policy names no one. */
  readonly signatory: { readonly name: string; readonly role: string } | null;
  /** `Jun 3, 2024`. */
  readonly madeOn: string;
}
