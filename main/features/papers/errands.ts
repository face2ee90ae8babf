import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { countOf } from '../../../shared/model/counts.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import type { Errand, Handlers, Workbench } from '../../call/handler.ts';
import type { OpenPaper } from '../../call/open-papers.ts';
import { askForPaperFile } from '../../call/paper-out.ts';
import { cancelled } from '../../files/cancelled.ts';
import { replaceFile } from '../../files/replace-file.ts';

/** Loads what reads previews, fonts and all, for the first who prints: it would hold up each start of the app. */
const previewOf = async (folder: string) => (await import('../../papers/preview-files.ts')).readPreview(folder);

const noSuchPaper = 'That preview was closed. Open it again from where you printed it.';

/** Makes what a call would save, in a file of the app's own: whatever saves a PDF can be looked at and printed. */
const preview: Errand<'papers.preview'> = async (desk, { call, input }) => {
  const file = await desk.papers.file();
  let kept = false;
  try {
    const made = await desk.callForPreview(call, input, file);
    if (!made.ok || made.value === null) return made.ok ? done(null) : made;
    const { paper, written } = made.value;
    const { pages, width, height } = await previewOf(path.dirname(file));
    if (desk.signal.aborted) return cancelled('Canceled: nothing was printed.');
    const { title } = paper;
    const paperId = desk.facts().newId();
    desk.papers.put(paperId, { file, title, suggestedName: paper.fileName, pages, width, height });
    kept = true;
    return done({ paperId, title, holds: written.holds, notes: written.notes, pages, width, height });
  } finally {
    if (!kept) await desk.papers.remove(file);
  }
};

const pages: Errand<'papers.pages'> = async (desk, { paperId, from, count }) => {
  const paper = desk.papers.get(paperId);
  if (!paper) return refuse(noSuchPaper);
  const made = await previewOf(path.dirname(paper.file));
  return done({ from, pages: await made.read(from, count) });
};

const print: Errand<'papers.print'> = async (desk, { paperId }) => {
  const paper = desk.papers.get(paperId);
  if (!paper) return refuse(noSuchPaper);
  if (!desk.dialogs.print) return refuse('Printing needs the window. Save the paper as a PDF and print that.');
  const answer = await desk.dialogs.print({ title: paper.title, width: paper.width, height: paper.height });
  if (answer.kind === 'failed') {
    return refuse(
      `${paper.title} was not printed: ${answer.why}. Check the printer, or save the paper as a PDF and print that.`,
    );
  }
  return done({ printed: answer.kind === 'printed' });
};

const save: Errand<'papers.save'> = async (desk, { paperId }) => {
  const paper = desk.papers.get(paperId);
  if (!paper) return refuse(noSuchPaper);
  const file = await askForPaperFile(desk.dialogs, { title: paper.title, fileName: paper.suggestedName });
  if (file === null) return done(null);
  const copied = await copyTo(desk, paper, file);
  if (!copied.ok) return copied;
  desk.written.add(file);
  return done({ file, holds: countOf(paper.pages, 'page'), notes: [] });
};

const copyTo = (desk: Workbench, paper: OpenPaper, file: string): Promise<Result<void>> =>
  replaceFile(file, async (handle) => handle.writeFile(await readFile(paper.file)), desk.signal);

const close: Errand<'papers.close'> = async (desk, { paperId }) => {
  await desk.papers.close(paperId);
  return done(null);
};

export const paperErrands: Pick<
  Handlers,
  'papers.preview' | 'papers.pages' | 'papers.print' | 'papers.save' | 'papers.close'
> = {
  'papers.preview': preview,
  'papers.pages': pages,
  'papers.print': print,
  'papers.save': save,
  'papers.close': close,
};
