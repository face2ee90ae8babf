import type { Cents } from '../../../shared/model/money.ts';

/** An invoice or a receipt, with every word that stands on it. Only plain data: it crosses to a thread. */
export interface FeePaper {
  /** `Invoice` or `Receipt`. */
  readonly title: string;
  readonly number: string;
  /** Who issues it: the organization, then its program and how to reach it, a line each. */
  readonly from: readonly [organization: string, ...rest: string[]];
  /** The line above the other side's name: `Bill to`, `Received from`. */
  readonly toTitle: string;
  /** The other side's name, then what else is known of it. */
  readonly to: readonly string[];
  /** Terms and what they are: `Issued`, `Jun 3, 2024`. */
  readonly facts: readonly (readonly [term: string, fact: string])[];
  readonly lines: readonly { readonly name: string; readonly detail: string; readonly cents: Cents }[];
  /** What the sum is called: `Total due`, `Total received`. */
  readonly totalTitle: string;
  /** What stands below the sum, a paragraph each, with an optional heading. */
  readonly closing: readonly { readonly title: string; readonly lines: readonly string[] }[];
}
