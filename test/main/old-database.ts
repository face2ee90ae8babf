import Database from 'better-sqlite3';
import { v7 } from 'uuid';
import { migrations } from '../../main/database/migrate.ts';

/** Makes a database as an app of an older version left it: its tables, its mark, and so many people. */
export function makeOldDatabase(file: string, version: number, people: number): void {
  const connection = new Database(file);
  connection.pragma('journal_mode = WAL');
  connection.pragma(`application_id = ${0x4344736b}`);
  for (const step of migrations.filter((each) => each.version <= version)) connection.exec(step.sql);
  connection.pragma(`user_version = ${version}`);
  const insert = connection.prepare('INSERT INTO person (id, givenName, familyName) VALUES (?, ?, ?)');
  connection.transaction(() => {
    for (let number = 0; number < people; number += 1) insert.run(v7(), `Given${number}`, `Family${number}`);
  })();
  connection.close();
}
