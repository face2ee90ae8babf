import { done } from '../../../shared/model/result.ts';
import type { Handlers, Query } from '../../call/handler.ts';
import { publishedCounts, publishedIds, publishedRows } from './rows.ts';

const list: Query<'published.list'> = (facts, { offset, limit, ...choice }) => {
  const ids = publishedIds(facts, choice);
  return done({
    total: ids.length,
    offset,
    rows: publishedRows(facts, ids.slice(offset, offset + limit)),
    ...publishedCounts(facts),
  });
};

export const publishedQueries: Pick<Handlers, 'published.list'> = { 'published.list': list };
