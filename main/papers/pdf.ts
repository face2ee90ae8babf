import type { FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import PDFDocument from 'pdfkit';
import type { Result } from '../../shared/model/result.ts';
import { breathe, type WorkOptions } from '../files/progress.ts';
import { replaceFile } from '../files/replace-file.ts';
import { fontFile, fontNames } from './fonts.ts';

/** What a PDF says of itself. */
export interface PdfFacts {
  readonly title: string;
  readonly author: string;
  readonly subject?: string;
  /** The size of its pages, in points; all have the same. */
  readonly size: readonly [width: number, height: number];
  /** When the file says that it was made; left out: now. */
  readonly now?: Date | undefined;
}

/** Draws the pages. Calls `pause` between pieces of work, so that Cancel is heard and a full disk stops the drawing. */
export type DrawPages<Value> = (doc: PDFKit.PDFDocument, pause: () => Promise<void>) => Promise<Value>;

// A PDF comes in thousands of small pieces; the disk is asked less often.
const bytesAtOnce = 262_144;

/** Writes a tagged PDF whole or not at all, page by page as it is drawn; a refusal says why the file can't be written. */
export function writePdf<Value>(
  file: string,
  facts: PdfFacts,
  draw: DrawPages<Value>,
  { signal }: WorkOptions,
): Promise<Result<Value>> {
  return replaceFile(file, (handle) => stream(handle, facts, draw, signal), signal);
}

async function stream<Value>(
  handle: FileHandle,
  { title, author, subject, size, now }: PdfFacts,
  draw: DrawPages<Value>,
  signal: AbortSignal | undefined,
): Promise<Value> {
  const doc = new PDFDocument({
    size: [...size],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    lang: 'en-US',
    tagged: true,
    displayTitle: true,
    info: {
      Title: title,
      Author: author,
      ...(subject === undefined ? {} : { Subject: subject }),
      Creator: 'Cohort Desk',
      CreationDate: now ?? new Date(),
    },
  });
  const stopped = new AbortController();
  const both = signal === undefined ? stopped.signal : AbortSignal.any([signal, stopped.signal]);
  const sink = async (source: AsyncIterable<Buffer>): Promise<void> => {
    let held: Buffer[] = [];
    let length = 0;
    for await (const bytes of source) {
      held.push(bytes);
      length += bytes.length;
      if (length < bytesAtOnce) continue;
      await handle.writeFile(Buffer.concat(held));
      held = [];
      length = 0;
    }
    await handle.writeFile(Buffer.concat(held));
  };
  const written = pipeline(doc, sink, { signal: both });
  const failures: unknown[] = [];
  // A full disk must stop the drawing too.
  written.catch((error: unknown) => {
    failures.push(error);
    stopped.abort();
  });
  let value: Value;
  try {
    for (const font of fontNames) doc.registerFont(font, fontFile(font));
    value = await draw(doc, () => breathe(both));
    doc.end();
  } catch (error) {
    const first = failures[0] ?? error;
    stopped.abort();
    await written.catch(() => {});
    throw first;
  }
  await written;
  return value;
}
