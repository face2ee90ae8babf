import type { CivilDate } from '../model/dates.ts';
import type { ParticipantId } from '../model/ids.ts';

/** One requirement, and who of those asked about has met it. */
export interface RequirementView {
  readonly id: string;
  readonly title: string;
  readonly met: readonly {
    readonly participantId: ParticipantId;
    readonly metOn: CivilDate;
    readonly note: string | null;
  }[];
}

/** The checklist of some participants: what their cohorts were promised, each requirement once. */
export interface RequirementsView {
  /** How many people it is about. */
  readonly people: number;
  readonly requirements: readonly RequirementView[];
}

/** What a list of people was taken for. */
export interface RequirementList {
  /** The name of the file. */
  readonly file: string;
  /** The heading of the column that says who has met it; null: everyone on the list has. */
  readonly column: string | null;
  /** Who would be checked off, in the order of the list. */
  readonly found: readonly ListedPersonView[];
  /** Who is ticked off already. */
  readonly already: readonly ListedPersonView[];
  /** Lines that were left out, a sentence each: no one here by that name, or a column that says no. */
  readonly leftOut: readonly string[];
}

export interface ListedPersonView {
  readonly participantId: ParticipantId;
  readonly name: string;
  /** The day that the list gives; null: it gives none. */
  readonly metOn: CivilDate | null;
}
