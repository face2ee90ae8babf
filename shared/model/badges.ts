import type { Instant } from './dates.ts';
import type { BadgeId, PersonId } from './ids.ts';

/** A name badge: its number is for people to say, its code for a scanner or a camera to read. */
export interface Badge {
  readonly id: BadgeId;
  /** From 1; the app gives each number once, two laptops that never met may give the same. */
  readonly number: number;
  /** What the QR code holds; unique. */
  readonly code: string;
  /** Null: a walk-in whom nobody has matched to a person yet. */
  readonly personId: PersonId | null;
  /** A walk-in's name and school system as they were typed at the door; kept when the person is known. */
  readonly name: string | null;
  readonly organization: string | null;
  readonly issuedAt: Instant;
}
