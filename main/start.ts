/**
 * `npm start`: opens the built app in Electron, fetching Electron's own program the first time; where that can't be
 * had, says so in one sentence and offers what can be: a preview in an installed browser, or the demo.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { installedChromium } from '../test/electron-host/find-chromium.ts';

/** What is known about this computer before anything is opened. */
export interface StartFacts {
  /** Electron's own program is installed, or ELECTRON_OVERRIDE_DIST_PATH says where. */
  readonly hasElectron: boolean;
  /** Its installer has been tried in this run. */
  readonly triedToInstall: boolean;
  /** Windows can be shown. */
  readonly hasDisplay: boolean;
  /** Chrome, Chromium or Edge is installed. */
  readonly hasBrowser: boolean;
  /** `--preview` was given. */
  readonly wantsPreview: boolean;
  /** A person can be asked. */
  readonly isInteractive: boolean;
}

/** What to do; `say` is printed first. */
type StartDecision =
  | { readonly do: 'electron' }
  | { readonly do: 'install'; readonly say: string }
  | { readonly do: 'preview'; readonly say: string }
  | { readonly do: 'ask'; readonly say: string }
  | { readonly do: 'give-up'; readonly say: string };

const DEMO = 'To see the app at work without a window, run: npm run demo';
const HOW_TO_GET =
  'it is fetched once, so start again with a network, set ELECTRON_MIRROR to a mirror of it, ' +
  'or ELECTRON_OVERRIDE_DIST_PATH to a folder that has it';

/** Decides how to start from what is known; installing comes back here with `triedToInstall`. */
export function decideStart(facts: StartFacts): StartDecision {
  if (!facts.hasDisplay) {
    return { do: 'give-up', say: `Cohort Desk can’t open a window, because this computer shows none. ${DEMO}` };
  }
  if (facts.wantsPreview && facts.hasBrowser) return { do: 'preview', say: 'Opening the preview in your browser …' };
  if (facts.hasElectron) return { do: 'electron' };
  if (!facts.triedToInstall) return { do: 'install', say: 'Fetching Electron, once; this needs a network …' };

  const missing = `Electron, the program that shows the window, could not be fetched: ${HOW_TO_GET}.`;
  if (!facts.hasBrowser) return { do: 'give-up', say: `${missing} ${DEMO}` };
  if (facts.isInteractive) return { do: 'ask', say: `${missing} Open a preview in your browser instead? [y/N] ` };
  return { do: 'give-up', say: `${missing} For a preview in your browser, run: npm start -- --preview` };
}

const root = path.join(import.meta.dirname, '..');

function gatherFacts(triedToInstall: boolean): StartFacts {
  const { env, platform, stdin, stdout, argv } = process;
  return {
    hasElectron:
      env.ELECTRON_OVERRIDE_DIST_PATH !== undefined ||
      existsSync(path.join(root, 'node_modules/electron/dist/version')),
    triedToInstall,
    hasDisplay: platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY),
    hasBrowser: installedChromium() !== undefined,
    wantsPreview: argv.includes('--preview'),
    isInteractive: stdin.isTTY && stdout.isTTY,
  };
}

/** Runs a program of Node's, here Electron's starter or the stand-in, and resolves to its exit code. */
function run(program: string, env: Record<string, string> = {}): Promise<number> {
  const words = [path.join(root, program), root, ...process.argv.slice(2).filter((word) => word !== '--preview')];
  return new Promise((resolve, reject) => {
    const app = spawn(process.execPath, words, { stdio: 'inherit', env: { ...process.env, ...env } });
    app.once('error', reject);
    app.once('exit', (code) => resolve(code ?? 1));
  });
}
const openElectron = () => run('node_modules/electron/cli.js');
const openPreview = () => run('test/electron-host/electron', { ELECTRON_HOST_HEADED: '1' });

/** Runs Electron's installer, quietly: whether it succeeded is seen from what it leaves. */
function installElectron(): void {
  spawnSync(process.execPath, [path.join(root, 'node_modules/electron/install.js')], {
    stdio: 'ignore',
    timeout: 600_000,
  });
}

async function start(triedToInstall = false): Promise<number> {
  const decision = decideStart(gatherFacts(triedToInstall));
  switch (decision.do) {
    case 'electron':
      return openElectron();
    case 'install':
      console.log(decision.say);
      installElectron();
      return start(true);
    case 'preview':
      console.log(decision.say);
      return openPreview();
    case 'ask':
      return (await isYes(decision.say)) ? openPreview() : 1;
    case 'give-up':
      console.error(decision.say);
      return 1;
  }
}

async function isYes(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(question);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

if (import.meta.main) process.exitCode = await start();
