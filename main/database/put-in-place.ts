import { constants, copyFileSync, existsSync, lstatSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { done, type Result, refuse } from '../../shared/model/result.ts';
import { temporaryName } from '../files/maker.ts';
import { keepPrivate, PRIVATE_FILE } from '../files/private.ts';
import { sayName } from '../files/say-name.ts';
import { SIDECARS } from '../files/sidecars.ts';
import { syncFile, syncFolder } from '../files/sync.ts';
import { explainCopyError } from './place-copy.ts';

/** A whole copy that shall become the database, and the name under which what it replaces is kept. All in one folder. */
export interface Exchange {
  readonly copy: string;
  readonly database: string;
  readonly aside: string;
}

/** How far an exchange has come: what it replaces is kept; the copy has its name. */
export type ExchangeStep = 'begun' | 'settled' | 'half kept' | 'kept' | 'replaced';

/**
 * Puts a copy in the place of a database that no one has open, and keeps the one before under its own name. At every
 * moment there is a whole database under the name: first the old one, then the new one. A process that is killed loses
 * neither: until the last step the old one is where it was.
 */
export function putInPlace(exchange: Exchange, onStep: (step: ExchangeStep) => void = () => {}): Result<null> {
  const { copy, database, aside } = exchange;
  const folder = path.dirname(database);
  // Under a temporary name until it is whole: what a killed process leaves must not look like the old database.
  const half = path.join(folder, temporaryName('0-aside.part'));
  try {
    onStep('begun');
    if (existsSync(aside)) return refuse(`${sayName(aside)} is there already. Try again.`);
    const busy = carryOver(database);
    if (busy !== null) return refuse(busy);
    onStep('settled');
    copyFileSync(database, half, constants.COPYFILE_FICLONE);
    keepPrivate(half, PRIVATE_FILE);
    syncFile(half);
    onStep('half kept');
    renameSync(half, aside);
    syncFolder(folder);
    onStep('kept');
    renameSync(copy, database);
    keepPrivate(database, PRIVATE_FILE);
    syncFolder(folder);
    onStep('replaced');
    return done(null);
  } catch (error) {
    const explained = explainCopyError(error, aside, path.basename(database));
    if (explained) return explained;
    throw error;
  } finally {
    rmSync(half, { force: true });
  }
}

/**
 * Carries the write-ahead log over and away: beside another database under the same name it would be written into that
 * one. Says why where it stays, since another process has the database open.
 */
function carryOver(database: string): string | null {
  const connection = new Database(database, { fileMustExist: true });
  try {
    connection.pragma('trusted_schema = OFF');
    connection.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    connection.close();
  }
  const left = SIDECARS.filter((suffix) => lstatSync(database + suffix, { throwIfNoEntry: false }) !== undefined);
  return left.length === 0
    ? null
    : `${sayName(database)} is open in another program, so nothing was replaced. Close it there, then try again.`;
}
