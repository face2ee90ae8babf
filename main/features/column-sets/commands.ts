import type { ColumnSet } from '../../../shared/model/column-sets.ts';
import { ColumnSetId } from '../../../shared/model/ids.ts';
import { toJson } from '../../../shared/model/json.ts';
import { foldName } from '../../../shared/model/people.ts';
import { refuse } from '../../../shared/model/result.ts';
import type { Command, Handlers } from '../../call/handler.ts';
import { insert, remove, update } from '../../log/change.ts';
import { idFor } from '../../log/one-of-a-kind.ts';
import { columnSetsOf } from './queries.ts';

/** Saves a list's columns. The same name again takes the place of what it named before. */
const save: Command<'columnSets.save'> = (facts, { list, name, columns }) => {
  const before = columnSetsOf(facts, list).find((set) => foldName(set.name) === foldName(name));
  const id = before?.id ?? ColumnSetId.parse(idFor(facts.database, 'columnSet', { list, name }));
  const chosen = [...new Set(columns)];
  const fields = { name, columns: toJson(chosen), savedAt: facts.now };
  // Saving the same again is not news, though the moment differs.
  const isSame = before?.name === name && before.columns.join('\n') === chosen.join('\n');
  const change = before ? update('columnSet', id, fields) : insert('columnSet', { id, list, ...fields });
  return {
    ok: true,
    label: `${before ? 'Changed' : 'Saved'} the column set “${name}”`,
    changes: isSame ? [] : [change],
    value: { columnSetId: id },
  };
};

const forget: Command<'columnSets.forget'> = (facts, { columnSetId }) => {
  const set = facts.database.get<ColumnSet>('SELECT * FROM columnSet WHERE id = ?', columnSetId);
  if (!set) return refuse('That column set was already deleted.');
  return {
    ok: true,
    label: `Deleted the column set “${set.name}”`,
    changes: [remove('columnSet', columnSetId)],
    value: null,
  };
};

export const columnSetCommands: Pick<Handlers, 'columnSets.save' | 'columnSets.forget'> = {
  'columnSets.save': save,
  'columnSets.forget': forget,
};
