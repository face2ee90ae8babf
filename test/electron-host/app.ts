import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { emitPreventable } from './events.ts';
import { InstanceLock } from './instance-lock.ts';
import { host } from './state.ts';

class App extends EventEmitter {
  readonly isPackaged = false;
  /** True from the moment on at which the app decided to end. */
  hostQuitting = false;
  readonly #ready = Promise.withResolvers<void>();
  readonly #paths = new Map<string, string>();
  #lock: InstanceLock | undefined;

  readonly commandLine = {
    appendSwitch: (name: string, value = '') => void host.switches.set(name, value),
    hasSwitch: (name: string) => host.switches.has(name),
    getSwitchValue: (name: string) => host.switches.get(name) ?? '',
  };

  get name(): string {
    return host.manifest.productName ?? host.manifest.name ?? 'Electron';
  }
  getName() {
    return this.name;
  }
  getVersion() {
    return host.manifest.version ?? '0.0.0';
  }
  getAppPath() {
    return host.appPath;
  }
  getLocale() {
    return host.switches.get('lang') || 'en-US';
  }
  whenReady() {
    return this.#ready.promise;
  }
  isReady() {
    return host.ready;
  }
  hostReady() {
    host.ready = true;
    this.#ready.resolve();
    this.emit('ready', {}, {});
  }

  getPath(name: string): string {
    const found = this.#paths.get(name) ?? this.#usualPath(name);
    if (!found) throw new Error(`Failed to get '${name}' path`);
    return found;
  }
  setPath(name: string, to: string) {
    mkdirSync(to, { recursive: true });
    this.#paths.set(name, to);
  }
  #usualPath(name: string): string | undefined {
    const home = os.homedir();
    if (name === 'home') return home;
    if (name === 'temp') return os.tmpdir();
    if (name === 'exe') return process.argv[0];
    if (name === 'appData') {
      if (process.platform === 'win32') return process.env.APPDATA ?? home;
      if (process.platform === 'darwin') return path.join(home, 'Library/Application Support');
      return process.env.XDG_CONFIG_HOME ?? path.join(home, '.config');
    }
    if (name === 'userData') return host.switches.get('user-data-dir') || path.join(this.getPath('appData'), this.name);
    if (name === 'logs') return path.join(this.getPath('userData'), 'logs');
    const folders: Record<string, string> = { desktop: 'Desktop', documents: 'Documents', downloads: 'Downloads' };
    return folders[name] && path.join(home, folders[name]);
  }

  requestSingleInstanceLock(): boolean {
    this.#lock ??= InstanceLock.take(path.join(this.getPath('userData'), 'host-lock'), (argv, folder) =>
      this.emit('second-instance', {}, argv, folder, null),
    );
    return this.#lock !== undefined;
  }

  quit() {
    void this.#quit();
  }
  async #quit() {
    if (this.hostQuitting) return;
    this.hostQuitting = true;
    this.hostQuitting =
      emitPreventable(this, 'before-quit') && (await this.#closeWindows()) && emitPreventable(this, 'will-quit');
    if (this.hostQuitting) this.exit(0);
  }
  async #closeWindows(): Promise<boolean> {
    for (const window of [...host.windows]) if (!(await window.hostClose())) return false;
    return true;
  }
  /** Without a listener for 'window-all-closed' Electron quits. */
  hostLastWindowClosed() {
    if (!this.hostQuitting && !this.emit('window-all-closed')) this.quit();
  }
  exit(code = 0) {
    this.hostQuitting = true;
    this.emit('quit', {}, code);
    void Promise.resolve(host.chromium?.close()).then(() => process.exit(code));
  }

  focus() {}
  setAppUserModelId() {}
  setAboutPanelOptions() {}
  enableSandbox() {}
}

export const app = new App();
