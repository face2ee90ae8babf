import { reads } from '../call.ts';
import type { TodayView } from '../views/desk.ts';
import { nothing } from './inputs.ts';

/** The calls about what waits today; shared/api.ts has them with all others. */
export const todayCalls = {
  'today.show': reads<TodayView>().takes('To do today', nothing, { from: 'everything' }),
};
