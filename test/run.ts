// `npm test`: every check there is, in order, and at the end one line that counts them.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';

const root = path.join(import.meta.dirname, '..');
const scratch = mkdtempSync(path.join(os.tmpdir(), 'cohort-desk-tests-'));
const report = path.join(scratch, 'report.json');

const checks: readonly { name: string; command: readonly [string, ...string[]] }[] = [
  { name: 'type check', command: ['tsc', '-p', '.'] },
  { name: 'lint and format', command: ['biome', 'ci', '--error-on-warnings'] },
  { name: 'build', command: ['electron-vite', 'build', '--logLevel', 'warn'] },
];

let passed = 0;
let failed = 0;
for (const { name, command } of checks) {
  const went = run(...command);
  process.stdout.write(`${went ? 'passed' : 'FAILED'}: ${name}\n`);
  if (went) passed += 1;
  else failed += 1;
}

const went = run('vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`);
const tests = readReport();
for (const name of tests.skipped) process.stdout.write(`not run here: ${name}\n`);
passed += tests.passed;
failed += tests.failed;
if (!went && tests.failed === 0) failed += 1;
rmSync(scratch, { recursive: true, force: true });
process.stdout.write(
  `\n${passed} passed, ${failed} failed${tests.skipped.length ? `, ${tests.skipped.length} skipped` : ''}\n`,
);
process.exitCode = failed === 0 ? 0 : 1;

/** Runs a tool of the project; whether it ended well. */
function run(tool: string, ...args: string[]): boolean {
  const extension = process.platform === 'win32' ? '.cmd' : '';
  const file = path.join(root, 'node_modules/.bin', `${tool}${extension}`);
  return spawnSync(file, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;
}

/** What the tests came to. A report that is missing or counts nothing is a failure, not a quiet success. */
function readReport(): { passed: number; failed: number; skipped: string[] } {
  const Report = z.object({
    testResults: z.array(
      z.object({
        status: z.string(),
        assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
      }),
    ),
  });
  try {
    const files = Report.parse(JSON.parse(readFileSync(report, 'utf8'))).testResults;
    const tests = files.flatMap((file) => file.assertionResults);
    const broken = files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
    return {
      passed: tests.filter((test) => test.status === 'passed').length,
      failed: tests.filter((test) => test.status === 'failed').length + broken,
      skipped: tests.filter((test) => !['passed', 'failed'].includes(test.status)).map((test) => test.fullName),
    };
  } catch {
    return { passed: 0, failed: 1, skipped: [] };
  }
}
