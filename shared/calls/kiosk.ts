import { z } from 'zod';
import { reads, works } from '../call.ts';
import * as id from '../model/ids.ts';
import { KioskPin } from '../model/kiosk.ts';
import type { KioskAnswer, KioskState } from '../views/kiosk.ts';
import { nothing } from './inputs.ts';

/**
 * The calls about self check-in in a room without a lead. While this laptop is a kiosk the gate lets the window make
 * the first three of these and no other call (main/features/kiosk/lock.ts).
 */
export const kioskCalls = {
  'kiosk.state': reads<KioskState | null>().takes('Whether this laptop is a kiosk, and for which session', nothing, {
    from: 'everything',
    by: 'kiosk',
  }),
  'kiosk.checkIn': works<KioskAnswer>().takes(
    'Check oneself in at the kiosk, by a badge’s code, its number with one’s last name, or one’s whole e-mail address',
    z.strictObject({ code: z.string().trim().min(1, 'a code').max(200) }),
    { by: 'kiosk' },
  ),
  'kiosk.leave': works<null>().takes('Leave kiosk mode with its PIN', z.strictObject({ pin: z.string().max(20) }), {
    by: 'kiosk',
  }),
  'kiosk.start': works<null>().takes(
    'Start kiosk mode for one of today’s sessions; this PIN ends it',
    z.strictObject({ sessionId: id.SessionId, pin: KioskPin }),
  ),
  'kiosk.release': works<null>().takes('Leave kiosk mode without its PIN; only from a terminal', nothing, {
    by: 'terminal',
  }),
};
