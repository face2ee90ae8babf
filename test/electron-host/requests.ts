import type { Protocol } from './chromium.ts';
import { emitPreventable } from './events.ts';
import { schemes, toApp } from './schemes.ts';
import { session } from './session.ts';
import { chromium, host, ignore } from './state.ts';
import type { WebContents } from './web-contents.ts';

const TYPES: Partial<Record<Protocol.Network.ResourceType, string>> = {
  Fetch: 'xhr',
  XHR: 'xhr',
  Ping: 'ping',
  WebSocket: 'webSocket',
};

/**
 * Decides each request of Chromium as Electron does: will-navigate, then onBeforeRequest, then the handler of the
 * scheme. What has no handler goes on to Chromium, whose resolver knows no host but this machine.
 */
export async function answerRequest(paused: Protocol.Fetch.requestPausedPayload): Promise<void> {
  const { requestId, request, resourceType } = paused;
  const { browser } = chromium();
  const url = toApp(request.url + (request.urlFragment ?? ''));
  const contents = host.windows.map((window) => window.webContents).find((each) => each.hostFrame(paused.frameId));
  const fail = (errorReason: Protocol.Network.ErrorReason) =>
    browser.send('Fetch.failRequest', { requestId, errorReason }).catch(ignore);
  if (isBlankWindow(request.url)) {
    const responseHeaders = [{ name: 'content-type', value: 'text/html' }];
    return void browser
      .send('Fetch.fulfillRequest', { requestId, responseCode: 200, responseHeaders, body: '' })
      .catch(ignore);
  }

  const isMain = resourceType === 'Document' && contents?.hostFrame(paused.frameId) === contents?.mainFrame;
  if (isMain && contents && !mayNavigate(contents, request.url, url)) return void fail('Aborted');
  const type =
    resourceType === 'Document'
      ? isMain
        ? 'mainFrame'
        : 'subFrame'
      : (TYPES[resourceType] ?? resourceType.toLowerCase());
  const details = {
    url,
    method: request.method,
    resourceType: type,
    webContents: contents,
    webContentsId: contents?.id,
  };
  if ((await session.defaultSession.hostBeforeRequest(details)).cancel) return void fail('BlockedByClient');

  const handler = schemes.get(new URL(url).protocol.slice(0, -1));
  if (!handler) return void browser.send('Fetch.continueRequest', { requestId }).catch(ignore);
  try {
    const response = await handler(
      new Request(url, { method: request.method, headers: request.headers, body: request.postData ?? null }),
    );
    const responseHeaders = [...response.headers].map(([name, value]) => ({ name, value }));
    const body = Buffer.from(await response.arrayBuffer()).toString('base64');
    await browser
      .send('Fetch.fulfillRequest', { requestId, responseCode: response.status, responseHeaders, body })
      .catch(ignore);
  } catch (error) {
    console.error('protocol handler failed:', error);
    fail('Failed');
  }
}

/** The empty page with which a window of the preview opens, before the app says what to load. */
export function blankWindow(url: string, id: number): string {
  return new URL(`/host-window-${id}`, url).href;
}
function isBlankWindow(url: string): boolean {
  return /\/host-window-\d+$/.test(url);
}

/** What the app itself loads, and a reload, is no navigation of the page. */
function mayNavigate(contents: WebContents, webUrl: string, url: string): boolean {
  if (contents.hostLoading.delete(webUrl) || url === contents.getURL()) return true;
  return emitPreventable(contents, 'will-navigate', { url, isMainFrame: true, isSameDocument: false }, url);
}
