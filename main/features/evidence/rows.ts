import { type EvidenceDocument, type KeptEvidenceItem, sayFileType } from '../../../shared/model/evidence.ts';
import type { CohortId, ParticipantId } from '../../../shared/model/ids.ts';
import { sayName } from '../../../shared/model/people.ts';
import type { EvidenceItemId } from '../../../shared/model/recertification/facts.ts';
import type { EvidenceDocumentRow, EvidenceRow } from '../../../shared/views/evidence.ts';
import type { Facts } from '../../call/facts.ts';
import { saySize } from '../../files/kept-files.ts';
import { askedToday, titleOf } from './asked.ts';

interface StoredRow extends KeptEvidenceItem {
  readonly givenName: string;
  readonly familyName: string;
  readonly participantId: ParticipantId | null;
  readonly cohortId: CohortId | null;
  readonly cohort: string | null;
}

/** Evidence in the order of its ids, with the person and the documents; evidence that was removed is left out. */
export function evidenceRows(facts: Facts, ids: readonly EvidenceItemId[]): readonly EvidenceRow[] {
  const { database } = facts;
  const asked = askedToday(facts);
  const documents = Map.groupBy(documentsOf(facts, ids), ({ itemId }) => itemId);
  return database
    .all<StoredRow>(
      `SELECT evidenceItem.*, givenName, familyName, participant.id AS participantId, cohortId, cohort.name AS cohort
       FROM json_each(?) listed CROSS JOIN evidenceItem ON evidenceItem.id = listed.value
       JOIN person ON person.id = evidenceItem.personId
       LEFT JOIN participant ON participant.id = (SELECT id FROM participant WHERE personId = person.id
         ORDER BY status = 'graduated' DESC, graduatedOn DESC, id DESC LIMIT 1)
       LEFT JOIN cohort ON cohort.id = participant.cohortId ORDER BY listed.key`,
      JSON.stringify(ids),
    )
    .map(({ givenName, familyName, ...item }) => ({
      ...item,
      name: sayName({ givenName, familyName }),
      categoryTitle: titleOf(asked.categories, item.category),
      strandTitle: titleOf(asked.strands, item.strand),
      checklistTitle: titleOf(asked.checklist, item.checklistItem),
      documents: documents.get(item.id) ?? [],
    }));
}

const documentsOf = ({ database }: Facts, ids: readonly EvidenceItemId[]): readonly EvidenceDocumentRow[] =>
  database
    .all<EvidenceDocument>(
      'SELECT * FROM evidenceDocument WHERE itemId IN (SELECT value FROM json_each(?)) ORDER BY id',
      JSON.stringify(ids),
    )
    .map((document) => ({ ...document, about: sayAbout(document) }));

const sayAbout = ({ kind, type, size }: EvidenceDocument): string =>
  kind === 'file' ? `${sayFileType[type ?? 'other']}, ${saySize(size ?? 0)}` : kind;
