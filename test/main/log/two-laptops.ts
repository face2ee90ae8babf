import { v7 } from 'uuid';
import type { WritableDatabase } from '../../../main/database/handles.ts';
import type { TableName } from '../../../shared/model/tables.ts';

/** A command of another laptop as it is in this file: for tests of what reads the log, not of what writes rows. */
export function arrive(
  database: WritableDatabase,
  command: {
    readonly deviceId: string;
    readonly deviceSequence: number;
    readonly at: string;
    readonly label: string;
    readonly undoes?: string | null;
    readonly entry?: {
      readonly table: TableName;
      readonly id: string;
      readonly before: object | null;
      readonly after: object | null;
    };
  },
): string {
  const id = v7();
  const { deviceId, deviceSequence, at, label, undoes = null, entry } = command;
  database.run(
    `INSERT INTO logCommand (id, call, label, deviceId, deviceSequence, clock, at, who, undoes, schemaVersion)
     VALUES (?, 'test.arrive', ?, ?, ?, ?, ?, NULL, ?, 12)`,
    id,
    label,
    deviceId,
    deviceSequence,
    `${at}-0000-${deviceId}`,
    at,
    undoes,
  );
  if (entry) {
    database.run(
      `INSERT INTO logEntry (commandSequence, tableName, rowId, before, after)
       VALUES ((SELECT sequence FROM logCommand WHERE id = ?), ?, ?, ?, ?)`,
      id,
      entry.table,
      entry.id,
      entry.before && JSON.stringify(entry.before),
      entry.after && JSON.stringify(entry.after),
    );
  }
  return id;
}
