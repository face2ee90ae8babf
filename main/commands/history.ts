import { decideRedo, decideUndo } from '../changes/undo.ts';
import type { Handlers } from '../handler.ts';

export const historyCommands: Pick<Handlers, 'history.undo' | 'history.redo'> = {
  'history.undo': ({ database }, { commandId }) => decideUndo(database, commandId),
  'history.redo': ({ database }) => decideRedo(database),
};
