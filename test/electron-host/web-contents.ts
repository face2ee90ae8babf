import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { readFile } from 'node:fs/promises';
import type * as Electron from 'electron';
import { bridge } from './bridge.ts';
import type { BrowserWindow } from './browser-window.ts';
import { CdpSession, type Protocol } from './chromium.ts';
import { codec } from './codec.ts';
import { ipcMain } from './ipc-main.ts';
import { Menu } from './menu.ts';
import { paperOf } from './paper.ts';
import { blankWindow } from './requests.ts';
import { toApp, toWeb } from './schemes.ts';
import { session } from './session.ts';
import { chromium, electronVersion, host, ignore, unsupported } from './state.ts';
import { nativeTheme } from './theme.ts';
import { FrameTree, type WebFrame } from './web-frame.ts';
import { type HostMessage, preloadWorld, type WorldMessage, type WorldOptions } from './world.ts';

type OpenHandler = (details: object) => { action: 'deny' | 'allow' };

const WORLD = 'electron-preload';
const BLANK = 'about:blank';
const { encode } = codec();
let lastId = 0;

/** A page in a window of Chromium. */
export class WebContents extends EventEmitter {
  readonly id = ++lastId;
  readonly session = session.defaultSession;
  /** Settled when the window is there and its preload is in place. */
  readonly hostOpened: Promise<void>;
  /** Addresses that the app itself is loading. */
  readonly hostLoading = new Set<string>();
  hostTarget = '';
  readonly #window: BrowserWindow;
  readonly #preferences: Electron.WebPreferences;
  readonly #first = Promise.withResolvers<string>();
  readonly #unsent: HostMessage[] = [];
  #cdp: CdpSession | undefined;
  #frames: FrameTree | undefined;
  #openHandler: OpenHandler = () => ({ action: 'allow' });
  #crashed = false;
  #destroyed = false;

  constructor(window: BrowserWindow, options: Electron.BrowserWindowConstructorOptions) {
    super();
    this.#window = window;
    this.#preferences = options.webPreferences ?? {};
    const { contextIsolation = true, nodeIntegration = false, sandbox = true, webviewTag = false } = this.#preferences;
    if (!contextIsolation || nodeIntegration || !sandbox || webviewTag)
      unsupported('a window that is not sandboxed and isolated');
    this.hostOpened = this.#open(options.width ?? 800, options.height ?? 600);
    this.hostOpened.catch(ignore);
  }

  /** Only remembered: the page is drawn at its usual size. */
  #zoom = 1;
  setZoomFactor(factor: number): void {
    this.#zoom = factor;
  }
  getZoomFactor(): number {
    return this.#zoom;
  }

  get mainFrame(): WebFrame {
    return this.#frames?.main ?? unsupported('mainFrame before the window has opened');
  }
  get hostCdp(): CdpSession {
    return this.#cdp ?? unsupported('a page before its window has opened');
  }
  hostFrame(id: string): WebFrame | undefined {
    return this.#frames?.byId(id);
  }

