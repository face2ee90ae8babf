import path from 'node:path';
import { countOf } from '../../../shared/model/counts.ts';
import type { Spreadsheet } from '../../../shared/model/imports.ts';
import { foldName } from '../../../shared/model/people.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import { sayScanOutcome, unusedOutcomes } from '../../../shared/model/scan-log.ts';
import type { ScanLogReading, ScanRow } from '../../../shared/views/scan-log.ts';
import { notApproved } from '../../call/approved-files.ts';
import { csvFilter, spreadsheetFilter, workbookFilter } from '../../call/dialogs.ts';
import type { Facts } from '../../call/facts.ts';
import type { Errand, Handlers, Workbench } from '../../call/handler.ts';
import { noProgram } from '../../call/no-program.ts';
import { writeSheets } from '../../call/save-sheet.ts';
import { runJob } from '../../jobs/run.ts';
import { sayReadingLost } from '../../spreadsheets/read/reading-refusals.ts';
import { tableSheet } from '../../spreadsheets/write/table-sheet.ts';
import { held, keep } from '../imports/settle.ts';
import { scanLogCommand } from './commands.ts';
import { planScanLog, type ScanPlan, type ScanWish } from './plan.ts';
import { type ScanLog, understandScanLog } from './read.ts';

/** A log that was read, and understood as the program's zone wants it. */
interface Opened {
  readonly spreadsheet: Spreadsheet;
  readonly log: ScanLog;
}

const read: Errand<'scanLog.read'> = async (desk, { file }) => {
  const opened = await open(desk, file);
  if (!opened.ok || opened.value === null) return opened.ok ? done(null) : opened;
  const { spreadsheet, log } = opened.value;
  const reading: ScanLogReading = {
    readingId: keep(desk, spreadsheet),
    file: spreadsheet.file,
    encoding: spreadsheet.encoding,
    scans: log.scans.length,
    hasTimes: log.hasTimes,
  };
  return done(reading);
};

/** Reads the file that is named, or else chosen in a dialog; null where the dialog was canceled. */
async function open(desk: Workbench, file: string | null): Promise<Result<Opened | null>> {
  if (!desk.facts().inForce) return noProgram();
  if (file !== null && !desk.mayRead(file)) return notApproved(file);
  const filters = [{ ...spreadsheetFilter, name: 'Scanner logs', extensions: ['csv', 'txt', 'log', 'tsv', 'xlsx'] }];
  const chosen = file ?? (await desk.dialogs.openFile({ title: 'Import a scanner log', filters }));
  if (chosen === null) return done(null);
  desk.progress(`Reading ${path.basename(chosen)}`, null);
  const sayLost = sayReadingLost(path.basename(chosen));
  const spreadsheet = await runJob('readScanLog', { file: chosen }, { signal: desk.signal, sayLost });
  return spreadsheet.ok ? understood(desk.facts(), spreadsheet.value) : spreadsheet;
}

/** What was understood of each log: its list is asked for in slices, and the lines say the same every time. */
const logs = new WeakMap<Spreadsheet, { readonly zone: string; readonly log: ScanLog }>();

function understood({ zone }: Facts, spreadsheet: Spreadsheet): Result<Opened> {
  const kept = logs.get(spreadsheet);
  const log = kept?.zone === zone ? kept.log : understandScanLog(spreadsheet, zone);
  logs.set(spreadsheet, { zone, log });
  if (log.scans.length > 0) return done({ spreadsheet, log });
  return refuse(`“${spreadsheet.file}” has no scans in it. Copy the log from the scanner again.`);
}

interface Asked extends ScanWish {
  readonly readingId: string | null;
}

/** The log that is meant; asks for one where none was read, so that one call at the terminal does it all. */
async function logMeant(desk: Workbench, { readingId }: Asked): Promise<Result<Opened>> {
  if (readingId !== null) {
    const spreadsheet = held(desk, readingId);
    return spreadsheet.ok ? understood(desk.facts(), spreadsheet.value) : spreadsheet;
  }
  const opened = await open(desk, null);
  if (!opened.ok) return opened;
  return opened.value === null ? refuse('No file was chosen, so nothing was imported.') : done(opened.value);
}

/** What a plan is made of besides the log itself. */
const planTables = [
  'session',
  'sessionCohort',
  'participant',
  'person',
  'organization',
  'cohort',
  'attendanceEvent',
  'badge',
  'makeUp',
  'policyVersion',
  'course',
] as const;

/** Plans by the log they are of: a list is looked at in slices, and each asks again. */
const logNumbers = new WeakMap<Spreadsheet, number>();
let lastNumber = 0;

