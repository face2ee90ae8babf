import type { CohortId, OrganizationId, PersonId } from '../model/ids.ts';
import type { ImportNoteId } from '../model/import-notes.ts';

/** A person found by the palette or a search field. */
export interface PersonHit {
  readonly personId: PersonId;
  readonly name: string;
  readonly organization: string;
  /** Where the person stands in the program: `Foxtrot applicant`, `Alpha graduate`. */
  readonly standing: string;
  /** The screen that shows this person best. */
  readonly path: string;
}

export interface PersonView {
  readonly personId: PersonId;
  readonly name: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly certificateName: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly jobTitle: string | null;
  readonly organizationId: OrganizationId | null;
  readonly organization: string | null;
  readonly cohorts: readonly { readonly cohortId: CohortId; readonly name: string; readonly standing: string }[];
}

/** What an import noted of a person; it is open until what is on record changes, or a lead says that it is right. */
export interface NoteToCorrect {
  readonly noteId: ImportNoteId;
  readonly sentence: string;
}
