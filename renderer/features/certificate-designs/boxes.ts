import { type Box, type CertificatePaperName, certificatePapers } from '../../../shared/model/certificate-designs.ts';

const pointsPerInch = 72;
/** A box is never smaller, in points. */
export const leastSide = 8;

/** Points in inches, as the editor's fields say them. */
export const inInches = (points: number): number => Math.round((points / pointsPerInch) * 1_000) / 1_000;
/** Inches in points, to the hundredth. */
export const inPoints = (inches: number): number => tidy(inches * pointsPerInch);

const tidy = (points: number): number => Math.round(points * 100) / 100;
const between = (least: number, value: number, most: number): number => Math.max(least, Math.min(value, most));

/** A box moved by so many points; it stays on the page. */
export function moved(
  box: Box,
  paper: CertificatePaperName,
  [right, down]: readonly [right: number, down: number],
): Box {
  return onPage({ ...box, x: box.x + right, y: box.y + down }, paper);
}

/** A box on the page: what is off it is brought back. */
export function onPage(box: Box, paper: CertificatePaperName): Box {
  const { width, height } = certificatePapers[paper];
  return {
    ...box,
    x: tidy(between(0, box.x, Math.max(0, width - box.width))),
    y: tidy(between(0, box.y, Math.max(0, height - box.height))),
  };
}

/** The sides of a box that a handle pulls. */
export interface Pull {
  readonly x: 'left' | 'right' | null;
  readonly y: 'top' | 'bottom' | null;
}

/** A box whose sides were pulled by so many points; it keeps to the page and never turns inside out. */
export function pulled(
  box: Box,
  paper: CertificatePaperName,
  { x, y }: Pull,
  [right, down]: readonly [right: number, down: number],
): Box {
  const page = certificatePapers[paper];
  const [left, width] = span(
    box.x,
    box.width,
    x === 'left' ? 'start' : x === 'right' ? 'end' : null,
    right,
    page.width,
  );
  const [top, height] = span(
    box.y,
    box.height,
    y === 'top' ? 'start' : y === 'bottom' ? 'end' : null,
    down,
    page.height,
  );
  return { x: left, y: top, width, height };
}

function span(
  start: number,
  size: number,
  side: 'start' | 'end' | null,
  by: number,
  most: number,
): readonly [start: number, size: number] {
  const end = start + size;
  if (side === 'start') {
    const at = between(Math.min(0, start), start + by, end - leastSide);
    return [tidy(at), tidy(end - at)];
  }
  if (side === 'end') return [start, tidy(between(leastSide, size + by, Math.max(size, most - start)))];
  return [start, size];
}
