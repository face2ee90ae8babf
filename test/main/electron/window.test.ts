import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeElectron } from './fake-electron.ts';

let electron: FakeElectron;
beforeEach(() => {
  electron = new FakeElectron();
  vi.resetModules();
  vi.doMock('electron', () => electron.module);
});
afterEach(() => vi.doUnmock('electron'));

test('a window is sandboxed and apart from Node, and says so itself instead of trusting what Electron does unasked', async () => {
  const { openWindow } = await import('../../../main/electron/window.ts');
  const window = openWindow({
    preload: '/out/preload.cjs',
    url: 'app://bundle/index.html',
    icon: '/icon.png',
    place: null,
    onPlace: () => undefined,
    mayClose: () => true,
    onTrouble: () => undefined,
    onSilence: () => undefined,
  });
  expect(electron.windows[0]?.['webPreferences']).toEqual({
    preload: '/out/preload.cjs',
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    webviewTag: false,
    webSecurity: true,
    navigateOnDragDrop: false,
    safeDialogs: true,
    spellcheck: false,
  });
  window.emit('closed');
});

test('a second start asks for every process to be sandboxed, finds the first one there, and ends', async () => {
  electron.mayRun = false;
  await import('../../../main/main.ts');
  expect(electron.asked).toEqual(['enableSandbox', 'requestSingleInstanceLock', 'quit']);
  expect(electron.schemes).toMatchObject([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
});
