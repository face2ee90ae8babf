import { v5 } from 'uuid';
import type { TableName, Tables } from '../../shared/model/tables.ts';
import type { ReadableDatabase } from '../database/handles.ts';

/**
 * Rows of which there can be one only, by what they stand for: this person in this cohort, these two people. Their ids
 * are made from that, so that two laptops which add the same without knowing of each other add the same row.
 */
// Not so applications: of those sent at the same moment the one with the lower id ranks first, so that their ids must rise
// in the order in which they were read.
const whatRowsStandFor = {
  columnSet: ['list', 'name'],
  invoiceLine: ['invoiceId', 'participantId'],
  letterTemplate: ['kind'],
  makeUp: ['participantId', 'sessionId'],
  notSamePerson: ['personA', 'personB'],
  participant: ['cohortId', 'personId'],
  recertificationDue: ['participantId', 'cycle'],
  savedMapping: ['kind', 'name'],
  sessionCohort: ['sessionId', 'cohortId'],
} as const satisfies { readonly [Name in TableName]?: readonly (keyof Tables[Name])[] };

type OneOfAKind = keyof typeof whatRowsStandFor;
type WhatFor<Name extends OneOfAKind> = Pick<
  Tables[Name],
  Extract<(typeof whatRowsStandFor)[Name][number], keyof Tables[Name]>
>;

/** The tables whose ids say what their rows stand for, with the fields that say it. */
export const oneOfAKind: Readonly<Partial<Record<TableName, readonly string[]>>> = whatRowsStandFor;

/** Ours alone: what makes an id from a text that of one of our rows. */
const NAMESPACE = 'b0c9c5f2-6d0e-5a7b-9a39-7c3f5d2f8e11';

/** Makes the id of a new row from what it stands for. */
export type IdFor = <Name extends OneOfAKind>(table: Name, what: WhatFor<Name>) => string;

/**
 * The id of a new row that stands for this. A row that was removed gets the same again. Where the id is held by a row
 * that stands for something else by now, as after a move to another cohort, it is the next one made from the same.
 */
export function idFor<Name extends OneOfAKind>(database: ReadableDatabase, table: Name, what: WhatFor<Name>): string {
  const fields: readonly string[] = whatRowsStandFor[table];
  const values: Readonly<Record<string, unknown>> = what;
  const name = JSON.stringify([table, ...fields.map((field) => values[field])]);
  for (let turn = 0; ; turn += 1) {
    const id = v5(turn === 0 ? name : `${name} ${turn}`, NAMESPACE);
    if (!database.get(`SELECT 1 FROM "${table}" WHERE id = ?`, id)) return id;
  }
}

/** The same for whoever works without the database itself. */
export const idsIn =
  (database: ReadableDatabase): IdFor =>
  (table, what) =>
    idFor(database, table, what);
