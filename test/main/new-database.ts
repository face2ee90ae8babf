import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openDatabase } from '../../main/database/open.ts';

let made: Buffer | null = null;

/** Puts a database there that is empty but migrated. The migrations run once in this process; each test has its copy. */
export function putNewDatabase(file: string): void {
  made ??= migrated();
  writeFileSync(file, made);
}

function migrated(): Buffer {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cohort-desk-'));
  try {
    const file = path.join(folder, 'new.db');
    const opened = openDatabase(file);
    if (!opened.ok) throw new Error(opened.problem.sentence);
    // The last connection carries everything over into the file itself.
    opened.value.close();
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
