import { z } from 'zod';
import { works } from '../call.ts';
import * as id from '../model/ids.ts';
import type { WrittenFile } from '../views/page.ts';
import type { PaperPages, PaperPreview } from '../views/papers.ts';
import { many } from './inputs.ts';

/** The calls that can be looked at and printed: each writes a PDF, a list also where it is asked for one. */
const paperCallNames = [
  'applicants.export',
  'attendance.exportCohort',
  'attendance.exportSession',
  'badges.saveOutlines',
  'badges.savePdf',
  'certificates.printKey',
  'cohorts.exportRoster',
  'fees.export',
  'fees.printInvoice',
  'fees.printReceipt',
  'graduates.export',
  'graduates.printCertificates',
  'papers.schedule',
  'papers.signInSheets',
  'person.print',
  'progress.export',
  'published.export',
  'published.print',
  'recertification.export',
  'transcripts.print',
] as const;
export type PaperCallName = (typeof paperCallNames)[number];

const PaperId = z.uuid();
const paper = z.strictObject({ paperId: PaperId });

/** The calls about paper: what is printed, its preview, the system's dialog; shared/api.ts has them with all others. */
export const paperCalls = {
  'papers.signInSheets': works<WrittenFile | null>().takes(
    'Sign-in sheets of sessions as a PDF, a line and a code a person; who has no badge number yet gets one',
    z.strictObject({
      sessionIds: many(id.SessionId),
      /** Empty lines at the end of each, for walk-ins. */
      blank: z.int().min(0).max(200).default(6),
    }),
  ),
  'papers.schedule': works<WrittenFile | null>().takes(
    'The schedule of the year of one or several cohorts as a PDF',
    z.strictObject({ cohortIds: many(id.CohortId) }),
  ),
  'papers.preview': works<PaperPreview | null>().takes(
    'Makes a paper for the screen, to be looked at and printed; the name and input of the call that saves it',
    z.strictObject({ call: z.enum(paperCallNames), input: z.unknown() }),
  ),
  'papers.pages': works<PaperPages>().takes(
    'Some pages of a paper that is previewed, as drawings',
    z.strictObject({ paperId: PaperId, from: z.int().min(0), count: z.int().min(1).max(20) }),
  ),
  'papers.print': works<{ printed: boolean }>().takes(
    'Asks the system’s dialog how to print the pages that the window shows',
    paper,
  ),
  'papers.save': works<WrittenFile | null>().takes('Save a paper that is previewed as a PDF', paper),
  'papers.close': works<null>().takes('Put a paper away: its file is removed', paper),
};
