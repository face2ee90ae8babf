import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { app } from './app.ts';
import { emitPreventable } from './events.ts';
import { chromium, host, ignore } from './state.ts';
import { WebContents } from './web-contents.ts';

/** A window: a real page of Chromium, with focus, visibility and title kept here. */
export class BrowserWindow extends EventEmitter {
  readonly id: number;
  readonly webContents: WebContents;
  readonly #closed = Promise.withResolvers<void>();
  readonly #bounds: Electron.Rectangle;
  readonly #minimum: [number, number];
  #title: string;
  #visible: boolean;
  #focused = false;
  #minimized = false;
  #kiosk = false;
  #onTop = false;
  #maximized = false;
  #destroyed = false;
  #wasReady = false;

  static getAllWindows(): BrowserWindow[] {
    return [...host.windows];
  }
  static getFocusedWindow(): BrowserWindow | null {
    return host.windows.find((window) => window.isFocused()) ?? null;
  }
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return host.windows.find((window) => window.webContents === contents) ?? null;
  }

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    if (!host.ready) throw new Error('Cannot create BrowserWindow before app is ready');
    this.#title = options.title ?? app.name;
    this.#visible = options.show !== false;
    this.#bounds = { x: options.x ?? 0, y: options.y ?? 0, width: options.width ?? 800, height: options.height ?? 600 };
    this.#minimum = [options.minWidth ?? 0, options.minHeight ?? 0];
    this.webContents = new WebContents(this, options);
    this.id = this.webContents.id;
    host.windows.push(this);
    if (this.#visible) this.focus();
    app.emit('web-contents-created', {}, this.webContents);
    app.emit('browser-window-created', {}, this);
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }
  hostReadyToShow(): void {
    if (this.#wasReady) return;
    this.#wasReady = true;
    this.emit('ready-to-show', {});
  }

  close(): void {
    void this.hostClose();
  }
  /** Resolves to whether it closed: a listener of 'close' may refuse. */
  async hostClose(): Promise<boolean> {
    if (this.#destroyed) return true;
    await this.webContents.hostOpened;
    if (!emitPreventable(this, 'close')) return false;
    // A crashed page cannot close itself, and Chromium's own page for an error may not.
    if (this.webContents.isCrashed()) this.destroy();
    else this.webContents.hostCdp.send('Page.close').catch(() => this.destroy());
    await this.#closed.promise;
    return true;
  }
  destroy(): void {
    chromium().browser.send('Target.closeTarget', { targetId: this.webContents.hostTarget }).catch(ignore);
  }
  hostDestroyed(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    host.windows = host.windows.filter((window) => window !== this);
    this.webContents.hostDestroyed();
    this.emit('closed', {});
    this.#closed.resolve();
    if (host.windows.length === 0) app.hostLastWindowClosed();
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }

  show(): void {
    this.#visible = true;
    this.focus();
    this.emit('show', {});
  }
  hide(): void {
    this.#visible = false;
    this.emit('hide', {});
  }
  isVisible(): boolean {
    return this.#visible;
  }
  focus(): void {
    for (const window of host.windows) window.#focused = false;
    this.#focused = true;
    this.emit('focus', {});
  }
  blur(): void {
    this.#focused = false;
    this.emit('blur', {});
  }
  isFocused(): boolean {
    return this.#focused && !this.#destroyed;
  }
  minimize(): void {
    this.#minimized = true;
    this.emit('minimize', {});
  }
  isMinimized(): boolean {
    return this.#minimized;
  }
  restore(): void {
    this.#minimized = false;
    this.emit('restore', {});
  }
  /** Only remembered: the page takes the whole window anyway. */
  setKiosk(flag: boolean): void {
    this.#kiosk = flag;
  }
  isKiosk(): boolean {
    return this.#kiosk;
  }
  setAlwaysOnTop(flag: boolean, _level?: string): void {
    this.#onTop = flag;
  }
  isAlwaysOnTop(): boolean {
    return this.#onTop;
  }
  getTitle(): string {
    return this.#title;
  }
  setTitle(title: string): void {
    this.#title = title;
  }
  getMinimumSize(): number[] {
    return [...this.#minimum];
  }
  maximize(): void {
    this.#maximized = true;
  }
  isMaximized(): boolean {
    return this.#maximized;
  }
  getNormalBounds(): Electron.Rectangle {
    return this.getBounds();
  }
  getBounds(): Electron.Rectangle {
    return { ...this.#bounds };
  }
  /** The page takes the whole window: there is no frame around it. */
  setBounds(bounds: Partial<Electron.Rectangle>): void {
    Object.assign(this.#bounds, bounds);
    const { width, height } = this.#bounds;
    void this.webContents.hostOpened.then(() => this.webContents.hostApplySize(width, height)).catch(ignore);
    this.emit('resize', {});
  }
  setBackgroundColor(_color: string): void {}
  /** There is no taskbar: a test replaces it to hear. */
  setProgressBar(_progress: number): void {}
}
