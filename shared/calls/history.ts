import { z } from 'zod';
import { reads, works } from '../call.ts';
import * as id from '../model/ids.ts';
import type { HistoryDetail, HistoryRow } from '../views/history.ts';
import { type ListSlice, Slice } from '../views/page.ts';
import { nothing } from './inputs.ts';

/** The calls about what was done, undo and redo; shared/api.ts has them with all others. */
export const historyCalls = {
  'history.list': reads<ListSlice<HistoryRow>>().takes('What was done, newest first', z.strictObject(Slice), {
    from: 'everything',
  }),
  'history.show': reads<HistoryDetail>().takes(
    'What one command changed',
    z.strictObject({ commandId: id.CommandId }),
    { from: 'everything' },
  ),
  'history.undo': works<{ label: string }>().takes(
    'Take a command back: the one named, or the last',
    z.strictObject({ commandId: id.CommandId.nullable().default(null) }),
  ),
  'history.redo': works<{ label: string }>().takes('Do again what was undone last', nothing),
};
