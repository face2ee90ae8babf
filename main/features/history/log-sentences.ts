import { sayInstant } from '../../../shared/model/dates.ts';
import type { LoggedCommand } from '../../../shared/model/history.ts';
import { type RowWords, sayField } from '../../../shared/model/tables/words.ts';
import { type TableName, type Tables, tableOf } from '../../../shared/model/tables.ts';
import type { HistoryLine } from '../../../shared/views/page.ts';
import type { Facts } from '../../call/facts.ts';
import type { Scalar } from '../../database/handles.ts';
import { type Turn, turnOf } from '../../log/in-effect.ts';
import { compareInLog, type PlaceInLog } from '../../log/order.ts';
import { LogNames } from './log-names.ts';

/** An entry of the log: the fields of one row as they were and as they became. */
export interface LoggedEntry {
  readonly tableName: TableName;
  readonly rowId: string;
  readonly before: string | null;
  readonly after: string | null;
}

type Fields = Readonly<Record<string, Scalar>>;

/** A row of the program: a card of history is about one or several. */
export interface LoggedRow {
  readonly table: TableName;
  readonly id: string;
}

/** What an entry of the log says, with when and by whom. */
export interface LoggedLine extends Pick<LoggedCommand, 'at' | 'who'> {
  readonly entry: LoggedEntry;
  readonly sentence: string;
}

/**
 * What the log says about these rows, newest first: `Status submitted → accepted`. Whose rows they are is not
 * repeated, because it stands above the card.
 */
export const historyOf = (facts: Facts, rows: readonly LoggedRow[]): HistoryLine[] =>
  loggedLines(facts, rows, new LogNames(facts)).map(({ at, who, sentence }) => ({
    at: sayInstant(at, facts.zone),
    who,
    sentence,
  }));

/** The same with the moments themselves and the entries, for whoever puts other lines between. */
export function loggedLines(facts: Facts, rows: readonly LoggedRow[], names: LogNames): LoggedLine[] {
  const entries = rows.flatMap(({ table, id }) =>
    facts.database.all<LoggedEntry & PlaceInLog & Pick<LoggedCommand, 'at' | 'who' | 'undoes'>>(
      `SELECT tableName, rowId, before, after, at, who, undoes, clock, deviceId, deviceSequence
       FROM logEntry JOIN logCommand ON logCommand.sequence = commandSequence WHERE rowId = ? AND tableName = ?`,
      id,
      table,
    ),
  );
  return entries
    .sort((a, b) => compareInLog(b, a))
    .flatMap((entry) => {
      const { text } = readEntry(entry, names);
      if (text === '') return [];
      const turn = turnOf(facts.database, entry.undoes);
      return [{ entry, at: entry.at, who: entry.who, sentence: `${capital(text)}${byTurn[turn]}` }];
    });
}

const byTurn: Record<Turn, string> = { done: '', undo: ', by Undo', redo: ', by Redo' };

/** What entries of the log say, a sentence each: `Renée McAllister: status submitted → accepted`. */
export function sentencesOf(facts: Facts, entries: readonly LoggedEntry[]): string[] {
  const names = new LogNames(facts);
  return entries.map((entry) => {
    const { about, text } = readEntry(entry, names);
    const said = text || 'the decision was kept with its facts';
    return about === null ? capital(said) : `${about}: ${said}`;
  });
}

interface EntrySentence {
  readonly about: string | null;
  readonly text: string;
}

/** What one entry says; no text where none of its fields is told. */
function readEntry<Name extends TableName>(
  { tableName, rowId, before, after }: LoggedEntry & { readonly tableName: Name },
  names: LogNames,
): EntrySentence {
  const { words } = tableOf(tableName);
  if (before === null || after === null) {
    const row = readRow<Tables[Name]>(after ?? before ?? '{}');
    const text = before === null ? words.added(row, names) : words.removed(row, names);
    return { about: words.about(row, names), text };
  }
  const row = names.row(tableName, rowId);
  const was = readRow<Fields>(before);
  const became = readRow<Fields>(after);
  const fields: Readonly<Record<string, RowWords<Tables[Name]>['fields'][keyof Tables[Name]]>> = words.fields;
  const texts = Object.entries(fields).flatMap(([field, told]) =>
    told && field in became && became[field] !== was[field]
      ? [sayField(told[0], told[1], was[field] ?? null, became[field] ?? null, names)]
      : [],
  );
  return { about: row ? words.about(row, names) : null, text: texts.join('; ') };
}

/** The log's own text, which `commit` wrote from a row or its fields. */
const readRow = <Row>(text: string): Row => JSON.parse(text) as Row;

/** A sentence's first letter as a capital. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
