import { existsSync } from 'node:fs';

/** Where browsers of Chromium's family install themselves. */
const INSTALLED: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'].map(
    (name) => `/usr/bin/${name}`,
  ),
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) =>
    ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map(
      (tail) => `${process.env[variable]}\\${tail}`,
    ),
  ),
};

/** An installed browser that can show the preview, or `undefined`. */
export function installedChromium(): string | undefined {
  return INSTALLED[process.platform]?.find((file) => existsSync(file));
}

/**
 * The executable to start: ELECTRON_HOST_CHROMIUM, else an installed browser. A headless one cannot show windows, so
 * the preview looks at installed ones first.
 * @throws where there is neither
 */
export function findChromium(headed: boolean): string {
  const named = process.env.ELECTRON_HOST_CHROMIUM;
  const found = headed ? (installedChromium() ?? named) : (named ?? installedChromium());
  if (!found) throw new Error('electron-host: no Chromium found; set ELECTRON_HOST_CHROMIUM to one');
  return found;
}
