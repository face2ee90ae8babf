import type { NotSamePerson } from '../../../shared/model/duplicates.ts';
import { NotSamePersonId } from '../../../shared/model/ids.ts';
import { type Person, sayName } from '../../../shared/model/people.ts';
import { refuse } from '../../../shared/model/result.ts';
import type { Command, Handlers } from '../../call/handler.ts';
import { insert, remove } from '../../log/change.ts';
import { idFor } from '../../log/one-of-a-kind.ts';
import { oneIsGone } from '../people/no-longer.ts';
import { inOrder, mergeChanges } from './merge-people.ts';
import { mergedRecords } from './merged-records.ts';

const merge: Command<'duplicates.merge'> = (facts, { keptId, goneId, take }) => {
  const records = mergedRecords(facts, keptId, goneId);
  if (!records.ok) return records;
  const { kept, gone } = records.value;
  const names =
    sayName(kept) === sayName(gone) ? `two records for ${sayName(kept)}` : `${sayName(gone)} into ${sayName(kept)}`;
  const changes = mergeChanges(facts.database, records.value, take);
  return { ok: true, label: `Merged ${names}`, changes, value: null };
};

const dismiss: Command<'duplicates.dismiss'> = ({ database }, { personIds: [one, other] }) => {
  if (one === other) return refuse('These are already one record. Choose two people.');
  const pair = inOrder(one, other);
  const person = (id: string) => database.get<Person>('SELECT * FROM person WHERE id = ?', id);
  const [a, b] = [person(one), person(other)];
  if (!a || !b) return refuse(oneIsGone);
  const known = database.get(
    'SELECT 1 FROM notSamePerson WHERE personA = ? AND personB = ?',
    pair.personA,
    pair.personB,
  );
  if (known) return refuse(`${sayName(a)} and ${sayName(b)} are already marked as two people.`);
  return {
    ok: true,
    label:
      sayName(a) === sayName(b)
        ? `Marked two people called ${sayName(a)}`
        : `Marked ${sayName(a)} and ${sayName(b)} as two people`,
    changes: [insert('notSamePerson', { id: NotSamePersonId.parse(idFor(database, 'notSamePerson', pair)), ...pair })],
    value: null,
  };
};

const takeBack: Command<'duplicates.takeBack'> = ({ database }, { personIds: [one, other] }) => {
  const pair = inOrder(one, other);
  const known = database.get<NotSamePerson>(
    'SELECT * FROM notSamePerson WHERE personA = ? AND personB = ?',
    pair.personA,
    pair.personB,
  );
  if (!known) return refuse('These two are no longer marked as two people. Check the list again.');
  const name = (id: string): string => {
    const person = database.get<Person>('SELECT * FROM person WHERE id = ?', id);
    return person ? sayName(person) : 'someone no longer on record';
  };
  const [a, b] = [name(one), name(other)];
  const who = a === b ? `two people called ${a}` : `${a} and ${b}`;
  return {
    ok: true,
    label: `Removed the note that ${who} are not the same person`,
    changes: [remove('notSamePerson', known.id)],
    value: null,
  };
};

export const duplicateCommands: Pick<Handlers, 'duplicates.merge' | 'duplicates.dismiss' | 'duplicates.takeBack'> = {
  'duplicates.merge': merge,
  'duplicates.dismiss': dismiss,
  'duplicates.takeBack': takeBack,
};
