import type { Box, DesignField, TextLook } from '../../../shared/model/certificate-designs.ts';
import { black, muted } from '../../papers/colours.ts';
import type { FontName } from '../../papers/fonts.ts';
import { printable } from '../../papers/glyphs.ts';
import type { Tag } from '../../papers/paper.ts';
import type { Pen } from '../../papers/pen.ts';
import { qrModules, qrPath } from '../../papers/qr-code.ts';
import { needsShaping } from '../../papers/shaping.ts';
import { type CertificateWords, textOf } from '../../rules/certificate-designs/words.ts';
import { type LaidText, layLine, layParagraph } from './lay-text.ts';
import type { Placeable, ReadyDesign } from './material.ts';
import { drawSeal } from './seal.ts';

/** A certificate that is drawn by a design. */
export interface DesignedCertificate {
  readonly words: CertificateWords;
  /** What its code says: the signed statement, or the number alone. */
  readonly code: string;
}

type TextField = Extract<DesignField, { kind: 'text' }>;
type SignatoryField = Extract<DesignField, { kind: 'signatory' }>;

/** In which order a certificate is read, wherever its fields are on the page. */
const readingOrder = [
  'organization',
  'program',
  'title',
  'opening',
  'name',
  'closing',
  'words',
  'cohort',
  'date',
  'signatory',
  'seal',
  'number',
  'code',
];
const place = (field: DesignField): number => readingOrder.indexOf(field.kind === 'text' ? field.source : field.kind);

/** Draws one certificate by its design on the present page. */
export function drawDesigned(pen: Pen, certificate: DesignedCertificate, design: ReadyDesign): void {
  drawBackground(pen, design);
  const fields = design.document.fields.toSorted((a, b) => place(a) - place(b));
  const title = `${certificate.words.name}, ${certificate.words.number}`;
  const draw = (): void => {
    for (const field of fields) drawField(pen, field, certificate, design);
  };
  pen.tag('Sect', draw, { title });
}

/** Draws what a design has behind its fields; a design may have nothing there. */
export function drawBackground(pen: Pen, { background, size }: Pick<ReadyDesign, 'background' | 'size'>): void {
  if (background) pen.artifact('Layout', () => putInto(pen, background, { x: 0, y: 0, ...size }));
}

function drawField(pen: Pen, field: DesignField, certificate: DesignedCertificate, design: ReadyDesign): void {
  switch (field.kind) {
    case 'text':
      drawText(pen, field, certificate.words, design);
      break;
    case 'signatory':
      drawSignatory(pen, field, certificate.words, design);
      break;
    case 'seal': {
      const picture = field.picture === null ? null : design.pictures.get(field.picture);
      const alt = `Seal of ${certificate.words.organization}`;
      pen.tag('Figure', () => (picture ? putInto(pen, picture, field.box) : drawSeal(pen, field)), { alt });
      break;
    }
    case 'code':
      drawCode(pen, field.box, certificate, design.document.background.kind === 'file');
      break;
  }
}

const tags: Partial<Record<TextField['source'], Tag>> = { title: 'H1', name: 'H2' };

function drawText(pen: Pen, field: TextField, words: CertificateWords, design: ReadyDesign): void {
  const text = printable(textOf(field, words));
  if (text === '') return;
  const laid = layField(pen.type, field, text, design);
  pen.tag(tags[field.source] ?? 'P', () => setLines(pen, laid, field.look, field.box), asCopied(text));
}

interface DesignedText extends LaidText {
  readonly font: FontName;
}

/** Letters that change with their neighbors are no longer told apart by those who copy them: the text goes along. */
const asCopied = (text: string): { readonly actual?: string } => (needsShaping(text) ? { actual: text } : {});

/** How a field's text is set. */
export function layField(
  type: Pen['type'],
  { source, look, box }: TextField,
  text: string,
  design: Pick<ReadyDesign, 'fonts'>,
): DesignedText {
  const font = design.fonts.choose(text, look.font).font;
  const setting = { type, font, look, box };
  const isParagraph = source === 'opening' || source === 'closing' || source === 'words';
  return { ...(isParagraph ? layParagraph(text, setting) : layLine(text, setting)), font };
}

// Halfway up the letters, so that what is seen is in the middle of its line.
const middleOfLetters = 0.34;

function setLines(pen: Pen, { lines, size, leading, font }: DesignedText, look: TextLook, box: Box): void {
  const top = box.y + (box.height - lines.length * leading) / 2;
  const style = { font, size, colour: look.color, ...alignments[look.align] };
  const x = look.align === 'left' ? box.x : look.align === 'right' ? box.x + box.width : box.x + box.width / 2;
  for (const [at, text] of lines.entries()) {
    pen.line(text, style, x, top + (at + 0.5) * leading + size * middleOfLetters, box.width);
  }
}

