import path from 'node:path';
import { app, type BrowserWindow, dialog, shell } from 'electron';
import type { Dialogs } from './dialogs.ts';

/** The system's own dialogs, attached to the window where there is one. */
export function electronDialogs(window: () => BrowserWindow | null): Dialogs {
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
  };
}
