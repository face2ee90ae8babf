import { posix } from 'node:path';
import { expect, it } from 'vitest';
import { importsOf } from './imports.ts';
import { sources } from './sources.ts';

/** What takes long to load and is needed by the few who print, or read a file: a thread or a late import loads it. */
const slowToLoad = ['pdfkit', 'fontkit', 'jsonld', 'zxing-wasm/reader', 'chardet', 'iconv-lite', 'qr'];

const texts = new Map(sources.map(({ path, text }) => [path, text]));

/** The packages that are loaded with a file, each with the files on the way to it. */
function loadedWith(entry: string): ReadonlyMap<string, readonly string[]> {
  const packages = new Map<string, readonly string[]>();
  const seen = new Set([entry]);
  const waiting: (readonly string[])[] = [[entry]];
  for (const way of waiting) {
    const file = way.at(-1) ?? '';
    for (const { from, typeOnly, late } of importsOf(texts.get(file) ?? '')) {
      if (typeOnly || late) continue;
      if (!from.startsWith('.')) packages.set(from, way);
      const next = posix.join(posix.dirname(file), from);
      if (!texts.has(next) || seen.has(next)) continue;
      seen.add(next);
      waiting.push([...way, next]);
    }
  }
  return packages;
}

it.each(['main/main.ts', 'main/headless.ts'])('%s starts without what takes long to load', (entry) => {
  const loaded = loadedWith(entry);
  expect([...loaded.keys()]).toContain('better-sqlite3');
  expect(slowToLoad.flatMap((name) => loaded.get(name)?.join(' > ') ?? [])).toEqual([]);
});
