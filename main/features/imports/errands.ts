import path from 'node:path';
import { countOf } from '../../../shared/model/counts.ts';
import type { ImportKind, ImportRow, Spreadsheet } from '../../../shared/model/imports.ts';
import { foldName } from '../../../shared/model/people.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import { csvFilter, workbookFilter } from '../../call/dialogs.ts';
import type { Errand, Handlers, Workbench } from '../../call/handler.ts';
import { noProgram } from '../../call/no-program.ts';
import { writeSheets } from '../../call/save-sheet.ts';
import { cancelled } from '../../files/cancelled.ts';
import { importCommand } from './commands.ts';
import { guessSheets, takeAsSaved } from './guess.ts';
import { readPasted } from './pasted.ts';
import { planInTurns, planNow, type ReadyPlan } from './plan.ts';
import { readingView } from './reading.ts';
import { held, keep, readFile, type Settled, settleImport } from './settle.ts';
import { unusableSheets } from './unusable.ts';

const read: Errand<'imports.read'> = async (desk, { file, readingId, kind }) => {
  if (!desk.facts().inForce) return noProgram();
  if (readingId !== null) {
    const known = held(desk, readingId);
    return known.ok ? done(readingView(desk.facts(), readingId, known.value, kind)) : known;
  }
  const spreadsheet = await readFile(desk, file);
  if (!spreadsheet.ok) return spreadsheet;
  return done(spreadsheet.value === null ? null : keptView(desk, spreadsheet.value, kind));
};

const keptView = (desk: Workbench, spreadsheet: Spreadsheet, kind: ImportKind | null) =>
  readingView(desk.facts(), keep(desk, spreadsheet), spreadsheet, kind);

const readText: Errand<'imports.readText'> = async (desk, { text, kind }) => {
  if (!desk.facts().inForce) return noProgram();
  const onProgress = (_: number, fraction: number) => desk.progress('Reading what was pasted', fraction);
  const spreadsheet = await readPasted(text, { signal: desk.signal, onProgress });
  return spreadsheet.ok ? done(keptView(desk, spreadsheet.value, kind)) : spreadsheet;
};

const guess: Errand<'imports.guess'> = async (desk, { readingId, kind, sheets, mappingId }) => {
  const spreadsheet = held(desk, readingId);
  if (!spreadsheet.ok) return spreadsheet;
  return mappingId === null
    ? guessSheets(desk.facts(), spreadsheet.value, kind, sheets)
    : takeAsSaved(desk.facts(), spreadsheet.value, kind, sheets, mappingId);
};

const preview: Errand<'imports.preview'> = async (desk, { show, search, offset, limit, ...asked }) => {
  const planned = await plan(desk, asked);
  if (!planned.ok) return planned;
  const { ready, notes: guessed } = planned.value;
  const { counts, writes, notes } = ready;
  const words = search
    .split(/\s+/)
    .map(foldName)
    .filter((word) => word !== '');
  const rows = ready.plan.rows.filter((row) => (show === null || row.outcome === show) && holds(row, words));
  const slice = rows.slice(offset, offset + limit);
  return done({ total: rows.length, offset, rows: slice, counts, writes, notes: [...guessed, ...notes] });
};

/** The plan of an import, made while the app goes on answering. */
async function plan(
  desk: Workbench,
  asked: Parameters<typeof settleImport>[1],
): Promise<Result<Settled & { readonly ready: ReadyPlan }>> {
  const settled = await settleImport(desk, asked);
  if (!settled.ok) return settled;
  const { spreadsheet, wish } = settled.value;
  const tell = (fraction: number) => desk.progress(`Looking at the rows of ${spreadsheet.file}`, fraction);
  const planned = await planInTurns(desk.facts, spreadsheet, wish, tell, desk.signal);
  if (planned === null) return cancelled();
  return planned.ok ? done({ ...settled.value, ready: planned.value }) : planned;
}

/** What rows are searched in, folded once: the same rows are searched letter by letter. */
const searched = new WeakMap<ImportRow, string>();

function holds(row: ImportRow, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  let text = searched.get(row);
  if (text === undefined) {
    text = [row.name, row.organization, ...row.notes].map(foldName).join(' ');
    searched.set(row, text);
  }
  const within = text;
  return words.every((word) => within.includes(word));
}

const apply: Errand<'imports.apply'> = async (desk, asked) => {
  const planned = await plan(desk, asked);
  if (!planned.ok) return planned;
  const { spreadsheet, wish, notes } = planned.value;
  const outcome = await desk.commit(`Importing ${spreadsheet.file}`, (facts) => {
    // While nothing changed since, this is the very plan that the preview showed; otherwise a new one.
    const now = planNow(facts, spreadsheet, wish);
    return now.ok ? importCommand(now.value) : now;
  });
  return outcome.ok ? done({ ...outcome.value, notes: [...notes, ...outcome.value.notes] }) : outcome;
};

const saveUnusable: Errand<'imports.saveUnusable'> = async (desk, asked) => {
  const planned = await plan(desk, asked);
  if (!planned.ok) return planned;
  const { spreadsheet, wish, ready } = planned.value;
  const sheets = unusableSheets(spreadsheet, wish.mappings, ready.plan.rows);
  if (sheets.length === 0) return refuse('Every row of this file can be used: there is nothing to save.');
  const file = await desk.dialogs.saveFile({
    title: 'Save the rows that can’t be used',
    suggestedName: `${path.parse(spreadsheet.file).name} – rows to correct.xlsx`,
    filters: [workbookFilter, csvFilter],
  });
  if (file === null) return done(null);
  const written = await writeSheets(file, sheets, { signal: desk.signal });
  if (!written.ok) return written;
  desk.written.add(file);
  const { rows } = written.value;
  return done({ file, holds: countOf(rows, 'row'), notes: [] });
};

export const importErrands: Pick<
  Handlers,
  'imports.read' | 'imports.readText' | 'imports.guess' | 'imports.preview' | 'imports.apply' | 'imports.saveUnusable'
> = {
  'imports.read': read,
  'imports.readText': readText,
  'imports.guess': guess,
  'imports.preview': preview,
  'imports.apply': apply,
  'imports.saveUnusable': saveUnusable,
};
