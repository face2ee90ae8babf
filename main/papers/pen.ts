import type { FontName } from './fonts.ts';
import type { ArtifactType, Drawing, Mark, Page, PagePart, PaperSize, Path, Picture, Stroke, Tag } from './paper.ts';
import { straight } from './shapes.ts';
import type { TextStyle, Typesetter } from './typesetter.ts';

/** What a part that is read says of itself beside what stands in it. */
interface TagFacts {
  readonly title?: string;
  readonly alt?: string;
  readonly actual?: string;
  readonly continues?: boolean;
}

/**
 * Draws the pages of a paper, and hands each on as soon as it is finished, so that a paper of a thousand pages is never
 * whole in memory. Nothing is drawn outside of a page, nor outside of what is read or is an artifact.
 */
export class Pen {
  /** Measures and breaks the texts of this paper. */
  readonly type: Typesetter;
  readonly #finished: (page: Page) => Promise<void>;
  readonly #open: PagePart[][] = [];

  constructor(type: Typesetter, finished: (page: Page) => Promise<void>) {
    this.type = type;
    this.#finished = finished;
  }

  /** A page: what `draw` draws. Resolves when it has been handed on. */
  async page(draw: () => void, outline: string | null = null, size: PaperSize | null = null): Promise<void> {
    await this.#finished({ size, outline, contents: this.#within(draw) });
  }

  /** What `draw` draws is read, as a part of what it is drawn within. */
  tag(tag: Tag, draw: () => void, { title = '', alt = '', actual = '', continues = false }: TagFacts = {}): void {
    this.#add({ kind: 'tag', tag, title, alt, actual, continues, contents: this.#inside(draw) });
  }

  /** What `draw` draws is not read. */
  artifact(type: ArtifactType, draw: () => void): void {
    this.#add({ kind: 'artifact', type, contents: this.#inside(draw) });
  }

  /** Sets one line, made smaller where it would be wider than its place. */
  line(text: string, style: TextStyle, x: number, baseline: number, width: number): void {
    if (text === '') return;
    const natural = this.type.width(text, style);
    const scale = Math.min(1, width / natural);
    const length = natural * scale;
    const left = style.align === 'end' ? x - length : style.align === 'middle' ? x - length / 2 : x;
    const font: FontName = this.type.fontOf(text, style.font);
    const { size, colour, tracking = 0 } = style;
    this.#mark({ kind: 'text', text, font, size: size * scale, x: left, baseline, colour, tracking: tracking * scale });
  }

  rule(x1: number, x2: number, y: number, colour: string, width: number): void {
    this.stroke(straight(x1, y, x2, y), { colour, width });
  }

  stroke(path: Path, stroke: Stroke): void {
    this.#mark({ kind: 'path', path, fill: null, stroke });
  }

  fill(path: Path, colour: string): void {
    this.#mark({ kind: 'path', path, fill: colour, stroke: null });
  }

  /** A drawing that other pages have too. */
  drawing(drawing: Drawing, at: { x: number; y: number; scale: number } | null = null): void {
    this.#mark({ kind: 'drawing', drawing, at });
  }

  /** A picture that other pages may have too. */
  picture(picture: Picture, x: number, y: number, width: number, height: number): void {
    this.#mark({ kind: 'picture', picture, x, y, width, height });
  }

  #mark(mark: Mark): void {
    if (this.#open.length < 2) throw new Error('What is drawn is either read or an artifact.');
    this.#add(mark);
  }

  #add(part: PagePart): void {
    this.#open.at(-1)?.push(part);
  }

  #inside(draw: () => void): readonly PagePart[] {
    if (this.#open.length === 0) throw new Error('There is no page to draw on.');
    return this.#within(draw);
  }

  #within(draw: () => void): readonly PagePart[] {
    const contents: PagePart[] = [];
    this.#open.push(contents);
    try {
      draw();
    } finally {
      this.#open.pop();
    }
    return contents;
  }
}
