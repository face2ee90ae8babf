import { globSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'vite';

const root = path.join(import.meta.dirname, '../../..');

/** The folder with the bundles; null: this process has started none of the programs yet. */
let bundled: Promise<string> | null = null;

/**
 * The program of this folder with that name, as a file that Node starts. All of them are bundled once in a process:
 * a kill test starts dozens, and each would load some hundred modules one by one.
 */
export async function programFile(name: string): Promise<string> {
  bundled ??= bundle();
  return path.join(await bundled, `${name}.js`);
}

async function bundle(): Promise<string> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cohort-desk-programs-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const programs = globSync('*-{once,forever,everyone}.ts', { cwd: import.meta.dirname });
  const input = Object.fromEntries(
    programs.map((file) => [path.parse(file).name, path.join(import.meta.dirname, file)]),
  );
  // The threads that the app itself starts, by the names under which it looks for them beside it.
  const threads = {
    worker: path.join(root, 'main/worker.ts'),
    checkpoint: path.join(root, 'main/database/checkpoint-thread.ts'),
  };
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        input: { ...input, ...threads },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
  });
  // What isn't bundled is found where the project has it.
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  return folder;
}
