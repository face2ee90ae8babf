import type {
  CertificateDesignDocument,
  CertificateDesignId,
  CertificateFileFacts,
  CertificateFileId,
  CertificateFileKind,
  DesignChoice,
} from '../model/certificate-designs.ts';
import type { Instant } from '../model/dates.ts';

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
