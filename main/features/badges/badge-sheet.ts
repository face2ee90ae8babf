import { type LabelStock, labelBoxes } from '../../../shared/model/label-stock.ts';
import { accent, ink, muted } from '../../papers/colours.ts';
import type { Stroke } from '../../papers/paper.ts';
import type { Pen } from '../../papers/pen.ts';
import { roundedRectangle, straight } from '../../papers/shapes.ts';
import type { TextStyle } from '../../papers/typesetter.ts';

const used = '#b9c0c4';
const thin = (colour: string): Stroke => ({ colour, width: 0.4 });

/** A page with the outline of every label, to hold against a sheet before it is printed; used-up labels are crossed out. */
export function drawOutlines(pen: Pen, stock: LabelStock, name: string, from: number): void {
  pen.tag('Sect', () => drawLabels(pen, stock, name, from), { title: 'Alignment page' });
}

function drawLabels(pen: Pen, stock: LabelStock, name: string, from: number): void {
  const words: TextStyle = { font: 'sans', size: 8.5, colour: muted, align: 'middle' };
  const label: TextStyle = { font: 'sans-bold', size: 20, colour: ink, align: 'middle' };
  for (const [at, { x, y, width, height }] of labelBoxes(stock).entries()) {
    const isUsed = at + 1 < from;
    pen.artifact('Layout', () => {
      const outline = { colour: isUsed ? used : accent, width: 0.5 };
      pen.stroke(roundedRectangle(x, y, width, height, 4), outline);
      if (isUsed) pen.stroke(straight(x, y, x + width, y + height), outline);
      // A cross in the middle of each edge shows a turn as well as a shift.
      for (const [cx, cy] of [
        [x + width / 2, y],
        [x + width / 2, y + height],
        [x, y + height / 2],
        [x + width, y + height / 2],
      ] as const) {
        pen.stroke([...straight(cx - 5, cy, cx + 5, cy), ...straight(cx, cy - 5, cx, cy + 5)], thin(ink));
      }
    });
    pen.tag('P', () => pen.line(String(at + 1), label, x + width / 2, y + height / 2, width));
    const below = isUsed ? 'used' : `${inches(width / 72)} × ${inches(height / 72)} in`;
    pen.tag('P', () => pen.line(below, words, x + width / 2, y + height / 2 + 14, width - 12));
  }
  const first = labelBoxes(stock)[0];
  if (first) {
    const room = first.width - 24;
    const lines = [name, 'Print at 100 %, without “fit to page”, and hold this page against a sheet of labels.'];
    for (const [at, text] of lines.entries()) {
      const style: TextStyle = { ...words, size: 7.5 };
      pen.tag('P', () => pen.line(text, style, first.x + first.width / 2, first.y + 16 + at * 10, room));
    }
  }
}

const inches = (value: number): string => String(Math.round(value * 1_000) / 1_000);

/** Marks along which plain paper is cut, drawn outside of the badges only. */
export function drawCutMarks(pen: Pen, stock: LabelStock): void {
  const boxes = labelBoxes(stock);
  const xs = [...new Set(boxes.flatMap(({ x, width }) => [x, x + width]))];
  const ys = [...new Set(boxes.flatMap(({ y, height }) => [y, y + height]))];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [gap, length] = [4, 14];
  pen.artifact('Layout', () => {
    for (const x of xs) {
      pen.stroke(straight(x, top - gap, x, top - gap - length), thin(muted));
      pen.stroke(straight(x, bottom + gap, x, bottom + gap + length), thin(muted));
    }
    for (const y of ys) {
      pen.stroke(straight(left - gap, y, left - gap - length, y), thin(muted));
      pen.stroke(straight(right + gap, y, right + gap + length, y), thin(muted));
    }
  });
}
