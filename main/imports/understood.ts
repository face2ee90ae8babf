/**
 * What a typed text was understood as. A note ends the sentence “typed” in “column” …, such as `is no number of
 * years; ask, and set the years by hand`, and is there exactly where somebody should look.
 */
export interface Understood<T> {
  readonly value: T;
  readonly note?: string;
}

// Nearly all cells are tidy already, and normalising 100,000 rows of them is most of a plan's time.
const isTidy = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/** Text as it is compared and shown: one normal form of accents, single spaces, none at the ends. */
export const tidy = (typed: string): string =>
  isTidy.test(typed)
    ? typed
    : typed
        .normalize('NFC')
        .replace(/[\s\u00a0\u200b\ufeff]+/g, ' ')
        .trim();
