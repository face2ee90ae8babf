import type { Application } from '../../../shared/model/applicants.ts';
import type { Participant } from '../../../shared/model/cohorts.ts';
import { type ImportNote, ImportNoteId, type NotedField, type NotedValue } from '../../../shared/model/import-notes.ts';
import type { ImportField } from '../../../shared/model/imports.ts';
import { toJson } from '../../../shared/model/json.ts';
import type { Person } from '../../../shared/model/people.ts';
import type { PlannedWrite } from './plan-rows.ts';

/** Something in a row that someone must look at, and what it is about. */
export interface ToLookAt {
  readonly field: NotedField;
  readonly sentence: string;
}

/** Whom a row is about, as the plan has them when everything is read. */
interface Whose {
  readonly person: () => Person;
  readonly application?: () => Application;
  readonly participant?: () => Participant;
}

/**
 * What the rows of one plan leave to be corrected. Each note keeps what is on record after the import, so it is made when
 * all rows are read: a later row may have changed it.
 */
export class PlannedNotes {
  readonly #newId: () => string;
  readonly #kept: { readonly whose: Whose; readonly notes: readonly ToLookAt[] }[] = [];

  constructor(newId: () => string) {
    this.#newId = newId;
  }

  add(whose: Whose, notes: readonly ToLookAt[]): void {
    if (notes.length > 0) this.#kept.push({ whose, notes });
  }

  *writes(): Generator<PlannedWrite, void> {
    for (const { whose, notes } of this.#kept) {
      for (const { field, sentence } of notes) {
        const row: ImportNote = {
          id: ImportNoteId.parse(this.#newId()),
          personId: whose.person().id,
          applicationId: isOfPerson(field) ? null : (whose.application?.().id ?? null),
          participantId: isOfPerson(field) ? null : (whose.participant?.().id ?? null),
          field,
          sentence,
          value: toJson(valueOnRecord(field, whose)),
          settledAt: null,
        };
        yield { table: 'importNote', kind: 'insert', row };
      }
    }
  }
}

const ofPerson: ReadonlySet<NotedField> = new Set([
  'name',
  'certificateName',
  'email',
  'phone',
  'jobTitle',
  'organization',
] satisfies NotedField[]);
const isOfPerson = (field: NotedField): boolean => ofPerson.has(field);

/** What is on record of a field; `open-notes.ts` asks the database the same. */
function valueOnRecord(field: NotedField, { person, application, participant }: Whose): NotedValue {
  switch (field) {
    case 'name':
      return `${person().givenName} ${person().familyName}`;
    case 'organization':
      return person().organizationId;
    case 'certificateName':
    case 'email':
    case 'phone':
    case 'jobTitle':
      return person()[field];
    case 'submittedAt':
      return application?.().firstSubmittedAt ?? null;
    case 'membership':
    case 'highestPost':
    case 'yearsInEducation':
    case 'payment':
    case 'needs':
    case 'status':
      return application?.()[field] ?? null;
    case 'graduatedOn':
      return participant?.().graduatedOn ?? null;
    case 'received':
    case 'other':
      return null;
  }
}

/** Which fact of a record a column is about. */
export const notedAs: Readonly<Record<ImportField, NotedField>> = {
  submittedAt: 'submittedAt',
  email: 'email',
  givenName: 'name',
  middleName: 'name',
  familyName: 'name',
  nameSuffix: 'name',
  fullName: 'name',
  preferredName: 'name',
  certificateName: 'certificateName',
  organization: 'organization',
  jobTitle: 'jobTitle',
  highestPost: 'highestPost',
  membership: 'membership',
  yearsInEducation: 'yearsInEducation',
  phone: 'phone',
  payment: 'payment',
  needs: 'needs',
  cohort: 'other',
  graduatedOn: 'graduatedOn',
  recertificationReceivedOn: 'received',
  remark: 'other',
};

/** The notes of a row, each with what it is about. */
export const toLookAt = (notes: readonly string[], about: ReadonlyMap<string, ImportField>): readonly ToLookAt[] =>
  notes.map((sentence) => {
    const field = about.get(sentence);
    return { sentence, field: field === undefined ? 'other' : notedAs[field] };
  });