  async #open(width: number, height: number): Promise<void> {
    const { browser } = chromium();
    const { targetId } = host.headed
      ? { targetId: await chromium().openAppWindow(blankWindow(await this.#first.promise, this.id), width, height) }
      : await browser.send('Target.createTarget', { url: BLANK, newWindow: true, width, height });
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
    const cdp = new CdpSession(chromium(), sessionId);
    this.hostTarget = targetId;
    this.#cdp = cdp;
    this.#frames = new FrameTree(cdp, targetId, WORLD);
    this.#listen(cdp, this.#frames);
    await Promise.all([
      cdp.send('Page.enable'),
      cdp.send('Runtime.enable'),
      cdp.send('Inspector.enable'),
      cdp.send('Debugger.enable'),
      cdp.send('Runtime.addBinding', { name: '__electronHost', executionContextName: WORLD }),
      this.#addWorlds(cdp),
      this.hostApplyTheme(),
      this.hostApplySize(width, height),
    ]);
  }

  async #addWorlds(cdp: CdpSession): Promise<void> {
    const { preload, additionalArguments = [], nodeIntegrationInSubFrames = false } = this.#preferences;
    const options: WorldOptions = {
      everyFrame: nodeIntegrationInSubFrames || host.switches.has('preload-in-frames'),
      toMain: randomUUID(),
      toPreload: randomUUID(),
      platform: process.platform,
      versions: { electron: electronVersion, node: process.versions.node },
      argv: [process.argv[0] ?? '', ...additionalArguments],
      titleSuffix: host.headed ? ' (preview)' : '',
    };
    const script = preload ? await readFile(preload, 'utf8') : '';
    const run = `function (require, module, exports, process) {${script}\n}`;
    const page = `(${bridge})(${JSON.stringify(options.toMain)}, ${JSON.stringify(options.toPreload)});`;
    const world = `(${preloadWorld})(${JSON.stringify(options)}, ${bridge}, (${codec})(), ${run});`;
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: page });
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: world, worldName: WORLD });
  }

  #listen(cdp: CdpSession, frames: FrameTree): void {
    cdp.on('Runtime.bindingCalled', ({ executionContextId, payload }) => {
      const frame = frames.ofContext(executionContextId);
      if (frame) void ipcMain.hostReceive(this, frame, JSON.parse(payload) as WorldMessage);
    });
    cdp.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId || frame.url === BLANK) return;
      this.#crashed = false;
      this.emit('did-navigate', {}, this.getURL());
    });
    cdp.on('Page.domContentEventFired', () => void (this.getURL() !== BLANK && this.emit('dom-ready', {})));
    cdp.on('Page.loadEventFired', () => void (this.getURL() !== BLANK && this.#loaded()));
    cdp.on('Inspector.targetCrashed', () => {
      this.#crashed = true;
      frames.forgetWorlds();
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 139 });
    });
    cdp.on('Debugger.paused', (paused) => void this.#fillInPath(cdp, paused).catch(ignore));
  }

  #loaded(): void {
    if (host.headed) this.#deliver({ kind: 'accelerators', keys: [...Menu.hostAccelerators().keys()] });
    for (const message of this.#unsent.splice(0)) this.#deliver(message);
    this.emit('did-finish-load', {});
    this.#window.hostReadyToShow();
  }

  /** Answers the pause of `webUtils.getPathForFile`; see world.ts. */
  async #fillInPath(cdp: CdpSession, { callFrames: [frame] }: Protocol.Debugger.pausedPayload): Promise<void> {
    try {
      if (frame?.functionName !== 'getPathForFile') return;
      const { callFrameId } = frame;
      const { result } = await cdp.send('Debugger.evaluateOnCallFrame', { callFrameId, expression: 'file' });
      if (!result.objectId) return;
      const { path } = await cdp.send('DOM.getFileInfo', { objectId: result.objectId });
      await cdp.send('Debugger.evaluateOnCallFrame', { callFrameId, expression: `filePath = ${JSON.stringify(path)}` });
    } finally {
      await cdp.send('Debugger.resume');
    }
  }

  hostDeliver(frame: WebFrame, message: HostMessage): void {
    if (this.#destroyed || frame.hostContext === undefined) return;
    const expression = `__electronDeliver(${JSON.stringify(message)})`;
    this.hostCdp.send('Runtime.evaluate', { expression, contextId: frame.hostContext }).catch(ignore);
  }
  #deliver(message: HostMessage): void {
    this.hostDeliver(this.mainFrame, message);
  }

  async hostApplyTheme(): Promise<void> {
    const value = nativeTheme.shouldUseDarkColors ? 'dark' : 'light';
    await this.#cdp?.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] });
  }
  async hostApplySize(width: number, height: number): Promise<void> {
    const { windowId } = await chromium().browser.send('Browser.getWindowForTarget', { targetId: this.hostTarget });
    await chromium().browser.send('Browser.setWindowBounds', { windowId, bounds: { width, height } }).catch(ignore);
  }
  hostOpen(url: string): void {
    if (this.#openHandler({ url: toApp(url), frameName: '', features: '' }).action !== 'deny')
      unsupported("setWindowOpenHandler's 'allow'");
  }
  hostDestroyed(): void {
    this.#destroyed = true;
    this.emit('destroyed');
  }

  async loadURL(url: string): Promise<void> {
    const web = new URL(toWeb(url)).href;
    this.#first.resolve(web);
    await this.hostOpened;
    if (/^https?:/.test(web)) await session.defaultSession.hostSetPermissions(this, new URL(web).origin);
    this.hostLoading.add(web);
    const loaded = new Promise<void>((resolve, reject) => {
      this.once('did-finish-load', resolve);
      this.once('destroyed', () => reject(new Error(`ERR_FAILED (-2) loading '${url}'`)));
    });
    loaded.catch(ignore);
    const { errorText } = await this.hostCdp.send('Page.navigate', { url: web });
    if (errorText) {
      this.emit('did-fail-load', {}, -2, errorText, url, true);
      throw new Error(`${errorText} (-2) loading '${url}'`);
    }
    await loaded;
  }
  reload(): void {
    const url = this.getURL();
    if (this.#crashed) void this.loadURL(url).catch(ignore);
    else void this.hostCdp.send('Page.reload').catch(ignore);
  }
  send(channel: string, ...args: unknown[]): void {
    const message: HostMessage = { kind: 'send', channel, args: encode(args) };
    if (this.#frames?.main.hostContext === undefined) this.#unsent.push(message);
    else this.#deliver(message);
  }
  async executeJavaScript(expression: string): Promise<unknown> {
    const answer = await this.hostCdp.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    });
    if (answer.exceptionDetails)
      throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
    return answer.result.value;
  }
  async printToPDF(options: Electron.PrintToPDFOptions = {}): Promise<Buffer> {
    const { data } = await this.hostCdp.send('Page.printToPDF', paperOf(options));
    return Buffer.from(data, 'base64');
  }
  /** The system's dialog waits for a person: a test answers it by replacing this function, as on real Electron. */
  print(_options?: Electron.WebContentsPrintOptions, callback?: (success: boolean, reason: string) => void): void {
    if (!host.headed) throw new Error('electron-host: webContents.print was called and no test answered it');
    // The browser's own dialog says nothing of what a person chose in it.
    void this.executeJavaScript('window.print()').then(() => callback?.(true, ''));
  }
  async capturePage() {
    const { data } = await this.hostCdp.send('Page.captureScreenshot');
    return { toPNG: () => Buffer.from(data, 'base64') };
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }
  forcefullyCrashRenderer(): void {
    this.hostCdp.send('Page.crash').catch(ignore);
  }
  isCrashed(): boolean {
    return this.#crashed;
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }
  getURL(): string {
    return this.#frames?.main.url ?? '';
  }
}