function planOf(
  facts: Facts,
  { spreadsheet, log }: Opened,
  { sessionId, anyTime, guests }: ScanWish,
): Result<ScanPlan> {
  const number = logNumbers.get(spreadsheet) ?? ++lastNumber;
  logNumbers.set(spreadsheet, number);
  const key = `scan log ${number} ${sessionId} ${anyTime} ${guests} ${facts.now.slice(0, 16)}`;
  return facts.cached(key, planTables, () => planScanLog(facts, log, { sessionId, anyTime, guests }));
}

const recognise: Errand<'scanLog.recognise'> = async (desk, { file }) => {
  if (!desk.mayRead(file)) return notApproved(file);
  // What reads files is loaded for the one who opens one: it would hold up each start of the app.
  const { beginsLikeScanLog } = await import('./file.ts');
  return done(await beginsLikeScanLog(file));
};

const preview: Errand<'scanLog.preview'> = async (desk, { show, search, offset, limit, ...asked }) => {
  const opened = await logMeant(desk, asked);
  if (!opened.ok) return opened;
  const plan = planOf(desk.facts(), opened.value, asked);
  if (!plan.ok) return plan;
  const { counts, writes, sessions, notes } = plan.value;
  const words = search
    .split(/\s+/)
    .map(foldName)
    .filter((word) => word !== '');
  const rows = plan.value.rows.filter((row) => (show === null || row.outcome === show) && holds(row, words));
  return done({
    total: rows.length,
    offset,
    rows: rows.slice(offset, offset + limit),
    counts,
    writes: writes.length,
    sessions,
    notes: [...opened.value.log.notes, ...notes],
  });
};

function holds(row: ScanRow, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = foldName(`${row.code} ${row.name} ${row.organization} ${row.session} ${row.note}`);
  return words.every((word) => text.includes(word));
}

const apply: Errand<'scanLog.apply'> = async (desk, asked) => {
  const opened = await logMeant(desk, asked);
  if (!opened.ok) return opened;
  const { spreadsheet, log } = opened.value;
  const outcome = await desk.commit(`Importing ${spreadsheet.file}`, (facts) => {
    // Planned again within the transaction: anyone who checked in since is in already.
    const plan = planScanLog(facts, log, asked);
    return plan.ok ? scanLogCommand(facts, plan.value) : plan;
  });
  return outcome.ok ? done({ ...outcome.value, notes: log.notes }) : outcome;
};

const saveUnused: Errand<'scanLog.saveUnused'> = async (desk, asked) => {
  const opened = await logMeant(desk, asked);
  if (!opened.ok) return opened;
  const { spreadsheet, log } = opened.value;
  const plan = planOf(desk.facts(), opened.value, asked);
  if (!plan.ok) return plan;
  const left = plan.value.rows.filter(({ outcome }) => unusedOutcomes.includes(outcome));
  if (left.length === 0) return refuse('Every scan in this log is used: there is nothing to save.');
  const file = await desk.dialogs.saveFile({
    title: 'Save the scans that are left out',
    suggestedName: `${path.parse(spreadsheet.file).name} – left out.xlsx`,
    filters: [workbookFilter, csvFilter],
  });
  if (file === null) return done(null);
  const written = await writeSheets(file, [unusedSheet(spreadsheet, log, left)], { signal: desk.signal });
  if (!written.ok) return written;
  desk.written.add(file);
  return done({
    file,
    holds: countOf(left.length, 'scan'),
    notes: [],
  });
};

/** The lines as the file had them, each with the reason in front. */
function unusedSheet({ sheets }: Spreadsheet, { header }: ScanLog, left: readonly ScanRow[]) {
  const lines = sheets.find(({ rows }) => rows.length > 0)?.rows ?? [];
  const width = Math.max(header.length, ...left.map(({ row }) => lines[row - 1]?.length ?? 0));
  const columns = [
    { key: 'row', title: 'Line', kind: 'number' as const },
    { key: 'reason', title: 'Why it is left out', kind: 'text' as const },
    ...Array.from({ length: width }, (_, at) => ({
      key: `cell ${at}`,
      title: header[at] ?? '',
      kind: 'text' as const,
    })),
  ];
  const rows = left.map(({ row, outcome, note }) => {
    const cells = (lines[row - 1] ?? []).map((cell, at) => [`cell ${at}`, cell] as const);
    return Object.fromEntries([['row', row], ['reason', `${sayScanOutcome[outcome]}. ${note}`.trim()], ...cells]);
  });
  return tableSheet('Scans left out', columns, rows);
}

export const scanLogErrands: Pick<
  Handlers,
  'scanLog.read' | 'scanLog.recognise' | 'scanLog.preview' | 'scanLog.apply' | 'scanLog.saveUnused'
> = {
  'scanLog.read': read,
  'scanLog.recognise': recognise,
  'scanLog.preview': preview,
  'scanLog.apply': apply,
  'scanLog.saveUnused': saveUnused,
};
