import { z } from 'zod';
import { works } from '../call.ts';
import { themes } from '../menu.ts';
import type { Preferences } from '../model/preferences.ts';
import { ColumnChoice } from '../model/table-columns.ts';
import { nothing } from './inputs.ts';

/** The calls about what someone likes on this laptop; shared/api.ts has them with all others. */
export const preferencesCalls = {
  'preferences.show': works<Preferences>().takes('What was chosen on this laptop, apart from the policy', nothing, {
    from: 'everything',
  }),
  'preferences.set': works<null>().takes(
    'Choose how Cohort Desk looks on this laptop; what is left out stays as it is',
    z.strictObject({
      theme: z.enum(themes).optional(),
      textSize: z.enum(['small', 'usual', 'large', 'larger', 'largest']).optional(),
      firstDayOfWeek: z.enum(['sunday', 'monday']).optional(),
    }),
  ),
  'preferences.columns': works<Readonly<Record<string, ColumnChoice>>>().takes(
    'Which columns each list shows on this laptop, in which order and how wide',
    nothing,
  ),
  'preferences.keepColumns': works<null>().takes(
    'Remember the columns of a list on this laptop',
    z.strictObject({ table: z.string().min(1).max(80), choice: ColumnChoice }),
  ),
};
