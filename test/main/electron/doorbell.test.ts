import { spawnSync } from 'node:child_process';
import { linkSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ringOrListen } from '../../../main/electron/doorbell.ts';
import { temporaryFolder } from '../temporary-folder.ts';

async function firstDesk(database: string, folder: string) {
  const rung = Promise.withResolvers<string>();
  const bell = await ringOrListen(database, () => rung.resolve('came forward'), folder);
  if (bell === null || bell === 'rang') throw new Error('the first desk found another');
  onTestFinished(() => bell.close());
  return { cameForward: rung.promise };
}
const leaveSocket = `require('net').createServer().listen(process.argv[1], () => process.exit(9))`;
const noOne = () => {
  throw new Error('the second desk was called');
};
const aDatabase = () => {
  const folder = temporaryFolder();
  const database = path.join(folder, 'program.db');
  writeFileSync(database, '');
  return { folder, database, bells: path.join(folder, 'bells') };
};

test('a second desk on a database calls the first one forward, by whatever name it opens the file', async () => {
  const { folder, database, bells } = aDatabase();
  const { cameForward } = await firstDesk(database, bells);
  const linked = path.join(folder, 'same program.db');
  linkSync(database, linked);
  expect(await ringOrListen(linked, noOne, bells)).toBe('rang');
  expect(await cameForward).toBe('came forward');
});

test('desks on two databases have nothing to do with each other', async () => {
  const { folder, database, bells } = aDatabase();
  await firstDesk(database, bells);
  const other = path.join(folder, 'other.db');
  writeFileSync(other, '');
  await firstDesk(other, bells);
});

test('what a killed desk left behind is no desk', async () => {
  const { database, bells } = aDatabase();
  await firstDesk(database, bells);
  const [name = ''] = readdirSync(bells);
  const other = path.join(bells, name);
  // A socket of a killed process: its name is there, and no one listens.
  const left = spawnSync(process.execPath, ['-e', leaveSocket, `${other} left`]);
  expect(left.status).toBe(9);
  renameSync(`${other} left`, other);
  await firstDesk(database, bells);
});

test('a database that is not there yet has no door', async () => {
  expect(await ringOrListen(path.join(temporaryFolder(), 'none.db'), noOne, temporaryFolder())).toBeNull();
});
