import { wordsOf } from '../../kit/word-match.ts';
import type { HelpPage } from './pages.ts';

/** Words this long are also found by a longer form of themselves: “backups” finds “backup”. */
const leastStem = 4;

/** The pages that hold every word typed, those that are about it first. */
export function searchHelp(pages: readonly HelpPage[], typed: string): readonly HelpPage[] {
  const parts = wordsOf(typed);
  if (parts.length === 0) return pages;
  const ranked = pages.flatMap((page) => {
    const ranks = parts.map((part) => rankOf(page, part));
    // Words that follow each other there as they were typed, such as “check in”, say most.
    const together = ` ${wordsOf(`${page.title} ${page.also}`).join(' ')} `.includes(` ${parts.join(' ')} `) ? 5 : 0;
    return ranks.includes(0) ? [] : [{ page, rank: ranks.reduce((sum, rank) => sum + rank, together) }];
  });
  return ranked.toSorted((a, b) => b.rank - a.rank).map(({ page }) => page);
}

/** How much a page is about a word: by its title, by what else it is called, by its text; 0: the word isn't there. */
function rankOf({ title, also, plain }: HelpPage, part: string): number {
  const holds = (text: string) =>
    wordsOf(text).some(
      (word) =>
        word.startsWith(part) || (word.length >= leastStem && part.startsWith(word) && part.length - word.length <= 2),
    );
  if (holds(title)) return 30;
  // Two words that people call a page by say more than one that its title happens to have.
  if (holds(also)) return 20;
  return holds(plain) ? 1 : 0;
}
