import { z } from 'zod';
import { reads, works, writes } from '../call.ts';
import { PolicyKey } from '../model/clause.ts';
import { CivilDate } from '../model/dates.ts';
import { EvidenceDocumentId, EvidenceLink, mostFilesAtOnce } from '../model/evidence.ts';
import * as id from '../model/ids.ts';
import { Delivery, EvidenceItemId } from '../model/recertification/facts.ts';
import type { EvidenceAdded, EvidenceOfPerson, EvidencePreview, EvidenceQueue } from '../views/evidence.ts';
import { Slice, type WrittenFile } from '../views/page.ts';
import { reason } from './inputs.ts';

/** An amount as it was typed; the rule of the policy says whether it can be. */
const amount = z.number();
const text = z.string().trim().min(1, 'a few words').max(500);

/** What is said of an activity; what is left out isn't known. */
const claim = {
  title: text,
  /** The last day of the activity; for a document, the day it speaks of. */
  activityOn: CivilDate,
  /** In hours, points or credits, as the policy counts: 2.5. */
  claimed: amount.default(0),
  category: PolicyKey.nullable().default(null),
  strand: PolicyKey.nullable().default(null),
  delivery: Delivery.nullable().default(null),
  checklistItem: PolicyKey.nullable().default(null),
  /** What is the same whenever it is done again: a course’s number, a talk’s title. */
  activityKey: text.nullable().default(null),
  paid: z.enum(['paid', 'unpaid']).nullable().default(null),
  /** The day on which it was approved beforehand. */
  preApprovedOn: CivilDate.nullable().default(null),
  /** How much of it was on the subject, in percent. */
  relevance: z.int().min(0).max(100).nullable().default(null),
  /** The other certificate toward which the same hours were counted. */
  countedElsewhere: text.nullable().default(null),
};

/** What shows it: files by their paths, which a person chose or dropped, a link, a note, or several of these. */
const documents = {
  files: z.array(z.string().min(1).max(4_096)).max(mostFilesAtOnce).default([]),
  link: EvidenceLink.nullable().default(null),
  note: text.nullable().default(null),
};

const shown = ['person', 'participant', 'cohort', 'evidenceItem', 'evidenceDocument', 'policyVersion'] as const;

/** The calls about evidence toward re-certification; shared/api.ts has them with all others. */
export const evidenceCalls = {
  'evidence.ofPerson': reads<EvidenceOfPerson>().takes(
    'One person’s evidence toward re-certification',
    z.strictObject({ personId: id.PersonId }),
    { from: shown },
  ),
  'evidence.queue': reads<EvidenceQueue>().takes(
    'The evidence that waits for review, oldest first',
    z.strictObject({ ...Slice }),
    { from: shown },
  ),
  'evidence.add': works<EvidenceAdded>().takes(
    'Add evidence: files are copied into the app’s own store; without a file, a link, or a note it is missing, and waited for',
    z.strictObject({ personId: id.PersonId, ...claim, receivedOn: CivilDate.nullable().default(null), ...documents }),
  ),
  'evidence.attach': works<EvidenceAdded>().takes(
    'Add files, a link, or a note to evidence; what was missing or returned waits for review again',
    z.strictObject({ itemId: EvidenceItemId, ...documents }),
  ),
  'evidence.correct': writes<null>().takes(
    'Correct what is claimed, before it is decided',
    z.strictObject({ itemId: EvidenceItemId, ...claim }),
  ),
  'evidence.review': writes<{ readonly waitsForSecond: boolean }>().takes(
    'Accept evidence whole or in part, or return it with a reason',
    z.strictObject({
      itemId: EvidenceItemId,
      decision: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('accept') }),
        z.strictObject({ kind: z.literal('part'), amount, reason }),
        z.strictObject({ kind: z.literal('return'), reason }),
      ]),
    }),
  ),
  'evidence.remove': writes<null>().takes(
    'Take evidence off someone’s record; its files stay in the store for Undo',
    z.strictObject({ itemId: EvidenceItemId }),
  ),
  'evidence.preview': works<EvidencePreview>().takes(
    'Show a file of evidence without running anything in it; its bytes are checked first',
    z.strictObject({ documentId: EvidenceDocumentId }),
  ),
  'evidence.save': works<WrittenFile | null>().takes(
    'Save a copy of a file of evidence under its own name',
    z.strictObject({ documentId: EvidenceDocumentId }),
  ),
};
