import { existsSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { bundleVerifier } from './renderer/checking-page/bundle.ts';

// The app itself, the same calls from a terminal, the thread for long work, and the one that follows a large command.
const entries = {
  main: 'main/main.ts',
  headless: 'main/headless.ts',
  worker: 'main/worker.ts',
  checkpoint: 'main/database/checkpoint-thread.ts',
};
const main = Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file)));

export default defineConfig({
  main: {
    plugins: [
      {
        name: 'checking-page',
        // Beside the code that writes the list into it.
        async generateBundle() {
          this.emitFile({
            type: 'asset',
            fileName: 'verify.html',
            source: await bundleVerifier(path.join(import.meta.dirname, 'renderer/checking-page')),
          });
        },
      },
    ],
    build: {
      outDir: 'out/main',
      // Node gains nothing by it, and a stack in the log stays readable.
      minify: false,
      sourcemap: false,
      rollupOptions: {
        input: main,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      minify: true,
      sourcemap: false,
      rollupOptions: { input: { preload: 'main/preload.ts' }, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    // main/protocol.ts puts a new nonce in its place for every page it serves.
    html: { cspNonce: '%CSP_NONCE%' },
    build: {
      outDir: 'out/renderer',
      emptyOutDir: true,
      minify: true,
      sourcemap: false,
      // The page comes from the disk: a chunk more would save nobody a wait.
      chunkSizeWarningLimit: 2_000,
      // Fonts and pictures stay files: the page's policy takes no font from a data: address.
      assetsInlineLimit: 0,
      // Minified, the libraries lose their notices: their licences go along in a file of their own.
      license: { fileName: 'licenses.md' },
      rollupOptions: { input: 'renderer/index.html' },
    },
  },
});
