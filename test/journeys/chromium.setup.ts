import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const modules = path.join(import.meta.dirname, '../../node_modules');

/**
 * Unpacks the Chromium of @sparticuz/chromium into this project's own cache, keyed by its version, and returns the
 * path of its executable; `null` where that package has none for this platform.
 *
 * Left alone the package unpacks into one fixed folder that other programs share and that no update refreshes. The
 * folder is filled under another name first, so that a second process never finds half of it.
 * @throws when the package is not installed
 */
export function unpackChromium(): string | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const manifest: unknown = JSON.parse(readFileSync(path.join(modules, '@sparticuz/chromium/package.json'), 'utf8'));
  const version = typeof manifest === 'object' && manifest && 'version' in manifest ? String(manifest.version) : '0';
  const folder = path.join(modules, `.cache/chromium-${version}`);
  const executable = path.join(folder, 'chromium');
  if (!existsSync(executable)) {
    const filling = `${folder}.${process.pid}`;
    mkdirSync(filling, { recursive: true });
    const unpack = "import('@sparticuz/chromium').then((module) => module.default.executablePath())";
    execFileSync(process.execPath, ['-e', unpack], { cwd: modules, env: { ...process.env, TMPDIR: filling } });
    try {
      renameSync(filling, folder);
    } catch (error) {
      rmSync(filling, { recursive: true, force: true });
      if (!existsSync(executable)) throw error;
    }
  }
  pointToOwnFonts(path.join(folder, 'fonts'));
  return executable;
}

/**
 * Chromium shows a page's own fonts only where the system has one at all. The package brings one, but looks for it in
 * other places; with this file, pictures come out the same on every computer.
 */
function pointToOwnFonts(folder: string): void {
  const dirs = `<dir>${folder}/fonts</dir><cachedir>${folder}/cache</cachedir>`;
  const wanted = `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>${dirs}</fontconfig>\n`;
  const file = path.join(folder, 'fonts.conf');
  if (readFileSync(file, 'utf8') !== wanted) writeFileSync(file, wanted);
}

/** Vitest's global setup: every journey finds its Chromium through ELECTRON_HOST_CHROMIUM. */
export default function setup(): void {
  const executable = unpackChromium();
  if (executable) process.env.ELECTRON_HOST_CHROMIUM ??= executable;
}
