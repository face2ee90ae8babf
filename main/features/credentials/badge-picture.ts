import { type Lettering, letteringWidth, roundText, straightText } from '../../papers/lettering.ts';
import type { Path, PathMark, Segment } from '../../papers/paper.ts';
import { drawPng } from '../../papers/pixels.ts';
import { pathElement } from '../../papers/preview.ts';
import { circle } from '../../papers/shapes.ts';

/** What a program's badge says: the same for all graduates of a cohort, so that it is drawn once for them. */
export interface BadgeWords {
  readonly program: string;
  readonly programTitle: string;
  readonly organization: string;
  readonly cohort: string;
  readonly year: string;
}

/** A badge as files: how a graduate shows it. */
export interface BadgePicture {
  readonly svg: string;
  readonly png: Buffer;
  /** The same, small, as a `data:` address. */
  readonly icon: string;
}

const side = 600;
const pixels = 600;
/** What a wallet shows beside a name: without the lace, which no one could see, and small enough to go into each file. */
const iconPixels = 240;
const middle = { x: 300, y: 289 };

const teal = '#0b5c66';
const deepTeal = '#073f47';
const cream = '#fbf8ef';
const gold = '#c39a3b';
const paleGold = '#e7cf8f';
const darkGold = '#8f6b1e';
const paleTeal = '#d3e1df';

/** Draws the badge: a medal with the program's name between laurels, and the cohort on a ribbon before it. */
export function badgePicture(words: BadgeWords): BadgePicture {
  const size = { width: side, height: side };
  const before = [...laurels(), ...inscriptions(words), ...ribbon(words)];
  const [marks, plain] = [
    [...medal(), ...lace(), ...before],
    [...medal(), ...before],
  ];
  const body = marks.map(pathElement).join('');
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" role="img"><title>${escaped(`${words.program}, ${words.cohort} ${words.year}`)}</title>${body}</svg>`,
    png: drawPng(marks, size, pixels),
    icon: `data:image/png;base64,${drawPng(plain, size, iconPixels).toString('base64')}`,
  };
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/\p{Cc}/gu, ' ');

const area = (path: Path, fill: string): PathMark => ({ kind: 'path', path, fill, stroke: null });
const line = (path: Path, colour: string, width: number): PathMark => ({
  kind: 'path',
  path,
  fill: null,
  stroke: { colour, width, isRound: true },
});

const at = (value: number): number => Math.round(value * 10) / 10;

/** A closed line around the middle, so far from it at each angle. */
function around(steps: number, reach: (angle: number) => number): Path {
  const points = Array.from({ length: steps }, (_, step): Segment => {
    const angle = (step / steps) * 2 * Math.PI;
    const radius = reach(angle);
    return [step === 0 ? 'M' : 'L', at(middle.x + radius * Math.cos(angle)), at(middle.y + radius * Math.sin(angle))];
  });
  return [...points, ['Z']];
}

const disc = (radius: number): Path => circle(middle.x, middle.y, radius);

function medal(): readonly PathMark[] {
  const lobes = 48;
  const scalloped = (radius: number): Path =>
    around(lobes * 6, (angle) => radius + 5 * Math.abs(Math.cos((lobes / 2) * angle)));
  return [
    area(scalloped(243), darkGold),
    area(scalloped(240), gold),
    line(disc(236), paleGold, 1.6),
    area(disc(230), deepTeal),
    area(disc(227), teal),
    line(disc(220), paleGold, 1.4),
    area(disc(168), darkGold),
    area(disc(166), gold),
    area(disc(160), cream),
    line(disc(154), gold, 0.9),
  ];
}

/** A rose of thin lines behind the name, as on the paper. */
function lace(): readonly PathMark[] {
  const petals = 18;
  return Array.from({ length: 5 }, (_, turn) =>
    line(
      around(petals * 10, (angle) => 118 + 26 * Math.sin(petals * angle + (turn / 5) * 2 * Math.PI)),
      paleTeal,
      0.7,
    ),
  );
}

/** Two branches that open upward, each of leaves with a light and a dark half. */
function laurels(): readonly PathMark[] {
  const leaves = 9;
  const radius = 121;
  const marks: PathMark[] = [];
  for (const hand of [-1, 1]) {
    const placeAt = (turn: number, reach = radius) => ({
      x: middle.x + hand * reach * Math.sin(turn),
      y: middle.y + reach * Math.cos(turn),
    });
    const stem = Array.from({ length: 25 }, (_, step): Segment => {
      const { x, y } = placeAt(0.16 + (step / 24) * 2.02);
      return [step === 0 ? 'M' : 'L', at(x), at(y)];
    });
    marks.push(line(stem, darkGold, 2));
    for (let leaf = 0; leaf < leaves; leaf += 1) {
      const turn = 0.26 + (leaf / (leaves - 1)) * 1.86;
      const length = 34 - leaf * 1.3;
      for (const outward of [1, -1]) {
        const from = placeAt(turn);
        // Along the branch, upward, and a little away from it.
        const heading = hand === 1 ? -turn : Math.PI + turn;
        const lean = heading - hand * outward * 0.58;
        marks.push(...leafAt(from.x, from.y, lean, length, hand * outward));
      }
    }
    const tip = placeAt(2.2);
    marks.push(...leafAt(tip.x, tip.y, hand === 1 ? -2.3 : Math.PI + 2.3, 26, hand));
  }
  return marks;
}

