// Run by migrations.test.ts as a process of its own: migrates a database, and says where it is, until it is killed.
import Database from 'better-sqlite3';
import { wrap } from '../../../main/database/handles.ts';
import { type Migration, migrate, migrations } from '../../../main/database/migrate.ts';

const [file = ''] = process.argv.slice(2);
const connection = new Database(file);
connection.pragma('journal_mode = WAL');
connection.pragma('foreign_keys = ON');

// The app's own steps; whoever runs one of them hears its number first.
const told = migrations.map(
  ({ version, sql }): Migration => ({
    version,
    get sql() {
      process.send?.(`step ${version}`);
      return sql;
    },
  }),
);
process.send?.('copying');
migrate(wrap(connection), told);
for (;;) {
  process.send?.('migrated');
  await new Promise((resolve) => setImmediate(resolve));
}
