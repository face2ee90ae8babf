import path from 'node:path';
import { done, type Result } from '../../shared/model/result.ts';
import type { WrittenFile } from '../../shared/views/page.ts';
import type { WorkOptions } from '../files/progress.ts';
import { type Dialogs, pdfFilter } from './dialogs.ts';
import type { Workbench } from './handler.ts';
import { fileName } from './save-sheet.ts';

/** What a paper is called: on the screen, and as a file. */
export interface PaperName {
  /** `Badges of Foxtrot`. */
  readonly title: string;
  /** What the file’s name is made of, without its ending: `AL-CTO badges of Foxtrot 2024-06-03`. */
  readonly fileName: string;
}

/** Where a paper is written, and a folder for what its pages look like where someone looks at them first. */
interface PaperTarget {
  readonly file: string;
  readonly preview?: string;
}

/** A paper that was written, and what its writing gave. */
interface PaperOut<Value> {
  readonly file: string;
  readonly value: Value;
}

/** Writes a paper where whoever asked for it wants it; null where they thought better of it. */
export type WritePaper = <Value>(
  paper: PaperName,
  write: (target: PaperTarget) => Promise<Result<Value>>,
) => Promise<Result<PaperOut<Value> | null>>;

/** Asks where a paper goes; null: nowhere. */
export const askForPaperFile = (dialogs: Dialogs, paper: PaperName): Promise<string | null> =>
  dialogs.saveFile({
    title: `Save ${paper.title}`,
    suggestedName: `${fileName(paper.fileName)}.pdf`,
    filters: [pdfFilter],
  });

/** Papers go into the file that a person names. */
export const papersToFiles =
  (dialogs: Dialogs, written: Set<string>): WritePaper =>
  async (paper, write) => {
    const file = await askForPaperFile(dialogs, paper);
    if (file === null) return done(null);
    const made = await write({ file });
    if (!made.ok) return made;
    written.add(file);
    return done({ file, value: made.value });
  };

/** A paper that was made to be looked at: what it is called, and what its call says of it. */
export interface PreviewedPaper {
  readonly paper: PaperName;
  readonly written: WrittenFile;
}

/** What every call that makes a paper answers; null: the person thought better of it. */
export type PaperWritten = Promise<Result<WrittenFile | null>>;

/**
 * Makes a paper to be looked at, in a file of the app’s own with what its pages look like beside it. `make` makes the
 * call, with this way of writing its paper.
 */
export async function previewed(
  file: string,
  make: (papers: WritePaper) => PaperWritten,
): Promise<Result<PreviewedPaper | null>> {
  const names: PaperName[] = [];
  const made = await make(async (paper, write) => {
    names.push(paper);
    const written = await write({ file, preview: path.dirname(file) });
    return written.ok ? done({ file, value: written.value }) : written;
  });
  const [paper] = names;
  if (!made.ok) return made;
  return done(made.value === null || paper === undefined ? null : { paper, written: made.value });
}

/** How a paper's job is stopped, and whom it tells how far it is. */
export function printing(desk: Pick<Workbench, 'signal' | 'progress'>, title: string): WorkOptions {
  const label = `Printing ${title}`;
  desk.progress(label, null);
  return {
    signal: desk.signal,
    onProgress: ({ done: pages, total }) => desk.progress(label, total > 0 ? pages / total : null),
  };
}
