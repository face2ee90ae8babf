import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { hasElectron, launchApp, newFolder, runApp } from './launch.ts';

type App = ElectronApplication & { userData: string };

let running: App[] = [];
afterEach(async () => {
  await Promise.all(running.map((app) => app.close().catch(() => {})));
  running = [];
});

async function open(options: Parameters<typeof launchApp>[0] = {}): Promise<{ app: App; page: Page }> {
  const app = await launchApp(options);
  running.push(app);
  const page = await app.firstWindow();
  await page.locator('h1').first().waitFor();
  return { app, page };
}

/** Waits for the next event of this name that the window's contents or its session emit; tells whether it was prevented. */
function prevented(app: App, name: 'will-navigate' | 'will-download'): Promise<boolean> {
  return app.evaluate(({ BrowserWindow, session }, event) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const source: NodeJS.EventEmitter | undefined = event === 'will-download' ? session.defaultSession : contents;
    // The guard's own listener was there first, so it has had its say by the time this one runs.
    return new Promise<boolean>((resolve) => source?.once(event, ({ defaultPrevented }) => resolve(defaultPrevented)));
  }, name);
}

const log = (app: App) => readFile(path.join(app.userData, 'logs/main.log'), 'utf8');
const logged = (app: App) => expect.poll(() => log(app), { timeout: 10_000 });

/** Whether a call from this frame, or from the page's own, is answered. */
const callIsAnswered = (): Promise<boolean> =>
  window.desk.call('desk.status', {}).then(
    (result) => typeof result === 'object' && result !== null && 'ok' in result && result.ok === true,
    () => false,
  );

describe('the page', () => {
  test('sees the desk and nothing of Node or Electron', async () => {
    const { page } = await open();
    const seen = await page.evaluate(() => ({
      node: ['require', 'process', 'module', 'Buffer', 'global', 'electron'].filter((name) => name in window),
      stray: Object.keys(window).filter((name) => /electron/i.test(name)),
      desk: Object.keys(window.desk).sort(),
      frozen: Object.isFrozen(window.desk),
      replaced: Reflect.set(window, 'desk', null),
    }));
    expect(seen).toEqual({
      node: [],
      stray: [],
      desk: ['call', 'pathOf', 'platform', 'subscribe'],
      frozen: true,
      replaced: false,
    });
    expect(await page.evaluate(callIsAnswered)).toBe(true);
  });

  test('runs neither inline scripts nor eval, and loads nothing foreign', async () => {
    const { page } = await open();
    await page.evaluate(() => {
      const violations: string[] = [];
      Reflect.set(window, 'violations', violations);
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        violations.push(effectiveDirective),
      );
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      const style = document.createElement('style');
      style.textContent = 'body { color: red }';
      document.head.append(script, style);
      const frame = document.createElement('iframe');
      frame.src = 'https://example.org/';
      const picture = new Image();
      picture.src = 'https://example.org/picture.png';
      document.body.append(frame, picture);
      fetch('https://example.org/').catch(() => {});
      // DevTools may lift the ban on eval while they evaluate: try it afterwards.
      setTimeout(() => Reflect.set(window, 'evaluated', new Function('return true')()));
    });
    const violated = () => page.evaluate(() => [...new Set<string>(Reflect.get(window, 'violations'))].sort());
    await expect
      .poll(violated)
      .toEqual(['connect-src', 'frame-src', 'img-src', 'script-src', 'script-src-elem', 'style-src-elem']);
    expect(await page.evaluate(() => ['ran', 'evaluated'].filter((name) => name in window))).toEqual([]);
  });

  test('may run WebAssembly of its own, for the camera, and no other code than its files', async () => {
    const { page } = await open();
    const policy = await page.evaluate(() =>
      fetch('/index.html').then(({ headers }) => headers.get('content-security-policy') ?? ''),
    );
    const parts = policy.split('; ');
    expect(parts).toEqual(
      expect.arrayContaining(["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "worker-src 'self'"]),
    );
    expect(policy).not.toMatch(/'unsafe-eval'|'unsafe-inline'|https?:|\*/);
    // The smallest module there is: its mark and its version.
    const runs = page.evaluate(() =>
      WebAssembly.instantiate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() => true),
    );
    expect(await runs).toBe(true);
  });

  test('may style itself with the nonce of its own policy, new for every page', async () => {
    const { page } = await open();
    const nonceOf = () => page.locator('meta[property="csp-nonce"]').evaluate((meta: HTMLElement) => meta.nonce ?? '');
    const first = await nonceOf();
    const applied = await page.evaluate((nonce) => {
      const style = document.createElement('style');
      style.nonce = nonce;
      style.textContent = 'body { --proof: yes }';
      document.head.append(style);
      return getComputedStyle(document.body).getPropertyValue('--proof');
    }, first);
    expect(applied).toBe('yes');
    await page.reload();
    expect(await nonceOf()).not.toBe(first);
  });

  test('shows its own font and fits a window of 1024 by 700', async () => {
    const { app, page } = await open();
    expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([1280, 800]);
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setBounds({ width: 1024, height: 700 }),
    );
    await page.waitForFunction(() => innerWidth === 1024 && innerHeight === 700);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getMinimumSize())).toEqual([
      1024, 700,
    ]);
    const loaded = await page.evaluate(async () => {
      await document.fonts.ready;
      return [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family);
    });
    expect(loaded.join()).toContain('Noto Sans');
  });

  test('learns where a chosen file lies', async () => {
    const { page, app } = await open();
    const file = path.join(app.userData, 'applicants 2027.csv');
    await writeFile(file, 'name\n');
    await page.evaluate(() =>
      document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'probe' })),
    );
    const input = page.locator('#probe');
    await input.setInputFiles(file);
    const pathOf = (element: HTMLElement | SVGElement) => {
      const chosen = element instanceof HTMLInputElement ? element.files?.[0] : undefined;
      return chosen && window.desk.pathOf(chosen);
    };
    expect(await input.evaluate(pathOf)).toBe(file);
    expect(await page.evaluate(() => window.desk.pathOf(new File(['x'], 'made-up.csv')))).toBe('');
  });
});

