import type { CertificateDesignDocument, TextLook } from '../../../../shared/model/certificate-designs.ts';

const look: TextLook = { font: 'serif', size: 40, smallest: 20, color: '#1d2124', align: 'center' };

/** A design of three fields. */
export const aDesign: CertificateDesignDocument = {
  format: 1,
  paper: 'letter',
  background: { kind: 'drawn', drawing: 'ruled' },
  fields: [
    { kind: 'text', id: 'name', source: 'name', words: '', look, box: { x: 144, y: 216, width: 504, height: 72 } },
    { kind: 'text', id: 'number', source: 'number', words: '', look, box: { x: 144, y: 432, width: 144, height: 36 } },
    { kind: 'code', id: 'code', box: { x: 576, y: 432, width: 90, height: 90 } },
  ],
  fonts: [],
};
