import { works } from '../call.ts';
import type { DeskCheckView, RecordsRestored } from '../views/desk-check.ts';
import { nothing } from './inputs.ts';

/** The calls that check the database; shared/api.ts has them with all others. */
export const deskCheckCalls = {
  'desk.check': works<DeskCheckView>().takes(
    'Check everything: the file’s pages, every record against the log, the search; says what differs, and one hash of all rows',
    nothing,
  ),
  'desk.rebuildSearch': works<{ readonly people: number }>().takes(
    'Make the search of people again; no record changes',
    nothing,
  ),
  'desk.restoreRecords': works<RecordsRestored>().takes(
    'Restore from the log every record that another program changed; a copy of the database is kept first',
    nothing,
  ),
  'desk.quickCheck': works<DeskCheckView>().takes(
    'The check of every start: all of a small desk, the pages and the log’s order of a large one',
    nothing,
  ),
};
