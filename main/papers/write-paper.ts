import type { Result } from '../../shared/model/result.ts';
import { breathe, type WorkOptions } from '../files/progress.ts';
import { replaceFile } from '../files/replace-file.ts';
import type { Page } from './paper.ts';
import { type PdfFacts, streamPdf } from './pdf.ts';
import { Pen } from './pen.ts';
import { writePreview } from './preview-files.ts';
import { Shaper } from './shaping.ts';
import { Typesetter } from './typesetter.ts';

/** How a paper is written beside what stands on it. */
export interface PaperOptions extends WorkOptions {
  /** When the file says that it was made; left out: now. */
  readonly now?: Date | undefined;
  /** A folder for what the pages look like on the screen; left out: no one looks at them. */
  readonly preview?: string | undefined;
}

/** Draws a paper’s pages. Calls `pause` in long work between pages, so that Cancel is heard; each page hears it too. */
type DrawPaper<Value> = (pen: Pen, pause: () => Promise<void>) => Promise<Value>;

/**
 * Writes a paper as a PDF, whole or not at all, page by page, and each page’s preview in the same pass where someone
 * will look at it; a refusal says why the file can't be written.
 */
export function writePaper<Value>(
  file: string,
  facts: PdfFacts,
  draw: DrawPaper<Value>,
  { signal, preview }: PaperOptions,
): Promise<Result<Value>> {
  const shaper = new Shaper();
  return replaceFile(
    file,
    (handle) =>
      streamPdf(
        handle,
        facts,
        (toPdf, stopped) => {
          const pause = (): Promise<void> => breathe(stopped);
          const drawTo = (add: (page: Page) => Promise<void> | void): Promise<Value> => {
            const finished = async (page: Page): Promise<void> => {
              await add(page);
              await pause();
            };
            return draw(new Pen(new Typesetter(shaper), finished), pause);
          };
          if (preview === undefined) return drawTo(toPdf);
          return writePreview(preview, facts.size, shaper, (toPreview) =>
            drawTo((page) => {
              toPdf(page);
              return toPreview(page);
            }),
          );
        },
        signal,
      ),
    signal,
  );
}
