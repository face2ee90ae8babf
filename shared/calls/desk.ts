import { z } from 'zod';
import { reads, works } from '../call.ts';
import { LeadName } from '../model/history.ts';
import type { DeskStatus, LeadsView } from '../views/desk.ts';
import type { WrittenFile } from '../views/page.ts';
import { nothing } from './inputs.ts';

/** The calls about the desk itself; shared/api.ts has them with all others. */
export const deskCalls = {
  'desk.status': reads<DeskStatus>().takes('What the frame shows around every screen', nothing, { from: 'everything' }),
  'desk.leads': reads<LeadsView>().takes('Who is using this laptop, and the leads known so far', nothing, {
    from: 'everything',
  }),
  'desk.nameLead': works<null>().takes(
    'Set who is using this laptop: every change from now on carries the name; null: no one',
    z.strictObject({ name: LeadName.nullable() }),
  ),
  'desk.backUp': works<WrittenFile | null>().takes('Write a checked copy of the database to a file', nothing),
  'desk.saveCopy': works<WrittenFile | null>().takes(
    'Save all that is open under a new name, also where the database’s own file was moved, deleted or replaced',
    nothing,
  ),
  'desk.showFile': works<null>().takes(
    'Show a file that was just written in its folder',
    z.strictObject({ file: z.string().max(4_096) }),
  ),
  'desk.holdOpen': works<null>().takes(
    'Say what closing the window now would lose, a sentence each; none: it may close',
    z.strictObject({ because: z.array(z.string().trim().min(1).max(300)).max(20) }),
  ),
  'desk.closeWindow': works<null>().takes('Close the window all the same, after the person was asked', nothing),
  'desk.cancel': works<null>().takes('Cancel the work that is running', nothing),
};
