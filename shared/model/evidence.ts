import { z } from 'zod';
import type { CivilDate } from './dates.ts';
import { rowId } from './ids.ts';
import type { Credit } from './recertification/amounts.ts';
import type { EvidenceItem, EvidenceItemId } from './recertification/facts.ts';

export const EvidenceDocumentId = rowId('EvidenceDocumentId');
export type EvidenceDocumentId = z.infer<typeof EvidenceDocumentId>;

/** What a file is by its bytes, whatever its name says. `other`: nothing that is known here. */
export const EvidenceFileType = z.enum([
  'pdf',
  'png',
  'jpeg',
  'gif',
  'webp',
  'html',
  'svg',
  'office',
  'text',
  'program',
  'other',
]);
export type EvidenceFileType = z.infer<typeof EvidenceFileType>;

export const sayFileType: Record<EvidenceFileType, string> = {
  pdf: 'PDF',
  png: 'PNG picture',
  jpeg: 'JPEG picture',
  gif: 'GIF picture',
  webp: 'WebP picture',
  html: 'Web page',
  svg: 'SVG drawing',
  office: 'Office document',
  text: 'Text',
  program: 'Program',
  other: 'File',
};

/** The most bytes that one file of evidence may have: 100 MB, a scanned folder of papers. */
export const mostEvidenceBytes = 100_000_000;

/** The most files that come in at once. */
export const mostFilesAtOnce = 20;

/** What shows a piece of evidence: a file in the app's own store, a link to look at elsewhere, or a lead's note instead. */
export interface EvidenceDocument {
  readonly id: EvidenceDocumentId;
  readonly itemId: EvidenceItemId;
  readonly kind: 'file' | 'link' | 'note';
  /** Of a file: SHA-256 of its bytes in hex, which is its name in the store; null for a link or a note. */
  readonly sha256: string | null;
  /** Of a file, in bytes. */
  readonly size: number | null;
  readonly type: EvidenceFileType | null;
  /** Of a file: what it was called where it came from, without its folder. */
  readonly name: string | null;
  /** The link or the note. */
  readonly text: string | null;
  readonly addedOn: CivilDate;
}

/** A piece of evidence as the desk keeps it: with the first of two reviews, where the policy asks for a second one. */
export interface KeptEvidenceItem extends EvidenceItem {
  /** Who reviewed first and waits for a second lead; null: no one, or no second one is needed. */
  readonly firstReviewer: string | null;
  readonly firstReviewedOn: CivilDate | null;
  /** What the first reviewer would give. */
  readonly firstAccepted: Credit | null;
}

interface Choice {
  readonly key: string;
  readonly title: string;
}

/** What else can be said of an activity, where the policy goes by it. */
export const furtherFacts = ['activityKey', 'paid', 'preApprovedOn', 'relevance', 'countedElsewhere'] as const;
export type FurtherFact = (typeof furtherFacts)[number];

/** What else is said of an activity in a category: what its rules go by, and what those of all credit do. */
export const furtherAsked = (
  { categories, further }: Pick<EvidenceAsked, 'categories' | 'further'>,
  category: string | null,
): ReadonlySet<FurtherFact> =>
  new Set([...further, ...(categories.find(({ key }) => key === category)?.further ?? [])]);

/** What the policy in force asks evidence for. */
export interface EvidenceAsked {
  /** What is counted: hour and hours, point and points. */
  readonly unit: { readonly one: string; readonly many: string };
  /** The kinds of credit; each counted in whole steps of so many hundredths. */
  readonly categories: readonly (Choice & { readonly step: Credit; readonly further: readonly FurtherFact[] })[];
  /** What every activity is asked besides, of whatever category. */
  readonly further: readonly FurtherFact[];
  readonly strands: readonly Choice[];
  readonly checklist: readonly Choice[];
  readonly secondReview: 'needed' | 'not-needed';
}

/** An address that can be looked at: of the web, by an ordinary scheme, without a password in it. */
export const EvidenceLink = z
  .string()
  .trim()
  .max(2_000)
  .refine((text) => isWebAddress(text), 'an address that begins with https:// or http://');

function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && url.password === '';
}
