import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { EvidenceDocument } from '../../../shared/model/evidence.ts';
import { type EvidenceDocumentId, mostEvidenceBytes } from '../../../shared/model/evidence.ts';
import { done, type Result } from '../../../shared/model/result.ts';
import { notApproved } from '../../call/approved-files.ts';
import { databaseFile } from '../../call/database-file.ts';
import type { Workbench } from '../../call/handler.ts';
import { evidenceFolder, type KeptFile, keepFile, placeOf } from '../../files/kept-files.ts';
import { readRegularFile } from '../../files/regular-file.ts';
import { fileTypeOf } from '../../rules/evidence/file-type.ts';

/** A file that is in the store now, and what it was called where it came from. */
export interface StoredFile extends Pick<KeptFile, 'sha256' | 'size' | 'isNew'> {
  readonly type: NonNullable<EvidenceDocument['type']>;
  readonly name: string;
}

/** Where the files of evidence lie: beside the database, under their hashes. */
export const storeOf = (desk: Workbench): string => evidenceFolder(databaseFile(desk.facts()));

/**
 * Copies files into the store, one after another; the same bytes lie there once. Refuses the first that can't be
 * copied, and then none is kept.
 */
export async function storeFiles(desk: Workbench, files: readonly string[]): Promise<Result<readonly StoredFile[]>> {
  const stored: StoredFile[] = [];
  const named = new Set(files);
  for (const file of named) {
    if (!desk.mayRead(file)) {
      await discardUnused(desk, stored);
      return notApproved(file);
    }
    const label = `Copying ${path.basename(file)}`;
    const kept = await keepFile(storeOf(desk), file, {
      most: mostEvidenceBytes,
      signal: desk.signal,
      onProgress: (bytes, of) => desk.progress(label, (stored.length + bytes / of) / named.size),
    });
    if (!kept.ok) {
      await discardUnused(desk, stored);
      return kept;
    }
    const { sha256, size, head, isNew } = kept.value;
    const double = stored.some((each) => each.sha256 === sha256);
    if (!double) stored.push({ sha256, size, isNew, type: fileTypeOf(head), name: plainName(file) });
  }
  return done(stored);
}

/**
 * Takes files out of the store again that came for something which was then refused, where no document names them. Never
 * fails: a file that no one names does no harm.
 */
export async function discardUnused(desk: Workbench, stored: readonly StoredFile[]): Promise<void> {
  const { database } = desk.facts();
  for (const { sha256, isNew } of stored) {
    if (!isNew || database.get('SELECT 1 FROM evidenceDocument WHERE sha256 = ? LIMIT 1', sha256)) continue;
    await rm(placeOf(storeOf(desk), sha256), { force: true }).catch(() => {});
  }
}

/** A file's own name for people to read: no folders, no signs that would turn a line around or break it. */
function plainName(file: string): string {
  const name = path
    .basename(file)
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\]+/gu, ' ')
    .trim();
  return name.slice(0, 250).toWellFormed() || 'File';
}

/** Whether this document is a file, which has a hash. */
export const isFile = (document: EvidenceDocument): document is EvidenceDocument & { readonly sha256: string } =>
  document.kind === 'file' && document.sha256 !== null;

/** A document by its id, for which a caller shows or saves its file. */
export const documentBy = (desk: Workbench, id: EvidenceDocumentId): EvidenceDocument | undefined =>
  desk.facts().database.get<EvidenceDocument>('SELECT * FROM evidenceDocument WHERE id = ?', id);

/** The bytes of a file in the store; null: more than it should have. Refuses one that isn't there. */
export const readStored = (desk: Workbench, sha256: string, size: number): Promise<Result<Buffer | null>> =>
  readRegularFile(placeOf(storeOf(desk), sha256), size, 'a file');
