import { createReadStream, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import Papa from 'papaparse';
import { type BenchDesk, importApplications, openBenchDesk, startProgram } from '../bench-desk.ts';
import { effortOf, type Report } from '../measure.ts';
import { applicationsCsv } from '../people.ts';

/** A CSV import, from the file to the acknowledged command, beside bare parsing and one bare transaction of as many rows. */
export async function imports(report: Report): Promise<void> {
  const sample = path.join(import.meta.dirname, '../../../resources/sample/applications-web-form.csv');
  await importOf(report, 'CSV import of the sample', async () => sample);
  await importOf(report, 'CSV import of 100,000 rows', async (desk) => {
    const file = path.join(desk.folder, 'applications.csv');
    writeFileSync(file, applicationsCsv(100_000));
    return file;
  });
}

async function importOf(report: Report, name: string, make: (desk: BenchDesk) => Promise<string>): Promise<void> {
  const desk = openBenchDesk();
  const file = await make(desk);
  const cohortId = await startProgram(desk, 30);
  const ours = await effortOf(() => importApplications(desk, file, cohortId));
  const floor = await effortOf(() => bareImport(file, path.join(desk.folder, 'bare.db')));
  await desk.close();
  const unit = ours.wall > 2_000 ? 's' : 'ms';
  const scale = unit === 's' ? 1_000 : 1;
  const floorIs = 'bare papaparse and one bare transaction: a person, an application and a submission a row';
  report({ name, unit, ours: ours.wall / scale, floor: floor.wall / scale, floorIs });
  report({ name: `${name}, processor time`, unit, ours: ours.cpu / scale, floor: floor.cpu / scale, floorIs });
  report({
    name: `${name}, longest pause of the app`,
    unit: 'ms',
    ours: ours.longestTurn,
    floor: 50,
    floorIs: 'no floor, but the goal',
  });
}

async function bareImport(file: string, databaseFile: string): Promise<void> {
  const rows = await new Promise<string[][]>((resolve, reject) => {
    const read: string[][] = [];
    Papa.parse<string[]>(createReadStream(file), {
      step: (step) => void read.push(step.data),
      complete: () => resolve(read),
      error: reject,
    });
  });
  const database = new Database(databaseFile);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  const columns = Array.from({ length: 13 }, (_, column) => `c${column} TEXT`).join(', ');
  const insert = ['person', 'application', 'submission'].map((table) => {
    database.exec(`CREATE TABLE ${table} (id INTEGER PRIMARY KEY, ${columns}) STRICT`);
    return database.prepare(`INSERT INTO ${table} VALUES (NULL${', ?'.repeat(13)})`);
  });
  database.transaction(() => {
    for (const row of rows) {
      const cells = Array.from({ length: 13 }, (_, column) => row[column] ?? '');
      for (const statement of insert) statement.run(...cells);
    }
  })();
  database.close();
}
