import {
  type BuiltInDesign,
  type CertificateDesignDocument,
  certificatePapers,
  type DesignField,
  type TextLook,
  type TextSource,
} from '../../../shared/model/certificate-designs.ts';

const ink = '#1d2124';
const accent = '#0b5c66';
const muted = '#565f65';

/** A design that comes with the app, for so many signatories: to print by, and to begin one’s own from. */
export function builtInDesign(design: BuiltInDesign, signatories: number): CertificateDesignDocument {
  const paper = design.endsWith('-a4') ? 'a4' : 'letter';
  const isClassic = design.startsWith('classic');
  const { width, height } = certificatePapers[paper];
  const centre = width / 2;
  const down = (height - certificatePapers.letter.height) / 2;
  const look = (font: TextLook['font'], size: number, smallest: number, color: string): TextLook => ({
    font,
    size,
    smallest,
    color,
    align: 'center',
  });
  const text = (
    source: TextSource,
    [top, boxWidth, boxHeight]: readonly [top: number, width: number, height: number],
    textLook: TextLook,
    middle = centre,
  ): DesignField => ({
    kind: 'text',
    id: source,
    source,
    words: '',
    box: { x: tidy(middle - boxWidth / 2), y: tidy(top + down), width: boxWidth, height: boxHeight },
    look: textLook,
  });
  const heading = isClassic ? accent : ink;
  const right = centre + 272;
  const fields: DesignField[] = [
    text('organization', [94, 620, 22], look('sans-bold', 11, 7, muted)),
    text('title', [122, 620, 62], look('serif', 40, 18, heading)),
    text('opening', [200, 500, 44], look('serif', 15.5, 9, ink)),
    text('name', [246, 620, 84], look('serif-bold', 44, 25, ink)),
    text('closing', [334, 500, 104], look('serif', 15.5, 8, ink)),
    text('date', [507, 100, 24], look('sans-bold', 9.5, 6, ink), centre - 272),
    ...signatoryBoxes(signatories, centre).map(
      ({ x, width: boxWidth }, at): DesignField => ({
        kind: 'signatory',
        id: `signatory-${at + 1}`,
        which: at + 1,
        picture: null,
        box: { x: tidy(x), y: tidy(452 + down), width: tidy(boxWidth), height: 82 },
        look: look('sans-bold', 9.5, 6, ink),
      }),
    ),
    {
      kind: 'code',
      id: 'code',
      box: { x: tidy(right - 36), y: tidy(444 + down), width: 72, height: 72 },
    },
    text('number', [520, 112, 14], look('sans', 8.2, 6, ink), right),
  ];
  return {
    format: 1,
    paper,
    background: { kind: 'drawn', drawing: isClassic ? 'engraved' : 'ruled' },
    fields,
    fonts: [],
  };
}

/** Where so many signatories are, side by side around the middle of the page. */
function signatoryBoxes(count: number, centre: number): readonly { readonly x: number; readonly width: number }[] {
  const [gap, whole, widest] = [18, 428, 170];
  const width = Math.min(widest, (whole - gap * (count - 1)) / Math.max(1, count));
  const left = centre - (width * count + gap * (count - 1)) / 2;
  return Array.from({ length: count }, (_, at) => ({ x: left + at * (width + gap), width }));
}

const tidy = (value: number): number => Math.round(value * 10) / 10;
