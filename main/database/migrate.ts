import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { temporaryName } from '../files/maker.ts';
import { makePrivateFile, makePrivateFolder } from '../files/private.ts';
import { syncFile, syncFolder } from '../files/sync.ts';
import type { WritableDatabase } from './handles.ts';
import { foundation } from './migrations/001-foundation.ts';
import { fees } from './migrations/002-fees.ts';
import { letters } from './migrations/003-letters.ts';
import { duplicates } from './migrations/004-duplicates.ts';
import { offers } from './migrations/005-offers.ts';
import { savedMappings } from './migrations/006-saved-mappings.ts';
import { badgesAndMakeUps } from './migrations/007-badges-and-make-ups.ts';
import { columnSets } from './migrations/008-column-sets.ts';
import { attendanceCodes } from './migrations/009-attendance-codes.ts';
import { planInTheLog } from './migrations/010-plan-in-the-log.ts';
import { graduationDecisions } from './migrations/011-graduation-decisions.ts';
import { severalLaptops } from './migrations/013-several-laptops.ts';
import { namesTakenOut } from './migrations/014-names-taken-out.ts';
import { listsByIndex } from './migrations/015-lists-by-index.ts';
import { logsMeet } from './migrations/016-logs-meet.ts';
import { listsInOrder } from './migrations/018-lists-in-order.ts';
import { certificatePapers } from './migrations/020-certificate-papers.ts';
import { dueDatesThatChanged } from './migrations/021-due-dates-that-changed.ts';
import { moneyFollows } from './migrations/024-money-follows.ts';
import { lettersThatLeft } from './migrations/025-letters-that-left.ts';
import { formerAddresses } from './migrations/026-former-addresses.ts';
import { issuerKeys } from './migrations/030-issuer-keys.ts';
import { certificateEndings } from './migrations/031-certificate-endings.ts';
import { importNotes } from './migrations/032-import-notes.ts';
import { oneCertificateAGraduation } from './migrations/033-one-certificate-a-graduation.ts';
import { requirements } from './migrations/034-requirements.ts';
import { certificateDesigns } from './migrations/035-certificate-designs.ts';
import { notes } from './migrations/039-notes.ts';
import { tags } from './migrations/040-tags.ts';
import { evidence } from './migrations/047-evidence.ts';
import { extensionsAndStanding } from './migrations/049-extensions-and-standing.ts';
import { paymentsPinsAndAudits } from './migrations/050-payments-pins-and-audits.ts';

/** One step of the tables' history: runs once, whole or not at all, and is never edited after a release. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
  /** What SQL alone can't do, in the same transaction. */
  readonly afterwards?: (database: WritableDatabase) => void;
}

/** Every step of the tables' history, oldest first. */
export const migrations: readonly Migration[] = [
  foundation,
  fees,
  letters,
  duplicates,
  offers,
  savedMappings,
  badgesAndMakeUps,
  columnSets,
  attendanceCodes,
  planInTheLog,
  graduationDecisions,
  severalLaptops,
  namesTakenOut,
  listsByIndex,
  logsMeet,
  listsInOrder,
  certificatePapers,
  dueDatesThatChanged,
  moneyFollows,
  lettersThatLeft,
  formerAddresses,
  issuerKeys,
  certificateEndings,
  importNotes,
  oneCertificateAGraduation,
  requirements,
  certificateDesigns,
  notes,
  tags,
  evidence,
  extensionsAndStanding,
  paymentsPinsAndAudits,
];

/** The tables' version that this app writes. */
export const latestVersion = migrations.at(-1)?.version ?? 0;

/** How long a process waits for another one that is migrating the same database, in milliseconds. */
const PATIENCE = 60_000;

/**
 * Brings the tables up to date in one transaction, so that an app that fails half way leaves the database to the older
 * one. A copy is written before. Where two processes start at once, the second waits and finds nothing left to do.
 */
export function migrate(database: WritableDatabase, steps: readonly Migration[] = migrations): void {
  if (pendingOf(database, steps).length === 0) return;
  const patience = database.get<{ timeout: number }>('PRAGMA busy_timeout')?.timeout ?? 0;
  database.exec(`PRAGMA busy_timeout = ${PATIENCE}`);
  try {
    database.exec('BEGIN IMMEDIATE');
    try {
      // Asked again: while this process waited for its turn, another may have done all or some of it.
      const pending = pendingOf(database, steps);
      const version = versionOf(database);
      if (pending.length > 0 && version > 0) copyBefore(database.file, version);
      for (const step of pending) {
        database.exec(step.sql);
        step.afterwards?.(database);
        database.exec(`PRAGMA user_version = ${step.version}`);
      }
      database.exec('COMMIT');
    } catch (error) {
      rollBack(database);
      throw error;
    }
  } finally {
    database.exec(`PRAGMA busy_timeout = ${patience}`);
  }
}

function rollBack(database: WritableDatabase): void {
  try {
    database.exec('ROLLBACK');
  } catch {
    // SQLite has rolled back by itself, as it does when the disk is full; that error is the one to tell.
  }
}

const versionOf = (database: WritableDatabase): number =>
  database.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;

const pendingOf = (database: WritableDatabase, steps: readonly Migration[]): readonly Migration[] => {
  const version = versionOf(database);
  return steps.filter((step) => step.version > version);
};

/** Copies what is committed, on a connection of its own: the one that migrates is in its transaction, and others wait. */
function copyBefore(database: string, version: number): void {
  const folder = path.join(path.dirname(database), 'backups');
  makePrivateFolder(folder);
  const base = path.join(folder, `${path.basename(database, '.db')}-before-version-${version + 1}`);
  let file = `${base}.db`;
  for (let count = 2; existsSync(file); count += 1) file = `${base}-${count}.db`;
  // A name of its own until it is whole: what a killed process leaves must not look like a backup.
  const draft = path.join(folder, temporaryName('0-migration.part'));
  const reader = new Database(database, { fileMustExist: true, readonly: true });
  try {
    rmSync(draft, { force: true });
    makePrivateFile(draft);
    reader.prepare('VACUUM INTO ?').run(draft);
    syncFile(draft);
    renameSync(draft, file);
    syncFolder(folder);
  } finally {
    reader.close();
    rmSync(draft, { force: true });
  }
}
