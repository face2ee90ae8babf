import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserWindow } from './browser-window.ts';
import type { Chromium } from './chromium.ts';

/** What the parts of a package.json mean to Electron. */
export interface Manifest {
  name?: string;
  productName?: string;
  version?: string;
  main?: string;
}

/** What boot.ts learnt before the app's main is loaded, and what is open now. */
export const host = {
  appPath: '',
  manifest: {} as Manifest,
  switches: new Map<string, string>(),
  /** Shows windows in an installed browser: a preview for people. Tests run without. */
  headed: process.env.ELECTRON_HOST_HEADED === '1',
  ready: false,
  chromium: null as Chromium | null,
  windows: [] as BrowserWindow[],
};

/** The running Chromium; throws before boot.ts has started it. */
export function chromium(): Chromium {
  if (!host.chromium) throw new Error('electron-host: Chromium is not running yet');
  return host.chromium;
}

/** Says loudly that the app uses something which this stand-in has not. */
export function unsupported(what: string): never {
  throw new Error(`electron-host: ${what} is not supported`);
}

/** Swallows an error of a request whose target may be gone; shown with ELECTRON_HOST_DEBUG set. */
export function ignore(error: unknown): void {
  if (process.env.ELECTRON_HOST_DEBUG) console.error(error);
}

/** The version of the `electron` package whose part this plays. */
export const electronVersion: string =
  readManifest(createRequire(import.meta.url).resolve('electron/package.json')).version ?? '';

/** Reads a package.json; throws where there is none. */
export function readManifest(file: string): Manifest {
  return JSON.parse(readFileSync(file, 'utf8')) as Manifest;
}
