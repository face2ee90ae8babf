import {
  type CertificateDesignDocument,
  certificatePapers,
  type DesignField,
  sayTextSource,
  smallestCode,
  type TextLook,
  type TextSource,
  textSources,
} from '../../../shared/model/certificate-designs.ts';

/** Something that can be put on a design. */
export interface Addable {
  readonly id: string;
  readonly label: string;
  readonly field: (document: CertificateDesignDocument) => DesignField;
}

const look: TextLook = { font: 'serif', size: 16, smallest: 9, color: '#1d2124', align: 'center' };
const large: Partial<Record<TextSource, readonly [size: number, smallest: number, height: number]>> = {
  name: [40, 24, 60],
  title: [36, 18, 56],
};
/** A code that is read on a copy at 60 %. */
const usualCode = Math.ceil(Math.max(smallestCode, 86));

/** What can be added to a design: each text, the policy's signatories by name, a seal, and the code. */
export const addables = (signatories: readonly string[]): readonly Addable[] => [
  ...textSources.map((source) => ({
    id: source,
    label: sayTextSource[source],
    field: (document: CertificateDesignDocument): DesignField => {
      const [size, smallest, height] = large[source] ?? [look.size, look.smallest, 30];
      return {
        kind: 'text',
        id: freeId(document, source),
        source,
        words: source === 'words' ? 'Your own text' : '',
        look: { ...look, size, smallest, font: source === 'name' ? 'serif-bold' : look.font },
        box: inTheMiddle(document, source === 'number' ? 160 : 400, height),
      };
    },
  })),
  ...signatories.slice(0, 4).map((name, at) => ({
    id: `signatory-${at + 1}`,
    label: `Signatory: ${name}`,
    field: (document: CertificateDesignDocument): DesignField => ({
      kind: 'signatory',
      id: freeId(document, `signatory-${at + 1}`),
      which: at + 1,
      picture: null,
      look: { ...look, font: 'sans-bold', size: 9.5, smallest: 6 },
      box: inTheMiddle(document, 160, 82),
    }),
  })),
  {
    id: 'seal',
    label: 'Seal or picture',
    field: (document) => ({
      kind: 'seal',
      id: freeId(document, 'seal'),
      picture: null,
      color: '#0b5c66',
      box: inTheMiddle(document, 90, 90),
    }),
  },
  {
    id: 'code',
    label: 'Code',
    field: (document) => ({
      kind: 'code',
      id: freeId(document, 'code'),
      box: inTheMiddle(document, usualCode, usualCode),
    }),
  },
];

/** A name that no field of the design has. */
function freeId({ fields }: CertificateDesignDocument, wanted: string): string {
  const taken = new Set(fields.map(({ id }) => id));
  if (!taken.has(wanted)) return wanted;
  let count = 2;
  while (taken.has(`${wanted}-${count}`)) count += 1;
  return `${wanted}-${count}`;
}

function inTheMiddle({ paper }: CertificateDesignDocument, width: number, height: number): DesignField['box'] {
  const page = certificatePapers[paper];
  return { x: Math.round((page.width - width) / 2), y: Math.round((page.height - height) / 2), width, height };
}
