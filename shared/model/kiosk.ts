import { z } from 'zod';
import { Instant } from './dates.ts';
import { SessionId } from './ids.ts';

/** What a lead leaves the kiosk with. Shorter ones are tried out in an afternoon. */
export const KioskPin = z.string().regex(/^\d{6,12}$/, '6 to 12 digits');

/**
 * That this laptop is a kiosk, and for which session; kept among the laptop's own notes, so that a restart changes
 * nothing. The PIN itself is nowhere.
 */
export const KioskNote = z.object({
  sessionId: SessionId,
  salt: z.string(),
  hash: z.string(),
  /** How many PINs in a row were wrong, and when the last one was tried. */
  wrong: z.int().min(0),
  triedAt: Instant.nullable(),
  /** How many tries to check in were no one's, one after another, and when the last one was. */
  missed: z.int().min(0).default(0),
  missedAt: Instant.nullable().default(null),
});
export type KioskNote = z.infer<typeof KioskNote>;

const kioskAnswers = ['welcome', 'already-in', 'more-needed', 'wait', 'see-a-lead'] as const;
export type KioskAnswerKind = (typeof kioskAnswers)[number];
