import { stat } from 'node:fs/promises';
import type { ReadableDatabase } from '../../database/handles.ts';
import { evidenceFolder, hashOf, placeOf } from '../../files/kept-files.ts';
import type { Findings } from './finding.ts';

/** How files are looked at: `bytes` reads each whole; `size` only asks whether it is there and as long as it was. */
export type FilesLookedAt = 'bytes' | 'size';

interface KeptDocument {
  readonly id: string;
  readonly sha256: string;
  readonly size: number | null;
  readonly name: string | null;
}

/**
 * Holds every file of evidence beside the database against the hash that its record has. Bytes of a store that holds
 * gigabytes take long, so Cancel is heard between two files.
 */
export async function checkEvidenceFiles(
  database: ReadableDatabase,
  file: string,
  how: FilesLookedAt,
  findings: Findings,
  signal: AbortSignal | undefined,
): Promise<void> {
  const folder = evidenceFolder(file);
  const documents = database.all<KeptDocument>(
    'SELECT min(id) AS id, sha256, size, name FROM evidenceDocument WHERE sha256 IS NOT NULL GROUP BY sha256 ORDER BY id',
  );
  for (const { id, sha256, size, name } of documents) {
    if (signal?.aborted) return;
    // The file may hold anything; only a hash names a file.
    const place = /^[0-9a-f]{64}$/.test(sha256) ? placeOf(folder, sha256) : null;
    const facts = place === null ? null : await stat(place).catch(() => null);
    if (place === null || !facts?.isFile()) {
      findings.add({ kind: 'evidence', id, name, trouble: 'missing' });
    } else if (facts.size !== size || (how === 'bytes' && (await hashOf(place)) !== sha256)) {
      findings.add({ kind: 'evidence', id, name, trouble: 'altered' });
    }
  }
}
