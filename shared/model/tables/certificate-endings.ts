import type { CertificateEnding } from '../certificate-endings.ts';
import type { Table } from './table.ts';
import { day, plain, quoted } from './words.ts';

/** Certificates that were revoked, or that another one replaces. */
export const certificateEnding = {
  columns: ['id', 'certificateId', 'kind', 'endedOn', 'reason', 'replacedById'],
  references: { certificateId: { to: 'certificate' }, replacedById: { to: 'certificate' } },
  unique: [
    {
      columns: ['certificateId'],
      collision: 'same-row',
      taken: () => 'The certificate was revoked or replaced in the meantime',
    },
  ],
  together: [['kind', 'endedOn', 'reason', 'replacedById']],
  words: {
    about: (row, names) => names.of('certificate', row.certificateId),
    added: (row) => `certificate ${row.kind === 'revoked' ? 'revoked' : 'replaced by a new one'}: “${row.reason}”`,
    removed: (row) => `certificate no longer ${row.kind === 'revoked' ? 'revoked' : 'replaced'}`,
    fields: { kind: ['certificate', plain], endedOn: ['day', day], reason: ['reason', quoted] },
  },
} as const satisfies Table<CertificateEnding>;
