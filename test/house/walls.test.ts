import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { importsOf } from './imports.ts';
import { breaches, type SourceFile } from './walls.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sourcesIn = (folder: string): readonly SourceFile[] =>
  readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .map((path) => ({ path, text: readFileSync(`${root}/${path}`, 'utf8') }));

describe('The walls of the house', () => {
  const sources = ['main', 'renderer', 'shared'].flatMap(sourcesIn);

  it('are looked at in every file', () => {
    expect(sources.map((source) => source.path)).toContain('main/rules/ranking.ts');
    expect(sources.map((source) => source.path)).toContain('shared/model/dates.ts');
    const rules = sources.find((source) => source.path === 'main/rules/ranking.ts');
    expect(importsOf(rules?.text ?? '').map((each) => each.from)).toContain('./standing.ts');
  });

  it('stand', () => {
    expect(breaches(sources)).toEqual([]);
  });
});

describe('The watch on the walls', () => {
  const breachesOf = (path: string, text: string) => breaches([{ path, text }]);

  it.each([
    ['main/rules/fees.ts', "import { z } from 'zod';"],
    ['main/rules/fees.ts', "import { Temporal } from 'temporal-polyfill';"],
    ['main/rules/fees.ts', "import { readFileSync } from 'node:fs';"],
    ['main/rules/fees.ts', "import type { Api } from '../../shared/api.ts';"],
    ['main/rules/fees.ts', "import { openFees } from '../queries/fees.ts';"],
    ['main/rules/parts/fees.ts', "export { openFees } from '../../queries/fees.ts';"],
    ['renderer/features/fees/page.tsx', "import { commit } from '../../../main/changes/commit.ts';"],
    ['renderer/features/fees/page.tsx', "import type { Fee } from '../../../main/queries/fees';"],
    ['renderer/features/fees/page.tsx', "const late = await import('../../../main/rules/fees.ts');"],
    ['shared/model/fees.ts', "import { commit } from '../../main/changes/commit.ts';"],
    ['shared/model/fees.ts', "import { v7 } from 'uuid';"],
    ['main/commands/fees.ts', "import { commit } from '../changes/commit.ts';"],
    ['main/commands/fees.ts', "import type Database from 'better-sqlite3';"],
    ['main/queries/fees.ts', "import Database from 'better-sqlite3';"],
    ['main/queries/fees.ts', "import Database, { type Statement } from 'better-sqlite3';"],
    ['main/queries/fees.ts', "import type { Change } from '../changes/change.ts';"],
    ['main/documents/table-sheet.ts', "const Database = require('better-sqlite3');"],
    ['main/documents/table-sheet.ts', "import {\n  app,\n} from 'electron';"],
    ['main/jobs/backup.ts', "import { app } from 'electron/main';"],
    ['renderer/client.ts', "import 'electron';"],
    ['main/commands/main.ts', "import type { App } from 'electron';"],
    ['main/rules/computed.ts', 'const rule = await import(name);'],
  ])('catches a breach in %s: %s', (path, text) => {
    expect(breachesOf(path, text)).toHaveLength(1);
  });

  it.each([
    ['main/rules/fees.ts', "import type { Policy } from '../../shared/model/program.ts';"],
    ['main/rules/fees.ts', "import { ordinal } from './words.ts';"],
    ['shared/model/fees.ts', "import { z } from 'zod';\nimport { Temporal } from 'temporal-polyfill';"],
    ['main/commands/fees.ts', "import type { Change } from '../changes/change.ts';"],
    ['main/queries/fees.ts', "import type { Database } from 'better-sqlite3';"],
    ['main/queries/fees.ts', "import { type Database } from 'better-sqlite3';"],
    ['main/database/open.ts', "import Database from 'better-sqlite3';"],
    ['main/changes/commit.ts', "import Database from 'better-sqlite3';"],
    ['main/window.ts', "import { BrowserWindow } from 'electron';"],
    ['main/documents/table-sheet.ts', "import log from 'electron-log';"],
    ['main/imports/sniff.ts', "import { sniff } from '../changes-of-format.ts';"],
  ])('lets %s through: %s', (path, text) => {
    expect(breachesOf(path, text)).toEqual([]);
  });

  it.each(['utils', 'date-utils', 'helpers', 'helper', 'window-manager', 'index'])(
    'catches a file named %s',
    (name) => {
      expect(breachesOf(`main/imports/${name}.ts`, '')).toHaveLength(1);
      expect(breachesOf(`renderer/components/${name}.tsx`, '')).toHaveLength(1);
    },
  );

  it('catches a file of 401 lines and lets 400 through', () => {
    expect(breachesOf('main/imports/sniff.ts', 'x;\n'.repeat(401))).toHaveLength(1);
    expect(breachesOf('main/imports/sniff.ts', 'x;\n'.repeat(400))).toEqual([]);
  });

  it('names the file, the import and the wall', () => {
    expect(breachesOf('main/queries/fees.ts', "import { commit } from '../changes/commit.ts';")).toEqual([
      'main/queries/fees.ts imports main/changes/commit.ts: queries do not import changes.',
    ]);
  });
});

describe('The reader of imports', () => {
  const from = (text: string) => importsOf(text).map((each) => each.from);

  it('is not fooled by comments, strings, templates and regular expressions', () => {
    const text = [
      "// import a from 'comment';",
      "/* import b from 'block'; */",
      'const c = "import d from \'string\'";',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the source under test
      "const e = `import f from 'template' ${g(`import h from 'nested'`)} `;",
      'const i = /[\'"`]/.test(c) ? 1 / 2 : 3 / 4;',
      "const url = 'https://example.org/*';",
      "import z from 'real';",
    ].join('\n');
    expect(from(text)).toEqual(['real']);
  });

  it('reads on behind a template, a regular expression and a page’s text', () => {
    const text = [
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the source under test
      'const a = `${b.map((c) => `${{ d: `}` }.d}`)}\\``;',
      "const e = f.replace(/[/'`]/g, '');",
      "const g = <p>Don't wait</p>;",
      "const h = await import('late');",
    ].join('\n');
    expect(from(text)).toEqual(['late']);
  });

  it('tells types from values', () => {
    const typeOnly = (text: string) => importsOf(text)[0]?.typeOnly;
    expect(typeOnly("import type { A } from 'a';")).toBe(true);
    expect(typeOnly("import { type A, type B } from 'a';")).toBe(true);
    expect(typeOnly("export type { A } from 'a';")).toBe(true);
    expect(typeOnly("type A = typeof import('a');")).toBe(true);
    expect(typeOnly("import { type A, b } from 'a';")).toBe(false);
    expect(typeOnly("import A, { type B } from 'a';")).toBe(false);
    expect(typeOnly("import * as a from 'a';")).toBe(false);
    expect(typeOnly("export * from 'a';")).toBe(false);
    expect(typeOnly("import 'a';")).toBe(false);
  });

  it('reads imports that stand behind one another without semicolons', () => {
    expect(from("import a from 'a'\nimport 'b'\nexport const c = 1\nimport { d } from 'd'")).toEqual(['a', 'd', 'b']);
  });

  it('does not take a method or a property for an import', () => {
    expect(from("client.import('x'); const y = { from: 'z' }; module.require('w');")).toEqual([]);
  });
});
