import { type Desk, openDesk } from '../../../main/desk/desk.ts';

/** Opens the desk of a process that is going to be killed: nobody answers a dialog, and nobody hears an event. */
export function openChildDesk(databaseFile: string): Desk {
  const opened = openDesk({
    databaseFile,
    dialogs: {
      openFile: async () => null,
      saveFile: async () => null,
      chooseFolder: async () => null,
      reveal: async () => {},
      open: async () => {},
    },
    onEvent: () => undefined,
  });
  if (!opened.ok) throw new Error(opened.problem.sentence);
  return opened.desk;
}
