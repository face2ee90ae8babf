/**
 * Reads Electron's command line, puts ./electron.ts in the place of the module `electron`, loads the app's main,
 * starts Chromium and says 'ready'.
 */
import inspector from 'node:inspector';
import { createRequire, registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Chromium } from './chromium.ts';
import { findChromium } from './find-chromium.ts';
import { electronVersion, host, readManifest } from './state.ts';

const modulesRequired: string[] = [];
const rest = process.argv.slice(2);
while (rest[0]?.startsWith('-')) {
  const word = rest.shift() ?? '';
  if (word === '-r' || word === '--require') modulesRequired.push(rest.shift() ?? '');
  else readSwitch(word);
}
const target = path.resolve(rest[0] ?? '.');
for (const word of rest.slice(1)) if (word.startsWith('--')) readSwitch(word);

const targetIsFile = /\.[cm]?[jt]s$/.test(target);
host.appPath = targetIsFile ? path.dirname(target) : target;
if (!targetIsFile) host.manifest = readManifest(path.join(target, 'package.json'));
const entry = targetIsFile ? target : path.join(target, host.manifest.main ?? 'index.js');

process.argv = [path.join(import.meta.dirname, 'electron'), ...process.argv.slice(2)];
Object.defineProperty(process.versions, 'electron', { value: electronVersion, enumerable: true });
Object.assign(process, {
  type: 'browser',
  resourcesPath: path.join(import.meta.dirname, 'resources'),
  defaultApp: true,
});

const standIn = new URL('./electron.ts', import.meta.url).href;
registerHooks({
  resolve: (name, context, next) =>
    /^electron(\/(main|common))?$/.test(name)
      ? { url: standIn, format: 'module-typescript', shortCircuit: true }
      : next(name, context),
});

const inspectPort = host.switches.get('inspect');
if (inspectPort !== undefined) inspector.open(Number(inspectPort), '127.0.0.1');
const { app, connect } = await import('./electron.ts');
const require = createRequire(path.join(host.appPath, 'package.json'));
for (const name of modulesRequired) require(name);
try {
  await import(pathToFileURL(entry).href);
} catch (error) {
  console.error(error);
  process.exit(1);
}
// The app may have quit while it loaded, as a second instance does: then no Chromium is needed.
if (!app.hostQuitting) {
  host.chromium = new Chromium(
    findChromium(host.headed),
    path.join(app.getPath('userData'), 'chromium'),
    chromiumSwitches(),
  );
  await connect();
  app.hostReady();
}

function readSwitch(word: string): void {
  const [, name = '', value = ''] = /^--?([^=]+)=?(.*)$/s.exec(word) ?? [];
  host.switches.set(name, value);
}

/** What the command line says to Chromium: all that is not meant for Electron, this stand-in or the pipe. */
function chromiumSwitches(): string[] {
  const kept = new Set([
    'inspect',
    'user-data-dir',
    'require',
    'disable-features',
    'enable-features',
    'remote-debugging-pipe',
  ]);
  const passed = [...host.switches]
    .filter(([name]) => !kept.has(name))
    .map(([name, value]) => (value ? `--${name}=${value}` : `--${name}`));
  const needsNoSandbox = process.getuid?.() === 0 && !passed.includes('--no-sandbox');
  return needsNoSandbox ? [...passed, '--no-sandbox'] : passed;
}
