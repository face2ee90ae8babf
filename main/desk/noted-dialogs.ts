import path from 'node:path';
import type { Dialogs } from '../call/dialogs.ts';
import type { Workplaces } from '../files/workplaces.ts';

/** The dialogs, with a note of every folder into which someone lets the desk write. */
export function notedDialogs(dialogs: Dialogs, workplaces: Workplaces): Dialogs {
  return {
    ...dialogs,
    saveFile: async (options) => {
      const file = await dialogs.saveFile(options);
      if (file !== null) workplaces.add(path.dirname(file));
      return file;
    },
    chooseFolder: async (options) => {
      const folder = await dialogs.chooseFolder(options);
      if (folder !== null) workplaces.add(folder);
      return folder;
    },
  };
}
