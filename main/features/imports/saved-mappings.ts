import { z } from 'zod';
import type { SavedMappingId } from '../../../shared/model/ids.ts';
import { ColumnShape, type SavedMapping } from '../../../shared/model/imports.ts';
import { fromJson } from '../../../shared/model/json.ts';
import { done } from '../../../shared/model/result.ts';
import type { Facts } from '../../call/facts.ts';
import type { Handlers, Query } from '../../call/handler.ts';
import type { KnownMapping } from './match-saved-mappings.ts';

const Shapes = z.array(ColumnShape).readonly();

/** Every saved mapping with its shapes, the one that was saved last first. */
export const allSavedMappings = (facts: Facts): readonly KnownMapping<SavedMappingId>[] =>
  facts.cached('saved mappings', ['savedMapping'], () =>
    facts.database
      .all<SavedMapping>('SELECT * FROM savedMapping ORDER BY savedAt DESC, id DESC')
      .map(({ id, name, kind, shapes }) => ({ id, name, kind, shapes: fromJson(Shapes, shapes) })),
  );

const list: Query<'imports.mappings'> = (facts) =>
  done(
    allSavedMappings(facts).map(({ id, name, kind, shapes }) => ({
      id,
      name,
      kind,
      columns: [
        ...new Set(
          shapes.flatMap(({ headers, fields }) => headers.filter((_, column) => (fields[column] ?? null) !== null)),
        ),
      ],
    })),
  );

export const savedMappingQueries: Pick<Handlers, 'imports.mappings'> = { 'imports.mappings': list };
