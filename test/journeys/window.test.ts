import { describe, expect, test } from 'vitest';
import { hasElectron } from './launch.ts';
import { listenFor, log, logged, open, shareWindow } from './open-window.ts';

// Of those who change nothing that a page loaded again would still find.
const sharedWindow = shareWindow();

describe('the window', () => {
  // A navigation that is refused can still end what the page is asked next: this window is its own.
  test('goes nowhere else', async () => {
    const { app, page } = await open();
    const before = page.url();
    const prevented = await listenFor(app, 'will-navigate');
    await page.evaluate(() => {
      location.href = '/index.html?elsewhere';
    });
    expect(await prevented()).toBe(true);
    expect(page.url()).toBe(before);
    await logged(app).toContain('refused a navigation to app://bundle');
  });

  test('opens no other window', async () => {
    const { app, page } = await sharedWindow();
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
    const { app, page } = await sharedWindow();
    const prevented = await listenFor(app, 'will-download');
    await page.evaluate(() => {
      const href = URL.createObjectURL(new Blob(['x']));
      const link = Object.assign(document.createElement('a'), { href, download: 'list.csv' });
      document.body.append(link);
      link.click();
    });
    expect(await prevented()).toBe(true);
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

describe('the menu', () => {
  test('sends what was chosen to the page', async () => {
    const { app, page } = await sharedWindow();
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
    await again.page.waitForFunction(isDark);
    const chosen = await again.app.evaluate(
      ({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('theme:dark')?.checked,
    );
    expect(chosen).toBe(true);
  });
});
