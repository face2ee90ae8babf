import { refuse } from '../../shared/model/result.ts';

const sayMoved = (name: string): string =>
  `“${name}” was moved, deleted or replaced while it was open, so changes can no longer be saved there. Everything saved before that is still here: choose “Save a copy” before you close Cohort Desk.`;

/** How to go on from a backup: the end of a sentence. */
const takeBackup = (name: string): string =>
  `close Cohort Desk, put a copy of your latest backup in the place of “${name}”, and start again.`;

/** Why nothing may be written into a database's file, or read from its name. */
export type FileTrouble = 'moved' | 'written over';

/** The code of an error of ours: another program has written into the database's file. */
export const WRITTEN_OVER = 'DESK_WRITTEN_OVER';

/** What another program did to an open database, and what to do next. */
const sayWrittenOver = (name: string): string =>
  `Another program wrote over “${name}” while it was open, so no change was made and none can be. Now ${takeBackup(name)}`;

/** What became of an open database's file, and what to do next. */
export const sayTrouble = (trouble: FileTrouble, name: string): string =>
  trouble === 'moved' ? sayMoved(name) : sayWrittenOver(name);

const sentences: readonly (readonly [RegExp, (name: string) => string])[] = [
  [/^SQLITE_READONLY_DBMOVED/, sayMoved],
  [new RegExp(`^${WRITTEN_OVER}`), sayWrittenOver],
  [
    /^SQLITE_FULL/,
    () => 'The disk is full, so the change was not made. Free some space and try again; everything before it is safe.',
  ],
  [
    /^(SQLITE_READONLY|EROFS|EACCES|EPERM)/,
    (name) =>
      `“${name}” or its folder is read-only, so the change was not made. Allow writing there, or open a copy in another folder.`,
  ],
  [
    /^(ENAMETOOLONG|EINVAL|ELOOP|ERR_INVALID_ARG_VALUE)/,
    (name) => `“${name}” can’t be used as a name on this disk. Choose a shorter, plainer one, then try again.`,
  ],
  [
    /^(SQLITE_CANTOPEN|EEXIST|EISDIR|ENOTDIR|ENOENT)/,
    (name) => `“${name}” can’t be opened. Check that its folder exists and that you may write there.`,
  ],
  [
    /^SQLITE_(BUSY|LOCKED)/,
    (name) =>
      `“${name}” is in use by another window or program, so the change was not made. Try again when that is done.`,
  ],
  [
    /^SQLITE_NOTADB/,
    (name) =>
      `“${name}” isn’t a database. Choose a Cohort Desk database, or a new file name. If it was one, ${takeBackup(name)}`,
  ],
  [
    /^SQLITE_CORRUPT/,
    (name) => `“${name}” is damaged, so nothing was saved. Keep it under another name, and ${takeBackup(name)}`,
  ],
  [
    /^(SQLITE_IOERR|EIO|ENOSPC)/,
    (name) =>
      `The disk refused to write “${name}”, so the change was not made. Check the disk and its free space, then try again.`,
  ],
  [/^SQLITE_(TOOBIG|NOMEM)/, () => 'This is too much for one change, so it was not made. Do it in smaller parts.'],
  [
    /^SQLITE_CONSTRAINT_FOREIGNKEY/,
    () => 'Later work depends on this, so the change was not made. Undo the later work first.',
  ],
];

// Every statement of ours is prepared against the tables that the migrations make, so that it is not ours that is wrong.
const otherTables =
  /^(no such (table|column|index|trigger|module)|table .* (has no column|already exists)|malformed database schema)|already exists$|^duplicate column name/;

const sayOtherTables = (name: string): string =>
  `The tables in “${name}” don’t match this version of Cohort Desk: it was made by an unreleased version, or changed by another program. Keep it under another name, and ${takeBackup(name)}`;

/** What the disk or SQLite said, as a refusal that a person can act on; null where it is a bug of ours. */
export function explainStorageError(error: unknown, name: string) {
  if (!(error instanceof Error) || !('code' in error)) return null;
  const code = String(error.code);
  if (code === 'SQLITE_ERROR' && otherTables.test(error.message)) return refuse(sayOtherTables(name), [error.message]);
  const known = sentences.find(([pattern]) => pattern.test(code));
  return known ? refuse(known[1](name)) : null;
}