describe('the window', () => {
  test('goes nowhere else', async () => {
    const { app, page } = await open();
    const before = page.url();
    const refused = prevented(app, 'will-navigate');
    await page.evaluate(() => {
      location.href = '/index.html?elsewhere';
    });
    expect(await refused).toBe(true);
    expect(page.url()).toBe(before);
    await logged(app).toContain('refused a navigation to app://bundle');
  });

  test('opens no other window', async () => {
    const { app, page } = await open();
    expect(await page.evaluate(() => window.open('https://example.org/?name=Ada') === null)).toBe(true);
    await logged(app).toContain('refused a new window for https://example.org');
    await page.evaluate(() => {
      const link = Object.assign(document.createElement('a'), { href: 'https://example.net/', target: '_blank' });
      document.body.append(link);
      link.click();
    });
    await logged(app).toContain('refused a new window for https://example.net');
    expect(app.windows()).toHaveLength(1);
    expect(await log(app)).not.toContain('Ada');
  });

  test('keeps downloads from starting', async () => {
    const { app, page } = await open();
    const refused = prevented(app, 'will-download');
    await page.evaluate(() => {
      const href = URL.createObjectURL(new Blob(['x']));
      const link = Object.assign(document.createElement('a'), { href, download: 'list.csv' });
      document.body.append(link);
      link.click();
    });
    expect(await refused).toBe(true);
  });

  test('grants the camera to our page, and no other permission', async () => {
    const { page } = await open({ args: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'] });
    const granted = await page.evaluate(async () => {
      const ask = async (name: string) => {
        const { state } = await navigator.permissions.query({ name: name as PermissionName });
        return `${name} ${state}`;
      };
      return Promise.all(['camera', 'microphone', 'geolocation', 'notifications', 'clipboard-read'].map(ask));
    });
    expect(granted).toEqual([
      'camera granted',
      'microphone denied',
      'geolocation denied',
      'notifications denied',
      'clipboard-read denied',
    ]);
    const media = (constraints: MediaStreamConstraints) =>
      page.evaluate((wanted) => {
        const asked = navigator.mediaDevices.getUserMedia(wanted);
        return asked.then(
          (stream) => stream.getTracks().map(({ kind }) => kind),
          (error: Error) => error.name,
        );
      }, constraints);
    expect(await media({ video: true })).toEqual(['video']);
    // With its made-up devices the stand-in's Chromium gives a microphone even where it is denied.
    if (hasElectron) expect(await media({ audio: true })).toBe('NotAllowedError');
  });

  test('refuses permissions when asked for one, and when only looked at, each by itself', async () => {
    const asking = await open();
    await asking.app.evaluate(async ({ BrowserWindow, session }) => {
      session.defaultSession.setPermissionCheckHandler(null);
      await BrowserWindow.getAllWindows()[0]?.loadURL('app://bundle/index.html');
    });
    const position = () =>
      new Promise((resolve) => navigator.geolocation.getCurrentPosition(resolve, ({ code }) => resolve(code)));
    expect(await asking.page.evaluate(position)).toBe(1);

    const looking = await open();
    await looking.app.evaluate(async ({ BrowserWindow, session }) => {
      session.defaultSession.setPermissionRequestHandler(null);
      await BrowserWindow.getAllWindows()[0]?.loadURL('app://bundle/index.html');
    });
    const state = () => navigator.permissions.query({ name: 'geolocation' }).then((status) => status.state);
    expect(await looking.page.evaluate(state)).toBe('denied');
  });

  test('comes back after a crash', async () => {
    const { app } = await open();
    const heading = await app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (!contents) throw new Error('no window');
      const reloaded = new Promise<void>((resolve) => contents.once('did-finish-load', () => resolve()));
      const gone = new Promise<string>((resolve) =>
        contents.once('render-process-gone', (_event, { reason }) => resolve(reason)),
      );
      contents.forcefullyCrashRenderer();
      const reason = await gone;
      await reloaded;
      return [reason, await contents.executeJavaScript('document.readyState === "complete" && "desk" in window')];
    });
    expect(heading).toEqual([expect.stringMatching(/crashed|killed/), true]);
    await logged(app).toContain('the page ended: ');
  });
});

