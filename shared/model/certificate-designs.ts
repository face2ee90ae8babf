import { z } from 'zod';
import type { Instant } from './dates.ts';
import { rowId } from './ids.ts';
import type { JsonText } from './json.ts';

/** Points in a millimeter. */
export const pointsPerMillimeter = 72 / 25.4;

/** The sizes of paper that certificates are printed on, landscape, in points. */
export const certificatePapers = {
  letter: { width: 792, height: 612 },
  a4: { width: 841.89, height: 595.28 },
} as const;
export type CertificatePaperName = keyof typeof certificatePapers;

/** What each size of paper is called. */
export const sayCertificatePaper: Record<CertificatePaperName, string> = {
  letter: 'Letter, landscape (11 × 8.5 in)',
  a4: 'A4, landscape (297 × 210 mm)',
};

export const CertificateFileId = rowId('CertificateFileId');
export type CertificateFileId = z.infer<typeof CertificateFileId>;
export const CertificateDesignId = rowId('CertificateDesignId');
export type CertificateDesignId = z.infer<typeof CertificateDesignId>;
export const CertificateDesignFileId = rowId('CertificateDesignFileId');
export type CertificateDesignFileId = z.infer<typeof CertificateDesignFileId>;

/** The designs that come with the app. What one of them looks like never changes; a new look is a new name. */
export const builtInDesigns = ['classic', 'classic-a4', 'plain', 'plain-a4'] as const;
export type BuiltInDesign = (typeof builtInDesigns)[number];

/** What each design that comes with the app is called. */
export const sayBuiltInDesign: Record<BuiltInDesign, string> = {
  classic: 'Classic, Letter',
  'classic-a4': 'Classic, A4',
  plain: 'Plain, Letter',
  'plain-a4': 'Plain, A4',
};

/** The design that a policy names: one that comes with the app, or a version of one’s own. */
export const DesignChoice = z.union([z.enum(builtInDesigns), CertificateDesignId]);
export type DesignChoice = z.infer<typeof DesignChoice>;

/** Lengths on the page: points from its upper left corner. A box off the page can be kept; a check reports it. */
const length = z.number().min(-2_000).max(4_000);
const Box = z.strictObject({
  x: length,
  y: length,
  width: z.number().min(4).max(2_000),
  height: z.number().min(4).max(2_000),
});
export type Box = z.infer<typeof Box>;

/** The typefaces that come with the app, by name. */
export const shippedFonts = ['serif', 'serif-bold', 'sans', 'sans-bold'] as const;
/** One of the app’s typefaces, or a font file that the leads added. */
export const DesignFont = z.union([z.enum(shippedFonts), CertificateFileId]);
export type DesignFont = z.infer<typeof DesignFont>;

export const DesignColor = z.string().regex(/^#[0-9a-f]{6}$/, 'a color such as #1d2124');

const TextLook = z.strictObject({
  font: DesignFont,
  /** In points: as large as it is set where it fits, and as small as it may become. */
  size: z.number().min(5).max(120),
  smallest: z.number().min(5).max(120),
  color: DesignColor,
  align: z.enum(['left', 'center', 'right']),
});
export type TextLook = z.infer<typeof TextLook>;

/** What a text on a certificate is taken from: the policy, the certificate itself, or words of the leads’ own. */
export const textSources = [
  'organization',
  'program',
  'title',
  'opening',
  'name',
  'closing',
  'cohort',
  'date',
  'number',
  'words',
] as const;
export type TextSource = (typeof textSources)[number];

/** What each of them is called in the editor. */
export const sayTextSource: Record<TextSource, string> = {
  organization: 'Organization',
  program: 'Program',
  title: 'Title',
  opening: 'Words before the name',
  name: 'Name',
  closing: 'Words after the name',
  cohort: 'Cohort',
  date: 'Date',
  number: 'Number',
  words: 'Own words',
};

const key = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/);

const TextField = z.strictObject({
  kind: z.literal('text'),
  id: key,
  box: Box,
  source: z.enum(textSources),
  /** For own words: with {name}, {program}, {cohort}, {date} and {number} in them. Empty for every other source. */
  words: z.string().max(2_000),
  look: TextLook,
});

/** A line to sign on, with a name and a role below it; a picture of the signature, if there is one, above it. */
const SignatoryField = z.strictObject({
  kind: z.literal('signatory'),
  id: key,
  box: Box,
  /** Which of the policy’s signatories, from 1. */
  which: z.int().min(1).max(4),
  picture: CertificateFileId.nullable(),
  look: TextLook,
});

/** A seal, or another picture; null: the seal that comes with the app. */
const SealField = z.strictObject({
  kind: z.literal('seal'),
  id: key,
  box: Box,
  picture: CertificateFileId.nullable(),
  color: DesignColor,
});

