import { z } from 'zod';
import type { CivilDate } from './dates.ts';
import { type CertificateId, rowId } from './ids.ts';

export const CertificateEndingId = rowId('CertificateEndingId');
export type CertificateEndingId = z.infer<typeof CertificateEndingId>;

export const EndingKind = z.enum(['revoked', 'superseded']);
export type EndingKind = z.infer<typeof EndingKind>;

/** That a certificate is good no longer. The certificate itself stays, so that its number answers for ever. */
export interface CertificateEnding {
  readonly id: CertificateEndingId;
  readonly certificateId: CertificateId;
  readonly kind: EndingKind;
  readonly endedOn: CivilDate;
  readonly reason: string;
  /** The certificate that takes its place; null where none does. */
  readonly replacedById: CertificateId | null;
}
