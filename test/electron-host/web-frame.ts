import type { CdpSession, Protocol } from './chromium.ts';
import { toApp } from './schemes.ts';

/** One frame of a page, as `event.senderFrame` and `webContents.mainFrame` show it. */
export class WebFrame {
  readonly hostId: string;
  readonly parent: WebFrame | null;
  url = '';
  origin = '';
  /** The preload's world in this frame; undefined while there is none. */
  hostContext: number | undefined;
  readonly #frames: Map<string, WebFrame>;

  constructor(id: string, parent: WebFrame | null, frames: Map<string, WebFrame>) {
    this.hostId = id;
    this.parent = parent;
    this.#frames = frames;
  }
  get top(): WebFrame {
    return this.parent?.top ?? this;
  }
  get frames(): WebFrame[] {
    return [...this.#frames.values()].filter((frame) => frame.parent === this);
  }
  isDestroyed(): boolean {
    return !this.#frames.has(this.hostId);
  }
  hostNavigated(frame: Protocol.Page.Frame): void {
    this.url = toApp(frame.url + (frame.urlFragment ?? ''));
    this.origin = frame.securityOrigin ? toApp(`${frame.securityOrigin}/`).replace(/\/$/, '') : 'null';
  }
}

/**
 * The frames of one page, kept as Chromium tells them: which frame a message came from is never the page's own word.
 */
export class FrameTree {
  readonly main: WebFrame;
  readonly #frames = new Map<string, WebFrame>();
  readonly #owners = new Map<number, WebFrame>();

  constructor(session: CdpSession, mainFrameId: string, world: string) {
    this.main = this.#add(mainFrameId, null);
    session.on('Page.frameAttached', ({ frameId, parentFrameId }) =>
      this.#add(frameId, this.byId(parentFrameId) ?? null),
    );
    session.on(
      'Page.frameDetached',
      ({ frameId, reason }) => void (reason === 'remove' && this.#frames.delete(frameId)),
    );
    session.on('Page.frameNavigated', ({ frame }) => this.byId(frame.id)?.hostNavigated(frame));
    session.on('Page.documentOpened', ({ frame }) => this.byId(frame.id)?.hostNavigated(frame));
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      const frame = this.byId(frameId);
      if (frame) frame.url = toApp(url);
    });
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const frame = this.byId(String(Object(context.auxData).frameId));
      if (!frame || context.name !== world) return;
      frame.hostContext = context.id;
      this.#owners.set(context.id, frame);
    });
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      const frame = this.#owners.get(executionContextId);
      if (frame?.hostContext === executionContextId) frame.hostContext = undefined;
      this.#owners.delete(executionContextId);
    });
    session.on('Runtime.executionContextsCleared', () => this.forgetWorlds());
  }

  /** The frame with this id of the DevTools protocol. */
  byId(id: string): WebFrame | undefined {
    return this.#frames.get(id);
  }
  /** The frame in which this world runs. */
  ofContext(id: number): WebFrame | undefined {
    return this.#owners.get(id);
  }
  /** After a crash or a navigation no world is left. */
  forgetWorlds(): void {
    for (const frame of this.#frames.values()) frame.hostContext = undefined;
    this.#owners.clear();
  }

  #add(id: string, parent: WebFrame | null): WebFrame {
    const frame = this.#frames.get(id) ?? new WebFrame(id, parent, this.#frames);
    this.#frames.set(id, frame);
    return frame;
  }
}
