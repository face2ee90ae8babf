import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const pure = 'test/{main/rules,shared}/**/*.test.ts';

// Four kinds of test, by what they need: nothing, plain Node, a simulated page, or a real Chromium.
export default defineConfig({
  test: {
    // Every core: left alone, a machine with two would run one file at a time.
    maxWorkers: '100%',
    // Node strips types by WebAssembly, once in each job thread. V8 compiles wrappers for it that all threads of a process
    // share, and can free one while another thread takes it: SIGSEGV or SIGTRAP. Wrappers that are never compiled can't be.
    execArgv: ['--wasm-wrapper-tiering-budget=2147483647'],
    projects: [
      {
        test: {
          name: 'rules',
          include: [pure],
          environment: 'node',
          setupFiles: ['test/properties.setup.ts'],
          // What keeps nothing can share a process: starting one takes longer than most of these files.
          isolate: false,
        },
      },
      {
        test: {
          name: 'node',
          include: ['test/{main,house}/**/*.test.ts'],
          exclude: [pure],
          environment: 'node',
          setupFiles: ['test/properties.setup.ts', 'test/settings.setup.ts'],
          testTimeout: 30_000,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'screens',
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          setupFiles: ['test/renderer/setup.ts'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['test/{journeys,packaging}/**/*.test.ts'],
          globalSetup: 'test/journeys/chromium.setup.ts',
          setupFiles: ['test/settings.setup.ts'],
          environment: 'node',
          // After all else, and two windows at a time: a journey mostly waits for its window.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
