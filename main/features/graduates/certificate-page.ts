import { certificatePapers } from '../../../shared/model/certificate-designs.ts';
import { accent, black, ink, muted } from '../../papers/colours.ts';
import type { Drawing, Tag } from '../../papers/paper.ts';
import type { Pen } from '../../papers/pen.ts';
import { qrPath } from '../../papers/qr-code.ts';
import { straight } from '../../papers/shapes.ts';
import type { TextStyle, Typesetter } from '../../papers/typesetter.ts';

/** A certificate whose words are ready to be set: every text is printable and has a font that covers it. */
export interface CertificatePage {
  readonly number: string;
  /** What its code says: the signed statement, or the number alone. */
  readonly code: string;
  readonly day: string;
  readonly organization: string;
  readonly title: string;
  /** The statement's words before the name and after it. */
  readonly before: string;
  readonly name: string;
  readonly after: string;
  readonly signatories: readonly { readonly name: string; readonly role: string }[];
}

const centre = certificatePapers.letter.width / 2;
const nameWidth = 620;
const statementWidth = 500;
const statementEnd = 440;
const bottomLine = 504;
// One inch: a statement’s squares are half a millimeter wide, which any printer and any telephone can do.
const codeSize = 72;
const codeCentre = 668;
const label: TextStyle = { font: 'sans', size: 8.2, colour: muted };

/** Draws one certificate of the first classic design on the present page. `border` is the drawing that all share. */
export function drawCertificate(pen: Pen, page: CertificatePage, border: Drawing): void {
  pen.artifact('Layout', () => pen.drawing(border));
  pen.tag('Sect', () => drawWords(pen, page), { title: `${page.name}, ${page.number}` });
}

function drawWords(pen: Pen, page: CertificatePage): void {
  const organization: TextStyle = { font: 'sans-bold', size: 10, colour: muted, tracking: 0.9 };
  line(pen, 'P', page.organization.toUpperCase(), organization, 110);
  line(pen, 'H1', page.title, { font: 'serif', size: 40, colour: accent }, 167);
  pen.artifact('Layout', () => ornament(pen, 191));

  const statement: TextStyle = { font: 'serif', size: 15.5, colour: ink };
  const opening = paragraph(pen.type, page.before, statement, 40);
  const openingTop = 239 - (opening.lines.length - 1) * opening.leading;
  pen.tag('P', () => setLines(pen, opening.lines, opening.style, openingTop, opening.leading));
  const name: TextStyle = { font: 'serif-bold', size: 44, colour: ink };
  const names = nameLines(pen.type, page.name, name);
  const nameBaseline = names.length === 1 ? 296 : 285;
  const step = 38;
  pen.tag('H2', () => setLines(pen, names, names.length === 1 ? name : { ...name, size: 32 }, nameBaseline, step));
  const closingTop = nameBaseline + (names.length - 1) * step + 45;
  const closing = paragraph(pen.type, page.after, statement, statementEnd - closingTop);
  pen.tag('P', () => setLines(pen, closing.lines, closing.style, closingTop, closing.leading));

  drawBottom(pen, page);
  const isSigned = page.code !== page.number;
  // An address makes a code of more squares; fewer of them for mending keep each one large.
  const correction = isSigned && !page.code.startsWith('CDC') ? 'low' : 'medium';
  const code = qrPath(page.code, codeCentre - codeSize / 2, bottomLine + 16 - codeSize, codeSize, correction);
  const alt = isSigned ? `QR code of the signed statement of ${page.number}` : `QR code of the number ${page.number}`;
  pen.tag('Figure', () => pen.fill(code, black), { alt });
}

/** One line that is read on its own, around the middle of its place. */
function line(
  pen: Pen,
  tag: Tag,
  text: string,
  style: TextStyle,
  baseline: number,
  { x, width } = { x: centre, width: nameWidth },
): void {
  if (text !== '') pen.tag(tag, () => pen.line(text, { ...style, align: 'middle' }, x, baseline, width));
}

function setLines(pen: Pen, lines: readonly string[], style: TextStyle, top: number, leading: number): void {
  for (const [at, text] of lines.entries()) {
    pen.line(text, { ...style, align: 'middle' }, centre, top + at * leading, nameWidth);
  }
}

/** The day on the left, the signatories between, the number under its code on the right. */
function drawBottom(pen: Pen, page: CertificatePage): void {
  const strong: TextStyle = { font: 'sans-bold', size: 9.5, colour: ink };
  const fields = [
    { x: 124, width: 96, above: page.day, below: 'Issued' },
    ...page.signatories.map((signatory, index, all) => {
      const gap = 18;
      const width = Math.min(170, (428 - gap * (all.length - 1)) / all.length);
      const left = centre - (width * all.length + gap * (all.length - 1)) / 2;
      return { x: left + width / 2 + index * (width + gap), width, above: signatory.name, below: signatory.role };
    }),
  ];
  pen.artifact('Layout', () => {
    for (const { x, width } of fields) pen.rule(x - width / 2, x + width / 2, bottomLine, '#8a9499', 0.6);
  });
  for (const { x, width, above, below } of fields) {
    let baseline = bottomLine + 15;
    for (const text of fieldLines(pen.type, above, strong, width)) {
      line(pen, 'P', text, strong, baseline, { x, width });
      baseline += 12;
    }
    for (const text of fieldLines(pen.type, below, label, width)) {
      line(pen, 'P', text, label, baseline, { x, width });
      baseline += 10.5;
    }
  }
  line(pen, 'P', page.number, { ...label, colour: ink }, bottomLine + 27, { x: codeCentre, width: 112 });
}

/** A field's text on one line where that is legible, else on two. */
function fieldLines(type: Typesetter, text: string, style: TextStyle, width: number): readonly string[] {
  const natural = type.width(text, style);
  if (natural * 0.88 <= width) return [text];
  const two = type.evenLines(text, style, Math.max(width, natural * 0.58));
  return two.length <= 2 ? two : [text];
}

interface Paragraph {
  readonly lines: readonly string[];
  readonly style: TextStyle;
  readonly leading: number;
}

/** A text broken into lines, made smaller until it is no higher than it may be. */
function paragraph(type: Typesetter, text: string, style: TextStyle, height: number): Paragraph {
  for (let size = style.size; ; size -= 0.5) {
    const smaller = { ...style, size };
    const leading = size * 1.48;
    const lines = type.evenLines(text, smaller, size < 11 ? nameWidth : statementWidth);
    if ((lines.length - 1) * leading <= height || size <= 5) return { lines, style: smaller, leading };
  }
}

function ornament(pen: Pen, y: number): void {
  const [gap, reach, half] = [9, 62, 3.2];
  const stroke = { colour: accent, width: 0.7 };
  pen.stroke(straight(centre - reach, y, centre - gap, y), stroke);
  pen.stroke(straight(centre + gap, y, centre + reach, y), stroke);
  pen.fill(
    [['M', centre, y - half], ['L', centre + half, y], ['L', centre, y + half], ['L', centre - half, y], ['Z']],
    accent,
  );
}

/** A name on one line, or on two of like length where one line would have to be smaller than 25 points. */
function nameLines(type: Typesetter, name: string, style: TextStyle): readonly string[] {
  if (type.width(name, style) * (25 / style.size) <= nameWidth) return [name];
  const smaller = { ...style, size: 32 };
  const two = type.evenLines(name, smaller, type.width(name, smaller) * 0.56);
  return two.length === 2 ? two : [name];
}
