import { hash } from 'node:crypto';
import { type TableName, type Tables, tables } from '../../shared/model/tables.ts';
import type { ReadableDatabase } from '../database/handles.ts';

/**
 * Rows of which there can be one only, by what they stand for: this person in this cohort, these two people. Their ids
 * are made from that, so that two laptops which add the same without knowing of each other add the same row. These are
 * the tables that say so of one of their `unique` columns: `collision: 'same-row'`.
 */
type SameRow<Name extends TableName> = Extract<
  (typeof tables)[Name]['unique'][number],
  { readonly collision: 'same-row' }
>;
type OneOfAKind = { [Name in TableName]: [SameRow<Name>] extends [never] ? never : Name }[TableName];
type WhatFor<Name extends OneOfAKind> = Pick<
  Tables[Name],
  Extract<SameRow<Name>['columns'][number], keyof Tables[Name]>
>;

/** The columns that say what a table's rows stand for; none where there can be several rows. */
const columnsOfAKind = (table: TableName): readonly string[] =>
  tables[table].unique.find(({ collision }) => collision === 'same-row')?.columns ?? [];

/** Ours alone: what makes an id from a text that of one of our rows. */
const NAMESPACE = 'b0c9c5f2-6d0e-5a7b-9a39-7c3f5d2f8e11';

const namespace = Buffer.from(NAMESPACE.replaceAll('-', ''), 'hex');

/** The UUID of version 5 (RFC 9562) of a name. uuid's own digests in JavaScript: for an import of 100,000 that's seconds. */
function namedId(name: string): string {
  const bytes = hash('sha1', Buffer.concat([namespace, Buffer.from(name)]), 'buffer');
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** Makes the id of a new row from what it stands for. */
export type IdFor = <Name extends OneOfAKind>(table: Name, what: WhatFor<Name>) => string;

/**
 * The id of a new row that stands for this. A row that was removed gets the same again. Where the id is held by a row
 * that stands for something else by now, as after a move to another cohort, it is the next one made from the same.
 */
export function idFor<Name extends OneOfAKind>(database: ReadableDatabase, table: Name, what: WhatFor<Name>): string {
  const values: Readonly<Record<string, unknown>> = what;
  const name = JSON.stringify([table, ...columnsOfAKind(table).map((column) => values[column])]);
  for (let turn = 0; ; turn += 1) {
    const id = namedId(turn === 0 ? name : `${name} ${turn}`);
    if (!database.get(`SELECT 1 FROM "${table}" WHERE id = ?`, id)) return id;
  }
}

/** The same for whoever works without the database itself. */
export const idsIn =
  (database: ReadableDatabase): IdFor =>
  (table, what) =>
    idFor(database, table, what);
