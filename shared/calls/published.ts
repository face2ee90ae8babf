import { z } from 'zod';
import { reads, works, writes } from '../call.ts';
import * as id from '../model/ids.ts';
import { SheetFormat, Slice, sortBy, type WrittenFile } from '../views/page.ts';
import { type PublishedAnswer, publishedColumns, publishedShows } from '../views/published.ts';
import { many, nothing } from './inputs.ts';

const list = {
  show: z.enum(publishedShows).default('listed'),
  sort: sortBy(publishedColumns),
  ...Slice,
};

/** The calls about the list of graduates that the program publishes; shared/api.ts has them with all others. */
export const publishedCalls = {
  'published.list': reads<PublishedAnswer>().takes(
    'Graduates by cohort as the program publishes them, and who is left off',
    z.strictObject(list),
    { from: ['person', 'organization', 'cohort', 'participant', 'certificate', 'certificateEnding', 'unlisted'] },
  ),
  'published.leaveOff': writes<{ leftOff: number }>().takes(
    'Leave people off the published list of graduates',
    z.strictObject({
      personIds: many(id.PersonId),
      reason: z.string().trim().max(400).nullable().default(null),
    }),
  ),
  'published.putBack': writes<{ putBack: number }>().takes(
    'Put people back on the published list of graduates',
    z.strictObject({ personIds: many(id.PersonId) }),
  ),
  'published.export': works<WrittenFile | null>().takes(
    'The list on the screen as a spreadsheet',
    z.strictObject({
      ...list,
      columns: z.array(z.enum(publishedColumns)).min(1).optional(),
      format: SheetFormat.default('xlsx'),
    }),
  ),
  'published.print': works<WrittenFile | null>().takes('The published list of graduates by cohort, as a PDF', nothing),
  'published.savePage': works<WrittenFile | null>().takes(
    'Write graduates.html: the published list as one page for the association’s web site',
    nothing,
  ),
};
