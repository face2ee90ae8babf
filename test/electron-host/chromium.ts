import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { Protocol } from '../../node_modules/playwright-core/types/protocol.d.ts';
import { host } from './state.ts';

export type { Protocol };

type Method = keyof Protocol.CommandParameters;
type Event = keyof Protocol.Events;
interface Waiting {
  method: string;
  resolve(result: unknown): void;
  reject(error: Error): void;
}
interface Message {
  id?: number;
  method?: string;
  sessionId?: string;
  params?: unknown;
  result?: unknown;
  error?: { message: string };
}

const QUIET = [
  '--no-first-run --no-default-browser-check --no-startup-window --disable-background-networking --disable-component-update',
  '--disable-sync --disable-default-apps --disable-extensions --disable-breakpad --disable-client-side-phishing-detection',
  '--disable-domain-reliability --disable-dev-shm-usage --disable-search-engine-choice-screen --password-store=basic',
  '--use-mock-keychain --metrics-recording-only --disable-site-isolation-trials',
].flatMap((line) => line.split(' '));
const FEATURES_OFF = [
  'Translate,MediaRouter,OptimizationHints,AutofillServerCommunication,CertificateTransparencyComponentUpdater',
  'PaintHolding,NetworkTimeServiceQuerying,AimEnabled,PreconnectToSearch,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
  // Frames stay in their page's process, so that one DevTools session sees every frame of a window.
  'IsolateSandboxedIframes,IsolateOrigins,site-per-process',
].join(',');
const HEADLESS = [
  // Nothing can leave, even where interception has a hole. (A headed browser would show a warning bar for it.)
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost',
  '--headless',
  '--hide-scrollbars',
  '--mute-audio',
  '--force-color-profile=srgb',
];

/** One DevTools session: the browser's own (without an id) or that of a page. */
export class CdpSession {
  readonly #chromium: Chromium;
  readonly #id: string;
  constructor(chromium: Chromium, id = '') {
    this.#chromium = chromium;
    this.#id = id;
  }

  /** Sends a command; rejects with Chromium's message, or when it exits first. */
  async send<M extends Method>(
    method: M,
    params?: Protocol.CommandParameters[M],
  ): Promise<Protocol.CommandReturnValues[M]> {
    return (await this.#chromium.request(method, params ?? {}, this.#id)) as Protocol.CommandReturnValues[M];
  }

  on<E extends Event>(event: E, listener: (params: Protocol.Events[E]) => void): void {
    this.#chromium.events.on(`${this.#id}:${event}`, listener);
  }

  off<E extends Event>(event: E, listener: (params: Protocol.Events[E]) => void): void {
    this.#chromium.events.off(`${this.#id}:${event}`, listener);
  }
}

/** Starts a real Chromium and speaks the DevTools protocol to it over a pipe (file descriptors 3 and 4). */
export class Chromium {
  readonly browser: CdpSession = new CdpSession(this);
  /** Events named `<session id>:<method>`. */
  readonly events = new EventEmitter().setMaxListeners(0);
  readonly exited: Promise<void>;
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, Waiting>();
  readonly #startAgain: (...more: string[]) => void;
  #lastId = 0;

  constructor(executable: string, profile: string, switches: string[]) {
    mkdirSync(profile, { recursive: true });
    const fixed = ['--remote-debugging-pipe', `--user-data-dir=${profile}`, `--disable-features=${FEATURES_OFF}`];
    const fonts = path.join(path.dirname(executable), 'fonts');
    const env = existsSync(path.join(fonts, 'fonts.conf')) ? { ...process.env, FONTCONFIG_PATH: fonts } : process.env;
    this.#child = spawn(executable, [...fixed, ...QUIET, ...(host.headed ? [] : HEADLESS), ...switches], {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      env,
    });
    const startAgain = [`--user-data-dir=${profile}`, ...switches.filter((word) => word === '--no-sandbox')];
    this.#startAgain = (...more) => spawn(executable, [...startAgain, ...more], { stdio: 'ignore' }).unref();
    this.exited = new Promise((resolve) => this.#child.once('exit', resolve)).then(() => {
      for (const { method, reject } of this.#waiting.values()) reject(new Error(`Chromium exited during ${method}`));
    });
    this.#listen();
    process.on('exit', () => this.#child.kill('SIGKILL'));
  }

  /** Sends one command to a session; `CdpSession.send` is the typed way. */
  request(method: string, params: object, sessionId: string): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      this.#waiting.set(id, { method, resolve, reject });
      const message = { id, method, params, ...(sessionId ? { sessionId } : {}) };
      (this.#child.stdio[3] as Writable).write(`${JSON.stringify(message)}\0`);
    });
  }

  /**
   * Opens a window without tabs and address bar (headed only) and returns its target. A second start with the same
   * profile hands its `--app` window to the running browser: Chromium offers no other way.
   */
  openAppWindow(url: string, width: number, height: number): Promise<string> {
    return new Promise((resolve) => {
      const look = ({ targetInfo }: { targetInfo: Protocol.Target.TargetInfo }) => {
        if (targetInfo.url !== url) return;
        this.browser.off('Target.targetCreated', look);
        this.browser.off('Target.targetInfoChanged', look);
        resolve(targetInfo.targetId);
      };
      this.browser.on('Target.targetCreated', look);
      this.browser.on('Target.targetInfoChanged', look);
      this.#startAgain(`--app=${url}`, `--window-size=${width},${height}`);
    });
  }

  /** Asks Chromium to end and waits; one that does not within half a minute is killed. */
  async close(): Promise<void> {
    this.browser.send('Browser.close').catch(() => {});
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), 30_000);
    await this.exited;
    clearTimeout(timer);
  }

  #listen(): void {
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      // Playwright waits for the first of these lines; the others say why a start failed.
      const matters = /DevTools listening|X display|error while loading/.test(text);
      if (matters || process.env.ELECTRON_HOST_DEBUG) process.stderr.write(text);
    });
    (this.#child.stdio[3] as Writable).on('error', () => {});
    let rest = '';
    (this.#child.stdio[4] as Readable).setEncoding('utf8').on('data', (chunk: string) => {
      const parts = (rest + chunk).split('\0');
      rest = parts.pop() ?? '';
      for (const part of parts) this.#receive(JSON.parse(part) as Message);
    });
  }

  #receive({ id, method, sessionId, params, result, error }: Message): void {
    if (id === undefined) {
      this.events.emit(`${sessionId ?? ''}:${method}`, params);
      return;
    }
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(`${waiting.method}: ${error.message}`));
    else waiting?.resolve(result);
  }
}
