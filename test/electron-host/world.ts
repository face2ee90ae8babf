import type { bridge } from './bridge.ts';
import type { Codec } from './codec.ts';

/** From the preload's world to the stand-in, through the binding `__electronHost`. */
export interface WorldMessage {
  kind: 'invoke' | 'send' | 'open' | 'accelerator' | 'preload-error';
  /** The channel; for 'open' the address, for 'accelerator' the keys. */
  channel: string;
  /** An encoded array. */
  args: string;
  /** Numbers an 'invoke' within its frame. */
  id: number;
}

/** From the stand-in to the preload's world, through its global `__electronDeliver`. */
export type HostMessage =
  | { kind: 'reply'; id: number; value: string }
  | { kind: 'failure'; id: number; message: string }
  | { kind: 'send'; channel: string; args: string }
  | { kind: 'accelerators'; keys: string[] };

/** What the preload's world is told when it is made. */
export interface WorldOptions {
  /** Runs the preload in frames too, as `nodeIntegrationInSubFrames` does. */
  everyFrame: boolean;
  /** Names of the two events that join the worlds: new for each window, so that no page can guess them. */
  toMain: string;
  toPreload: string;
  platform: string;
  versions: Record<string, string>;
  argv: string[];
  /** Added to the title of the page. */
  titleSuffix: string;
}

/** Runs the text of the preload script as CommonJS. */
export type RunPreload = (require: (name: string) => unknown, module: object, exports: object, process: object) => void;

interface WorldGlobals {
  __electronHost(text: string): void;
  __electronDeliver(message: HostMessage): void;
}

/**
 * Electron's side of the preload's isolated world: ipcRenderer, contextBridge, webUtils and a `require` as small as
 * the sandbox's. Sent to the page as text, with the helpers it needs: no import and no name from outside.
 */
export function preloadWorld(options: WorldOptions, makeBridge: typeof bridge, codec: Codec, run: RunPreload): void {
  if (window !== window.top && !options.everyFrame) return;
  type Listener = (event: object, ...args: unknown[]) => void;
  const world = globalThis as unknown as WorldGlobals;
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const listeners = new Map<string, Listener[]>();
  const exposed = new Set<string>();
  let accelerators: string[] = [];
  let lastId = 0;

  function post(kind: WorldMessage['kind'], channel: string, args: unknown[] = [], id = 0): void {
    const message: WorldMessage = { kind, channel, args: codec.encode(args), id };
    world.__electronHost(JSON.stringify(message));
  }
  function take(id: number) {
    const found = waiting.get(id);
    waiting.delete(id);
    return found;
  }
  world.__electronDeliver = (message) => {
    if (message.kind === 'reply') take(message.id)?.resolve(codec.decode(message.value));
    else if (message.kind === 'failure') take(message.id)?.reject(new Error(message.message));
    else if (message.kind === 'accelerators') accelerators = message.keys;
    else {
      const args = codec.decode(message.args) as unknown[];
      for (const listener of [...(listeners.get(message.channel) ?? [])])
        listener({ sender: ipcRenderer, ports: [] }, ...args);
    }
  };

  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = ++lastId;
        post('invoke', channel, args, id);
        waiting.set(id, { resolve, reject });
      }),
    send: (channel: string, ...args: unknown[]) => post('send', channel, args),
    on(channel: string, listener: Listener) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcRenderer;
    },
    off(channel: string, listener: Listener) {
      listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter((other) => other !== listener),
      );
      return ipcRenderer;
    },
    removeListener: (channel: string, listener: Listener) => ipcRenderer.off(channel, listener),
  };

  const contents = makeBridge(options.toPreload, options.toMain, (url) => post('open', url));
  const contextBridge = {
    exposeInMainWorld(key: string, api: unknown) {
      if (exposed.has(key)) throw new Error('Cannot bind an API on top of an existing property on the window object');
      exposed.add(key);
      contents.expose(key, api);
    },
  };
  const webUtils = {
    getPathForFile(file: File): string {
      if (!(file instanceof File)) throw new TypeError('getPathForFile takes a File');
      // Electron answers at once, but only Chromium's DevTools know the path: pause here until they have filled it in.
      // biome-ignore lint/style/useConst: set from outside while paused
      let filePath = '';
      // biome-ignore lint/suspicious/noDebugger: the pause is the request
      debugger;
      return filePath;
    },
  };

  function press(event: KeyboardEvent): void {
    const held = [event.ctrlKey && 'ctrl', event.metaKey && 'meta', event.altKey && 'alt', event.shiftKey && 'shift'];
    const keys = [...held.filter(Boolean), event.key.toLowerCase()].join('+');
    if (event.defaultPrevented || !accelerators.includes(keys)) return;
    event.preventDefault();
    post('accelerator', keys);
  }
  window.addEventListener('keydown', press);
  function labelTitle(): void {
    if (!document.title.endsWith(options.titleSuffix)) document.title += options.titleSuffix;
  }
  if (options.titleSuffix)
    new MutationObserver(labelTitle).observe(document, { subtree: true, childList: true, characterData: true });

  const module = { exports: {} };
  const process = {
    platform: options.platform,
    versions: options.versions,
    argv: options.argv,
    env: {},
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
  };
  const require = (name: string) => {
    if (name === 'electron' || name === 'electron/renderer') return { ipcRenderer, contextBridge, webUtils };
    throw new Error(`module not found: ${name}`);
  };
  try {
    run(require, module, module.exports, process);
  } catch (error) {
    console.error('Unable to load preload script', error);
    post('preload-error', '', [String(error)]);
  }
}
