import path from 'node:path';
import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { refuse } from '../../shared/model/result.ts';
import type { Desk } from '../desk/desk.ts';
import { isOwnAddress } from './protocol.ts';

/**
 * Lets the app's own page make calls. Whoever else sends, a frame within the page or a page that is not ours, is
 * refused before anything is parsed: the sender must be the main frame of our window, showing our page.
 */
export function connectIpc(openDesk: () => Desk | null, trustedWindow: () => BrowserWindow | null): void {
  ipcMain.handle('desk:call', async (event, name: unknown, input: unknown) => {
    if (!isTrusted(event, trustedWindow())) return refuse('This page may not use Cohort Desk.');
    if (typeof name !== 'string') return refuse('A call needs a name.');
    return openDesk()?.call(name, input) ?? refuse('Another database is being opened. Try again in a moment.');
  });
  // The preload script alone speaks here, of files that it was handed: the page can't name a path (main/preload.ts).
  ipcMain.handle('desk:approve', (event, file: unknown) =>
    isTrusted(event, trustedWindow()) && typeof file === 'string' && path.isAbsolute(file)
      ? (openDesk()?.approve(file) ?? false)
      : false,
  );
}

function isTrusted(event: IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  const frame = event.senderFrame;
  return (
    window !== null &&
    frame !== null &&
    event.sender === window.webContents &&
    frame === window.webContents.mainFrame &&
    isOwnAddress(frame.url)
  );
}
