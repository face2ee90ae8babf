import type { CommandId } from '../../shared/model/ids.ts';
import type { Problem } from '../../shared/model/result.ts';
import type { TableName, Tables } from '../../shared/model/tables.ts';

type FieldsOf<Name extends TableName> = Partial<Omit<Tables[Name], 'id'>>;

/** What a command wants of one row. Commands return changes; only `commit` makes them. */
export type Change = {
  [Name in TableName]:
    | { readonly kind: 'insert'; readonly table: Name; readonly id: string; readonly row: Tables[Name] }
    | { readonly kind: 'update'; readonly table: Name; readonly id: string; readonly fields: FieldsOf<Name> }
    | { readonly kind: 'remove'; readonly table: Name; readonly id: string };
}[TableName];

/** A new row. */
export const insert = <Name extends TableName>(table: Name, row: Tables[Name]): Change =>
  // TypeScript does not follow a table's name through the union; the parameters' types hold it.
  ({ kind: 'insert', table, id: row.id, row }) as unknown as Change;

/** New values for some fields of a row. */
export const update = <Name extends TableName>(table: Name, id: Tables[Name]['id'], fields: FieldsOf<Name>): Change =>
  ({ kind: 'update', table, id, fields }) as unknown as Change;

/** A row that goes; the log keeps all that it was. */
export const remove = <Name extends TableName>(table: Name, id: Tables[Name]['id']): Change =>
  ({ kind: 'remove', table, id }) as Change;

/** The same for a table whose name a caller has from its descriptor. */
export const removeFrom = (table: TableName, id: string): Change => ({ kind: 'remove', table, id }) as Change;

/** Makes a row point to another one. Which columns point where, the tables' descriptors say, and a test holds them to the schema. */
export const pointTo = (table: TableName, id: string, column: string, to: string): Change =>
  ({ kind: 'update', table, id, fields: { [column]: to } }) as unknown as Change;

/** What a command decides: a refusal, or what to change, what to call it, and what to answer. */
export type Decision<Value> =
  | { readonly ok: false; readonly problem: Problem }
  | {
      readonly ok: true;
      /** What was done, in the past tense, as History and the Undo button say it: `Accepted 12 applicants`. */
      readonly label: string;
      readonly changes: Iterable<Change>;
      readonly value: Value;
      readonly undoes?: CommandId;
    };

/**
 * A decision about so many rows that it is reached in steps, each of a few milliseconds, so that the app goes on
 * answering meanwhile; every step says how far it is, from 0 to 1.
 */
export type Deciding<Value> = Generator<number, Decision<Value>>;
