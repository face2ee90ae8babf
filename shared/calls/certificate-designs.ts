import { z } from 'zod';
import { reads, works, writes } from '../call.ts';
import { CertificateDesignDocument, type CertificateFileId, DesignChoice } from '../model/certificate-designs.ts';
import { ParticipantId } from '../model/ids.ts';
import type {
  DesignFileLine,
  DesignSampleLine,
  DesignsView,
  DrawnBackground,
  DrawnDesign,
  OpenedDesign,
  SavedDesign,
} from '../views/certificate-designs.ts';
import { nothing } from './inputs.ts';

/** The calls about how certificates look; shared/api.ts has them with all others. */
export const certificateDesignCalls = {
  'certificateDesigns.list': reads<DesignsView>().takes(
    'The certificate designs, those that come with the app and one’s own, and the files they can be drawn with',
    nothing,
    { from: ['policyVersion', 'certificate', 'certificateDesign', 'certificateFile', 'participant', 'cohort'] },
  ),
  'certificateDesigns.open': reads<OpenedDesign>().takes(
    'One certificate design with all of its fields',
    z.strictObject({ choice: DesignChoice }),
    { from: ['policyVersion', 'certificateDesign'] },
  ),
  'certificateDesigns.samples': reads<readonly DesignSampleLine[]>().takes(
    'The people with whose names a certificate design can be looked at',
    nothing,
    { from: ['participant', 'person', 'cohort'] },
  ),
  'certificateDesigns.draw': works<DrawnDesign>().takes(
    'Draw a certificate by a design that isn’t saved, as it would be printed, with what should be fixed; its background is left clear',
    z.strictObject({
      document: CertificateDesignDocument,
      sample: z.union([z.enum(['usual', 'long']), ParticipantId]).default('usual'),
    }),
    { from: ['policyVersion', 'certificateFile', 'participant', 'person', 'cohort'] },
  ),
  'certificateDesigns.drawBackground': works<DrawnBackground>().takes(
    'Draw what a certificate design has behind its fields',
    CertificateDesignDocument.pick({ paper: true, background: true }),
    { from: ['certificateFile'] },
  ),
  'certificateDesigns.addFile': works<(DesignFileLine & { readonly id: CertificateFileId }) | null>().takes(
    'Add a background, a picture of a signature or seal, or a font for certificate designs; the file is asked for',
    z.strictObject({
      use: z.enum(['background', 'picture', 'font']),
      /** Of a PDF: which page. */
      page: z.int().min(1).max(10_000).default(1),
      /** A file that was chosen or dropped; null: it is asked for. */
      file: z.string().max(4_096).nullable().default(null),
    }),
  ),
  'certificateDesigns.save': writes<SavedDesign>().takes(
    'Save a certificate design as a new version of its name; certificates that were issued keep theirs',
    z.strictObject({
      name: z.string().trim().min(1).max(80),
      document: CertificateDesignDocument,
      /** Whether new certificates are drawn by it from now on. */
      use: z.boolean().default(false),
    }),
  ),
  'certificateDesigns.use': writes<null>().takes(
    'Draw new certificates by a design from today on, as a new version of the policy',
    z.strictObject({ choice: DesignChoice }),
  ),
};
