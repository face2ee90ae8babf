import { type LabelStock, labelBoxes } from '../../../shared/model/label-stock.ts';
import { accent, ink, muted } from '../../papers/border.ts';
import type { TextStyle, Typesetter } from '../../papers/typesetter.ts';

/** A page with the outline of every label, to hold against a sheet before it is printed; used-up labels are crossed out. */
export function drawOutlines(set: Typesetter, stock: LabelStock, name: string, from: number): void {
  const { doc } = set;
  const section = doc.struct('Sect', { title: 'Page for alignment' });
  doc.addStructure(section);
  const words: TextStyle = { font: 'sans', size: 8.5, colour: muted, align: 'middle' };
  const label: TextStyle = { font: 'sans-bold', size: 20, colour: ink, align: 'middle' };
  for (const [at, { x, y, width, height }] of labelBoxes(stock).entries()) {
    const isUsed = at + 1 < from;
    set.artifact('Layout', () => {
      doc
        .roundedRect(x, y, width, height, 4)
        .lineWidth(0.5)
        .stroke(isUsed ? '#b9c0c4' : accent);
      if (isUsed)
        doc
          .moveTo(x, y)
          .lineTo(x + width, y + height)
          .lineWidth(0.5)
          .stroke('#b9c0c4');
      // A cross in the middle of each edge shows a turn as well as a shift.
      for (const [cx, cy] of [
        [x + width / 2, y],
        [x + width / 2, y + height],
        [x, y + height / 2],
        [x + width, y + height / 2],
      ] as const) {
        doc
          .moveTo(cx - 5, cy)
          .lineTo(cx + 5, cy)
          .lineWidth(0.4)
          .stroke(ink);
        doc
          .moveTo(cx, cy - 5)
          .lineTo(cx, cy + 5)
          .lineWidth(0.4)
          .stroke(ink);
      }
    });
    set.tag(section, 'P', () => set.line(String(at + 1), label, x + width / 2, y + height / 2, width));
    const below = isUsed ? 'used' : `${inches(width / 72)} × ${inches(height / 72)} in`;
    set.tag(section, 'P', () => set.line(below, words, x + width / 2, y + height / 2 + 14, width - 12));
  }
  const first = labelBoxes(stock)[0];
  if (first) {
    const room = first.width - 24;
    const lines = [name, 'Print at 100 %, without “fit to page”, and hold this page against a sheet of labels.'];
    for (const [at, text] of lines.entries()) {
      const style: TextStyle = { ...words, size: 7.5 };
      set.tag(section, 'P', () => set.line(text, style, first.x + first.width / 2, first.y + 16 + at * 10, room));
    }
  }
  section.end();
}

const inches = (value: number): string => String(Math.round(value * 1_000) / 1_000);

/** Marks along which plain paper is cut, drawn outside of the badges only. */
export function drawCutMarks(set: Typesetter, stock: LabelStock): void {
  const { doc } = set;
  const boxes = labelBoxes(stock);
  const xs = [...new Set(boxes.flatMap(({ x, width }) => [x, x + width]))];
  const ys = [...new Set(boxes.flatMap(({ y, height }) => [y, y + height]))];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [gap, length] = [4, 14];
  set.artifact('Layout', () => {
    doc.lineWidth(0.4);
    for (const x of xs) {
      doc
        .moveTo(x, top - gap)
        .lineTo(x, top - gap - length)
        .stroke(muted);
      doc
        .moveTo(x, bottom + gap)
        .lineTo(x, bottom + gap + length)
        .stroke(muted);
    }
    for (const y of ys) {
      doc
        .moveTo(left - gap, y)
        .lineTo(left - gap - length, y)
        .stroke(muted);
      doc
        .moveTo(right + gap, y)
        .lineTo(right + gap + length, y)
        .stroke(muted);
    }
  });
}
