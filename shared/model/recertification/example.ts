import type { CivilDate } from '../dates.ts';
import type { CycleOutcome, ExplainedStanding, LifeState, Need } from './standing.ts';

/** One cycle of an example, with the days that its end sets; every last day is included. */
export interface ExampleCycle {
  readonly number: number;
  readonly beginsOn: CivilDate | null;
  readonly endsOn: CivilDate | null;
  readonly clause: string;
  readonly outcome: CycleOutcome | 'to-come';
  /** The day on which what it asks for was in; null: not yet. */
  readonly completedOn: CivilDate | null;
  readonly days: ExampleDays | null;
}

export interface ExampleDays {
  /** The first day on which it can be completed; null: from the cycle’s first day on. */
  readonly windowOn: CivilDate | null;
  readonly earnDue: CivilDate;
  /** Null: no last day. */
  readonly earnLast: CivilDate | null;
  readonly submitDue: CivilDate;
  readonly submitLast: CivilDate | null;
  readonly payDue: CivilDate;
  readonly payLast: CivilDate | null;
  /** The last day on which the certificate is good, without and with its grace. */
  readonly goodDue: CivilDate;
  readonly goodLast: CivilDate;
  /** Null: there is no suspension. */
  readonly suspendedLast: CivilDate | null;
  /** The last day before it lapses; null: it doesn’t by itself. */
  readonly lastBeforeLapse: CivilDate | null;
}

/** A state that begins on a day. */
export interface ExampleStep {
  readonly life: LifeState;
  readonly cycle: number | null;
  readonly from: CivilDate;
}

/** What rules would mean for somebody. */
export interface RecertificationExample {
  readonly on: CivilDate;
  readonly standing: ExplainedStanding;
  /** The cycle that the day is in, or that is still to be settled; null: none has begun. */
  readonly cycle: ExampleCycle | null;
  /** The cycle after it, if it is completed as it is or by its end; null: none follows. */
  readonly next: ExampleCycle | null;
  /** What the cycle asks of somebody who has done nothing yet. */
  readonly asks: readonly Need[];
  /** The states that they go through from the cycle’s beginning on, if nothing more comes in. */
  readonly steps: readonly ExampleStep[];
}
