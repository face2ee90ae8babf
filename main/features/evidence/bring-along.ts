import { realpathSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { countOf } from '../../../shared/model/counts.ts';
import { mostEvidenceBytes } from '../../../shared/model/evidence.ts';
import { databaseFile } from '../../call/database-file.ts';
import type { Workbench } from '../../call/handler.ts';
import { evidenceFolder, hashOf, keepFile, placeOf } from '../../files/kept-files.ts';

interface BroughtAlong {
  /** The end of a sentence about it; empty where there is no evidence. */
  readonly said: string;
  /** A sentence for each file that the backup doesn't have. */
  readonly notes: readonly string[];
}

const mostNamed = 5;

/**
 * Copies the files of evidence into the folder `evidence` beside a backup, where a database that is opened there looks
 * for them. Files that lie there already, from an earlier backup, are looked at and left. A backup of the database is
 * made whatever becomes of the files: what is missing of them is told. `isQuiet`: as one that no one asked for, which
 * shows no progress, and takes a file of the right length for the right one instead of reading all of them every time.
 */
export async function bringEvidenceAlong(
  desk: Workbench,
  backup: string,
  { isQuiet = false }: { readonly isQuiet?: boolean } = {},
): Promise<BroughtAlong> {
  const { database } = desk.facts();
  const documents = database.all<{ sha256: string; size: number | null; name: string | null }>(
    'SELECT sha256, size, min(name) AS name FROM evidenceDocument WHERE sha256 IS NOT NULL GROUP BY sha256 ORDER BY min(id)',
  );
  const [from, to] = [evidenceFolder(databaseFile(desk.facts())), evidenceFolder(backup)];
  const isSame = realFolder(path.dirname(from)) === realFolder(path.dirname(to));
  const notes: string[] = [];
  let brought = 0;
  for (const [at, { sha256, size, name }] of documents.entries()) {
    const called = `“${name ?? 'A file'}”`;
    if (!isQuiet) desk.progress('Copying evidence', at / documents.length);
    if (desk.signal.aborted) {
      notes.push(`Canceled: ${countOf(documents.length - at, 'file')} of evidence were not copied.`);
      break;
    }
    const place = placeOf(from, sha256);
    const there = isSame ? place : placeOf(to, sha256);
    if (isQuiet ? sizeOf(there) === size : (await hashOf(there)) === sha256) {
      brought += 1;
      continue;
    }
    const kept = isSame ? null : await keepFile(to, place, { most: mostEvidenceBytes, signal: desk.signal });
    if (kept?.ok && kept.value.sha256 === sha256) {
      brought += 1;
      continue;
    }
    // An altered file would lie there under a hash that no record names.
    if (kept?.ok && kept.value.isNew) await rm(placeOf(to, kept.value.sha256), { force: true });
    notes.push(
      kept === null || kept.ok || (await hashOf(place)) !== sha256
        ? `${called} is missing or altered here, so the backup does not have it either.`
        : `${called} is not in the backup. ${kept.problem.sentence}`,
    );
  }
  const more = notes.length - mostNamed;
  return {
    said: brought === 0 ? '' : `, with ${countOf(brought, 'file')} of evidence in the folder “evidence” beside it`,
    notes: more > 0 ? [...notes.slice(0, mostNamed), `And ${countOf(more, 'more file')} like these.`] : notes,
  };
}

const sizeOf = (file: string): number | null => statSync(file, { throwIfNoEntry: false })?.size ?? null;

function realFolder(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return path.resolve(folder);
  }
}
