import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Sheet } from '../../shared/model/imports.ts';
import { done, type Result, refuse } from '../../shared/model/result.ts';
import { cancelled } from '../files/cancelled.ts';
import { leadsToOpenDatabase } from '../files/open-databases.ts';
import type { WorkOptions } from '../files/progress.ts';
import { removeLeftovers, sayIsOpenDatabase } from '../files/replace-file.ts';
import type { WorkbookSheet } from '../spreadsheets/write/cells.ts';
import type { FromWorker, JobInput, JobName, JobOutput, ToWorker } from './job.ts';
import { threadLimits } from './thread-limits.ts';

/** A thread and whether it has work. */
interface Hand {
  readonly worker: Worker;
  /** Set while the thread is being stopped on purpose. */
  ending: boolean;
}

// Two, so that an import can be looked at while certificates print; more would only share the same cores.
const mostHands = 2;
/** How long a thread has to notice a Cancel before it is stopped by force, in milliseconds. */
const patience = 500;
// So many rows are copied to the thread in about five milliseconds.
const rowsAtOnce = 2_000;

/** What goes with a job. */
interface JobOptions extends WorkOptions {
  /** The refusal where the job's thread is lost, if nothing was to be saved; says why and what to do next. */
  readonly sayLost?: (outOfMemory: boolean) => string;
}

/** Rows of sheets by their place. */
type RowsBySheet = Map<number, Sheet['rows'][number][]>;

const idle: Hand[] = [];
const hands = new Set<Hand>();
const waiting: (() => void)[] = [];

/**
 * Does a piece of work in a thread of its own and gives back what it gave. A cancelled job gives a refusal that
 * is marked so (`files/cancelled.ts`), and leaves no file behind; so does one whose thread was lost, without that mark.
 * Rejects where the job threw, with the code of the disk or of SQLite, which is explained as if it had been thrown here.
 */
export async function runJob<Name extends JobName>(
  name: Name,
  input: JobInput<Name>,
  options: JobOptions = {},
): Promise<Result<JobOutput<Name>>> {
  // A thread doesn't know which databases are open.
  const written = name.startsWith('write') && 'file' in input ? input.file : null;
  if (written !== null && leadsToOpenDatabase(written)) return refuse(sayIsOpenDatabase(written));
  const hand = await takeHand();
  try {
    return options.signal?.aborted ? cancelled() : await handOver(hand, name, input, options);
  } finally {
    if (hands.has(hand)) idle.push(hand);
    waiting.shift()?.();
  }
}

/**
 * Ends the work that is going on, at once; it gives the refusal of a cancelled job. Threads without work stay for the
 * next: they hold no file, and keep no program from ending.
 */
export async function stopJobs(): Promise<void> {
  await Promise.all([...hands].filter((hand) => !idle.includes(hand)).map(end));
}

/** Ends every thread, at once; work that was going on gives the refusal of a cancelled job. */
export async function endJobs(): Promise<void> {
  await Promise.all([...hands].map(end));
}

async function takeHand(): Promise<Hand> {
  while (idle.length === 0 && hands.size >= mostHands) await new Promise<void>((resolve) => waiting.push(resolve));
  const free = idle.pop();
  if (free !== undefined) return free;
  const entry = new URL(import.meta.url.endsWith('.ts') ? '../worker.ts' : './worker.js', import.meta.url);
  const hand: Hand = { worker: new Worker(entry, { name: 'long work', resourceLimits: threadLimits }), ending: false };
  hands.add(hand);
  // An idle thread must not keep the program from ending.
  hand.worker.unref();
  hand.worker.once('exit', () => forget(hand));
  return hand;
}

function forget(hand: Hand): void {
  hands.delete(hand);
  const at = idle.indexOf(hand);
  if (at !== -1) idle.splice(at, 1);
}

async function end(hand: Hand): Promise<void> {
  hand.ending = true;
  forget(hand);
  await hand.worker.terminate();
}

