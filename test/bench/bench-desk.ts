import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openDesk } from '../../main/desk/desk.ts';
import type { CallName, InputOf, OutputOf } from '../../shared/api.ts';
import type { CohortId } from '../../shared/model/ids.ts';
import type { Result } from '../../shared/model/result.ts';
import { settingsBeside } from '../main/settings-beside.ts';
import { applicationsCsv } from './people.ts';

/** A desk on a new database in a folder of its own, whose dialogs the bench answers. */
export interface BenchDesk {
  readonly folder: string;
  readonly databaseFile: string;
  answer(dialog: { openFile?: string; saveFile?: string }): void;
  call<Name extends CallName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>>;
  /** Another desk on the same database, which has looked at nothing yet. */
  openAgain(): Promise<BenchDesk>;
  close(): Promise<void>;
}

/** Opens a desk for the bench; `close` takes its folder away. */
export function openBenchDesk(): BenchDesk {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cohort-desk-bench-'));
  const desk = openBenchDeskIn(folder);
  return {
    ...desk,
    close: async () => {
      await desk.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Opens the database `program.db` of a folder, which stays when the desk is closed. */
export function openBenchDeskIn(folder: string): BenchDesk {
  const databaseFile = path.join(folder, 'program.db');
  let answers: { openFile?: string; saveFile?: string } = {};
  const opened = openDesk({
    databaseFile,
    settings: settingsBeside(databaseFile),
    dialogs: {
      openFile: async () => answers.openFile ?? null,
      saveFile: async () => answers.saveFile ?? null,
      chooseFolder: async () => null,
      reveal: async () => undefined,
      open: async () => undefined,
    },
    onEvent: () => undefined,
    now: () => new Date('2024-06-03T14:00:00Z'),
  });
  if (!opened.ok) throw new Error(opened.problem.sentence);
  const { desk } = opened;
  return {
    folder,
    databaseFile,
    answer: (next) => {
      answers = next;
    },
    async call<Name extends CallName>(name: Name, input: InputOf<Name>) {
      const result = (await desk.call(name, input)) as Result<OutputOf<Name>>;
      if (!result.ok) throw new Error(`${name}: ${[result.problem.sentence, ...result.problem.reasons].join(' ')}`);
      return result.value;
    },
    openAgain: async () => openBenchDeskIn(folder),
    close: () => desk.close(),
  };
}

/** Starts the program with one cohort of so many seats. */
export async function startProgram(desk: BenchDesk, seats: number): Promise<CohortId> {
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const { cohortId } = await desk.call('cohorts.create', {
    name: 'Foxtrot',
    opensOn: null,
    closesOn: null,
    seats,
    startsOn: null,
    endsOn: null,
  });
  return cohortId;
}

/** Imports a file of applications as a lead would. */
export async function importApplications(desk: BenchDesk, file: string, cohortId: CohortId): Promise<void> {
  desk.answer({ openFile: file });
  const reading = await desk.call('imports.read', {});
  if (!reading) throw new Error('The file was not read.');
  const { readingId, kind, mappings } = reading;
  await desk.call('imports.apply', { readingId, kind, mappings: [...mappings], cohortId });
}

/** Imports so many invented applicants and returns their cohort. */
export async function fillWithApplicants(desk: BenchDesk, count: number, seats: number): Promise<CohortId> {
  const cohortId = await startProgram(desk, seats);
  const file = path.join(desk.folder, 'applications.csv');
  writeFileSync(file, applicationsCsv(count));
  await importApplications(desk, file, cohortId);
  return cohortId;
}
