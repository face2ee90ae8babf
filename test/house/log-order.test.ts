import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const main = fileURLToPath(new URL('../../main', import.meta.url));

/** Sorting or comparing the whole log by `sequence`, which is the order in which commands came to lie in this file. */
const byArrival = [
  /ORDER BY[^`'";]*\b(?:logCommand|logEntry|entry|command|later)\.sequence/g,
  /FROM logCommand\b[^`'";]*ORDER BY (?:\w+ )*sequence/g,
  /\b(?:later|mine|logCommand|logEntry)\.sequence\s*[<>]=?\s*(?:later|mine|logCommand|logEntry)\.sequence/g,
  /[ab]\.sequence - [ab]\.sequence/g,
];

/** Where the place of arrival says how the entries of one command follow each other, or how far a cache has read. */
const allowed: readonly string[] = ['log/order.ts', 'log/stretches.ts'];

test('nothing sorts or compares the log by order of arrival', () => {
  const sources = readdirSync(main, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts') && !name.startsWith('database/migrations/') && !allowed.includes(name));
  expect(sources.length).toBeGreaterThan(200);
  const found = sources.flatMap((name) =>
    byArrival.flatMap((pattern) =>
      [...readFileSync(`${main}/${name}`, 'utf8').matchAll(pattern)].map(([text]) => `${name}: ${text}`),
    ),
  );
  expect(found).toEqual([]);
});
