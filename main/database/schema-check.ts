import Database from 'better-sqlite3';
import { refuse } from '../../shared/model/result.ts';
import { wrap } from './handles.ts';
import { migrate, migrations } from './migrate.ts';

/** A table, index, trigger or view, as SQLite keeps it. */
interface Part {
  readonly type: string;
  readonly name: string;
  readonly tbl_name: string;
  readonly sql: string | null;
}

/**
 * Refuses a database that is not built as the migrations build the version it claims to be: with a table, index,
 * trigger or view that is not ours, or without one of ours. Null: it is as it should be.
 */
export function strangeSchema(connection: Database.Database, name: string) {
  const differences = schemaDifferences(connection);
  if (differences.length === 0) return null;
  const [first = '', ...others] = differences;
  const more = others.length === 0 ? '' : `, and ${others.length} more like this`;
  return refuse(
    `“${name}” was not opened, because it is not built the way Cohort Desk builds it: ${first}${more}. Another program or an unreleased version changed it. This file was not touched: keep it under another name, put a copy of your latest backup in its place, and start again.`,
    others.length === 0 ? [] : differences.map((said) => `${said.slice(0, 1).toUpperCase()}${said.slice(1)}.`),
  );
}

/** What of a database is not built as the migrations build its version: `it has a view “x” that …`, `its table “y” is missing`. */
export function schemaDifferences(connection: Database.Database): readonly string[] {
  const { version, parts } = readParts(connection);
  return differencesOf(parts, expectedParts(version));
}

/** In one transaction: another process may be migrating the file at this moment. */
function readParts(connection: Database.Database): { readonly version: number; readonly parts: readonly Part[] } {
  return connection.transaction(() => ({
    version: Number(connection.pragma('user_version', { simple: true })),
    parts: connection.prepare<[], Part>('SELECT type, name, tbl_name, sql FROM sqlite_schema').all(),
  }))();
}

const expected = new Map<number, readonly Part[]>();

/** What the migrations make up to a version: made in memory by running them, once a version. */
function expectedParts(version: number): readonly Part[] {
  const known = expected.get(version);
  if (known) return known;
  const connection = new Database(':memory:');
  try {
    const steps = migrations.filter((step) => step.version <= version);
    migrate(wrap(connection), steps);
    const { parts } = readParts(connection);
    expected.set(version, parts);
    return parts;
  } finally {
    connection.close();
  }
}

function differencesOf(found: readonly Part[], wanted: readonly Part[]): readonly string[] {
  const byName = new Map(found.filter((part) => !isStatistics(part)).map((part) => [keyOf(part), part]));
  const inside = wanted.filter(({ sql }) => /^CREATE VIRTUAL TABLE/i.test(sql ?? '')).map(({ name }) => `${name}_`);
  const differences: string[] = [];
  for (const part of wanted) {
    const other = byName.get(keyOf(part));
    byName.delete(keyOf(part));
    if (!other) differences.push(`its ${say(part)} is missing`);
    // SQLite itself words the tables inside a virtual one, and another release of it may word them differently.
    else if (!inside.some((start) => part.name.startsWith(start)) && textOf(part) !== textOf(other)) {
      differences.push(`its ${say(part)} was changed`);
    }
  }
  const strange = [...byName.values()].map((part) => `it has ${withArticle(say(part))} that Cohort Desk did not make`);
  return [...strange, ...differences];
}

const keyOf = ({ type, name }: Part): string => `${type} ${name}`;
const textOf = ({ tbl_name, sql }: Part): string => `${tbl_name} ${sql?.replace(/\s+/g, ' ') ?? ''}`;

/** What ANALYZE keeps for the planner: it changes no answer, and any tool for databases may have made it. */
const isStatistics = ({ type, name }: Part): boolean => type === 'table' && /^sqlite_stat[134]$/.test(name);

const say = ({ type, name, tbl_name }: Part): string =>
  type === 'trigger' || type === 'index' ? `${type} “${name}” on “${tbl_name}”` : `${type} “${name}”`;

const withArticle = (said: string): string => `${/^[aeiou]/.test(said) ? 'an' : 'a'} ${said}`;
