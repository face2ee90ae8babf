import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { countOf } from '../../../shared/model/counts.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import type { PaperPages } from '../../../shared/views/papers.ts';
import { pdfFilter } from '../../call/dialogs.ts';
import type { Errand, Handlers, Workbench } from '../../call/handler.ts';
import type { OpenPaper } from '../../call/open-papers.ts';
import { cancelled } from '../../files/cancelled.ts';
import { replaceFile } from '../../files/replace-file.ts';
import { runJob } from '../../jobs/run.ts';

const Written = z.object({ file: z.string(), holds: z.string(), notes: z.array(z.string()) }).nullable();
const noSuchPaper = 'That paper was put away. Open it again from where you printed it.';

/** Makes what a call would save, in a file of the app's own: whatever saves a PDF can be looked at and printed. */
const preview: Errand<'papers.preview'> = async (desk, { call, input }) => {
  const file = await desk.papers.file();
  let kept = false;
  let asked: { readonly title: string; readonly suggestedName: string } | null = null;
  try {
    const answered = await desk.callWith(call, input, {
      saveFile: async ({ title, suggestedName }) => {
        asked = { title, suggestedName };
        return file;
      },
    });
    desk.written.delete(file);
    if (!answered.ok) return answered;
    const written = Written.parse(answered.value);
    if (written === null) return done(null);
    const measured = await runJob('measurePaper', { file }, { signal: desk.signal });
    if (!measured.ok) return measured;
    const { pages, width, height } = measured.value;
    if (desk.signal.aborted) return cancelled('Cancelled: nothing was printed.');
    const { title, suggestedName } = names(asked);
    const paperId = desk.facts().newId();
    desk.papers.put(paperId, { file, title, suggestedName, pages, width, height });
    kept = true;
    return done({ paperId, title, holds: written.holds, notes: written.notes, pages, width, height });
  } finally {
    if (!kept) await desk.papers.remove(file);
  }
};

/** What the dialog to save it would have said, as the name of a paper. */
function names(asked: { readonly title: string; readonly suggestedName: string } | null): {
  readonly title: string;
  readonly suggestedName: string;
} {
  const { title, suggestedName } = asked ?? { title: 'Paper', suggestedName: 'Paper.pdf' };
  const said = title.replace(/^(Export|Print|Save) /, '');
  return {
    title: `${said.charAt(0).toUpperCase()}${said.slice(1)}`,
    suggestedName: `${suggestedName.replace(/\.[a-z]{3,4}$/, '')}.pdf`,
  };
}

const pages: Errand<'papers.pages'> = async (desk, { paperId, from, count }): Promise<Result<PaperPages>> => {
  const paper = desk.papers.get(paperId);
  if (!paper) return refuse(noSuchPaper);
  const drawn = await runJob('drawPaper', { file: paper.file, from, count }, { signal: desk.signal });
  return drawn.ok ? done({ from, pages: drawn.value.pages }) : drawn;
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
  const file = await desk.dialogs.saveFile({
    title: `Save ${paper.title}`,
    suggestedName: paper.suggestedName,
    filters: [pdfFilter],
  });
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
