import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { temporaryName } from '../files/maker.ts';
import { makePrivateFolder, PRIVATE_FILE } from '../files/private.ts';

/** What a file of the settings folder says; null: it isn’t there, or can’t be understood. */
export function readSettings<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> | null {
  try {
    return schema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? null;
  } catch {
    return null;
  }
}

/** Writes a file of the settings folder whole or not at all, for this account alone. Throws where the disk refuses. */
export function writeSettings(file: string, value: unknown): void {
  const folder = path.dirname(file);
  makePrivateFolder(folder);
  const part = path.join(folder, temporaryName(`0-${path.basename(file)}.part`));
  try {
    writeFileSync(part, `${JSON.stringify(value, null, 2)}\n`, { mode: PRIVATE_FILE, flush: true });
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}
