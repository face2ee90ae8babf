import type {
  CertificateDesignDocument,
  CertificateDesignId,
  CertificateFileFacts,
  CertificateFileId,
  CertificateFileKind,
  DesignChoice,
  DesignFinding,
} from '../model/certificate-designs.ts';
import type { Instant } from '../model/dates.ts';
import type { ParticipantId } from '../model/ids.ts';

/** A design in the list: one that comes with the app, or the latest version of one’s own. */
export interface DesignLine {
  readonly choice: DesignChoice;
  readonly name: string;
  /** Null: it comes with the app, and never changes. */
  readonly version: number | null;
  readonly savedAt: Instant | null;
  /** Whether new certificates are drawn by it. */
  readonly inUse: boolean;
  /** How many certificates were issued with this version. */
  readonly issued: number;
  /** The cohorts that these are of, by name. */
  readonly cohorts: readonly string[];
}

export interface DesignsView {
  readonly designs: readonly DesignLine[];
  readonly files: readonly DesignFileLine[];
  /** How many signatories the policy names. */
  readonly signatories: readonly string[];
}

/** A file that designs can be drawn with. */
export interface DesignFileLine {
  readonly id: CertificateFileId;
  readonly name: string;
  readonly kind: CertificateFileKind;
  readonly facts: CertificateFileFacts;
}

/** A design as it is opened to be looked at or changed. */
export interface OpenedDesign {
  readonly choice: DesignChoice;
  readonly name: string;
  readonly version: number | null;
  readonly document: CertificateDesignDocument;
}

export interface SavedDesign {
  readonly designId: CertificateDesignId;
  readonly version: number;
}

/** Whose certificate a draft is looked at with: someone made up, with a usual or a very long name, or a participant. */
export type DesignSample = 'usual' | 'long' | ParticipantId;

/** Someone with whose name a draft can be looked at. */
export interface DesignSampleLine {
  readonly participantId: ParticipantId;
  readonly name: string;
  readonly cohort: string;
}

/** A certificate drawn by a draft, as it would be printed. */
export interface DrawnDesign {
  /** The page as an SVG document, see-through: its background is asked for once, apart. */
  readonly svg: string;
  /** What must or should be mended, at a field or as a whole. */
  readonly findings: readonly DesignFinding[];
}

/** What a design has behind its fields, as an SVG document. */
export interface DrawnBackground {
  readonly svg: string;
}