/** A leaf from its foot on, in a direction, its two halves apart. */
function leafAt(x: number, y: number, heading: number, length: number, lit: number): readonly PathMark[] {
  const width = length * 0.24;
  const [cosine, sine] = [Math.cos(heading), Math.sin(heading)];
  const put = (along: number, off: number): readonly [number, number] => [
    at(x + along * cosine - off * sine),
    at(y + along * sine + off * cosine),
  ];
  const half = (way: number): Path => [
    ['M', ...put(0, 0)],
    ['C', ...put(length * 0.3, way * width * 1.5), ...put(length * 0.75, way * width), ...put(length, 0)],
    ['Z'],
  ];
  const rim = [...half(1).slice(0, 2), ...half(-1).slice(0, 2)];
  return [line(rim, darkGold, 1), area(half(1), lit > 0 ? gold : paleGold), area(half(-1), lit > 0 ? paleGold : gold)];
}

/** A star of five points, each with a light and a dark side. */
function star(x: number, y: number, radius: number): readonly PathMark[] {
  const corner = (turn: number, reach: number): readonly [number, number] => [
    at(x + reach * Math.sin(turn)),
    at(y - reach * Math.cos(turn)),
  ];
  return Array.from({ length: 10 }, (_, side): PathMark => {
    const [from, to] = [(side / 10) * 2 * Math.PI, ((side + 1) / 10) * 2 * Math.PI];
    const isPoint = side % 2 === 0;
    return area(
      [
        ['M', at(x), at(y)],
        ['L', ...corner(from, isPoint ? radius : radius * 0.42)],
        ['L', ...corner(to, isPoint ? radius * 0.42 : radius)],
        ['Z'],
      ],
      isPoint ? gold : darkGold,
    );
  });
}

/** A lettering made smaller until the text fits the width. */
function fitted(text: string, lettering: Lettering, most: number): Lettering {
  const width = letteringWidth(text, lettering);
  const part = width > most ? most / width : 1;
  return { ...lettering, size: lettering.size * part, tracking: lettering.tracking * part };
}

function inscriptions({ program, programTitle, organization }: BadgeWords): readonly PathMark[] {
  const ring: Lettering = { font: 'sans-bold', size: 25, tracking: 3 };
  const title = programTitle.toUpperCase();
  const titled = fitted(title, ring, 186 * 4);
  const name = fitted(program, { font: 'serif-bold', size: 66, tracking: 0 }, 196);
  const by = `Certified by ${organization}`.toUpperCase();
  const below = fitted(by, { font: 'sans-bold', size: 13.5, tracking: 2.4 }, 168);
  return [
    area(roundText(title, titled, { ...middle, radius: 194 - titled.size * 0.357, side: 'top' }), cream),
    ...star(middle.x, middle.y - 78, 25),
    area(straightText(program, name, middle.x, middle.y + name.size * 0.34 - 6), teal),
    line(
      [
        ['M', middle.x - 64, middle.y + 34],
        ['L', middle.x + 64, middle.y + 34],
      ],
      gold,
      1.4,
    ),
    area(straightText(by, below, middle.x, middle.y + 58), deepTeal),
  ];
}

/** A ribbon before the medal's foot, its ends folded back. */
function ribbon({ cohort, year }: BadgeWords): readonly PathMark[] {
  const [top, bottom, sag] = [457, 525, 20];
  const [left, right] = [66, 534];
  const band = (upper: number, lower: number): Path => [
    ['M', left, upper],
    ['C', 200, upper + sag, 400, upper + sag, right, upper],
    ['L', right, lower],
    ['C', 400, lower + sag, 200, lower + sag, left, lower],
    ['Z'],
  ];
  const edge = (y: number): Path => [
    ['M', left, y],
    ['C', 200, y + sag, 400, y + sag, right, y],
  ];
  const tail = (way: 1 | -1): readonly PathMark[] => {
    const x = (offset: number): number => 300 + way * offset;
    return [
      area(
        [
          ['M', x(190), top + 24],
          ['L', x(282), top + 16],
          ['L', x(262), top + 54],
          ['L', x(286), top + 90],
          ['L', x(190), top + 98],
          ['Z'],
        ],
        deepTeal,
      ),
      area([['M', x(234), bottom], ['L', x(190), bottom + 11], ['L', x(190), bottom + 30], ['Z']], '#04292f'),
    ];
  };
  const text = `${/cohort/i.test(cohort) ? cohort : `${cohort} Cohort`} • ${year}`.toUpperCase();
  const lettering = fitted(text, { font: 'sans-bold', size: 28, tracking: 4 }, 400);
  return [
    ...tail(-1),
    ...tail(1),
    area(band(top, bottom), teal),
    line(edge(top + 7), paleGold, 1.6),
    line(edge(bottom - 7), paleGold, 1.6),
    area(straightText(text, lettering, 300, (top + bottom) / 2 + 14 + lettering.size * 0.36), cream),
  ];
}
