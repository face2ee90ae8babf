/**
 * What a typed text was understood as. A note ends the sentence “typed” in “column” …, such as `is no number of
 * years; ask, and set the years by hand`, and is there exactly where somebody should look.
 */
export interface Understood<T> {
  readonly value: T;
  readonly note?: string;
}
