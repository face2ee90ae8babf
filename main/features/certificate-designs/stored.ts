import {
  CertificateDesignDocument,
  type CertificateDesignId,
  type CertificateDesignRow,
  type CertificateFile,
  CertificateFileFacts,
  type CertificateFileId,
  filesOfDesign,
} from '../../../shared/model/certificate-designs.ts';
import { fromJson } from '../../../shared/model/json.ts';
import type { Facts } from '../../call/facts.ts';
import type { DesignFile, DesignMaterial } from './material.ts';

/** A stored version of a design. */
export interface StoredDesign extends Omit<CertificateDesignRow, 'document'> {
  readonly document: CertificateDesignDocument;
}

/** One version of a design; undefined: it isn't here. */
export function designOf({ database }: Facts, id: CertificateDesignId): StoredDesign | undefined {
  const row = database.get<CertificateDesignRow>(
    'SELECT id, name, version, document, savedAt FROM certificateDesign WHERE id = ?',
    id,
  );
  return row && { ...row, document: fromJson(CertificateDesignDocument, row.document) };
}

/** Files with their bytes, in no order; those that aren't here are left out. */
export const filesWithBytes = ({ database }: Facts, ids: readonly CertificateFileId[]): readonly DesignFile[] =>
  database
    .all<Omit<CertificateFile, 'hash' | 'name'>>(
      'SELECT id, kind, facts, bytes FROM certificateFile WHERE id IN (SELECT value FROM json_each(?))',
      JSON.stringify(ids),
    )
    .map(({ facts, bytes, ...file }) => ({
      ...file,
      facts: fromJson(CertificateFileFacts, facts),
      bytes: new Uint8Array(Buffer.from(bytes, 'base64')),
    }));

/** A design that is drawn, with all of its files. */
export const materialOf = (facts: Facts, document: CertificateDesignDocument): DesignMaterial => ({
  document,
  files: filesWithBytes(facts, filesOfDesign(document)),
});