/** The code that a phone reads; as large a square as its box holds. */
const CodeField = z.strictObject({ kind: z.literal('code'), id: key, box: Box });

export const DesignField = z.discriminatedUnion('kind', [TextField, SignatoryField, SealField, CodeField]);
export type DesignField = z.infer<typeof DesignField>;
export type DesignFieldKind = DesignField['kind'];

/** What a field is called in a sentence. */
export function sayField(field: DesignField): string {
  switch (field.kind) {
    case 'text':
      return sayTextSource[field.source];
    case 'signatory':
      return `Signatory ${field.which}`;
    case 'seal':
      return 'Seal';
    case 'code':
      return 'Code';
  }
}

/** The colors that the editor offers; each can be read on white paper, and after a black-and-white copy. */
export const designColors = {
  '#1d2124': 'Ink',
  '#000000': 'Black',
  '#565f65': 'Gray',
  '#0b5c66': 'Teal',
  '#1f3a68': 'Navy',
  '#7a1f2b': 'Burgundy',
  '#1c5a34': 'Green',
  '#6d5210': 'Bronze',
} as const satisfies Record<string, string>;

/** The side of the smallest code that still scans after a bad photocopy, in points: 20 mm. */
export const smallestCode = 20 * pointsPerMillimeter;

/** A design: what is behind everything, and where each field is. As it is drawn; a certificate keeps its version. */
export const CertificateDesignDocument = z.strictObject({
  format: z.literal(1),
  paper: z.enum(['letter', 'a4']),
  background: z.union([
    z.strictObject({ kind: z.literal('drawn'), drawing: z.enum(['engraved', 'ruled', 'none']) }),
    z.strictObject({ kind: z.literal('file'), file: CertificateFileId }),
  ]),
  fields: z.array(DesignField).max(40).readonly(),
  /** Fonts that the leads added for letters that the app’s own lack; tried in their order. */
  fonts: z.array(CertificateFileId).max(8).readonly(),
});
export type CertificateDesignDocument = z.infer<typeof CertificateDesignDocument>;

/** A version of a design of the leads’ own. Versions are only added. */
export interface CertificateDesignRow {
  readonly id: CertificateDesignId;
  readonly name: string;
  /** 1, 2, 3 … of this name. */
  readonly version: number;
  readonly document: JsonText<CertificateDesignDocument>;
  readonly savedAt: Instant;
}

/** What a file of a design is: pixels, a page of a PDF, a drawing made of lines, or a font. */
export const certificateFileKinds = ['png', 'jpeg', 'page', 'drawing', 'font'] as const;
export type CertificateFileKind = (typeof certificateFileKinds)[number];

/** What is known of a file without opening it again. Sizes are pixels, of a page points, of a font nothing. */
export const CertificateFileFacts = z.strictObject({
  width: z.number().min(0),
  height: z.number().min(0),
  /** What is said once when it is added, such as that only the first of several pages was taken. */
  note: z.string().nullable(),
});
export type CertificateFileFacts = z.infer<typeof CertificateFileFacts>;

/** A file of designs, checked and made ready when it was added. Its bytes are in the log, so every laptop has them. */
export interface CertificateFile {
  readonly id: CertificateFileId;
  /** SHA-256 of the file as it was chosen, and of which page, in hex: the same file is kept once. */
  readonly hash: string;
  readonly name: string;
  readonly kind: CertificateFileKind;
  readonly facts: JsonText<CertificateFileFacts>;
  /** In base64. */
  readonly bytes: string;
}

/** Which version of a design needs which file: neither goes while the other is there. */
export interface CertificateDesignFile {
  readonly id: CertificateDesignFileId;
  readonly designId: CertificateDesignId;
  readonly fileId: CertificateFileId;
}

/** Every file that a design is drawn with, each once. */
export function filesOfDesign({ background, fields, fonts }: CertificateDesignDocument): readonly CertificateFileId[] {
  const files = [
    ...(background.kind === 'file' ? [background.file] : []),
    ...fields.flatMap((field) => {
      if (field.kind === 'code') return [];
      const picture = field.kind === 'text' ? null : field.picture;
      const font = field.kind === 'seal' ? null : CertificateFileId.safeParse(field.look.font).data;
      return [...(picture === null ? [] : [picture]), ...(font ? [font] : [])];
    }),
    ...fonts,
  ];
  return [...new Set(files)];
}

/** Something about a design that must or should be mended, at a field or as a whole. */
export interface DesignFinding {
  /** Null: it is about the whole design. */
  readonly field: string | null;
  /** The other field that it is about, such as the one that is overlapped. */
  readonly also?: string;
  /** A design with one of these can’t be saved; the others are told. */
  readonly isGrave: boolean;
  readonly sentence: string;
}
