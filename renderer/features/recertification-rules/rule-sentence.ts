/** One sentence that rules say, and the clause that it follows from. */
export interface RuleSentence {
  readonly sentence: string;
  /** The clause’s id; empty: it says that there is nothing of the kind. */
  readonly clause: string;
  /** How deep it is in the tree of what is asked; 0: at its top. */
  readonly depth: number;
}
