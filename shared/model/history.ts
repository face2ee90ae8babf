import type { Instant } from './dates.ts';
import type { CommandId, DeviceId } from './ids.ts';

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
  /** The command that this one takes back; an undo of an undo is a redo. */
  readonly undoes: CommandId | null;
}
