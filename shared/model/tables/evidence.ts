import { type EvidenceDocument, type KeptEvidenceItem, sayFileType } from '../evidence.ts';
import type { Credit } from '../recertification/amounts.ts';
import { sayCredit } from '../recertification/amounts.ts';
import { type EvidenceState, sayEvidenceState } from '../recertification/facts.ts';
import type { Table } from './table.ts';
import { day, nameIn, plain, quoted, type SayValue } from './words.ts';

// What the log holds of this column is what a command wrote there: whole hundredths.
const credit: SayValue = (value) => sayCredit(Number(value) as Credit);
const state: SayValue = (value) => (sayEvidenceState[value as EvidenceState] ?? String(value)).toLowerCase();

/** What people did or handed in toward re-certification. */
export const evidenceItem = {
  columns: [
    'id',
    'personId',
    'title',
    'activityOn',
    'category',
    'strand',
    'delivery',
    'checklistItem',
    'claimed',
    'accepted',
    'state',
    'receivedOn',
    'decidedOn',
    'reviewer',
    'returnedBecause',
    'activityKey',
    'paid',
    'preApprovedOn',
    'relevance',
    'countedElsewhere',
    'firstReviewer',
    'firstReviewedOn',
    'firstAccepted',
  ],
  references: { personId: { to: 'person', whenMerged: 'moves' } },
  unique: [],
  // A decision is one thing: half of one laptop's and half of another's would be no one's.
  together: [
    [
      'state',
      'accepted',
      'decidedOn',
      'reviewer',
      'returnedBecause',
      'firstReviewer',
      'firstReviewedOn',
      'firstAccepted',
    ],
  ],
  words: {
    about: (row, names) => names.of('person', row.personId),
    called: (row) => `“${row.title}”`,
    added: (row) => `evidence “${row.title}”, ${sayEvidenceState[row.state].toLowerCase()}`,
    removed: (row) => `evidence “${row.title}” removed`,
    fields: {
      personId: ['evidence of', nameIn('person')],
      title: ['evidence', quoted],
      activityOn: ['done on', day],
      category: ['category', plain],
      strand: ['strand', plain],
      delivery: ['held', plain],
      checklistItem: ['shows', plain],
      claimed: ['claimed', credit],
      accepted: ['accepted', credit],
      state: ['evidence', state],
      receivedOn: ['received', day],
      decidedOn: ['decided on', day],
      reviewer: ['reviewed by', plain],
      returnedBecause: ['reason', quoted],
      activityKey: ['activity', plain],
      paid: ['work', plain],
      preApprovedOn: ['approved beforehand on', day],
      relevance: ['percent on the subject', plain],
      countedElsewhere: ['also counted for', plain],
      firstReviewer: ['first review by', plain],
      firstReviewedOn: ['first review on', day],
      firstAccepted: ['first review gives', credit],
    },
  },
} as const satisfies Table<KeptEvidenceItem>;

/** The files, links, and notes that show evidence. The files themselves lie beside the database. */
export const evidenceDocument = {
  columns: ['id', 'itemId', 'kind', 'sha256', 'size', 'type', 'name', 'text', 'addedOn'],
  references: { itemId: { to: 'evidenceItem' } },
  unique: [],
  words: {
    about: (row, names) => names.of('evidenceItem', row.itemId),
    added: (row) => sayDocument(row),
    removed: (row) => `${sayDocument(row)} taken away`,
    fields: { itemId: ['document of', nameIn('evidenceItem')] },
  },
} as const satisfies Table<EvidenceDocument>;

function sayDocument({ kind, type, name, text }: EvidenceDocument): string {
  if (kind === 'file') return `${type === null ? 'file' : sayFileType[type]} “${name ?? ''}”`;
  return `${kind} “${text ?? ''}”`;
}
