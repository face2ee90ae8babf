import type { CertificateDesignFile, CertificateDesignRow, CertificateFile } from '../certificate-designs.ts';
import type { Table } from './table.ts';
import { nameIn } from './words.ts';

/** Backgrounds, signatures, seals and fonts of certificate designs. */
export const certificateFile = {
  columns: ['id', 'hash', 'name', 'kind', 'facts', 'bytes'],
  references: {},
  unique: [{ columns: ['hash'], collision: 'same-row', taken: ({ name }) => `The file “${name}” is there already` }],
  words: {
    about: () => null,
    called: (row) => `“${row.name}”`,
    added: (row) => `file “${row.name}” added for certificates`,
    removed: (row) => `file “${row.name}” for certificates removed`,
    fields: {},
  },
} as const satisfies Table<CertificateFile>;

/** Versions of certificate designs. */
export const certificateDesign = {
  columns: ['id', 'name', 'version', 'document', 'savedAt'],
  references: {},
  unique: [],
  words: {
    about: () => null,
    called: (row) => `“${row.name}”, version ${row.version}`,
    added: (row) => `version ${row.version} of the certificate design “${row.name}” saved`,
    removed: (row) => `version ${row.version} of the certificate design “${row.name}” undone`,
    fields: {},
  },
} as const satisfies Table<CertificateDesignRow>;

/** Which files the versions of designs need. */
export const certificateDesignFile = {
  columns: ['id', 'designId', 'fileId'],
  references: { designId: { to: 'certificateDesign' }, fileId: { to: 'certificateFile' } },
  unique: [
    {
      columns: ['designId', 'fileId'],
      collision: 'same-row',
      taken: () => 'The design has the file already',
    },
  ],
  words: {
    about: (row, names) => names.of('certificateDesign', row.designId),
    added: (row, names) => `drawn with ${names.of('certificateFile', row.fileId)}`,
    removed: (row, names) => `no longer drawn with ${names.of('certificateFile', row.fileId)}`,
    fields: { designId: ['design', nameIn('certificateDesign')], fileId: ['file', nameIn('certificateFile')] },
  },
} as const satisfies Table<CertificateDesignFile>;
