import type { Handlers } from '../../call/handler.ts';
import { decideRedo, decideUndo } from '../../log/undo.ts';

export const historyCommands: Pick<Handlers, 'history.undo' | 'history.redo'> = {
  'history.undo': ({ database }, { commandId }) => decideUndo(database, commandId),
  'history.redo': ({ database }) => decideRedo(database),
};