function handOver<Name extends JobName>(
  hand: Hand,
  name: Name,
  input: JobInput<Name>,
  { signal, onProgress, sayLost = sayNothingSaved }: JobOptions,
): Promise<Result<JobOutput<Name>>> {
  const { worker } = hand;
  const thread = worker.threadId;
  worker.ref();
  let force: NodeJS.Timeout | undefined;
  const cancel = (): void => {
    tell(worker, { kind: 'cancel' });
    force = setTimeout(() => void end(hand), patience);
  };
  const rows: RowsBySheet = new Map();
  const answer = new Promise<Result<JobOutput<Name>>>((resolve, reject) => {
    const onMessage = (message: FromWorker<Name>): void => {
      if (message.kind === 'progress') {
        if (!signal?.aborted) onProgress?.(message.progress);
        return;
      }
      if (message.kind === 'rows') {
        const before = rows.get(message.sheet) ?? [];
        for (const row of message.rows) before.push(row);
        rows.set(message.sheet, before);
        // In another turn: messages that wait are taken out all at once.
        void setImmediate().then(() => tell(worker, { kind: 'more' }));
        return;
      }
      stopListening();
      if (message.kind === 'result')
        resolve(message.result.ok ? done(withRows(message.result.value, rows)) : message.result);
      else reject(errorOf(message));
    };
    let lost: unknown;
    const onError = (error: unknown): void => {
      lost = error;
    };
    const onExit = (): void => {
      stopListening();
      forget(hand);
      if (lost !== undefined) console.error(`The thread of ${name} was lost:`, lost);
      const whole: JobInput<JobName> = input;
      const refusal = hand.ending || signal?.aborted ? cancelled() : refuse(sayLost(isOutOfMemory(lost)));
      // Only a job that writes a file can leave half of one behind.
      const tidy = 'file' in whole ? removeLeftovers(whole.file, thread) : Promise.resolve();
      void tidy.then(() => resolve(refusal));
    };
    const stopListening = (): void => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  });
  signal?.addEventListener('abort', cancel, { once: true });
  const stop = (): void => {
    clearTimeout(force);
    signal?.removeEventListener('abort', cancel);
    worker.unref();
  };
  return Promise.all([answer.finally(stop), send(worker, name, input, signal)]).then(([result]) => result);
}

/** What was read, with the rows that came in parts before it. */
const withRows = <Output extends JobOutput<JobName>>(output: Output, rows: RowsBySheet): Output =>
  'sheets' in output
    ? { ...output, sheets: output.sheets.map((sheet, at) => ({ ...sheet, rows: rows.get(at) ?? [] })) }
    : output;

/** What a job threw, as far as it came through: an error of another thread arrives without its class and its code. */
function errorOf({ message, stack, code }: Extract<FromWorker, { kind: 'failed' }>): Error {
  const error = Object.assign(new Error(message), { stack });
  return code === null ? error : Object.assign(error, { code });
}

const tell = (worker: Worker, message: ToWorker): void => worker.postMessage(message);

/** Sends a job, its rows in parts with a breath between them: copying 100,000 at once would hold up every window. */
async function send<Name extends JobName>(
  worker: Worker,
  name: Name,
  input: JobInput<Name>,
  signal: AbortSignal | undefined,
): Promise<void> {
  const bare = (sheet: WorkbookSheet): WorkbookSheet => ({ ...sheet, rows: [] });
  const whole: JobInput<JobName> = input;
  const sheets = 'sheets' in whole ? whole.sheets : 'sheet' in whole ? [whole.sheet] : [];
  const light: JobInput<JobName> =
    'sheets' in whole
      ? { ...whole, sheets: whole.sheets.map(bare) }
      : 'sheet' in whole
        ? { ...whole, sheet: bare(whole.sheet) }
        : whole;
  tell(worker, { kind: 'start', name, input: light });
  for (const [sheet, { rows }] of sheets.entries()) {
    for (let from = 0; from < rows.length && !signal?.aborted; from += rowsAtOnce) {
      tell(worker, { kind: 'rows', sheet, rows: rows.slice(from, from + rowsAtOnce) });
      await setImmediate();
    }
  }
  tell(worker, { kind: 'go' });
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

const sayNothingSaved = (outOfMemory: boolean): string =>
  outOfMemory
    ? 'The work was too much for this laptop’s memory; nothing was saved. Close other programs or choose fewer rows, then try again.'
    : 'The work stopped before it was done; nothing was saved. Try again; if it stops again, restart Cohort Desk.';
