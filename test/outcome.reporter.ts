import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Reporter, SerializedError, TestModule } from 'vitest/node';
import { z } from 'zod';

/** What a run of tests came to, as `test/run.ts` reads it. */
export const Outcome = z.object({
  passed: z.number(),
  /** Tests that failed, and files that could not even say which tests they hold. */
  failed: z.number(),
  /** Full names of the tests that were left out. */
  skipped: z.array(z.string()),
  /** Files whose process was ended by a signal before their tests were through, with the signal. */
  lost: z.array(z.object({ file: z.string(), signal: z.string() })),
  /** What went wrong outside any test: an error that no one caught, say. */
  loose: z.array(z.string()),
});
export type Outcome = z.infer<typeof Outcome>;

/** The environment variable that says where the outcome is to be written. */
export const OUTCOME_FILE = 'COHORT_DESK_TEST_OUTCOME';

// Signals by which a runtime ends itself; one that someone else sent is no crash, and fails the run.
const lostProcess =
  /^Worker exited unexpectedly with signal (SIG(?:ABRT|BUS|ILL|SEGV|TRAP)) .*while running test file (.+)$/;

/** Writes down what a run of tests came to, and which files lost their process to a crash of the runtime. */
export default class OutcomeReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const file = process.env[OUTCOME_FILE];
    if (file === undefined) throw new Error(`${OUTCOME_FILE} does not say where to write.`);
    writeFileSync(file, JSON.stringify(outcomeOf(modules, errors)));
  }
}

function outcomeOf(modules: readonly TestModule[], errors: readonly SerializedError[]): Outcome {
  const losses = errors.map((error) => ({ error, loss: lossOf(error) }));
  const lost = losses.flatMap(({ loss }) => loss ?? []);
  const whole = modules.filter(
    ({ moduleId }) => !lost.some(({ file }) => path.resolve(file) === path.resolve(moduleId)),
  );
  const tests = whole.flatMap((module) => [...module.children.allTests()]);
  const states = tests.map((test) => test.result().state);
  // A file that failed without a failing test: it could not be loaded, or a hook of it threw.
  const broken = whole.filter((module) => module.state() === 'failed' && !hasFailed(module)).length;
  return {
    passed: states.filter((state) => state === 'passed').length,
    // A test that never ended did not pass.
    failed: states.filter((state) => state === 'failed' || state === 'pending').length + broken,
    skipped: tests.filter((test) => test.result().state === 'skipped').map((test) => test.fullName),
    lost,
    loose: losses.flatMap(({ error, loss }) => (loss === null ? [error.message] : [])),
  };
}

const hasFailed = (module: TestModule): boolean =>
  [...module.children.allTests()].some((test) => ['failed', 'pending'].includes(test.result().state));

/** Which file lost its process to which signal; null: the error is something else. */
function lossOf({ cause }: SerializedError): Outcome['lost'][number] | null {
  const [, signal, file] = lostProcess.exec(cause?.message ?? '') ?? [];
  return signal === undefined || file === undefined ? null : { signal, file };
}
