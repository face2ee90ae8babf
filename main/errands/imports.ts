import path from 'node:path';
import type { ImportRow, Spreadsheet } from '../../shared/model/imports.ts';
import { fold } from '../../shared/model/people.ts';
import { done, type Problem, refuse } from '../../shared/model/result.ts';
import { importCommand } from '../commands/imports.ts';
import { spreadsheetFilter, workbookFilter } from '../dialogs.ts';
import type { Errand, Handlers, Workbench } from '../handler.ts';
import { runJob } from '../jobs/run.ts';
import { planOf } from '../queries/import-plan.ts';
import { readingView } from './imports-reading.ts';
import { unusableSheets } from './imports-unusable.ts';

/** Spreadsheets that are kept read: the one that is looked at, and the one before for whoever goes back. */
const mostReadings = 2;

const read: Errand<'imports.read'> = async (desk, { file, readingId, kind }) => {
  if (!desk.facts().inForce) return refuse('This desk has no program yet. Start one first.');
  if (readingId !== null) {
    const known = desk.readings.get(readingId);
    return known ? done(readingView(desk.facts(), readingId, known, kind)) : readAgain();
  }
  const chosen =
    file ?? (await desk.dialogs.openFile({ title: 'Import applications or graduates', filters: [spreadsheetFilter] }));
  if (chosen === null) return done(null);
  const label = `Reading ${path.basename(chosen)}`;
  desk.progress(label, null);
  const spreadsheet = await runJob(
    'readSpreadsheet',
    { file: chosen },
    { signal: desk.signal, onProgress: ({ done, total }) => desk.progress(label, total > 0 ? done / total : null) },
  );
  if (!spreadsheet.ok) return spreadsheet;
  const id = desk.facts().newId();
  keep(desk, id, spreadsheet.value);
  return done(readingView(desk.facts(), id, spreadsheet.value, kind));
};

function keep(desk: Workbench, id: string, spreadsheet: Spreadsheet): void {
  desk.readings.set(id, spreadsheet);
  const [oldest] = desk.readings.keys();
  if (desk.readings.size > mostReadings && oldest !== undefined) desk.readings.delete(oldest);
}

const readAgain = (): { readonly ok: false; readonly problem: Problem } =>
  refuse('This file is not held any more, as others were read since. Choose it again.');

const preview: Errand<'imports.preview'> = async (desk, { readingId, show, search, offset, limit, ...wish }) => {
  const spreadsheet = desk.readings.get(readingId);
  if (!spreadsheet) return readAgain();
  const planned = planOf(desk.facts(), spreadsheet, wish);
  if (!planned.ok) return planned;
  const { plan, counts, writes, notes } = planned.value;
  const words = search
    .split(/\s+/)
    .map(fold)
    .filter((word) => word !== '');
  const rows = plan.rows.filter((row) => (show === null || row.outcome === show) && holds(row, words));
  return done({ total: rows.length, offset, rows: rows.slice(offset, offset + limit), counts, writes, notes });
};

function holds({ name, organization, notes }: ImportRow, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = [name, organization, ...notes].map(fold).join(' ');
  return words.every((word) => text.includes(word));
}

const apply: Errand<'imports.apply'> = async (desk, { readingId, ...wish }) => {
  const spreadsheet = desk.readings.get(readingId);
  if (!spreadsheet) return readAgain();
  return desk.commit(`Importing ${spreadsheet.file}`, (facts) => {
    // While nothing changed since the preview this is the very plan that it showed; otherwise a new one.
    const planned = planOf(facts, spreadsheet, wish);
    return planned.ok ? importCommand(planned.value) : planned;
  });
};

const saveUnusable: Errand<'imports.saveUnusable'> = async (desk, { readingId, ...wish }) => {
  const spreadsheet = desk.readings.get(readingId);
  if (!spreadsheet) return readAgain();
  const planned = planOf(desk.facts(), spreadsheet, wish);
  if (!planned.ok) return planned;
  const sheets = unusableSheets(spreadsheet, wish.mappings, planned.value.plan.rows);
  if (sheets.length === 0) return refuse('Every row of this file can be used: there is nothing to save.');
  const file = await desk.dialogs.saveFile({
    title: 'Save the rows that can’t be used',
    suggestedName: `${path.parse(spreadsheet.file).name} – rows to correct.xlsx`,
    filters: [workbookFilter],
  });
  if (file === null) return done(null);
  const written = await runJob('writeWorkbook', { file, sheets }, { signal: desk.signal });
  if (!written.ok) return written;
  desk.written.add(file);
  const { rows } = written.value;
  return done({ file, holds: `${rows.toLocaleString('en-US')} ${rows === 1 ? 'row' : 'rows'}`, notes: [] });
};

export const importErrands: Pick<
  Handlers,
  'imports.read' | 'imports.preview' | 'imports.apply' | 'imports.saveUnusable'
> = {
  'imports.read': read,
  'imports.preview': preview,
  'imports.apply': apply,
  'imports.saveUnusable': saveUnusable,
};
