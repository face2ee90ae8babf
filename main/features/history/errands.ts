import type { Errand, Handlers } from '../../call/handler.ts';
import { commandOf, lastRedoable, lastUndoable } from '../../log/in-effect.ts';
import { decideRedo, decideUndo } from '../../log/undo.ts';

// Errands, since the step that is taken back may be an import of thousands: then they show progress and can be cancelled.

const undo: Errand<'history.undo'> = (desk, { commandId }) => {
  const { database, device } = desk.facts();
  const step = commandId === null ? lastUndoable(database, device.id) : commandOf(database, commandId);
  return desk.commit(`Undoing “${step?.label ?? ''}”`, (facts) =>
    decideUndo(facts.database, commandId, facts.device.id),
  );
};

const redo: Errand<'history.redo'> = (desk) => {
  const { database, device } = desk.facts();
  const step = lastRedoable(database, device.id);
  return desk.commit(`Redoing “${step?.original.label ?? ''}”`, (facts) => decideRedo(facts.database, facts.device.id));
};

export const historyErrands: Pick<Handlers, 'history.undo' | 'history.redo'> = {
  'history.undo': undo,
  'history.redo': redo,
};
