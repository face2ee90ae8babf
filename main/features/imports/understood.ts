/**
 * What a typed text was understood as. A note ends the sentence “typed” in “column” …, such as `is no number of
 * years; ask, and set the years`, and is there exactly where someone should look.
 */
export interface Understood<T> {
  readonly value: T;
  readonly note?: string;
}
