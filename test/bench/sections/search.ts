import Database from 'better-sqlite3';
import { fillWithApplicants, openBenchDesk } from '../bench-desk.ts';
import { percentile, type Report, timed } from '../measure.ts';

const typed = ['garcia', 'mcall', 'obrien', 'siob', 'zoe', 'renee mc', 'lambert k', 'nguyen', 'hoover', 'jean'];

/** Search as it is typed, letter by letter, over 100,000 people, beside the bare query of the index. */
export async function search(report: Report): Promise<void> {
  const desk = openBenchDesk();
  await fillWithApplicants(desk, 100_000, 30);
  const bare = new Database(desk.databaseFile, { readonly: true });
  const query = bare.prepare('SELECT rowid FROM personSearch WHERE personSearch MATCH ? LIMIT 20');
  const ours: number[] = [];
  const floor: number[] = [];
  for (const word of typed) {
    for (let length = 1; length <= word.length; length += 1) {
      const text = word.slice(0, length);
      ours.push(await timed(() => desk.call('people.search', { text })));
      const match = text
        .trim()
        .split(' ')
        .map((part) => `"${part}" *`)
        .join(' ');
      floor.push(await timed(() => query.all(match)));
    }
  }
  bare.close();
  await desk.close();
  for (const [name, share] of [
    ['p50', 0.5],
    ['p99', 0.99],
  ] as const) {
    report({
      name: `search as you type over 100,000 people, ${name}`,
      unit: 'ms',
      ours: percentile(ours, share),
      floor: percentile(floor, share),
      floorIs: 'the bare query of the index',
    });
  }
}
