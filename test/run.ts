// `npm test`: every check there is, in order, and at the end one line that counts them.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { OUTCOME_FILE, Outcome } from './outcome.reporter.ts';

const root = path.join(import.meta.dirname, '..');
const scratch = mkdtempSync(path.join(os.tmpdir(), 'cohort-desk-tests-'));
const report = path.join(scratch, 'outcome.json');

const checks: readonly { name: string; command: readonly [string, ...string[]] }[] = [
  { name: 'type check', command: ['tsc', '-p', '.'] },
  { name: 'lint and format', command: ['biome', 'ci', '--error-on-warnings'] },
  { name: 'build', command: ['electron-vite', 'build', '--logLevel', 'warn'] },
];

let passed = 0;
let failed = 0;
// Side by side: each of them leaves a core idle for a while. What one says comes out whole, when it has ended.
await Promise.all(
  checks.map(async ({ name, command }) => {
    const { went, said } = await runQuietly(...command);
    process.stdout.write(`${said}${went ? 'passed' : 'FAILED'}: ${name}\n`);
    if (went) passed += 1;
    else failed += 1;
  }),
);

const whole = test();
// The runtime itself can crash, in its own compiler or collector: its processes end by a signal in the middle of a file.
// That says nothing of the file's tests, so that they run again, alone and said aloud; a second loss is a failure.
const again = whole.lost.length > 0 ? test(whole.lost.map(({ file }) => file)) : null;
for (const { file, signal } of whole.lost) {
  process.stdout.write(`run again, its process ended by ${signal}: ${path.relative(root, file)}\n`);
}
for (const outcome of again === null ? [whole] : [whole, again]) {
  for (const name of outcome.skipped) process.stdout.write(`not run here: ${name}\n`);
  passed += outcome.passed;
  failed += outcome.failed + outcome.loose.length;
}
failed += again?.lost.length ?? 0;
rmSync(scratch, { recursive: true, force: true });
const left = whole.skipped.length + (again?.skipped.length ?? 0);
process.stdout.write(`\n${passed} passed, ${failed} failed${left > 0 ? `, ${left} skipped` : ''}\n`);
process.exitCode = failed === 0 ? 0 : 1;

/** Runs the tests of some files, or all there are. A run that left no account of itself is a failure, not a success. */
function test(files: readonly string[] = []): Outcome {
  rmSync(report, { force: true });
  const went = run('vitest', 'run', '--reporter=default', '--reporter=./test/outcome.reporter.ts', ...files);
  try {
    const outcome = Outcome.parse(JSON.parse(readFileSync(report, 'utf8')));
    const explained = outcome.failed + outcome.loose.length + outcome.lost.length > 0;
    return went || explained ? outcome : { ...outcome, failed: 1 };
  } catch {
    return { passed: 0, failed: 1, skipped: [], lost: [], loose: [] };
  }
}

/** Runs a tool of the project; whether it ended well. */
function run(tool: string, ...args: string[]): boolean {
  return spawnSync(fileOf(tool), args, { ...surroundings(), stdio: 'inherit' }).status === 0;
}

/** Runs a tool of the project beside others; whether it ended well, and what it said. */
function runQuietly(tool: string, ...args: string[]): Promise<{ readonly went: boolean; readonly said: string }> {
  return new Promise((resolve) => {
    const child = spawn(fileOf(tool), args, { ...surroundings(), stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const hear = (text: string): void => {
      said += text;
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    child.once('error', ({ message }) => resolve({ went: false, said: `${said}${message}\n` }));
    child.once('close', (code) => resolve({ went: code === 0, said }));
  });
}

function fileOf(tool: string): string {
  return path.join(root, 'node_modules/.bin', process.platform === 'win32' ? `${tool}.cmd` : tool);
}

function surroundings() {
  // Some hundred processes load the same modules: each is compiled once.
  const env = { ...process.env, [OUTCOME_FILE]: report, NODE_COMPILE_CACHE: path.join(scratch, 'compiled') };
  return { cwd: root, env, shell: process.platform === 'win32' };
}