describe('requests', () => {
  test('to anywhere else are cancelled, whoever makes them, and noted', async () => {
    const { app } = await open();
    // The app's own load passes every guard but the one on requests.
    const failure = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.loadURL('https://example.org/secret?name=Ada').catch(String),
    );
    expect(failure).toContain('ERR_BLOCKED_BY_CLIENT');
    await logged(app).toContain('refused a request to https://example.org\n');
  });

  test('are all to our own files, and main makes none', async () => {
    const { app, page } = await open();
    const requested: string[] = [];
    app.context().on('request', (request) => requested.push(request.url()));
    await page.reload();
    await page.locator('h1').first().waitFor();
    const own = page.url().replace(/index\.html$/, '');
    expect(requested.length).toBeGreaterThan(2);
    expect(requested.filter((url) => !url.startsWith(own))).toEqual([]);
    expect(await app.evaluate(() => Reflect.get(globalThis, 'networkAttempts'))).toEqual([]);
  });

  test('cannot leave the folder of the screens', async () => {
    const { page } = await open();
    const statuses = await page.evaluate(() => {
      const paths = [
        '/..%2fmain%2fmain.js',
        '/assets/..%2f..%2fmain%2fmain.js',
        '/..%5cmain%5cmain.js',
        '/%00',
        '/%',
        '/none.js',
      ];
      return Promise.all(paths.map((address) => fetch(address).then(({ status }) => status)));
    });
    expect(statuses).toEqual([403, 403, expect.toBeOneOf([403, 404]), 403, 403, 404]);
    expect(
      await page.evaluate(() => fetch('/index.html').then(({ headers }) => headers.get('x-content-type-options'))),
    ).toBe('nosniff');
  });
});

describe('the gate', () => {
  test('refuses a window that is not the desk, even on our own page', async () => {
    const { app, page } = await open();
    expect(await page.evaluate(callIsAnswered)).toBe(true);
    const opened = app.waitForEvent('window');
    await app.evaluate(async ({ app: own, BrowserWindow }) => {
      const preload = `${own.getAppPath()}/out/preload/preload.cjs`;
      const other = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, contextIsolation: true },
      });
      await other.loadURL('app://bundle/index.html');
    });
    expect(await (await opened).evaluate(callIsAnswered)).toBe(false);
  });

  // Electron runs no preload in frames, and no test can make it: the stand-in can, so that the second lock is tried too.
  test.skipIf(hasElectron)('refuses a frame within the desk’s own window, even one with our address', async () => {
    const { page } = await open({ args: ['--preload-in-frames'] });
    // Our own policy takes no frames at all, so these pages come without one.
    const body = '<h1>a page without a policy</h1>';
    await page.route('**/*.html', (route) => route.fulfill({ contentType: 'text/html', body }));
    await page.reload();
    await page.evaluate(() => {
      const foreign = Object.assign(document.createElement('iframe'), { srcdoc: '<p>foreign</p>', name: 'foreign' });
      const twin = Object.assign(document.createElement('iframe'), { src: '/index.html', name: 'twin' });
      document.body.append(foreign, twin);
    });
    await page.frameLocator('[name=foreign]').getByText('foreign').waitFor();
    await page.frameLocator('[name=twin]').getByText('without a policy').waitFor();
    const frames = ['foreign', 'twin'].map((name) => page.frame({ name }));
    expect(await frames[1]?.evaluate(() => location.href)).toBe(page.url());
    expect(await Promise.all(frames.map((frame) => frame?.evaluate(() => 'desk' in window)))).toEqual([true, true]);
    expect(await Promise.all(frames.map((frame) => frame?.evaluate(callIsAnswered)))).toEqual([false, false]);
    expect(await page.evaluate(callIsAnswered)).toBe(true);
  });
});

