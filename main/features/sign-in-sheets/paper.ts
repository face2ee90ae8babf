import { done, type Result, refuse } from '../../../shared/model/result.ts';
import { settable } from '../../papers/typesetter.ts';
import { type PaperOptions, writePaper } from '../../papers/write-paper.ts';
import { drawSignInSheet, pagesOfSheet, type SignInLine, type SignInSheet, signInPage } from './page.ts';

declare module '../../jobs/job.ts' {
  interface Jobs {
    readonly writeSignInSheets: {
      readonly input: PaperJob & { readonly lists: readonly SignInSheet[] };
      readonly output: { readonly people: number; readonly pages: number };
    };
  }
}

/**
 * Writes the sign-in sheets of one or several sessions as a PDF: a line a person with a place to sign and a code, empty
 * lines for walk-ins at the end. A letter that no typeface here has shows as a question mark: no one is left out.
 */
export async function writeSignInSheets(
  file: string,
  sheets: readonly SignInSheet[],
  options: PaperOptions = {},
): Promise<Result<{ readonly people: number; readonly pages: number }>> {
  const [first] = sheets;
  if (first === undefined) return refuse('Nothing was printed: choose at least one session.');
  const pages = sheets.reduce((sum, sheet) => sum + pagesOfSheet(sheet), 0);
  const written = await writePaper(
    file,
    {
      title: sheets.length === 1 ? `Sign-in sheet: ${settable(first.title)}` : `${sheets.length} sign-in sheets`,
      author: settable(first.program),
      size: signInPage,
      now: options.now,
    },
    async (pen) => {
      let drawn = 0;
      const pageDone = (): void => {
        drawn += 1;
        options.onProgress?.({ done: drawn, total: pages });
      };
      for (const sheet of sheets) await drawSignInSheet(pen, printed(sheet), pageDone);
    },
    options,
  );
  const people = sheets.reduce((sum, { lines }) => sum + lines.length, 0);
  return written.ok ? done({ people, pages }) : written;
}

const printed = (sheet: SignInSheet): SignInSheet => ({
  program: settable(sheet.program),
  title: settable(sheet.title),
  when: settable(sheet.when),
  where: settable(sheet.where),
  blank: sheet.blank,
  lines: sheet.lines.map(
    (line): SignInLine => ({
      ...line,
      name: settable(line.name),
      letter: settable(line.letter),
      organization: settable(line.organization),
      cohort: settable(line.cohort),
    }),
  ),
});
