import { writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { importApplications, openBenchDesk, startProgram } from '../bench-desk.ts';
import { effortOf, type Report, timed } from '../measure.ts';
import { applicantRow, csvOf } from '../people.ts';

const PEOPLE = 100_000;
/** Every so many there is someone twice: under a new address and without a phone, with the same name and school system. */
const TWICE_EVERY = 500;

/** The search for people who may be the same, beside one bare pass over the rows that it reads. */
export async function duplicates(report: Report): Promise<void> {
  const desk = openBenchDesk();
  const cohortId = await startProgram(desk, 30);
  const file = path.join(desk.folder, 'applications.csv');
  writeFileSync(file, csvOf(Array.from({ length: PEOPLE }, (_, number) => rowOf(number))));
  await importApplications(desk, file, cohortId);
  const bare = new Database(desk.databaseFile, { readonly: true });
  const all = bare.prepare(
    'SELECT person.*, organization.name FROM person LEFT JOIN organization ON organization.id = organizationId',
  );
  const floor = await timed(() => all.all());
  bare.close();
  const floorIs = 'one bare pass over the people';
  const search = await effortOf(() => desk.call('duplicates.list', {}));
  report({ name: 'duplicates among 100,000 people', unit: 'ms', ours: search.wall, floor, floorIs });
  report({
    name: '… longest pause of the app',
    unit: 'ms',
    ours: search.longestTurn,
    floor: 50,
    floorIs: 'no floor, but the goal',
  });
  const page = await desk.call('duplicates.list', {});
  report({
    name: '… listed again',
    unit: 'ms',
    ours: await timed(() => desk.call('duplicates.list', { offset: 100 })),
    floor,
    floorIs,
  });
  const pair = page.rows[0];
  if (!pair) throw new Error('No pair was found.');
  await desk.call('duplicates.merge', { keptId: pair.a.personId, goneId: pair.b.personId });
  report({
    name: '… after a merge',
    unit: 'ms',
    ours: await timed(() => desk.call('duplicates.list', {})),
    floor,
    floorIs,
  });
  await desk.close();
}

function rowOf(number: number): string[] {
  if (number % TWICE_EVERY !== 1) return applicantRow(number);
  const again: Readonly<Record<number, string>> = { 1: `again${number}@example.org`, 10: '' };
  return applicantRow(number - 1).map((cell, column) => again[column] ?? cell);
}
