import type { ParticipantId, PersonId } from '../model/ids.ts';
import type { PlaceDecision } from '../model/participant-changes.ts';
import type { NextInLine } from './offers.ts';

/** What a change of places would do, before anything is written. */
export interface ParticipantChangePreview {
  readonly people: readonly (PlaceDecision & {
    readonly personId: PersonId;
    /** Null: no place yet. */
    readonly participantId: ParticipantId | null;
    readonly name: string;
  })[];
  /** For how many it can be done. */
  readonly possible: number;
  /** How many seats of the cohort that they go to would be taken; null: they go to none. */
  readonly seats: { readonly sentence: string; readonly over: boolean } | null;
}

/** Who may be given a place by hand. */
export interface CohortCandidates {
  readonly accepted: readonly { readonly personId: PersonId; readonly name: string; readonly organization: string }[];
  readonly acceptedInAll: number;
}

/** What a change of places did. */
export interface ParticipantsChanged {
  readonly changed: number;
  /** Who is asked next for a seat that became free; null: no one, or none did. */
  readonly next: NextInLine | null;
}
