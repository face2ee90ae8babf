import { z } from 'zod';
import { Instant } from './dates.ts';
import { SessionId } from './ids.ts';

/** What a lead leaves the kiosk with. */
export const KioskPin = z.string().regex(/^\d{4,8}$/, '4 to 8 digits');

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
});
export type KioskNote = z.infer<typeof KioskNote>;

const kioskAnswers = ['welcome', 'already-in', 'see-a-lead'] as const;
export type KioskAnswerKind = (typeof kioskAnswers)[number];
