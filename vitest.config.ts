import { availableParallelism } from 'node:os';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import LongestFirst from './test/longest-first.ts';
import { patience, testPatience } from './test/patience.ts';

// A limit that a test sets itself would depend on how fast the machine is: there are only these.
const waits = {
  testTimeout: testPatience,
  hookTimeout: testPatience,
  expect: { poll: { timeout: patience } },
};

// Three kinds of test, by what they need: plain Node, a simulated page, or a real Chromium.
export default defineConfig({
  test: {
    // One file more than there are cores, of all three kinds: a file that waits for its window or process leaves no core idle.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    // Files share the processes that run them: loading the app takes longer than most files. So no test may leave
    // anything behind in a module or a global; `vitest run --sequence.shuffle.files` shows one that does.
    isolate: false,
    // Node strips types by WebAssembly, once in each job thread. V8 compiles wrappers for it that all threads of a process
    // share, and can free one while another thread takes it: SIGSEGV or SIGTRAP. Wrappers that are never compiled can't be.
    execArgv: ['--wasm-wrapper-tiering-budget=2147483647'],
    projects: [
      {
        test: {
          ...waits,
          name: 'node',
          include: ['test/{main,shared,house}/**/*.test.ts'],
          environment: 'node',
          setupFiles: ['test/properties.setup.ts', 'test/settings.setup.ts', 'test/main/scrypt.setup.ts'],
        },
      },
      {
        plugins: [react()],
        test: {
          ...waits,
          name: 'screens',
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          setupFiles: ['test/renderer/setup.ts'],
        },
      },
      {
        test: {
          ...waits,
          name: 'journeys',
          include: ['test/{journeys,packaging}/**/*.test.ts'],
          globalSetup: 'test/journeys/chromium.setup.ts',
          setupFiles: ['test/settings.setup.ts'],
          environment: 'node',
        },
      },
    ],
  },
});
