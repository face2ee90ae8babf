import path from 'node:path';
import { app, type BrowserWindow, dialog, shell } from 'electron';
import type { Dialogs, PrintAnswer } from '../call/dialogs.ts';
import type { CloseGuard } from './close-guard.ts';

/** The system's own dialogs, attached to the window where there is one. */
export function electronDialogs(window: () => BrowserWindow | null, guard: CloseGuard): Dialogs {
  return {
    async openFile({ title, filters }) {
      const owner = window();
      const options = { title, filters, properties: ['openFile' as const] };
      const answer = await (owner ? dialog.showOpenDialog(owner, options) : dialog.showOpenDialog(options));
      return answer.canceled ? null : (answer.filePaths[0] ?? null);
    },

    async saveFile({ title, suggestedName, filters }) {
      const owner = window();
      const defaultPath = path.join(app.getPath('documents'), suggestedName);
      const options = { title, filters, defaultPath };
      const answer = await (owner ? dialog.showSaveDialog(owner, options) : dialog.showSaveDialog(options));
      return answer.canceled || !answer.filePath ? null : answer.filePath;
    },

    async chooseFolder({ title }) {
      const owner = window();
      const options = {
        title,
        defaultPath: app.getPath('documents'),
        properties: ['openDirectory' as const, 'createDirectory' as const],
      };
      const answer = await (owner ? dialog.showOpenDialog(owner, options) : dialog.showOpenDialog(options));
      return answer.canceled ? null : (answer.filePaths[0] ?? null);
    },

    async reveal(file) {
      shell.showItemInFolder(file);
    },

    async open(file) {
      // No program for this kind of file: the folder is the next best thing.
      const problem = await shell.openPath(file);
      if (problem) shell.showItemInFolder(file);
    },

    holdOpen: (because) => guard.holdOpen(because),
    closeWindow: () => guard.leave(),

    async print({ width, height }) {
      const owner = window();
      if (!owner) return { kind: 'failed', why: 'the window is closed' };
      const microns = (points: number) => Math.round((Math.min(points, 5_000) / 72) * 25_400);
      // Upright measures and a turn, as printers know them; no margins and no scale: a label must come where it lies.
      const options = {
        silent: false,
        printBackground: true,
        landscape: width > height,
        margins: { marginType: 'none' as const },
        scaleFactor: 100,
        pageSize: { width: microns(Math.min(width, height)), height: microns(Math.max(width, height)) },
      };
      return new Promise<PrintAnswer>((resolve) => {
        owner.webContents.print(options, (success, reason) => {
          if (success) resolve({ kind: 'printed' });
          else if (/cancel/i.test(reason)) resolve({ kind: 'cancelled' });
          else resolve({ kind: 'failed', why: reason });
        });
      });
    },
  };
}
