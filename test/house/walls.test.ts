import { describe, expect, it } from 'vitest';
import { importsOf } from './imports.ts';
import { sources } from './sources.ts';
import { breaches } from './walls.ts';

describe('The walls of the house', () => {
  it('are looked at in every file', () => {
    expect(sources.map((source) => source.path)).toContain('main/rules/selection/ranking.ts');
    expect(sources.map((source) => source.path)).toContain('shared/model/dates.ts');
    const rules = sources.find((source) => source.path === 'main/rules/selection/ranking.ts');
    expect(importsOf(rules?.text ?? '').map((each) => each.from)).toContain('./standing.ts');
  });

  it('stand', () => {
    expect(breaches(sources)).toEqual([]);
  });
});

describe('The watch on the walls', () => {
  const breachesOf = (path: string, text: string) => breaches([{ path, text }]);

  it.each([
    ['main/rules/fees/fees.ts', "import { z } from 'zod';"],
    ['main/rules/fees/fees.ts', "import { Temporal } from 'temporal-polyfill';"],
    ['main/rules/fees/fees.ts', "import { readFileSync } from 'node:fs';"],
    ['main/rules/fees/fees.ts', "import type { Api } from '../../../shared/api.ts';"],
    ['main/features/fees/commands.ts', "import { commit } from '../../log/commit.ts';"],
    ['main/features/fees/queries.ts', "import { handlers } from '../../desk/handlers.ts';"],
    ['main/features/fees/queries.ts', "export { handlers } from '../../desk/handlers.ts';"],
    ['main/log/commit.ts', "import type { Facts } from '../call/facts.ts';"],
    ['main/database/open.ts', "import { replay } from '../log/replay.ts';"],
    ['main/papers/pdf.ts', "import { feePage } from '../features/fees/fee-paper-page.ts';"],
    ['main/jobs/serve.ts', "import { works } from '../worker.ts';"],
    ['main/jobs/job.ts', "import type { BadgesWritten } from '../features/badges/badge-paper.ts';"],
    ['renderer/features/fees/page.tsx', "import { commit } from '../../../main/log/commit.ts';"],
    ['renderer/features/fees/page.tsx', "import type { Fee } from '../../../main/features/fees/queries';"],
    ['renderer/features/fees/page.tsx', "const late = await import('../../../main/rules/fees/fees.ts');"],
    ['renderer/features/fees/page.tsx', "import { Routes } from '../../shell/routes.tsx';"],
    ['renderer/kit/button.tsx', "import { FeesPage } from '../features/fees/page.tsx';"],
    ['shared/model/fees.ts', "import { commit } from '../../main/log/commit.ts';"],
    ['shared/model/fees.ts', "import { v7 } from 'uuid';"],
    ['main/spreadsheets/write/table-sheet.ts', "const Database = require('better-sqlite3');"],
    ['main/spreadsheets/write/table-sheet.ts', "import {\n  app,\n} from 'electron';"],
    ['main/jobs/backup.ts', "import { app } from 'electron/main';"],
    ['renderer/kit/client.ts', "import 'electron';"],
    ['main/desk/desk.ts', "import type { App } from 'electron';"],
    ['renderer/checking-page/page.ts', "import { signBytes } from '../../main/signatures/ed25519.ts';"],
    ['renderer/checking-page/page.ts', "import { z } from 'zod';"],
    ['renderer/main.tsx', "import { check } from './checking-page/check.ts';"],
  ])('catches a breach in %s: %s', (path, text) => {
    expect(breachesOf(path, text)).toHaveLength(1);
  });

  it.each([
    ['main/rules/fees/fees.ts', "import { openFees } from '../../features/fees/queries.ts';"],
    ['main/rules/computed.ts', 'const rule = await import(name);'],
    ['main/features/fees/queries.ts', "import Database, { type Statement } from 'better-sqlite3';"],
  ])('catches a breach of two walls in %s: %s', (path, text) => {
    expect(breachesOf(path, text).length).toBeGreaterThan(0);
  });

  it.each([
    ['main/rules/fees/fees.ts', "import type { Policy } from '../../../shared/model/program.ts';"],
    ['main/rules/fees/fees.ts', "import { ordinal } from '../words.ts';"],
    ['shared/model/fees.ts', "import { z } from 'zod';\nimport { Temporal } from 'temporal-polyfill';"],
    ['main/features/fees/commands.ts', "import type { Change } from '../../log/change.ts';"],
    ['main/features/fees/queries.ts', "import { feeOwed } from '../../rules/fees/fees.ts';"],
    ['main/worker.ts', "import { writeBadges } from './features/badges/badge-paper.ts';"],
    ['main/database/open.ts', "import Database from 'better-sqlite3';"],
    ['main/log/commit.ts', "import Database from 'better-sqlite3';"],
    ['main/electron/window.ts', "import { BrowserWindow } from 'electron';"],
    ['main/spreadsheets/write/table-sheet.ts', "import log from 'electron-log';"],
    ['renderer/shell/routes.tsx', "import { FeesPage } from '../features/fees/page.tsx';"],
    ['renderer/checking-page/page.ts', "import { certificateState } from '../../main/rules/certificates/state.ts';"],
  ])('lets %s through: %s', (path, text) => {
    expect(breachesOf(path, text)).toEqual([]);
  });

  it.each(['utils', 'date-utils', 'helpers', 'helper', 'window-manager', 'index'])(
    'catches a file named %s',
    (name) => {
      expect(breachesOf(`main/features/imports/${name}.ts`, '')).toHaveLength(1);
      expect(breachesOf(`renderer/kit/${name}.tsx`, '')).toHaveLength(1);
    },
  );

  it('catches a file of 301 lines and lets 300 through', () => {
    expect(breachesOf('main/features/imports/sniff.ts', 'x;\n'.repeat(301))).toHaveLength(1);
    expect(breachesOf('main/features/imports/sniff.ts', 'x;\n'.repeat(300))).toEqual([]);
  });

  it('catches features that import each other, also by way of a third', () => {
    const feature = (name: string, other: string) => ({
      path: `main/features/${name}/queries.ts`,
      text: `import { x } from '../${other}/queries.ts';`,
    });
    expect(breaches([feature('fees', 'letters'), feature('letters', 'offers')])).toEqual([]);
    expect(breaches([feature('fees', 'letters'), feature('letters', 'offers'), feature('offers', 'fees')])).toEqual([
      'main/features: fees, letters, offers import each other; one must be below the other.',
    ]);
  });

  it('names the file, the import and the wall', () => {
    expect(breachesOf('main/features/fees/queries.ts', "import { commit } from '../../log/commit.ts';")).toEqual([
      'main/features/fees/queries.ts imports main/log/commit.ts: features return changes and never write them.',
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
