import { type MessagePort, parentPort } from 'node:worker_threads';
import { done, type Result } from '../../shared/model/result.ts';
import type { TableRow } from '../../shared/model/roster.ts';
import { cancelled } from '../files/cancelled.ts';
import type { WorkOptions, WorkProgress } from '../files/progress.ts';
import type { WorkbookSheet } from '../spreadsheets/write/cells.ts';
import type { FromWorker, JobInput, JobName, JobOutput, ToWorker } from './job.ts';

type Work<Name extends JobName> = (input: JobInput<Name>, options: WorkOptions) => Promise<Result<JobOutput<Name>>>;

/** What does each job, loaded when it is first asked for: a list needs no font, and a thread holds only what it uses. */
export type Works = { readonly [Name in JobName]: () => Promise<Work<Name>> };

// Ten times a second is as often as anybody can read a number.
const betweenReports = 100;
/** So many rows are unpacked by the other side in about five milliseconds. */
const rowsAtOnce = 2_000;

/** Makes this thread one for long work: does one job after another, as they come from run.ts. Throws outside a thread. */
export function serveJobs(works: Works): void {
  if (parentPort === null) throw new Error('Jobs are served in a worker thread only.');
  const server = new JobServer(parentPort, works);
  // Both ends are of one build and talk to no one else, so that a message is what its type says.
  parentPort.on('message', (message: ToWorker) => server.hear(message));
}

class JobServer {
  readonly #port: MessagePort;
  readonly #works: Works;
  #job: { readonly name: JobName; readonly input: JobInput<JobName>; readonly stop: AbortController } | null = null;
  #rows = new Map<number, TableRow[]>();
  /** Goes on once the other side has taken the rows that it was sent. */
  #taken: (() => void) | null = null;

  constructor(port: MessagePort, works: Works) {
    this.#port = port;
    this.#works = works;
  }

  hear(message: ToWorker): void {
    switch (message.kind) {
      case 'start':
        this.#job = { name: message.name, input: message.input, stop: new AbortController() };
        this.#rows = new Map();
        break;
      case 'rows': {
        const before = this.#rows.get(message.sheet) ?? [];
        for (const row of message.rows) before.push(row);
        this.#rows.set(message.sheet, before);
        break;
      }
      case 'go':
        if (this.#job !== null) void this.#work(this.#job.name, this.#withRows(this.#job.input), this.#job.stop.signal);
        break;
      case 'more':
        this.#taken?.();
        break;
      case 'cancel':
        this.#job?.stop.abort();
        break;
    }
  }

  #say(message: FromWorker): void {
    this.#port.postMessage(message);
  }

  async #work<Name extends JobName>(name: Name, input: JobInput<Name>, signal: AbortSignal): Promise<void> {
    let last = 0;
    const onProgress = (progress: WorkProgress): void => {
      const now = performance.now();
      if (now - last < betweenReports && progress.done < progress.total) return;
      last = now;
      this.#say({ kind: 'progress', progress });
    };
    try {
      const work = await this.#works[name]();
      // While that was loaded, someone may have thought better of it.
      const result = signal.aborted ? cancelled() : await work(input, { signal, onProgress });
      const bare = result.ok ? done(await this.#sendRows(result.value)) : result;
      this.#say({ kind: 'result', result: signal.aborted && !result.ok ? cancelled() : bare });
    } catch (error) {
      if (signal.aborted) {
        this.#say({ kind: 'result', result: cancelled() });
        return;
      }
      const thrown = error instanceof Error ? error : new Error(String(error));
      const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : null;
      this.#say({ kind: 'failed', message: thrown.message, stack: thrown.stack ?? '', code });
    } finally {
      this.#job = null;
      this.#rows = new Map();
    }
  }

  /** Sends the rows of what was read, in parts, as the other side takes them; gives back the rest. */
  async #sendRows(output: JobOutput<JobName>): Promise<JobOutput<JobName>> {
    if (!('sheets' in output)) return output;
    for (const [sheet, { rows }] of output.sheets.entries()) {
      for (let from = 0; from < rows.length; from += rowsAtOnce) {
        const next = new Promise<void>((resolve) => {
          this.#taken = resolve;
        });
        this.#say({ kind: 'rows', sheet, rows: rows.slice(from, from + rowsAtOnce) });
        await next;
      }
    }
    return { ...output, sheets: output.sheets.map((sheet) => ({ ...sheet, rows: [] })) };
  }

  /** Puts the rows that came in parts back into their sheets. */
  #withRows(input: JobInput<JobName>): JobInput<JobName> {
    const filled = (sheet: WorkbookSheet, at: number): WorkbookSheet => ({ ...sheet, rows: this.#rows.get(at) ?? [] });
    if ('sheets' in input) return { ...input, sheets: input.sheets.map(filled) };
    if ('sheet' in input) return { ...input, sheet: filled(input.sheet, 0) };
    return input;
  }
}
