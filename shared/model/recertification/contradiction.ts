/** A policy that can't hold as it is written: what is wrong, why, and where. */
export interface Contradiction {
  /** The part of the rules that it is about, as a path of fields and places in lists: `cycle.length`, `categories.2.most`. */
  readonly at: string;
  readonly clause: string;
  readonly sentence: string;
}
