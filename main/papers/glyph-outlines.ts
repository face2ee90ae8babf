/** A point of an outline; `on` says whether the line goes through it or is only drawn towards it. */
interface OutlinePoint {
  readonly x: number;
  readonly y: number;
  readonly on: boolean;
}

type Contour = readonly OutlinePoint[];

/** A move and a turn of a part of a glyph. */
interface Placing {
  readonly xx: number;
  readonly xy: number;
  readonly yx: number;
  readonly yy: number;
  readonly dx: number;
  readonly dy: number;
}

const deepest = 6;

/** The outlines of a TrueType font's glyphs, by their number; for the fonts that this app puts into its PDFs. */
export class GlyphOutlines {
  readonly #font: Buffer;
  readonly #tables = new Map<string, number>();
  readonly #longOffsets: boolean;
  readonly #count: number;
  readonly #paths = new Map<number, string>();
  /** The font's own unit: so many make its size. */
  readonly unitsPerEm: number;

  /** Throws where the font has no TrueType outlines. */
  constructor(font: Buffer) {
    this.#font = font;
    for (let table = 0; table < font.readUInt16BE(4); table++) {
      const entry = 12 + 16 * table;
      this.#tables.set(font.toString('latin1', entry, entry + 4), font.readUInt32BE(entry + 8));
    }
    const head = this.#table('head');
    this.unitsPerEm = font.readUInt16BE(head + 18);
    this.#longOffsets = font.readInt16BE(head + 50) === 1;
    this.#count = font.readUInt16BE(this.#table('maxp') + 4);
  }

  #table(name: string): number {
    const at = this.#tables.get(name);
    if (at === undefined) throw new Error(`A font without the table ${name}.`);
    return at;
  }

  /** A glyph as the data of an SVG path, y upwards, in the font's units; empty for a space. */
  path(glyph: number): string {
    let path = this.#paths.get(glyph);
    if (path === undefined) {
      path = this.#contours(glyph, 0).map(drawn).join('');
      this.#paths.set(glyph, path);
    }
    return path;
  }

  /** How far a glyph carries the pen, in the font's units. */
  advance(glyph: number): number {
    const metrics = this.#font.readUInt16BE(this.#table('hhea') + 34);
    const at = this.#table('hmtx') + 4 * Math.min(glyph, metrics - 1);
    return this.#font.readUInt16BE(at);
  }

  #contours(glyph: number, depth: number): readonly Contour[] {
    const from = this.#offset(glyph);
    const to = this.#offset(glyph + 1);
    if (glyph >= this.#count || to <= from || depth > deepest) return [];
    const at = this.#table('glyf') + from;
    const contours = this.#font.readInt16BE(at);
    return contours >= 0 ? this.#simple(at + 10, contours) : this.#composite(at + 10, depth);
  }

  #offset(glyph: number): number {
    const loca = this.#table('loca');
    return this.#longOffsets
      ? this.#font.readUInt32BE(loca + 4 * glyph)
      : this.#font.readUInt16BE(loca + 2 * glyph) * 2;
  }

  #simple(start: number, contours: number): readonly Contour[] {
    const font = this.#font;
    const ends = Array.from({ length: contours }, (_, index) => font.readUInt16BE(start + 2 * index));
    const points = (ends.at(-1) ?? -1) + 1;
    let at = start + 2 * contours;
    at += 2 + font.readUInt16BE(at);
    const flags: number[] = [];
    while (flags.length < points) {
      const flag = font.readUInt8(at++);
      const times = (flag & 8) !== 0 ? font.readUInt8(at++) + 1 : 1;
      for (let time = 0; time < times; time++) flags.push(flag);
    }
    const read = (short: number, same: number): number[] => {
      let value = 0;
      return flags.map((flag) => {
        if ((flag & short) !== 0) value += font.readUInt8(at++) * ((flag & same) !== 0 ? 1 : -1);
        else if ((flag & same) === 0) {
          value += font.readInt16BE(at);
          at += 2;
        }
        return value;
      });
    };
    const xs = read(2, 16);
    const ys = read(4, 32);
    const all = flags.map((flag, index) => ({ x: xs[index] ?? 0, y: ys[index] ?? 0, on: (flag & 1) !== 0 }));
    return ends.map((end, index) => all.slice((ends[index - 1] ?? -1) + 1, end + 1));
  }

  #composite(start: number, depth: number): readonly Contour[] {
    const font = this.#font;
    const all: Contour[] = [];
    for (let at = start, more = true; more; ) {
      const flags = font.readUInt16BE(at);
      const glyph = font.readUInt16BE(at + 2);
      at += 4;
      const wide = (flags & 1) !== 0;
      const isMove = (flags & 2) !== 0;
      const dx = wide ? font.readInt16BE(at) : font.readInt8(at);
      const dy = wide ? font.readInt16BE(at + 2) : font.readInt8(at + 1);
      at += wide ? 4 : 2;
      const scale = (): number => {
        at += 2;
        return font.readInt16BE(at - 2) / 16_384;
      };
      let placing: Placing = { xx: 1, xy: 0, yx: 0, yy: 1, dx: isMove ? dx : 0, dy: isMove ? dy : 0 };
      if ((flags & 8) !== 0) {
        const both = scale();
        placing = { ...placing, xx: both, yy: both };
      } else if ((flags & 64) !== 0) placing = { ...placing, xx: scale(), yy: scale() };
      else if ((flags & 128) !== 0) placing = { ...placing, xx: scale(), xy: scale(), yx: scale(), yy: scale() };
      for (const contour of this.#contours(glyph, depth + 1)) all.push(contour.map((point) => placed(point, placing)));
      more = (flags & 32) !== 0;
    }
    return all;
  }
}

const placed = ({ x, y, on }: OutlinePoint, { xx, xy, yx, yy, dx, dy }: Placing): OutlinePoint => ({
  x: x * xx + y * yx + dx,
  y: x * xy + y * yy + dy,
  on,
});

const middle = (a: OutlinePoint, b: OutlinePoint): OutlinePoint => ({
  x: (a.x + b.x) / 2,
  y: (a.y + b.y) / 2,
  on: true,
});
const said = ({ x, y }: OutlinePoint): string => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;

/** A closed line through its points; between two that it only goes towards lies one that it goes through. */
function drawn(contour: Contour): string {
  const [first] = contour;
  const last = contour.at(-1);
  if (first === undefined || last === undefined) return '';
  const start = first.on ? first : last.on ? last : middle(first, last);
  let path = `M${said(start)}`;
  let towards: OutlinePoint | null = null;
  for (const point of [...contour.slice(first.on ? 1 : 0), start]) {
    if (point.on) {
      path += towards === null ? `L${said(point)}` : `Q${said(towards)} ${said(point)}`;
      towards = null;
    } else {
      if (towards !== null) path += `Q${said(towards)} ${said(middle(towards, point))}`;
      towards = point;
    }
  }
  return `${path}Z`;
}
