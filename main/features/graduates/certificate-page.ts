import { accent, ink, muted, pageWidth } from '../../papers/border.ts';
import type { FontName } from '../../papers/fonts.ts';
import { qrDrawing } from '../../papers/qr-code.ts';
import { textFeatures } from '../../papers/typesetter.ts';

/** A certificate whose words are ready to be set: every text is printable and has a font that covers it. */
export interface CertificatePage {
  readonly number: string;
  readonly day: string;
  readonly organization: string;
  readonly title: string;
  /** The statement's words before the name and after it. */
  readonly before: string;
  readonly name: string;
  readonly after: string;
  readonly signatories: readonly { readonly name: string; readonly role: string }[];
  /** The typeface of each text that is not Latin enough for its usual one. */
  readonly fontOf: (text: string, usual: FontName) => FontName;
}

interface Style {
  readonly font: FontName;
  readonly size: number;
  readonly colour: string;
  readonly tracking?: number;
}

const centre = pageWidth / 2;
const nameWidth = 620;
const statementWidth = 500;
const statementEnd = 440;
const bottomLine = 504;
const codeSize = 54;
const codeCentre = 668;
const label: Style = { font: 'sans', size: 8.2, colour: muted };

/** Draws one certificate on the document's present page. `border` is the page's drawing that all of them share. */
export function drawCertificate(doc: PDFKit.PDFDocument, page: CertificatePage, border: PDFKit.PDFKitReference): void {
  doc.page.xobjects.Border = border;
  doc.markContent('Artifact', { type: 'Layout' });
  doc.addContent('/Border Do');
  doc.endMarkedContent();
  const section = doc.struct('Sect', { title: `${page.name}, ${page.number}` });
  doc.addStructure(section);
  const set = (tag: string, draw: () => void, alt = ''): void => {
    section.add(doc.struct(tag, alt === '' ? {} : { alt }, draw));
  };
  const line = (tag: string, text: string, style: Style, baseline: number, width = nameWidth, x = centre): void => {
    if (text !== '') set(tag, () => setLine(doc, page, text, style, x, baseline, width));
  };

  line('P', page.organization.toUpperCase(), { font: 'sans-bold', size: 10, colour: muted, tracking: 0.9 }, 110);
  line('H1', page.title, { font: 'serif', size: 40, colour: accent }, 167);
  doc.markContent('Artifact', { type: 'Layout' });
  ornament(doc, 191);
  doc.endMarkedContent();

  const statement: Style = { font: 'serif', size: 15.5, colour: ink };
  const opening = paragraph(doc, page, page.before, statement, 40);
  set('P', () => {
    for (const [index, text] of opening.lines.entries()) {
      const baseline = 239 - (opening.lines.length - 1 - index) * opening.leading;
      setLine(doc, page, text, opening.style, centre, baseline, nameWidth);
    }
  });
  const name: Style = { font: 'serif-bold', size: 44, colour: ink };
  const names = nameLines(doc, page, name);
  const nameBaseline = names.length === 1 ? 296 : 285;
  const step = 38;
  set('H2', () => {
    for (const [index, text] of names.entries()) {
      const style = names.length === 1 ? name : { ...name, size: 32 };
      setLine(doc, page, text, style, centre, nameBaseline + index * step, nameWidth);
    }
  });
  const closingTop = nameBaseline + (names.length - 1) * step + 45;
  const closing = paragraph(doc, page, page.after, statement, statementEnd - closingTop);
  set('P', () => {
    for (const [index, text] of closing.lines.entries()) {
      setLine(doc, page, text, closing.style, centre, closingTop + index * closing.leading, nameWidth);
    }
  });

  bottom(doc, page, line);
  const code = (): void => {
    doc.addContent(qrDrawing(page.number, codeCentre - codeSize / 2, bottomLine + 16 - codeSize, codeSize));
  };
  set('Figure', code, `QR code of the number ${page.number}`);
  section.end();
}

type SetLine = (tag: string, text: string, style: Style, baseline: number, width?: number, x?: number) => void;

/** The day on the left, the signatories between, the number under its code on the right. */
function bottom(doc: PDFKit.PDFDocument, page: CertificatePage, line: SetLine): void {
  const strong: Style = { font: 'sans-bold', size: 9.5, colour: ink };
  const fields = [
    { x: 124, width: 96, above: page.day, below: 'Issued' },
    ...page.signatories.map((signatory, index, all) => {
      const gap = 18;
      const width = Math.min(170, (428 - gap * (all.length - 1)) / all.length);
      const left = centre - (width * all.length + gap * (all.length - 1)) / 2;
      return { x: left + width / 2 + index * (width + gap), width, above: signatory.name, below: signatory.role };
    }),
  ];
  doc.markContent('Artifact', { type: 'Layout' });
  for (const { x, width } of fields) {
    doc
      .moveTo(x - width / 2, bottomLine)
      .lineTo(x + width / 2, bottomLine)
      .lineWidth(0.6)
      .stroke('#8a9499');
  }
  doc.endMarkedContent();
  for (const { x, width, above, below } of fields) {
    let baseline = bottomLine + 15;
    for (const text of fieldLines(doc, page, above, strong, width)) {
      line('P', text, strong, baseline, width, x);
      baseline += 12;
    }
    for (const text of fieldLines(doc, page, below, label, width)) {
      line('P', text, label, baseline, width, x);
      baseline += 10.5;
    }
  }
  line('P', page.number, { ...label, colour: ink }, bottomLine + 27, 112, codeCentre);
}

