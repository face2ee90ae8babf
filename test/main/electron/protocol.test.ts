import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { FakeElectron } from './fake-electron.ts';

let electron: FakeElectron;
let ask: (url: string, method?: string) => Promise<Response>;

beforeEach(async () => {
  electron = new FakeElectron();
  vi.resetModules();
  vi.doMock('electron', () => electron.module);
  const folder = path.join(temporaryFolder(), 'renderer');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'index.html'), '<meta property="csp-nonce" nonce="%CSP_NONCE%">');
  // Beside the folder, under a name that begins like it.
  mkdirSync(`${folder}-secrets`);
  writeFileSync(path.join(`${folder}-secrets`, 'program.db'), 'people');
  const { serveScreens } = await import('../../../main/electron/protocol.ts');
  serveScreens(folder);
  // The handler answers with a response; that it takes a request is Electron's contract.
  ask = (url, method = 'GET') => electron.handedTo('protocol')(new Request(url, { method })) as Promise<Response>;
});
afterEach(() => vi.doUnmock('electron'));

describe('The screens', () => {
  test('come with a policy that allows what they need and no more', async () => {
    const response = await ask('app://bundle/index.html');
    const nonce = /nonce="([^"]+)"/.exec(await response.text())?.[1];
    expect(response.headers.get('content-security-policy')?.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self' 'wasm-unsafe-eval'",
      "worker-src 'self'",
      `style-src 'self' 'nonce-${nonce}'`,
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "media-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
  });

  test.each([
    ['another host', 'app://elsewhere/index.html', 'GET', 403],
    ['another way of asking', 'app://bundle/index.html', 'POST', 403],
    ['a way out of the folder', 'app://bundle/..%2frenderer-secrets%2fprogram.db', 'GET', 403],
    ['the folder’s own parent', 'app://bundle/..%2f', 'GET', 403],
    ['a name that ends early', 'app://bundle/index.html%00.png', 'GET', 403],
    ['a path that can’t be read', 'app://bundle/%', 'GET', 403],
    ['nothing that is there', 'app://bundle/none.js', 'GET', 404],
  ])('are not served to %s', async (_what, url, method, status) => {
    const response = await ask(url, method);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });
});
