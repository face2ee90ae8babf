import { host } from './state.ts';

/**
 * A dialog waits for a person. A test answers it by replacing the function, as on real Electron; without that it is an
 * error. In the preview it counts as cancelled: nothing can be drawn.
 */
function unanswered<Canceled>(name: string, cancelled: Canceled): () => Promise<Canceled> {
  return async () => {
    if (!host.headed) throw new Error(`electron-host: dialog.${name} was called and no test answered it`);
    console.error('The preview has no file dialogs; this counts as cancelled.');
    return cancelled;
  };
}

export const dialog = {
  showOpenDialog: unanswered('showOpenDialog', { cancelled: true, filePaths: [] }),
  showSaveDialog: unanswered('showSaveDialog', { cancelled: true, filePath: '' }),
  showErrorBox: (title: string, content: string): void => console.error(`${title}: ${content}`),
};

/** Hands nothing to other programs. */
export const shell = {
  openPath: async (_path: string): Promise<string> => '',
  showItemInFolder: (_path: string): void => {},
};
