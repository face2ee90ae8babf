import { EventEmitter } from 'node:events';
import { codec } from './codec.ts';
import { Menu } from './menu.ts';
import type { WebContents } from './web-contents.ts';
import type { WebFrame } from './web-frame.ts';
import type { WorldMessage } from './world.ts';

type Handler = (event: object, ...args: unknown[]) => unknown;

const { encode, decode } = codec();

class IpcMain extends EventEmitter {
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.#handlers.set(channel, handler);
  }
  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  /** Takes a message of the preload's world in this frame. */
  async hostReceive(sender: WebContents, senderFrame: WebFrame, message: WorldMessage): Promise<void> {
    const { kind, channel, id } = message;
    const args = decode(message.args) as unknown[];
    const event = { type: 'frame', sender, senderFrame, frameId: sender.id, processId: sender.id };
    if (kind === 'preload-error') sender.emit('preload-error', event, '', new Error(String(args[0])));
    else if (kind === 'accelerator') Menu.hostAccelerators().get(channel)?.click();
    else if (kind === 'open') sender.hostOpen(channel);
    else if (kind === 'send') this.emit(channel, event, ...args);
    else {
      try {
        const handler = this.#handlers.get(channel);
        if (!handler) throw new Error(`No handler registered for '${channel}'`);
        sender.hostDeliver(senderFrame, { kind: 'reply', id, value: encode(await handler(event, ...args)) });
      } catch (error) {
        console.error(`Error occurred in handler for '${channel}':`, error);
        sender.hostDeliver(senderFrame, {
          kind: 'failure',
          id,
          message: `Error invoking remote method '${channel}': ${error}`,
        });
      }
    }
  }
}

export const ipcMain = new IpcMain();
