import type { Clause } from '../model/clause.ts';
import type { CivilDate } from '../model/dates.ts';
import type { ParticipantId, PersonId, PolicyVersionId } from '../model/ids.ts';
import type { Cents } from '../model/money.ts';
import type {
  AuditDrawId,
  AuditState,
  RecertificationAudit,
  RecertificationExtension,
  RecertificationExtensionId,
  RecertificationPayment,
  StandingChange,
  StandingKind,
} from '../model/recertification/facts.ts';
import type { ExplainedStanding } from '../model/recertification/standing.ts';

/** A last day, and the last one with the grace; null: no last day. */
export interface LastDays {
  readonly due: CivilDate;
  readonly last: CivilDate | null;
}

/** The four clocks of a cycle. */
export interface CycleClocks {
  readonly earn: LastDays;
  readonly submit: LastDays;
  readonly pay: LastDays;
  readonly good: LastDays;
}

/** An extension that could be granted today; or why none can. */
export type ExtensionChoice =
  | {
      readonly whyNot: null;
      readonly cycle: number;
      readonly endsOn: CivilDate;
      readonly latestOn: CivilDate;
      /** How long it may be: `6 months`. */
      readonly longest: string;
      readonly fee: Cents;
    }
  | { readonly whyNot: string };

/** A version of the policy that a cycle goes by, or could. */
export interface CycleVersion {
  readonly versionId: PolicyVersionId;
  readonly number: number;
  readonly effectiveOn: CivilDate;
  readonly note: string;
}

/** Which version the current cycle goes by, and the newer ones that it could be moved to, the newest first. */
export interface VersionChoice {
  readonly own: CycleVersion | null;
  readonly newer: readonly CycleVersion[];
}

/** What a move to another version would change, a sentence each. */
export interface VersionMove {
  readonly name: string;
  readonly cycle: number;
  readonly version: number;
  readonly differences: readonly string[];
}

export interface AuditRow extends Omit<RecertificationAudit, 'drawId'> {
  readonly name: string;
  readonly cohort: string;
  readonly state: AuditState;
}

/** Every audit, the newest first, and the draws that they came from. */
export interface AuditRoom {
  readonly audits: readonly AuditRow[];
  readonly draws: readonly {
    readonly id: AuditDrawId;
    readonly drawnOn: CivilDate;
    readonly seed: string;
    /** In percent. */
    readonly percent: number;
    /** How many could be drawn, and how many were. */
    readonly among: number;
    readonly drawn: number;
  }[];
  /** In percent; null: the rules of today have no audits. */
  readonly percent: number | null;
}

/** Everything about one graduate's certification on a day. */
export interface CertificationLife {
  readonly participantId: ParticipantId;
  readonly personId: PersonId;
  readonly name: string;
  readonly on: CivilDate;
  /** Whether the policy of the day has rules with cycles, and not one due date alone. */
  readonly hasRules: boolean;
  readonly standing: ExplainedStanding;
  /** The clauses that the reasons and needs name. */
  readonly clauses: readonly Clause[];
  /** What credit is counted in. */
  readonly unit: { readonly one: string; readonly many: string };
  /** Of the current cycle; null: it has no end. */
  readonly clocks: CycleClocks | null;
  readonly extensions: readonly Omit<RecertificationExtension, 'participantId'>[];
  readonly changes: readonly Omit<StandingChange, 'participantId'>[];
  /** The fees of the current cycle; empty: the rules ask for none. */
  readonly fees: readonly {
    readonly key: string;
    readonly title: string;
    readonly due: Cents;
    readonly paid: Cents;
    readonly open: Cents;
    /** What must happen for it to be asked: `if late`; null: it is asked of everyone. */
    readonly onlyIf: string | null;
  }[];
  readonly payments: readonly Omit<RecertificationPayment, 'participantId'>[];
  /** What the rules count from, or end with; `asked`: the rules ask for it. */
  readonly exam: { readonly asked: boolean; readonly examOn: CivilDate | null };
  readonly birth: { readonly asked: boolean; readonly month: number | null };
  readonly versions: VersionChoice;
  /** The audits of any cycle, the oldest first. */
  readonly audits: readonly (Omit<RecertificationAudit, 'drawId' | 'participantId'> & { readonly state: AuditState })[];
  /** Why the current cycle can’t be audited for cause; null: it can. */
  readonly whyNotAudit: string | null;
  readonly mayExtend: ExtensionChoice;
  /** Each decision about the standing that could hold from today on. */
  readonly mayChange: readonly { readonly kind: StandingKind; readonly whyNot: string | null }[];
}

export type ExtensionRow = CertificationLife['extensions'][number] & { readonly id: RecertificationExtensionId };
