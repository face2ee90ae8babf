import type { Result } from '../../shared/model/result.ts';
import { breathe, type WorkOptions } from '../files/progress.ts';
import { replaceFile } from '../files/replace-file.ts';
import { type PdfFacts, streamPdf } from './pdf.ts';
import { Pen } from './pen.ts';
import { Shaper } from './shaping.ts';
import { Typesetter } from './typesetter.ts';

/** How a paper is written beside what stands on it. */
export interface PaperOptions extends WorkOptions {
  /** When the file says that it was made; left out: now. */
  readonly now?: Date | undefined;
}

/** Draws a paper’s pages. Calls `pause` in long work between pages, so that Cancel is heard; each page hears it too. */
export type DrawPaper<Value> = (pen: Pen, pause: () => Promise<void>) => Promise<Value>;

/** Writes a paper as a PDF, whole or not at all, page by page; a refusal says why the file can't be written. */
export function writePaper<Value>(
  file: string,
  facts: PdfFacts,
  draw: DrawPaper<Value>,
  { signal }: PaperOptions,
): Promise<Result<Value>> {
  const write = (add: Parameters<Parameters<typeof streamPdf<Value>>[2]>[0], both: AbortSignal): Promise<Value> => {
    const pen = new Pen(new Typesetter(new Shaper()), async (page) => {
      add(page);
      await breathe(both);
    });
    return draw(pen, () => breathe(both));
  };
  return replaceFile(file, (handle) => streamPdf(handle, facts, write, signal), signal);
}
