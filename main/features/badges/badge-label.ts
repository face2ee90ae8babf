import { sayBadgeCode } from '../../../shared/model/badges.ts';
import { sayNumber } from '../../../shared/model/devices.ts';
import type { LabelBox } from '../../../shared/model/label-stock.ts';
import { accent, black, hairline, ink, muted } from '../../papers/colours.ts';
import type { Pen } from '../../papers/pen.ts';
import { qrModules, qrPath } from '../../papers/qr-code.ts';
import type { TextStyle } from '../../papers/typesetter.ts';

/** What stands on a badge. Only plain data: it crosses to a thread. */
export interface PrintedBadge {
  readonly number: number;
  readonly code: string;
  /** What is read across a room: the first name, or the whole name; empty on a blank badge. */
  readonly large: string;
  /** Below it, smaller: the last name; empty where the whole name is large. */
  readonly small: string;
  readonly organization: string;
  readonly cohort: string;
}

const millimetre = 72 / 25.4;
/** A square of the code is this wide at least: phones and cheap scanners read it at arm's length. */
export const leastModule = 0.8 * millimetre;
const mostModule = 1.15 * millimetre;
/** White squares around a code, as the standard asks. */
const quiet = 4;

/** Draws a badge within its label. */
export function drawBadge(pen: Pen, badge: PrintedBadge, box: LabelBox, program: string): void {
  pen.tag('Sect', () => drawWithin(pen, badge, box, program), { title: `Badge ${sayNumber(badge.number)}` });
}

function drawWithin(pen: Pen, badge: PrintedBadge, box: LabelBox, program: string): void {
  const pad = Math.min(13, box.height * 0.07);
  const left = box.x + pad;
  const right = box.x + box.width - pad;
  const top = box.y + pad;
  const bottom = box.y + box.height - pad;
  const modules = qrModules(badge.code);
  // As large as a third of the label allows.
  const module = Math.max(leastModule, Math.min(mostModule, (box.height * 0.36) / (modules + quiet)));
  const qr = module * modules;

  const head: TextStyle = { font: 'sans-bold', size: 8.5, colour: muted, tracking: 0.6 };
  const headBase = top + 7;
  const half = (right - left) / 2 - 4;
  pen.tag('P', () => pen.line(program.toUpperCase(), head, left, headBase, half));
  if (badge.cohort !== '') {
    const cohort: TextStyle = { font: 'sans-bold', size: 9.5, colour: accent, align: 'end' };
    pen.tag('P', () => pen.line(badge.cohort, cohort, right, headBase, half));
  }
  pen.artifact('Layout', () => pen.rule(left, right, headBase + 5, accent, 1));

  const qrTop = bottom - qr;
  const names = { top: headBase + 9, bottom: qrTop - quiet * module - 1 };
  if (badge.large === '') drawBlank(pen, left, right, names);
  else drawNames(pen, badge, left, right - left, names);

  const alt = `QR code of badge ${sayNumber(badge.number)}`;
  pen.tag('Figure', () => pen.fill(qrPath(badge.code, right - qr, qrTop, qr), black), { alt });

  const beside = right - qr - quiet * module - left;
  const number: TextStyle = { font: 'sans-bold', size: Math.min(15, box.height * 0.075), colour: ink };
  pen.tag('P', () => pen.line(`No. ${sayNumber(badge.number)}`, number, left, bottom - 9.5, beside));
  const code: TextStyle = { font: 'sans', size: 6.8, colour: muted };
  pen.tag('P', () => pen.line(sayBadgeCode(badge.code), code, left, bottom, beside));
  if (badge.organization !== '') {
    const room = bottom - 9.5 - number.size - 3 - (qrTop - 4);
    const system = pen.type.fit(badge.organization, 'sans', Math.min(12.5, box.height * 0.062), beside, room);
    const style: TextStyle = { font: 'sans', size: system.size, colour: ink };
    pen.tag('P', () => {
      for (const [at, line] of system.lines.entries()) {
        pen.line(line, style, left, qrTop - 4 + system.size + at * system.leading, beside);
      }
    });
  } else if (badge.large === '') {
    const line = qrTop + qr * 0.28;
    pen.artifact('Layout', () => pen.rule(left, left + beside, line, hairline, 0.8));
    const hint: TextStyle = { font: 'sans', size: 6.8, colour: muted };
    pen.tag('P', () => pen.line('School system', hint, left, line + 8, beside));
  }
}

interface Band {
  readonly top: number;
  readonly bottom: number;
}

function drawNames(pen: Pen, { large, small }: PrintedBadge, left: number, width: number, { top, bottom }: Band): void {
  const height = bottom - top;
  const share = small === '' ? 1 : 0.62;
  const first = pen.type.fit(large, 'sans-bold', Math.min(54, height * 0.52), width, height * share);
  const second =
    small === '' ? null : pen.type.fit(small, 'sans', Math.min(first.size * 0.66, 26), width, height * (1 - share));
  const total = first.lines.length * first.leading + (second ? second.lines.length * second.leading : 0);
  let y = top + (height - total) / 2;
  const draw = (lines: readonly string[], style: TextStyle, leading: number): void => {
    for (const line of lines) {
      pen.line(line, style, left, y + leading * 0.8, width);
      y += leading;
    }
  };
  pen.tag('H1', () => draw(first.lines, { font: 'sans-bold', size: first.size, colour: ink }, first.leading));
  if (second) {
    pen.tag('H2', () => draw(second.lines, { font: 'sans', size: second.size, colour: ink }, second.leading));
  }
}

/** A line to write a name on. */
function drawBlank(pen: Pen, left: number, right: number, { top, bottom }: Band): void {
  const y = top + (bottom - top) * 0.72;
  const hint: TextStyle = { font: 'sans', size: 6.8, colour: muted };
  pen.artifact('Layout', () => pen.rule(left, right, y, hairline, 0.8));
  pen.tag('P', () => pen.line('Name', hint, left, y + 8, right - left));
}
