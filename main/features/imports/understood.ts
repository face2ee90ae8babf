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

// Marks that nobody sees and copying brings along: soft hyphens, zero-width breaks, the direction of the text.
const unseen = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/**
 * Text as it is compared and shown: one normal form of accents, single spaces, none at the ends, no unseen marks, and
 * the wide letters and digits of East Asian keyboards as everybody else's.
 */
export const tidy = (typed: string): string =>
  isTidy.test(typed)
    ? typed
    : typed
        .normalize('NFC')
        .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
        .replace(unseen, '')
        .replace(/[\s\0]+/g, ' ')
        .trim();
