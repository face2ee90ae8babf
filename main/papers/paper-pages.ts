import { readFile, stat } from 'node:fs/promises';
import { done, type Result } from '../../shared/model/result.ts';
import { breathe, type WorkOptions } from '../files/progress.ts';
import { PageDrawings } from './page-drawing.ts';

// The paper that this thread read last: its pages are asked for a few at a time.
let last: { readonly file: string; readonly changed: number; readonly drawings: PageDrawings } | null = null;

async function drawingsOf(file: string): Promise<PageDrawings> {
  const changed = (await stat(file)).mtimeMs;
  if (last?.file !== file || last.changed !== changed) {
    last = { file, changed, drawings: new PageDrawings(await readFile(file)) };
  }
  return last.drawings;
}

/** How many pages a PDF that this app wrote has, and how large they are, in points. */
export async function measurePaper(
  file: string,
): Promise<Result<{ readonly pages: number; readonly width: number; readonly height: number }>> {
  const { pages } = await drawingsOf(file);
  const [first] = pages;
  return done({ pages: pages.length, width: first?.width ?? 0, height: first?.height ?? 0 });
}

/** Some pages of a PDF that this app wrote, as SVG documents. */
export async function drawPaper(
  file: string,
  from: number,
  count: number,
  { signal }: WorkOptions,
): Promise<Result<{ readonly pages: readonly string[] }>> {
  const drawings = await drawingsOf(file);
  const pages: string[] = [];
  for (let page = from; page < Math.min(from + count, drawings.pages.length); page++) {
    pages.push(drawings.svg(page));
    await breathe(signal);
  }
  return done({ pages });
}
