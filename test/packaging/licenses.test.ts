import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { importsOf } from '../house/imports.ts';
import { root } from '../journeys/launch.ts';

const text = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** The packages that the screens bring in, by name. What bundles the checking page runs at build time and goes nowhere. */
function packagesOfTheScreens(): readonly string[] {
  const sources = readdirSync(path.join(root, 'renderer'), { recursive: true, encoding: 'utf8' }).filter(
    (source) => source !== path.join('checking-page', 'bundle.ts'),
  );
  const names = sources.flatMap((source) => {
    const file = path.join('renderer', source);
    if (/\.tsx?$/.test(source)) return importsOf(text(file)).flatMap(({ from, typeOnly }) => (typeOnly ? [] : [from]));
    return source.endsWith('.css')
      ? [...text(file).matchAll(/~?(@[\w-]+\/[\w-]+)\/[^'"]*\.\w+/g)].map((match) => match[1] ?? '')
      : [];
  });
  const packages = names
    .filter((name) => /^[@\w]/.test(name))
    .map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? '');
  return [...new Set(packages)].sort();
}

test('every library that is built into the screens goes out with its licence', () => {
  const collected = text('out/renderer/licenses.md');
  const packages = packagesOfTheScreens();
  expect(packages).toEqual(
    expect.arrayContaining(['react', 'react-aria-components', 'zxing-wasm', '@fontsource-variable/noto-sans']),
  );
  const byHand = text('electron-builder.yml');
  const without = packages.filter(
    (name) => !collected.includes(`\n## ${name} - `) && !byHand.includes(`- from: node_modules/${name}/LICENSE`),
  );
  expect(without).toEqual([]);
});