const alignments = { left: { align: 'start' }, center: { align: 'middle' }, right: { align: 'end' } } as const;

/** The part of a signatory's box that each line of text takes, as a share of its type size. */
const nameLeading = 1.3;
const roleSize = 0.86;

/** Where the parts of a signatory are: the picture above the line, the name and the role below it. */
export function signatoryParts({ box, look }: Pick<SignatoryField, 'box' | 'look'>) {
  const nameHeight = look.size * nameLeading;
  const roleHeight = look.size * roleSize * nameLeading;
  const line = box.y + box.height - nameHeight - roleHeight - 3;
  return {
    line,
    picture: { x: box.x, y: box.y, width: box.width, height: line - box.y },
    name: { ...box, y: line + 3, height: nameHeight },
    role: { ...box, y: line + 3 + nameHeight, height: roleHeight },
  };
}

function drawSignatory(pen: Pen, field: SignatoryField, { signatories }: CertificateWords, design: ReadyDesign): void {
  const signatory = signatories[field.which - 1];
  if (!signatory) return;
  const parts = signatoryParts(field);
  const picture = field.picture === null ? null : design.pictures.get(field.picture);
  if (picture && parts.picture.height > 0) {
    pen.tag('Figure', () => putInto(pen, picture, parts.picture), { alt: `Signature of ${signatory.name}` });
  }
  const ruleWidth = 0.6;
  pen.artifact('Layout', () => pen.rule(field.box.x, field.box.x + field.box.width, parts.line, '#8a9499', ruleWidth));
  for (const { text, look, box, laid } of signatoryLines(pen.type, field, signatory, design)) {
    pen.tag('P', () => setLines(pen, laid, look, box), asCopied(text));
  }
}

interface SignatoryLine {
  readonly text: string;
  readonly look: TextLook;
  readonly box: Box;
  readonly laid: DesignedText;
}

/** How a signatory's name and role are set; none for what is empty. */
export function signatoryLines(
  type: Pen['type'],
  field: SignatoryField,
  signatory: CertificateWords['signatories'][number],
  design: Pick<ReadyDesign, 'fonts'>,
): readonly SignatoryLine[] {
  const parts = signatoryParts(field);
  const { look } = field;
  const role = { ...look, size: look.size * roleSize, smallest: look.smallest * roleSize, color: muted };
  const lines = [
    { text: signatory.name, look, box: parts.name },
    { text: signatory.role, look: { ...role, font: lighter(look.font) }, box: parts.role },
  ];
  return lines
    .filter(({ text }) => text !== '')
    .map((line) => {
      const { font } = design.fonts.choose(line.text, line.look.font);
      return { ...line, laid: { ...layLine(line.text, { type, font, ...line }), font } };
    });
}

const lighter = (font: TextLook['font']): TextLook['font'] =>
  font === 'sans-bold' ? 'sans' : font === 'serif-bold' ? 'serif' : font;

/** Four squares of white around a code are part of it (ISO/IEC 18004); a background of one's own may have none there. */
const quietSquares = 4;

/** An address makes a code of more squares; fewer of them for mending keep each one large. */
export const correctionOf = (code: string, number: string): 'low' | 'medium' =>
  code !== number && !code.startsWith('CDC') ? 'low' : 'medium';

function drawCode(pen: Pen, box: Box, { code, words: { number } }: DesignedCertificate, needsWhite: boolean): void {
  const isSigned = code !== number;
  const correction = correctionOf(code, number);
  const side = Math.min(box.width, box.height);
  const [x, y] = [box.x + (box.width - side) / 2, box.y + (box.height - side) / 2];
  if (needsWhite) {
    const quiet = (side / qrModules(code, correction)) * quietSquares;
    pen.artifact('Layout', () =>
      pen.fill([['R', x - quiet, y - quiet, side + 2 * quiet, side + 2 * quiet]], '#ffffff'),
    );
  }
  const alt = isSigned ? `QR code of the signed statement of ${number}` : `QR code of the number ${number}`;
  pen.tag('Figure', () => pen.fill(qrPath(code, x, y, side, correction), black), { alt });
}

/** Puts something into a box as large as it goes, without stretching it. What is almost of the box's shape fills it. */
function putInto(pen: Pen, what: Placeable, box: Box): void {
  const scale = Math.min(box.width / what.width, box.height / what.height);
  const isAlmost = Math.abs(box.width / what.width / (box.height / what.height) - 1) < 0.01;
  const [width, height] =
    isAlmost && 'picture' in what ? [box.width, box.height] : [what.width * scale, what.height * scale];
  const [x, y] = [box.x + (box.width - width) / 2, box.y + (box.height - height) / 2];
  if ('picture' in what) pen.picture(what.picture, x, y, width, height);
  else pen.drawing(what.drawing, { x, y, scale });
}