/** A field's text on one line where that is legible, else on two. */
function fieldLines(
  doc: PDFKit.PDFDocument,
  page: CertificatePage,
  text: string,
  style: Style,
  width: number,
): string[] {
  doc.font(page.fontOf(text, style.font)).fontSize(style.size);
  const natural = doc.widthOfString(text);
  if (natural * 0.88 <= width) return [text];
  const two = broken(doc, page, text, style, Math.max(width, natural * 0.58));
  return two.length <= 2 ? two : [text];
}

/** A text broken into lines, made smaller until it is no higher than it may be. */
function paragraph(
  doc: PDFKit.PDFDocument,
  page: CertificatePage,
  text: string,
  style: Style,
  height: number,
): { readonly lines: readonly string[]; readonly style: Style; readonly leading: number } {
  for (let size = style.size; ; size -= 0.5) {
    const smaller = { ...style, size };
    const leading = size * 1.48;
    const lines = broken(doc, page, text, smaller, size < 11 ? nameWidth : statementWidth);
    if ((lines.length - 1) * leading <= height || size <= 5) return { lines, style: smaller, leading };
  }
}

function ornament(doc: PDFKit.PDFDocument, y: number): void {
  const [gap, reach, half] = [9, 62, 3.2];
  doc.lineWidth(0.7);
  doc
    .moveTo(centre - reach, y)
    .lineTo(centre - gap, y)
    .stroke(accent);
  doc
    .moveTo(centre + gap, y)
    .lineTo(centre + reach, y)
    .stroke(accent);
  doc.polygon([centre, y - half], [centre + half, y], [centre, y + half], [centre - half, y]).fill(accent);
}

/** Sets one line around `x`, made smaller until it fits the width. */
function setLine(
  doc: PDFKit.PDFDocument,
  page: CertificatePage,
  text: string,
  style: Style,
  x: number,
  baseline: number,
  width: number,
): void {
  const characterSpacing = style.tracking ?? 0;
  doc.font(page.fontOf(text, style.font)).fontSize(style.size).fillColor(style.colour);
  const natural = doc.widthOfString(text, { characterSpacing });
  const scale = Math.min(1, width / natural);
  doc.fontSize(style.size * scale);
  const spacing = characterSpacing * scale;
  // The space after the last letter is none of the line's width.
  const left = x - (natural * scale - spacing) / 2;
  const features = textFeatures(text);
  doc.text(text, left, baseline, { lineBreak: false, baseline: 'alphabetic', characterSpacing: spacing, ...features });
}

/** A name on one line, or on two of like length where one line would have to be smaller than 25 points. */
function nameLines(doc: PDFKit.PDFDocument, page: CertificatePage, style: Style): string[] {
  doc.font(page.fontOf(page.name, style.font)).fontSize(style.size);
  if (doc.widthOfString(page.name) * (25 / style.size) <= nameWidth) return [page.name];
  const two = broken(doc, page, page.name, { ...style, size: 32 }, doc.fontSize(32).widthOfString(page.name) * 0.56);
  return two.length === 2 ? two : [page.name];
}

/** A text as lines of like length, none longer than the width where words allow it. */
function broken(doc: PDFKit.PDFDocument, page: CertificatePage, text: string, style: Style, width: number): string[] {
  doc.font(page.fontOf(text, style.font)).fontSize(style.size);
  const space = doc.widthOfString(' ');
  const words = text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => ({ word, width: doc.widthOfString(word) }));
  const fill = (limit: number): string[] => {
    const lines: string[] = [];
    let reach = Number.POSITIVE_INFINITY;
    for (const each of words) {
      if (reach + space + each.width > limit) {
        lines.push(each.word);
        reach = each.width;
      } else {
        lines.push(`${lines.pop()} ${each.word}`);
        reach += space + each.width;
      }
    }
    return lines;
  };
  const most = fill(width);
  let [narrow, wide] = [width / 2, width];
  while (most.length > 1 && wide - narrow > 4) {
    const between = (narrow + wide) / 2;
    if (fill(between).length > most.length) narrow = between;
    else wide = between;
  }
  return fill(wide);
}
