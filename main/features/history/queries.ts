import type { LoggedCommand } from '../../../shared/model/history.ts';
import type { DeviceId } from '../../../shared/model/ids.ts';
import { done, refuse } from '../../../shared/model/result.ts';
import type { HistoryRow } from '../../../shared/views/history.ts';
import type { Facts } from '../../call/facts.ts';
import type { Handlers, Query } from '../../call/handler.ts';
import { turnOf, undoOf } from '../../log/in-effect.ts';
import { newestFirst } from '../../log/order.ts';
import { type LoggedEntry, sentencesOf } from './log-sentences.ts';

interface ListedCommand extends LoggedCommand {
  readonly sequence: number;
  readonly entries: number;
}

const commands = `
  SELECT logCommand.*, (SELECT count(*) FROM logEntry WHERE commandSequence = logCommand.sequence) AS entries
  FROM logCommand`;

/** What was done, and who did it, are searched alike. */
const searched = `(logCommand.label LIKE ? ESCAPE '\\' OR coalesce(logCommand.who, '') LIKE ? ESCAPE '\\')`;

const list: Query<'history.list'> = (facts, { search, offset, limit }) => {
  const { database } = facts;
  // `%` and `_` are letters here like any other.
  const like = `%${search.trim().replaceAll(/[\\%_]/g, '\\$&')}%`;
  const total =
    database.get<{ n: number }>(`SELECT count(*) AS n FROM logCommand WHERE ${searched}`, like, like)?.n ?? 0;
  const rows = database
    .all<ListedCommand>(
      `${commands} WHERE ${searched} ORDER BY ${newestFirst} LIMIT ? OFFSET ?`,
      like,
      like,
      limit,
      offset,
    )
    .map((command) => rowOf(facts, command));
  return done({ total, offset, rows });
};

/** How many sentences one command may show. */
const mostSentences = 200;

const show: Query<'history.show'> = (facts, { commandId }) => {
  const command = facts.database.get<ListedCommand>(`${commands} WHERE logCommand.id = ?`, commandId);
  if (!command) return refuse('That step is not in this program’s history.');
  const entries = facts.database.all<LoggedEntry>(
    'SELECT tableName, rowId, before, after FROM logEntry WHERE commandSequence = ? ORDER BY sequence LIMIT ?',
    command.sequence,
    mostSentences,
  );
  const row = rowOf(facts, command);
  return done({ row, sentences: sentencesOf(facts, entries), more: row.entries - entries.length });
};

function rowOf(facts: Facts, command: ListedCommand): HistoryRow {
  const { id, label, at, who, deviceId, entries } = command;
  return {
    commandId: id,
    label,
    at,
    who,
    device: deviceName(facts, deviceId),
    entries,
    ...standingOf(facts, command),
  };
}

function standingOf({ database }: Facts, { id, undoes }: ListedCommand): Pick<HistoryRow, 'state' | 'undoneBy'> {
  const turn = turnOf(database, undoes);
  const undoneBy = undoOf(database, id);
  return { state: turn === 'done' && undoneBy !== null ? 'undone' : turn, undoneBy };
}

/** This laptop by its own name; another one with its letter too, which its numbers carry. */
function deviceName({ database, device }: Facts, deviceId: DeviceId): string {
  if (deviceId === device.id) return device.name;
  const other = database.get<{ name: string | null; letter: string }>(
    'SELECT name, letter FROM logDevice WHERE id = ?',
    deviceId,
  );
  if (!other) return 'Another laptop';
  return other.name === null ? `Laptop ${other.letter}` : `${other.name} (laptop ${other.letter})`;
}

export const historyQueries: Pick<Handlers, 'history.list' | 'history.show'> = {
  'history.list': list,
  'history.show': show,
};