describe('the app', () => {
  test('started a second time shows the first one’s window and ends', async () => {
    const { app } = await open();
    const focused = app.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0];
      window?.minimize();
      return new Promise<boolean>((resolve) => window?.once('focus', () => resolve(window.isMinimized())));
    });
    expect((await runApp({ userData: app.userData })).code).toBe(0);
    expect(await focused).toBe(false);
    expect(app.windows()).toHaveLength(1);
  });

  test('says why and ends with 1 where its database cannot be opened', async () => {
    const userData = await newFolder();
    const database = path.join(userData, 'not a database.db');
    await writeFile(database, 'this is a letter, not a database; '.repeat(200));
    const { code, output } = await runApp({ userData, args: [`--db=${database}`] });
    expect(code).toBe(1);
    expect(output).toContain('Cohort Desk cannot start');
  });

  test('opens the database it is told to, in a folder with spaces', async () => {
    const userData = path.join(await newFolder(), 'with some spaces');
    await mkdir(userData);
    const database = path.join(userData, 'program of 2027', 'program.db');
    const { app, page } = await open({ userData, env: { COHORT_DESK_DB: database } });
    expect(await page.evaluate(callIsAnswered)).toBe(true);
    await app.close();
    expect((await readFile(database)).subarray(0, 15).toString()).toBe('SQLite format 3');
  });

  test('logs what was not foreseen, says so, and goes on', async () => {
    const { app, page } = await open();
    const shown = app.evaluate(({ dialog }) => {
      const title = new Promise<string>((resolve) => {
        dialog.showErrorBox = resolve;
      });
      setTimeout(() => {
        throw new Error('of ada@example.org');
      });
      return title;
    });
    expect(await shown).toBe('Cohort Desk');
    await logged(app).toContain('Error: of [e-mail]');
    expect(await page.evaluate(callIsAnswered)).toBe(true);
  });
});

describe('the menu', () => {
  test('sends what was chosen to the page', async () => {
    const { app, page } = await open();
    await page.evaluate(() => {
      const heard = new Promise((resolve) =>
        window.desk.subscribe((event) => event.kind === 'menu' && resolve(event.command)),
      );
      Reflect.set(window, 'heard', heard);
    });
    const items = await app.evaluate(({ Menu }) => {
      const menu = Menu.getApplicationMenu();
      menu?.getMenuItemById('go:applicants')?.click();
      return ['import', 'palette', 'go:settings', 'undo', 'redo'].map((id) => {
        const item = menu?.getMenuItemById(id);
        return [item?.accelerator, item?.registerAccelerator];
      });
    });
    expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toBe('go:applicants');
    expect(items).toEqual([
      ['CmdOrCtrl+I', true],
      ['CmdOrCtrl+K', true],
      ['CmdOrCtrl+8', true],
      ['CmdOrCtrl+Z', false],
      ['CmdOrCtrl+Shift+Z', false],
    ]);
  });

  test('changes the theme at once, and keeps it', async () => {
    const { app, page } = await open();
    const isDark = () => matchMedia('(prefers-color-scheme: dark)').matches;
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('theme:dark')?.click());
    await page.waitForFunction(isDark);
    await app.close();

    const again = await open({ userData: app.userData });
    expect(await again.page.evaluate(isDark)).toBe(true);
    const chosen = await again.app.evaluate(
      ({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('theme:dark')?.checked,
    );
    expect(chosen).toBe(true);
  });
});
