import { describe, expect, test } from 'vitest';
import { hasElectron } from './launch.ts';
import { callIsAnswered, logged, open, shareWindow } from './open-window.ts';

const sharedWindow = shareWindow();

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
    const { app, page } = await sharedWindow();
    const requested: string[] = [];
    app.context().on('request', (request) => requested.push(request.url()));
    await page.reload();
    await page.locator('h1').first().waitFor();
    const own = page.url().replace(/index\.html$/, '');
    await expect.poll(() => requested.length).toBeGreaterThan(2);
    expect(requested.filter((url) => !url.startsWith(own))).toEqual([]);
    expect(await app.evaluate(() => Reflect.get(globalThis, 'networkAttempts'))).toEqual([]);
  });

  test('cannot leave the folder of the screens', async () => {
    const { page } = await sharedWindow();
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
    const other = await opened;
    // What is asked of a page that is still being loaded ends with the page before it.
    await other.waitForFunction(() => 'desk' in window && document.readyState === 'complete');
    expect(await other.evaluate(callIsAnswered)).toBe(false);
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
