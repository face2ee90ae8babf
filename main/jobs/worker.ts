import { parentPort } from 'node:worker_threads';
import { done, type Result } from '../../shared/model/result.ts';
import type { TableRow } from '../../shared/model/roster.ts';
import { cancelled } from '../files/cancelled.ts';
import type { WorkOptions, WorkProgress } from '../files/progress.ts';
import type { WorkbookSheet } from '../spreadsheets/write/cells.ts';
import type { FromWorker, JobInput, JobName, JobOutput, ToWorker } from './job.ts';

// The entry of the thread for long work: does one job after another, as they come from run.ts.

type Working<Name extends JobName> = (input: JobInput<Name>, options: WorkOptions) => Promise<Result<JobOutput<Name>>>;

// Each is loaded when it is first asked for: whoever reads a list waits for no font, and a thread holds only what it uses.
const workings: { readonly [Name in JobName]: () => Promise<Working<Name>> } = {
  readSpreadsheet: async () => {
    const { readSpreadsheet } = await import('../spreadsheets/read/read-spreadsheet.ts');
    return ({ file }, { signal, onProgress }) =>
      readSpreadsheet(file, {
        ...(signal === undefined ? {} : { signal }),
        onProgress: (done, fraction) =>
          onProgress?.({ done, total: fraction > 0 ? Math.max(done, Math.round(done / fraction)) : 0 }),
      });
  },
  readScanLog: async () => {
    const { readScanLog } = await import('../features/scan-log/file.ts');
    return ({ file }, { signal }) => readScanLog(file, signal === undefined ? {} : { signal });
  },
  readCertificateFile: async () => {
    const { readCertificateFile } = await import('../features/certificates/read-file.ts');
    return ({ file }) => readCertificateFile(file);
  },
  writeWorkbook: async () => {
    const { writeWorkbook } = await import('../spreadsheets/write/workbook.ts');
    return ({ file, sheets }, options) => writeWorkbook(file, sheets, options);
  },
  writeCsv: async () => {
    const { writeCsv } = await import('../spreadsheets/write/csv.ts');
    return ({ file, sheet }, options) => writeCsv(file, sheet, options);
  },
  writeCertificates: async () => {
    const { writeCertificates } = await import('../features/graduates/certificate-paper.ts');
    return ({ file, certificates, now, preview }, options) =>
      writeCertificates(file, certificates, { ...options, now, preview });
  },
  prepareBadges: async () => (await import('../features/credentials/prepare.ts')).prepareBadges,
  writeBadgeFile: async () => {
    const { writeBadgeFile } = await import('../features/credentials/write.ts');
    return ({ file, ...input }, options) => writeBadgeFile(file, input, options);
  },
  writeFeePapers: async () => {
    const { writeFeePapers } = await import('../features/fees/write-papers.ts');
    return ({ file, papers, now, preview }, options) => writeFeePapers(file, papers, { ...options, now, preview });
  },
  writeBadges: async () => {
    const { writeBadges } = await import('../features/badges/badge-paper.ts');
    return ({ file, now, preview, ...input }, options) => writeBadges(file, input, { ...options, now, preview });
  },
  writeSignInSheets: async () => {
    const { writeSignInSheets } = await import('../features/sign-in-sheets/paper.ts');
    return ({ file, lists, now, preview }, options) => writeSignInSheets(file, lists, { ...options, now, preview });
  },
  writeSchedule: async () => {
    const { writeSchedule } = await import('../features/courses/schedule-paper.ts');
    return ({ file, schedule, now, preview }, options) => writeSchedule(file, schedule, { ...options, now, preview });
  },
  writeListPaper: async () => {
    const { writeListPaper } = await import('../papers/list-paper.ts');
    return ({ file, sheet, now, preview }, options) => writeListPaper(file, sheet, { ...options, now, preview });
  },
  backUp: async () => (await import('../database/back-up.ts')).backUp,
  placeCopy: async () => (await import('../database/place-copy.ts')).placeCopy,
  checkDesk: async () => {
    const { checkDesk } = await import('../features/desk-check/check.ts');
    return ({ database, thoroughness }, options) => checkDesk(database, thoroughness, options);
  },
};

const port = parentPort;
if (port === null) throw new Error('worker.ts runs as a worker thread only.');

// Ten times a second is as often as anybody can read a number.
const betweenReports = 100;

let job: { readonly name: JobName; readonly input: JobInput<JobName>; readonly stop: AbortController } | null = null;
let rows = new Map<number, TableRow[]>();
/** Goes on once the other side has taken the rows that it was sent. */
let taken: (() => void) | null = null;

// Both ends are of one build and talk to no one else, so that a message is what its type says.
port.on('message', (message: ToWorker) => {
  switch (message.kind) {
    case 'start':
      job = { name: message.name, input: message.input, stop: new AbortController() };
      rows = new Map();
      break;
    case 'rows': {
      const before = rows.get(message.sheet) ?? [];
      for (const row of message.rows) before.push(row);
      rows.set(message.sheet, before);
      break;
    }
    case 'go':
      if (job !== null) void work(job.name, withRows(job.input), job.stop.signal);
      break;
    case 'more':
      taken?.();
      break;
    case 'cancel':
      job?.stop.abort();
      break;
  }
});

const say = (message: FromWorker): void => port.postMessage(message);

async function work<Name extends JobName>(name: Name, input: JobInput<Name>, signal: AbortSignal): Promise<void> {
  let last = 0;
  const onProgress = (progress: WorkProgress): void => {
    const now = performance.now();
    if (now - last < betweenReports && progress.done < progress.total) return;
    last = now;
    say({ kind: 'progress', progress });
  };
  try {
    const working = await workings[name]();
    // While that was loaded, someone may have thought better of it.
    const result = signal.aborted ? cancelled() : await working(input, { signal, onProgress });
    const bare = result.ok ? done(await sendRows(result.value)) : result;
    say({ kind: 'result', result: signal.aborted && !result.ok ? cancelled() : bare });
  } catch (error) {
    if (signal.aborted) {
      say({ kind: 'result', result: cancelled() });
      return;
    }
    const thrown = error instanceof Error ? error : new Error(String(error));
    const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : null;
    say({ kind: 'failed', message: thrown.message, stack: thrown.stack ?? '', code });
  } finally {
    job = null;
    rows = new Map();
  }
}

/** So many rows are unpacked by the other side in about five milliseconds. */
const rowsAtOnce = 2_000;

/** Sends the rows of what was read, in parts, as the other side takes them; gives back the rest. */
async function sendRows(output: JobOutput<JobName>): Promise<JobOutput<JobName>> {
  if (!('sheets' in output)) return output;
  for (const [sheet, { rows }] of output.sheets.entries()) {
    for (let from = 0; from < rows.length; from += rowsAtOnce) {
      const next = new Promise<void>((resolve) => {
        taken = resolve;
      });
      say({ kind: 'rows', sheet, rows: rows.slice(from, from + rowsAtOnce) });
      await next;
    }
  }
  return { ...output, sheets: output.sheets.map((sheet) => ({ ...sheet, rows: [] })) };
}

/** Puts the rows that came in parts back into their sheets. */
function withRows(input: JobInput<JobName>): JobInput<JobName> {
  const filled = (sheet: WorkbookSheet, index: number): WorkbookSheet => ({ ...sheet, rows: rows.get(index) ?? [] });
  if ('sheets' in input) return { ...input, sheets: input.sheets.map(filled) };
  if ('sheet' in input) return { ...input, sheet: filled(input.sheet, 0) };
  return input;
}
