import { sayName } from '../../../shared/model/people.ts';
import type { EvidenceItemId } from '../../../shared/model/recertification/facts.ts';
import { done, refuse } from '../../../shared/model/result.ts';
import type { Handlers, Query } from '../../call/handler.ts';
import { historyOf } from '../history/log-sentences.ts';
import { noSuchPerson } from '../people/no-longer.ts';
import { askedToday } from './asked.ts';
import { evidenceRows } from './rows.ts';

const ofPerson: Query<'evidence.ofPerson'> = (facts, { personId }) => {
  const person = facts.database.get<{ givenName: string; familyName: string }>(
    'SELECT givenName, familyName FROM person WHERE id = ?',
    personId,
  );
  if (!person) return refuse(noSuchPerson);
  const ids = facts.database
    .all<{ id: EvidenceItemId }>(
      'SELECT id FROM evidenceItem WHERE personId = ? ORDER BY activityOn DESC, id DESC',
      personId,
    )
    .map(({ id }) => id);
  return done({
    personId,
    name: sayName(person),
    asked: askedToday(facts),
    items: evidenceRows(facts, ids),
    history: historyOf(
      facts,
      ids.map((id) => ({ table: 'evidenceItem', id })),
    ),
  });
};

const queue: Query<'evidence.queue'> = (facts, { search, offset, limit }) => {
  const { database } = facts;
  // A search looks at a few thousand names at most: what waits is reviewed, and the index holds nothing else.
  const words = search.trim().split(/\s+/).filter(Boolean);
  const found = words.map(() => "AND givenName || ' ' || familyName || ' ' || title LIKE ? ESCAPE '\\'").join(' ');
  const values = words.map((word) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`);
  const from = `FROM evidenceItem JOIN person ON person.id = personId WHERE state = 'received' ${found}`;
  const total = database.get<{ n: number }>(`SELECT count(*) AS n ${from}`, ...values)?.n ?? 0;
  const ids = database
    .all<{ id: EvidenceItemId }>(
      `SELECT evidenceItem.id ${from} ORDER BY receivedOn, evidenceItem.id LIMIT ? OFFSET ?`,
      ...values,
      limit,
      offset,
    )
    .map(({ id }) => id);
  return done({ asked: askedToday(facts), total, offset, rows: evidenceRows(facts, ids) });
};

export const evidenceQueries: Pick<Handlers, 'evidence.ofPerson' | 'evidence.queue'> = {
  'evidence.ofPerson': ofPerson,
  'evidence.queue': queue,
};
