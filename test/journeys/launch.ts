import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication } from 'playwright-core';
import { settingsBeside } from '../main/settings-beside.ts';
import { patience } from '../patience.ts';

/** The project's folder. */
export const root = path.join(import.meta.dirname, '../..');

/** Whether Electron's own binary is installed; without it the stand-in in test/electron-host plays its part. */
export const hasElectron = existsSync(path.join(root, 'node_modules/electron/dist/version'));
if (!hasElectron) process.env.ELECTRON_OVERRIDE_DIST_PATH ??= path.join(root, 'test/electron-host');

/** How to start the app; everything may be left out. */
export interface LaunchOptions {
  /** The folder with the app's package.json: the project, or what was packed. */
  appDir?: string;
  /** Holds database, log and lock; a new temporary folder unless given. */
  userData?: string;
  /** Further command-line words, such as `--db=FILE`. */
  args?: string[];
  /** Files that the main process loads before the app. */
  before?: string[];
  /** Further environment variables. */
  env?: Record<string, string>;
}

/** Starts the built app under Playwright. The caller closes it. */
export async function launchApp(options: LaunchOptions = {}): Promise<ElectronApplication & { userData: string }> {
  const userData = options.userData ?? (await newFolder());
  const guard = path.join(root, 'test/journeys/network-guard.cjs');
  const app = await _electron.launch({
    args: [
      ...[guard, ...(options.before ?? [])].flatMap((file) => ['-r', file]),
      options.appDir ?? root,
      `--user-data-dir=${userData}`,
      ...(options.args ?? []),
    ],
    cwd: root,
    env: { ...inherited(), ...asTheSeeds(userData, options.args), ...options.env },
    // Otherwise Playwright overrides the app's own choice of theme.
    colorScheme: null,
    timeout: patience,
  });
  app.context().setDefaultTimeout(patience);
  if (process.env.JOURNEY_DEBUG) {
    app.process().stdout?.pipe(process.stdout);
    app.process().stderr?.pipe(process.stderr);
  }
  return Object.assign(app, { userData });
}

/** How a start without Playwright ended: its exit code, and what it said. */
export interface Ended {
  code: number | null;
  output: string;
}

/** Starts the built app without Playwright and waits until it ends by itself. */
export function runApp(options: LaunchOptions = {}): Promise<Ended> {
  const executable = String(createRequire(import.meta.url)('electron'));
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const words = [...asRoot, options.appDir ?? root, `--user-data-dir=${options.userData}`, ...(options.args ?? [])];
  return new Promise((resolve, reject) => {
    const started = spawn(executable, words, { cwd: root, env: { ...inherited(), ...options.env } });
    let output = '';
    const hear = (chunk: Buffer) => {
      output += chunk.toString();
    };
    started.stdout.on('data', hear);
    started.stderr.on('data', hear);
    started.once('error', reject);
    started.once('close', (code) => resolve({ code, output }));
  });
}

/** The laptop that seeded a database opens it: otherwise the app would go on as another one, with numbers of its own. */
function asTheSeeds(userData: string, args: readonly string[] = []): Record<string, string> {
  const named = args.find((word) => word.startsWith('--db='))?.slice('--db='.length);
  return { COHORT_DESK_SETTINGS: settingsBeside(named ?? path.join(userData, 'program.db')) };
}

/** A new temporary folder. */
export function newFolder(): Promise<string> {
  return mkdtemp(path.join(os.tmpdir(), 'cohort-desk-'));
}

function inherited(): Record<string, string> {
  const set = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(set);
}
