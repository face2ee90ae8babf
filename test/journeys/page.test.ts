import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { callIsAnswered, shareWindow } from './open-window.ts';

const sharedWindow = shareWindow();

describe('the page', () => {
  test('sees the desk and nothing of Node or Electron', async () => {
    const { page } = await sharedWindow();
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
    const { page } = await sharedWindow();
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
    const { page } = await sharedWindow();
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
    const { page } = await sharedWindow();
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
    const { app, page } = await sharedWindow();
    await page.waitForFunction(() => innerWidth === 1280 && innerHeight === 800);
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setBounds({ width: 1024, height: 700 }),
    );
    await page.waitForFunction(() => innerWidth === 1024 && innerHeight === 700);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getMinimumSize())).toEqual([
      1024, 700,
    ]);
    const loaded = () =>
      page.evaluate(() =>
        [...document.fonts]
          .filter(({ status }) => status === 'loaded')
          .map(({ family }) => family)
          .join(),
      );
    await expect.poll(loaded).toContain('Noto Sans');
  });

  test('learns the path of a chosen file, and can have no other read', async () => {
    const { page, app } = await sharedWindow();
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
    const recognise = (named: string) =>
      page.evaluate((each) => window.desk.call('scanLog.recognise', { file: each }), named);
    expect(await recognise(file)).toEqual({ ok: true, value: false });
    for (const named of [path.join(app.userData, 'program.db'), '/dev/zero', `${file}/../applicants 2027.csv`]) {
      expect(await recognise(named)).toMatchObject({
        ok: false,
        problem: { sentence: expect.stringContaining('was not opened, because no one chose it.') },
      });
    }
  });
});
