import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import type { Protocol } from './chromium.ts';
import { emitPreventable } from './events.ts';
import { toApp } from './schemes.ts';
import { chromium, host, ignore, unsupported } from './state.ts';
import type { WebContents } from './web-contents.ts';

type Verdict = Electron.CallbackResponse;
type RequestListener = (details: object, callback: (verdict: Verdict) => void) => void;
type CheckHandler = (contents: WebContents, permission: string, origin: string, details: object) => boolean;
type RequestHandler = (
  contents: WebContents,
  permission: string,
  callback: (granted: boolean) => void,
  details: object,
) => void;

/** Electron's permission, with what tells its two kinds of media apart, and Chromium's name for it. */
const PERMISSIONS: { permission: string; media?: 'video' | 'audio'; chromium: string }[] = [
  { permission: 'media', media: 'video', chromium: 'camera' },
  { permission: 'media', media: 'audio', chromium: 'microphone' },
  { permission: 'geolocation', chromium: 'geolocation' },
  { permission: 'notifications', chromium: 'notifications' },
  { permission: 'midi', chromium: 'midi' },
  { permission: 'clipboard-read', chromium: 'clipboard-read' },
  { permission: 'clipboard-sanitized-write', chromium: 'clipboard-write' },
  { permission: 'idle-detection', chromium: 'idle-detection' },
  { permission: 'window-management', chromium: 'window-management' },
];

class Session extends EventEmitter {
  #check: CheckHandler | null = null;
  #request: RequestHandler | null = null;
  #before: RequestListener | null = null;

  readonly webRequest = {
    onBeforeRequest: (...given: (object | RequestListener | null)[]): void => {
      if (given.length > 1) unsupported("webRequest.onBeforeRequest's filter");
      this.#before = (given[0] as RequestListener | null) ?? null;
    },
  };

  setPermissionCheckHandler(handler: CheckHandler | null): void {
    this.#check = handler;
  }
  setPermissionRequestHandler(handler: RequestHandler | null): void {
    this.#request = handler;
  }

  /** The app's verdict on a request that is about to start. */
  hostBeforeRequest(details: object): Promise<Verdict> {
    return new Promise((resolve) => (this.#before ? this.#before(details, resolve) : resolve({})));
  }

  /** A download is always denied; the app hears of it, and a test sees whether the app would have. */
  hostDownload({ url, suggestedFilename }: Protocol.Browser.downloadWillBeginPayload): void {
    const item = { getURL: () => toApp(url), getFilename: () => suggestedFilename };
    const contents = host.windows[0]?.webContents;
    if (emitPreventable(this, 'will-download', {}, item, contents))
      console.error('electron-host: a download was not prevented');
  }

  /**
   * Asks the app's handlers once for each permission of an origin, and sets Chromium to their answers: requests
   * cannot be answered as they come. Without handlers everything is granted, as in Electron.
   */
  async hostSetPermissions(contents: WebContents, webOrigin: string): Promise<void> {
    const origin = `${toApp(`${webOrigin}/`).replace(/\/$/, '')}`;
    for (const { permission, media, chromium: name } of PERMISSIONS) {
      const details = { isMainFrame: true, requestingUrl: `${origin}/`, securityOrigin: `${origin}/` };
      const checked = this.#check?.(contents, permission, `${origin}/`, { ...details, mediaType: media }) ?? true;
      const asked = { ...details, mediaTypes: media ? [media] : undefined };
      const granted = checked && (await this.#ask(contents, permission, asked));
      const setting = granted ? 'granted' : 'denied';
      await chromium()
        .browser.send('Browser.setPermission', { permission: { name }, setting, origin: webOrigin })
        .catch(ignore);
    }
  }

  #ask(contents: WebContents, permission: string, details: object): Promise<boolean> {
    return new Promise((resolve) =>
      this.#request ? this.#request(contents, permission, resolve, details) : resolve(true),
    );
  }
}

export const session = { defaultSession: new Session() };
