import type { ApplicationId, ParticipantId, PersonId } from '../../../shared/model/ids.ts';
import type { ImportNote, ImportNoteId } from '../../../shared/model/import-notes.ts';
import type { TableName } from '../../../shared/model/tables.ts';
import type { Facts } from '../../call/facts.ts';

/** Something that an import noted and no one has corrected yet. */
export type OpenNote = Pick<ImportNote, 'id' | 'personId' | 'applicationId' | 'participantId' | 'field' | 'sentence'>;

/** The notes of an import that are still open, by whom they are about. */
export interface OpenNotes {
  readonly ofPerson: ReadonlySet<PersonId>;
  readonly ofApplication: ReadonlySet<ApplicationId>;
  /** Applications that were closed and came in again. */
  readonly sentAgain: ReadonlySet<ApplicationId>;
}

/** The tables that the open notes of people and applications come from. */
export const noteTables = ['importNote', 'person', 'application'] as const satisfies readonly TableName[];

/** The tables that the open notes of places in cohorts come from. */
const placeNoteTables = [
  'importNote',
  'person',
  'participant',
  'recertificationDue',
  'recertificationReceipt',
] as const satisfies readonly TableName[];

// What is on record now; `planned-notes.ts` keeps the same. A note on nothing that could be compared keeps null.
const ofApplicants = `CASE field WHEN 'name' THEN person.givenName || ' ' || person.familyName
  WHEN 'certificateName' THEN person.certificateName WHEN 'email' THEN person.email WHEN 'phone' THEN person.phone
  WHEN 'jobTitle' THEN person.jobTitle WHEN 'organization' THEN person.organizationId
  WHEN 'membership' THEN application.membership WHEN 'highestPost' THEN application.highestPost
  WHEN 'yearsInEducation' THEN application.yearsInEducation WHEN 'payment' THEN application.payment
  WHEN 'needs' THEN application.needs WHEN 'submittedAt' THEN application.firstSubmittedAt
  WHEN 'status' THEN application.status END`;
const ofPlaces = `CASE field WHEN 'graduatedOn' THEN participant.graduatedOn WHEN 'received' THEN (
  SELECT 1 FROM recertificationDue due JOIN recertificationReceipt receipt ON receipt.dueId = due.id
  WHERE due.participantId = participant.id LIMIT 1) END`;

const columns = 'note.id, note.personId, note.applicationId, note.participantId, note.field, note.sentence';
const applicantNotes = `SELECT ${columns} FROM importNote note CROSS JOIN person ON person.id = note.personId
  LEFT JOIN application ON application.id = note.applicationId
  WHERE note.settledAt IS NULL AND note.participantId IS NULL AND ${ofApplicants} IS note.value ->> '$'`;
const placeNotes = `SELECT ${columns} FROM importNote note CROSS JOIN participant ON participant.id = note.participantId
  WHERE note.settledAt IS NULL AND ${ofPlaces} IS note.value ->> '$'`;

/** Whose record or application an import noted something of that is still as it was. */
export function openNotes(facts: Facts): OpenNotes {
  return facts.cached('open notes', noteTables, () => {
    const ofPerson = new Set<PersonId>();
    const ofApplication = new Set<ApplicationId>();
    const sentAgain = new Set<ApplicationId>();
    for (const { personId, applicationId, field } of facts.database.all<OpenNote>(applicantNotes)) {
      if (applicationId === null) ofPerson.add(personId);
      else if (field === 'status') sentAgain.add(applicationId);
      else ofApplication.add(applicationId);
    }
    return { ofPerson, ofApplication, sentAgain };
  });
}

/** The places in cohorts of which a list of graduates left something open. */
export function openPlaceNotes(facts: Facts): ReadonlySet<ParticipantId> {
  return facts.cached('open notes of places', placeNoteTables, () => {
    const open = facts.database.all<OpenNote>(placeNotes);
    return new Set(open.flatMap(({ participantId }) => participantId ?? []));
  });
}

/** What is still open of one person, each sentence once, the oldest first. */
export function openNotesOf(facts: Facts, personId: PersonId): readonly OpenNote[] {
  const all = [applicantNotes, placeNotes].flatMap((sql) =>
    facts.database.all<OpenNote>(`${sql} AND note.personId = ? ORDER BY note.id`, personId),
  );
  const bySentence = new Map<string, OpenNote>();
  for (const note of all) if (!bySentence.has(note.sentence)) bySentence.set(note.sentence, note);
  return [...bySentence.values()];
}

/** The open notes of the same person that say the same: two forms may have had the same slip. */
export function sameNotes(facts: Facts, noteId: ImportNoteId): readonly OpenNote[] {
  return facts.database.all<OpenNote>(
    `SELECT ${columns} FROM importNote asked JOIN importNote note
       ON note.personId = asked.personId AND note.sentence = asked.sentence
     WHERE asked.id = ? AND note.settledAt IS NULL`,
    noteId,
  );
}
