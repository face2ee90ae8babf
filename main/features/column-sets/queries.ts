import { z } from 'zod';
import type { ColumnList, ColumnSet } from '../../../shared/model/column-sets.ts';
import type { ColumnSetId } from '../../../shared/model/ids.ts';
import { fromJson } from '../../../shared/model/json.ts';
import { foldName } from '../../../shared/model/people.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import type { ColumnSetView } from '../../../shared/views/column-sets.ts';
import type { Facts } from '../../call/facts.ts';
import type { Handlers, Query } from '../../call/handler.ts';

const Columns = z.array(z.string()).readonly();

/** The column sets of a list, by name. */
export const columnSetsOf = (facts: Facts, list: ColumnList): readonly ColumnSetView[] =>
  facts.cached(`column sets ${list}`, ['columnSet'], () =>
    facts.database
      .all<ColumnSet>('SELECT * FROM columnSet WHERE list = ?', list)
      .map(({ id, name, columns }) => ({ id, name, columns: fromJson(Columns, columns) }))
      .sort((a, b) => (foldName(a.name) < foldName(b.name) ? -1 : 1)),
  );

/** The columns that an export was asked for: those named, a set's, or the usual ones. Those that a list has not go. */
export function columnsToExport<Key extends string>(
  facts: Facts,
  list: ColumnList,
  asked: { readonly columns?: readonly Key[] | undefined; readonly columnSetId?: ColumnSetId | undefined },
  known: readonly Key[],
  usual: readonly Key[],
): Result<readonly Key[]> {
  if (asked.columnSetId === undefined) return done([...new Set(asked.columns ?? usual)]);
  const set = columnSetsOf(facts, list).find(({ id }) => id === asked.columnSetId);
  if (!set) return refuse('That column set was deleted. Choose another one, or pick the columns.');
  const columns = set.columns.flatMap((column) => known.filter((key) => key === column));
  return columns.length > 0
    ? done(columns)
    : refuse(`“${set.name}” has none of this list’s columns. Choose another set, or pick the columns.`);
}

const list: Query<'columnSets.list'> = (facts, input) => done(columnSetsOf(facts, input.list));

export const columnSetQueries: Pick<Handlers, 'columnSets.list'> = { 'columnSets.list': list };
