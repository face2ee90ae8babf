import { z } from 'zod';
import type { Instant } from './dates.ts';
import type { CommandId, DeviceId } from './ids.ts';

/** What a lead is called in the log: the name in full, or as the leads call each other. */
export const LeadName = z
  .string()
  .trim()
  .regex(/\p{L}/u, 'a name that the other leads know')
  .max(80, 'a shorter name, of 80 letters at most')
  .regex(/^\P{C}*$/u, 'a name on one line');
export type LeadName = z.infer<typeof LeadName>;

/** A command as the log keeps it. */
export interface LoggedCommand {
  readonly id: CommandId;
  /** The call that was made: `applicants.accept`. */
  readonly call: string;
  /** What it did, as a sentence's beginning: `Accepted 12 applicants`. */
  readonly label: string;
  readonly deviceId: DeviceId;
  readonly deviceSequence: number;
  /** Hybrid logical clock: sorts as text, after everything that its laptop had seen. */
  readonly clock: string;
  readonly at: Instant;
  /** The lead who was named at the laptop; null: no one was. */
  readonly who: string | null;
  /** The command that this one takes back; an undo of an undo is a redo. */
  readonly undoes: CommandId | null;
  /** The version of the tables that it was made under. */
  readonly schemaVersion: number;
}
