import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeElectron, preventable } from './fake-electron.ts';

let electron: FakeElectron;
let refused: string[];

beforeEach(async () => {
  electron = new FakeElectron();
  refused = [];
  vi.resetModules();
  vi.doMock('electron', () => electron.module);
  const { installGuards } = await import('../../../main/electron/guards.ts');
  installGuards((what) => refused.push(what));
});
afterEach(() => vi.doUnmock('electron'));

describe('a permission', () => {
  const asked = (permission: string, details: object): unknown => {
    let answer: unknown;
    electron.handedTo('permission request')(null, permission, (granted: unknown) => (answer = granted), details);
    return answer;
  };
  const page = 'app://bundle/index.html';

  test.each<[string, string, object, boolean]>([
    ['the camera, for our page', 'media', { requestingUrl: page, mediaTypes: ['video'] }, true],
    ['the microphone', 'media', { requestingUrl: page, mediaTypes: ['audio'] }, false],
    ['the camera with the microphone', 'media', { requestingUrl: page, mediaTypes: ['video', 'audio'] }, false],
    ['media of no kind', 'media', { requestingUrl: page, mediaTypes: [] }, false],
    ['media that says no kind', 'media', { requestingUrl: page }, false],
    ['the camera, for another page', 'media', { requestingUrl: 'https://example.org/', mediaTypes: ['video'] }, false],
    ['the camera, for a look-alike', 'media', { requestingUrl: 'app://bundle.evil/', mediaTypes: ['video'] }, false],
    ['the place', 'geolocation', { requestingUrl: page }, false],
    ['notifications', 'notifications', { requestingUrl: page }, false],
    ['the clipboard', 'clipboard-read', { requestingUrl: page }, false],
    ['another program', 'openExternal', { requestingUrl: page, externalURL: 'mailto:ann@example.org' }, false],
    ['the screen', 'display-capture', { requestingUrl: page }, false],
  ])('asked for %s', (_what, permission, details, granted) => {
    expect(asked(permission, details)).toBe(granted);
    expect(refused).toEqual(granted ? [] : [`the permission ${permission}`]);
  });

  test.each<[string, string, string, object, boolean]>([
    ['the camera, for our page', 'media', 'app://bundle', { mediaType: 'video' }, true],
    ['the camera, for our page with a slash', 'media', 'app://bundle/', { mediaType: 'video' }, true],
    ['the microphone', 'media', 'app://bundle', { mediaType: 'audio' }, false],
    ['media of no kind', 'media', 'app://bundle', {}, false],
    ['the camera, for another page', 'media', 'https://example.org', { mediaType: 'video' }, false],
    ['the camera, for a look-alike', 'media', 'app://bundle.evil', { mediaType: 'video' }, false],
    ['USB devices', 'usb', 'app://bundle', {}, false],
  ])('looked at for %s', (_what, permission, origin, details, granted) => {
    expect(electron.handedTo('permission check')(null, permission, origin, details)).toBe(granted);
  });
});

describe('a request', () => {
  const isCancelled = (url: string, resourceType: string): unknown => {
    let cancelled: unknown;
    electron.handedTo('request')({ url, resourceType }, ({ cancel }: { cancel: boolean }) => (cancelled = cancel));
    return cancelled;
  };

  test.each<[string, string, boolean]>([
    ['app://bundle/index.html', 'mainFrame', false],
    ['app://bundle/assets/index.js', 'script', false],
    ['blob:app://bundle/0190163d', 'image', false],
    ['data:image/png;base64,AA', 'image', false],
    ['devtools://devtools/bundled/inspector.html', 'mainFrame', false],
    ['blob:app://bundle/0190163d', 'mainFrame', true],
    ['data:text/html,hello', 'subFrame', true],
    ['blob:https://example.org/0190163d', 'image', true],
    ['https://example.org/secret?name=Ada', 'xhr', true],
    ['http://localhost:5173/', 'script', true],
    ['ws://localhost:5173/', 'webSocket', true],
    ['file:///etc/hosts', 'mainFrame', true],
    ['app://bundle.evil/index.html', 'mainFrame', true],
    ['app://bundled/index.html', 'mainFrame', true],
  ])('to %s as %s', (url, resourceType, cancelled) => {
    expect(isCancelled(url, resourceType)).toBe(cancelled);
    expect(refused).toHaveLength(cancelled ? 1 : 0);
    expect(refused.join()).not.toContain('Ada');
  });
});

describe('a page', () => {
  const contentsOf = () => {
    let openWindow: (details: { url: string }) => unknown = () => null;
    const contents = Object.assign(new EventEmitter(), {
      setWindowOpenHandler: (handler: typeof openWindow) => {
        openWindow = handler;
      },
    });
    electron.module.app.emit('web-contents-created', {}, contents);
    return { contents, open: (url: string) => openWindow({ url }) };
  };

  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])('is held: %s', (name) => {
    const event = preventable('https://example.org/?name=Ada');
    contentsOf().contents.emit(name, event);
    expect(event.prevented).toBe(true);
    expect(refused.join()).not.toContain('Ada');
  });

  test('opens no window', () => {
    expect(contentsOf().open('app://bundle/index.html')).toEqual({ action: 'deny' });
  });

  test('downloads nothing', () => {
    const event = preventable();
    electron.module.session.defaultSession.emit('will-download', event);
    expect(event.prevented).toBe(true);
    expect(refused).toEqual(['a download']);
  });
});
