import type { CivilDate } from '../model/dates.ts';
import type { RecertificationRules } from '../model/recertification/rules.ts';

/** A version of the policy, as a line that says since when. */
export interface RulesVersion {
  readonly number: number;
  readonly effectiveOn: CivilDate;
}

/** The rules of re-certification that hold today. */
export interface RulesInForce {
  readonly rules: RecertificationRules;
  /** `rules`: the policy has rules of its own; `one-due-date`: it has one due date for each graduate, put in the same words. */
  readonly from: 'rules' | 'one-due-date';
  /** The version that holds today. */
  readonly version: RulesVersion;
  /** The version that brought the rules as they are; the same or an earlier one. */
  readonly since: RulesVersion;
  /** Versions that are adopted and bring other rules from a later day on, the earliest first. */
  readonly coming: readonly RulesVersion[];
}

/** Another program’s rules, or this one’s, that a lead can start from. */
export interface RulesTemplate {
  readonly key: string;
  readonly title: string;
  /** Whose rules they are, and where they are written down. */
  readonly source: string;
  /** What the source doesn’t say, or says in two ways. */
  readonly notes: readonly string[];
  readonly rules: RecertificationRules;
}
