import Database from 'better-sqlite3';
import { fillWithApplicants, openBenchDesk } from '../bench-desk.ts';
import { percentile, type Report, timed } from '../measure.ts';

const WRITES = 500;

/** One acknowledged write, its log included, beside one bare row in the same file with the same guarantees. */
export async function write(report: Report): Promise<void> {
  const desk = openBenchDesk();
  await fillWithApplicants(desk, 1_000, 30);
  const people = await desk.call('people.search', { text: 'a', limit: 50 });
  const bare = new Database(desk.databaseFile);
  bare.pragma('synchronous = FULL');
  bare.exec('CREATE TABLE bench (id INTEGER PRIMARY KEY, name TEXT, phone TEXT) STRICT');
  const insert = bare.prepare('INSERT INTO bench (name, phone) VALUES (?, ?)');
  const ours: number[] = [];
  const floor: number[] = [];
  // Turn about, so that a busy moment of the machine falls on both.
  for (let turn = 0; turn < WRITES; turn += 1) {
    const person = people[turn % people.length];
    if (!person) throw new Error('No one was found.');
    const phone = `256555${String(turn).padStart(4, '0')}`;
    ours.push(await timed(() => desk.call('people.revise', { personId: person.personId, phone })));
    floor.push(await timed(() => insert.run('Renée McAllister', phone)));
  }
  bare.close();
  await desk.close();
  for (const [name, share] of [
    ['p50', 0.5],
    ['p99', 0.99],
  ] as const) {
    report({
      name: `one acknowledged write, ${name}`,
      unit: 'ms',
      ours: percentile(ours, share),
      floor: percentile(floor, share),
      floorIs: 'a bare row in the same file',
    });
  }
}
