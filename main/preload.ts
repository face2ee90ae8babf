import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { DeskEvent } from '../shared/events.ts';

// All that the page sees of the main process. The page cannot name a channel of its own.
contextBridge.exposeInMainWorld('desk', {
  /** Makes one call of shared/api.ts; resolves to its Result. */
  call: (name: string, input: unknown): Promise<unknown> => ipcRenderer.invoke('desk:call', name, input),

  /** Hears every event of shared/events.ts until the function that it returns is called. */
  subscribe(listener: (event: DeskEvent) => void): () => void {
    const hear = (_event: unknown, deskEvent: DeskEvent) => listener(deskEvent);
    ipcRenderer.on('desk:event', hear);
    return () => void ipcRenderer.off('desk:event', hear);
  },

  platform: process.platform,

  /**
   * Where a file lies that a person chose or dropped, and which the app may read from now on; empty for one that is not
   * from the disk. Only a person's own choice gives a page such a file, so the page can't name a path to this channel.
   */
  async pathOf(file: File): Promise<string> {
    const path = webUtils.getPathForFile(file);
    return path !== '' && (await ipcRenderer.invoke('desk:approve', path)) === true ? path : '';
  },
});
