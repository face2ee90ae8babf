/** A landscape Letter page, in points. */
export const pageWidth = 792;
export const pageHeight = 612;

/** The certificate's colours, as a page's drawing takes them. */
export const ink = '#1d2124';
export const muted = '#565f65';
export const accent = '#0b5c66';

type Point = readonly [x: number, y: number];

const at = (value: number): string => String(Math.round(value * 100) / 100);
const point = ([x, y]: Point): string => `${at(x)} ${at(y)}`;
const colour = (red: number, green: number, blue: number): string =>
  [red, green, blue].map((part) => at(part / 255)).join(' ');

const deep = colour(11, 92, 102);
const middle = colour(112, 160, 166);
const pale = colour(234, 241, 241);

const rectangle = (inset: number): string =>
  `${inset} ${inset} ${pageWidth - 2 * inset} ${pageHeight - 2 * inset} re S`;

/**
 * A wave from one point to another: so many whole waves, so high to each side, begun so far into the first.
 * Each half wave is one curve, drawn by its slope, so that the line has no corners.
 */
function wave([x0, y0]: Point, [x1, y1]: Point, waves: number, height: number, phase: number): string {
  const steps = waves * 6;
  const length = Math.hypot(x1 - x0, y1 - y0);
  const along: Point = [(x1 - x0) / length, (y1 - y0) / length];
  const turn = (step: number): number => (step / 6 + phase) * 2 * Math.PI;
  const place = (distance: number, off: number): Point => [
    x0 + along[0] * distance - along[1] * off,
    y0 + along[1] * distance + along[0] * off,
  ];
  const stride = length / steps;
  const slope = (height * 2 * Math.PI) / (6 * 3);
  let path = `${point(place(0, height * Math.sin(turn(0))))} m`;
  for (let step = 0; step < steps; step++) {
    const [from, to] = [turn(step), turn(step + 1)];
    const first = place(stride * (step + 1 / 3), height * Math.sin(from) + slope * Math.cos(from));
    const second = place(stride * (step + 2 / 3), height * Math.sin(to) - slope * Math.cos(to));
    path += ` ${point(first)} ${point(second)} ${point(place(stride * (step + 1), height * Math.sin(to)))} c`;
  }
  return `${path} S`;
}

/** A rose of thin lines, as engraved on banknotes: waves around a circle, each turned a little further. */
function rose([x, y]: Point, radius: number, inner: number, petals: number, turns: number): string {
  const middleRadius = (radius + inner) / 2;
  const swing = (radius - inner) / 2;
  const steps = petals * 12;
  const lines: string[] = [];
  for (let turn = 0; turn < turns; turn++) {
    const phase = (turn / turns) * 2 * Math.PI;
    const points = Array.from({ length: steps }, (_, step): Point => {
      const angle = (step / steps) * 2 * Math.PI;
      const reach = middleRadius + swing * Math.sin(petals * angle + phase);
      return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
    });
    lines.push(`${points.map((place, index) => `${point(place)} ${index === 0 ? 'm' : 'l'}`).join(' ')} h S`);
  }
  return lines.join('\n');
}

const circle = ([x, y]: Point, radius: number): string => {
  const pull = radius * 0.5523;
  return [
    `${point([x + radius, y])} m`,
    `${point([x + radius, y + pull])} ${point([x + pull, y + radius])} ${point([x, y + radius])} c`,
    `${point([x - pull, y + radius])} ${point([x - radius, y + pull])} ${point([x - radius, y])} c`,
    `${point([x - radius, y - pull])} ${point([x - pull, y - radius])} ${point([x, y - radius])} c`,
    `${point([x + pull, y - radius])} ${point([x + radius, y - pull])} ${point([x + radius, y])} c S`,
  ].join(' ');
};

/**
 * What every certificate has behind its words, as the drawing operators of one form XObject: a braid of fine waves
 * between two rules, a rose in each corner, and a pale rose in the middle of the page.
 */
export function borderDrawing(): string {
  const outer = 28;
  const inner = 47;
  const line = (outer + inner) / 2;
  const corner = inner + 1;
  const corners: Point[] = [
    [line, line],
    [pageWidth - line, line],
    [pageWidth - line, pageHeight - line],
    [line, pageHeight - line],
  ];
  const across = 58;
  const down = 43;
  const braid = [0, 1 / 3, 2 / 3].flatMap((phase) => [
    wave([corner, line], [pageWidth - corner, line], across, 6, phase),
    wave([corner, pageHeight - line], [pageWidth - corner, pageHeight - line], across, 6, phase),
    wave([line, corner], [line, pageHeight - corner], down, 6, phase),
    wave([pageWidth - line, corner], [pageWidth - line, pageHeight - corner], down, 6, phase),
  ]);
  return [
    'q 1 j 1 J',
    `${pale} RG 0.4 w`,
    rose([pageWidth / 2, pageHeight / 2], 205, 120, 36, 8),
    rose([pageWidth / 2, pageHeight / 2], 120, 78, 24, 6),
    `${middle} RG 0.35 w`,
    ...braid,
    `${deep} RG 0.35 w`,
    ...corners.map((place) => rose(place, 7.4, 2.2, 8, 3)),
    ...corners.map((place) => circle(place, 8.6)),
    `${deep} RG 1.1 w`,
    rectangle(outer),
    '0.5 w',
    rectangle(inner),
    rectangle(inner + 3.5),
    'Q',
  ].join('\n');
}
