import { fork } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { latestVersion } from '../../../main/database/migrate.ts';
import { damageOf, openForReading } from '../../../main/database/open.ts';
import { makeOldDatabase } from '../old-database.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const PEOPLE = 500;

/** Starts a process that opens a database once it is told to; `open` resolves when it begins. */
async function opener(file: string): Promise<{ open(): Promise<{ readonly opened: Promise<string> }> }> {
  const child = fork(path.join(import.meta.dirname, 'open-when-told.ts'), [file], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  onTestFinished(() => void child.kill());
  const heard: string[] = [];
  const asked: ((word: string) => void)[] = [];
  child.on('message', (word) => {
    const waiting = asked.shift();
    if (waiting) waiting(String(word));
    else heard.push(String(word));
  });
  const next = (): Promise<string> => {
    const word = heard.shift();
    return word === undefined ? new Promise((resolve) => asked.push(resolve)) : Promise.resolve(word);
  };
  expect(await next()).toBe('ready');
  return {
    async open() {
      child.send('open');
      expect(await next()).toBe('opening');
      return { opened: next() };
    },
  };
}

test('two processes that migrate one database at once both open it, with one copy of what was before', async () => {
  const file = path.join(temporaryFolder(), 'program.db');
  makeOldDatabase(file, 1, PEOPLE);
  const both = await Promise.all([opener(file), opener(file)]);
  // Both find the old version and wait for their turn to write, which no one has until both have begun.
  const holder = new Database(file);
  holder.exec('BEGIN IMMEDIATE');
  const opening = await Promise.all(both.map((one) => one.open()));
  holder.exec('ROLLBACK');
  holder.close();
  expect(await Promise.all(opening.map(({ opened }) => opened))).toEqual(['opened', 'opened']);

  const migrated = openForReading(file);
  expect(migrated.get('PRAGMA user_version')).toEqual({ user_version: latestVersion });
  expect(migrated.get('SELECT count(*) AS n FROM person')).toEqual({ n: PEOPLE });
  expect(damageOf(migrated)).toEqual([]);
  migrated.close();
  const backups = path.join(path.dirname(file), 'backups');
  expect(readdirSync(backups)).toEqual(['program-before-version-2.db']);
  const copy = openForReading(path.join(backups, 'program-before-version-2.db'));
  expect(copy.get('PRAGMA user_version')).toEqual({ user_version: 1 });
  expect(copy.get('SELECT count(*) AS n FROM person')).toEqual({ n: PEOPLE });
  copy.close();
});

test('two processes that make one database at once both open it', async () => {
  const file = path.join(temporaryFolder(), 'program.db');
  const both = await Promise.all([opener(file), opener(file)]);
  const opening = await Promise.all(both.map((one) => one.open()));
  expect(await Promise.all(opening.map(({ opened }) => opened))).toEqual(['opened', 'opened']);
  expect(existsSync(path.join(path.dirname(file), 'backups'))).toBe(false);
});
