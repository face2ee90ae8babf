import { app, session, type WebContents } from 'electron';
import { devServer, isOwnAddress } from './protocol.ts';

/** Hears what was refused, without the path or the query of an address: these may name people. */
type OnRefused = (what: string) => void;

/** Closes every way out of the window. Call it once, when the app is ready and before any window is made. */
export function installGuards(onRefused: OnRefused): void {
  refusePermissions(onRefused);
  refuseRequests(onRefused);
  refuseDownloads(onRefused);
  app.on('web-contents-created', (_event, contents) => holdInPlace(contents, onRefused));
}

/** Everything is refused but the camera, which reads badges, and that for our own pages only. */
function refusePermissions(onRefused: OnRefused): void {
  const { defaultSession } = session;
  defaultSession.setPermissionCheckHandler((_contents, permission, origin, { mediaType }) => {
    return (
      permission === 'media' && mediaType === 'video' && isOwnAddress(origin.endsWith('/') ? origin : `${origin}/`)
    );
  });
  defaultSession.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const kinds = 'mediaTypes' in details ? details.mediaTypes : undefined;
    const isCamera = permission === 'media' && kinds?.length === 1 && kinds[0] === 'video';
    const granted = isCamera && isOwnAddress(details.requestingUrl);
    if (!granted) onRefused(`the permission ${permission}`);
    answer(granted);
  });
}

/** No request leaves this computer, whatever asks for it: page, frame, worker or Chromium itself. */
function refuseRequests(onRefused: OnRefused): void {
  session.defaultSession.webRequest.onBeforeRequest(({ url, resourceType }, answer) => {
    const isFrame = resourceType === 'mainFrame' || resourceType === 'subFrame';
    const isLocal = (url.startsWith('blob:') && isOwnAddress(url.slice('blob:'.length))) || url.startsWith('data:');
    const isServer = devServer !== null && url.startsWith(`ws://${new URL(devServer).host}/`);
    const allowed = isOwnAddress(url) || isServer || url.startsWith('devtools://') || (isLocal && !isFrame);
    if (!allowed) onRefused(`a request to ${whereTo(url)}`);
    answer({ cancel: !allowed });
  });
}

/** Files leave through the desk's own dialogs, never as a download of the page. */
function refuseDownloads(onRefused: OnRefused): void {
  session.defaultSession.on('will-download', (event) => {
    event.preventDefault();
    onRefused('a download');
  });
}

/** No page goes elsewhere, opens another window or embeds one. */
function holdInPlace(contents: WebContents, onRefused: OnRefused): void {
  const refuse = (what: string) => (event: { preventDefault(): void; url: string }) => {
    event.preventDefault();
    onRefused(`${what} to ${whereTo(event.url)}`);
  };
  contents.on('will-navigate', refuse('a navigation'));
  contents.on('will-frame-navigate', refuse('a navigation of a frame'));
  contents.on('will-redirect', refuse('a redirection'));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    onRefused(`a new window for ${whereTo(url)}`);
    return { action: 'deny' };
  });
}

function whereTo(url: string): string {
  const [, start = 'an address without a scheme'] = /^([a-z][a-z0-9+.-]*:(?:\/\/[^/?#]*)?)/i.exec(url) ?? [];
  return start;
}
