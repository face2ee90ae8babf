import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../main/database/open.ts';
import { sweepWorkplaces } from '../../../main/files/workplaces.ts';
import { openTestDesk } from '../open-desk.ts';
import { temporaryFolder } from '../temporary-folder.ts';

test.each(['deviceName', 'leadName', 'lastBackupAt', 'kiosk'])(
  'a malformed note %s keeps no desk from opening',
  async (key) => {
    const first = openTestDesk();
    await first.call('program.establish', { program: 'al-cto', cohorts: 'none' });
    await first.desk.close();
    const connection = new Database(first.databaseFile);
    connection
      .prepare('INSERT OR REPLACE INTO laptop (key, value) VALUES (?, ?)')
      .run(key, key === 'deviceName' ? ' ' : '{7');
    connection.close();
    const again = openTestDesk(first.databaseFile);
    expect(await again.call('desk.status', {})).toMatchObject({ program: { name: 'AL-CTO' }, lastBackupAt: null });
  },
);

test.skipIf(process.platform === 'win32')(
  'the database and all beside it are for this account alone (not on Windows)',
  () => {
    const file = path.join(temporaryFolder(), 'made/for/it/program.db');
    const opened = openDatabase(file);
    if (!opened.ok) throw new Error(opened.problem.sentence);
    for (const name of [file, `${file}-wal`, `${file}-shm`]) expect(statSync(name).mode & 0o777, name).toBe(0o600);
    expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
    opened.value.close();
  },
);

test('what a killed process left half written goes at the next start, and what it was replacing comes back', async () => {
  const database = path.join(temporaryFolder(), 'program.db');
  const place = temporaryFolder();
  const { pid } = spawnSync(process.execPath, ['--version']);
  const maker = `${pid}-0123abcd`;
  mkdirSync(path.join(path.dirname(database), 'unfinished'));
  writeFileSync(path.join(path.dirname(database), 'unfinished', `${maker}.json`), JSON.stringify([place]));
  writeFileSync(path.join(place, `.cohort-desk-${maker}-0-1.part`), 'half a list');
  mkdirSync(path.join(place, `.cohort-desk-${maker}-letters-1.part`));
  writeFileSync(path.join(place, `.cohort-desk-${maker}-previous-backup.db`), 'the backup before');
  const living = `.cohort-desk-${process.ppid}-0123abcd-0-1.part`;
  writeFileSync(path.join(place, living), 'still being written');
  await sweepWorkplaces(database);
  expect(readdirSync(place).sort()).toEqual([living, 'backup.db']);
  expect(readFileSync(path.join(place, 'backup.db'), 'utf8')).toBe('the backup before');
  expect(existsSync(path.join(path.dirname(database), 'unfinished'))).toBe(false);
});

test('half a character is refused in any text of any call', async () => {
  const desk = openTestDesk();
  const { sentence, reasons } = await desk.refusal('desk.nameLead', { name: 'Mara \ud800' } as never);
  expect([sentence, ...reasons].join(' ')).toBe(
    '“desk.nameLead” can’t be done with this input. name: it has half a character.',
  );
});

test.each(['folder', '/dev/null', `${'long'.repeat(100)}.db`, '/proc/none/program.db', 'program.db-wal'])(
  'says in a sentence why %s is no database',
  (name) => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, 'folder'));
    const opened = openDatabase(path.resolve(folder, name));
    expect(opened.ok ? '' : opened.problem.sentence).toMatch(/^(“|SQLite keeps).*\.$/s);
  },
);
