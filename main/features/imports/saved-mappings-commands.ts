import { SavedMappingId } from '../../../shared/model/ids.ts';
import type { SavedMapping } from '../../../shared/model/imports.ts';
import { toJson } from '../../../shared/model/json.ts';
import { refuse } from '../../../shared/model/result.ts';
import type { Command, Handlers } from '../../call/handler.ts';
import { insert, remove, update } from '../../log/change.ts';
import { idFor } from '../../log/one-of-a-kind.ts';

/** Saves what columns are taken for. The same name again takes the place of what it named before. */
const saveMapping: Command<'imports.saveMapping'> = (facts, { name, kind, shapes }) => {
  if (!shapes.some(({ fields }) => fields.some((field) => field !== null))) {
    return refuse('No column is matched yet. Choose what each column holds, then save.');
  }
  if (!shapes.every(({ headers }) => headers.some((header) => header.trim() !== ''))) {
    return refuse('Columns are recognized by their header, and here the header is empty. Choose its row first.');
  }
  const before = facts.database
    .all<SavedMapping>('SELECT * FROM savedMapping WHERE kind = ?', kind)
    .find((saved) => saved.name.toLowerCase() === name.toLowerCase());
  const fields = { name, shapes: toJson(shapes), savedAt: facts.now };
  const id = before?.id ?? SavedMappingId.parse(idFor(facts.database, 'savedMapping', { kind, name }));
  // Saving the same again is not news, though the moment differs.
  const isSame = before?.shapes === fields.shapes && before.name === name;
  const change = before ? update('savedMapping', id, fields) : insert('savedMapping', { id, kind, ...fields });
  const label = `${before ? 'Changed' : 'Saved'} the columns “${name}”`;
  return { ok: true, label, changes: isSame ? [] : [change], value: { mappingId: id } };
};

const forgetMapping: Command<'imports.forgetMapping'> = (facts, { mappingId }) => {
  const saved = facts.database.get<SavedMapping>('SELECT * FROM savedMapping WHERE id = ?', mappingId);
  if (!saved) return refuse('These saved columns were already deleted.');
  return {
    ok: true,
    label: `Deleted the saved columns “${saved.name}”`,
    changes: [remove('savedMapping', mappingId)],
    value: null,
  };
};

export const savedMappingCommands: Pick<Handlers, 'imports.saveMapping' | 'imports.forgetMapping'> = {
  'imports.saveMapping': saveMapping,
  'imports.forgetMapping': forgetMapping,
};
