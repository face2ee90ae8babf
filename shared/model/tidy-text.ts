// Nearly all cells are tidy already, and normalising 100,000 rows of them is most of a plan's time.
const isTidy = /^(?:[!-~]+(?: [!-~]+)*)?$/;

// Marks that no one sees and copying brings along: soft hyphens, zero-width spaces, the direction of the text, fillers.
const unseen = /(?!\u200c|\u200d|[\ufe00-\ufe0f])[\p{Default_Ignorable_Code_Point}\u061c\u2028\u2029\ufff9-\ufffb]/gu;

// Joiners shape words of other scripts and signs of several parts; beside Latin letters, and at a word's ends, they are
// leftovers of copying.
const joiners = String.raw`(?:\u200c|\u200d|[\ufe00-\ufe0f])+`;
const plain = String.raw`[\s\p{Script=Latin}\p{M}\p{N}\p{P}]`;
const strayJoiners = new RegExp(`(?<=^|${plain})${joiners}|${joiners}(?=$|${plain})`, 'gu');

// Signs that take up room and show nothing: Hangul fillers, the empty Braille cell.
const blanks = /[\u115f\u1160\u3164\uffa0\u2800]/g;

/**
 * Text as it is compared and shown: one normal form of accents, single spaces, none at the ends, no unseen marks, and
 * the wide letters and digits of East Asian keyboards as everyone else's.
 */
export const tidy = (typed: string): string =>
  isTidy.test(typed)
    ? typed
    : typed
        .normalize('NFC')
        .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
        .replace(blanks, ' ')
        .replace(unseen, '')
        .replace(strayJoiners, '')
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .trim();
