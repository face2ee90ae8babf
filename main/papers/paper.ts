import type { FontName } from './fonts.ts';

/**
 * A paper is a value: pages of marks, in points from the upper left, and what of them is read in which order. It knows
 * nothing of PDF or of the screen; `pdf.ts` and `preview.ts` each draw it. Only plain data.
 */
export interface Page {
  /** Its size where it isn't that of the paper's other pages; null: it is. */
  readonly size: PaperSize | null;
  /** The page's line in the outline that a reader of the file shows beside it; null: none. */
  readonly outline: string | null;
  readonly contents: readonly PagePart[];
}

/** A size of paper in points. */
export interface PaperSize {
  readonly width: number;
  readonly height: number;
}

export type PagePart = Tagged | Artifact | Mark;

/** What is read aloud, and as what. */
export interface Tagged {
  readonly kind: 'tag';
  readonly tag: Tag;
  readonly title: string;
  /** What a picture shows, in words. */
  readonly alt: string;
  /** What is copied from it where its letters alone don't tell; empty: they do. */
  readonly actual: string;
  /** Whether it goes on where the last page’s last part ended, as one part over several pages. */
  readonly continues: boolean;
  readonly contents: readonly PagePart[];
}

export type Tag = 'Sect' | 'H1' | 'H2' | 'H3' | 'P' | 'Figure' | 'Table' | 'TR' | 'TH' | 'TD';

/** What is drawn and not read: rules and ornaments, and heads and feet that every page repeats. */
interface Artifact {
  readonly kind: 'artifact';
  readonly type: ArtifactType;
  readonly contents: readonly PagePart[];
}

export type ArtifactType = 'Layout' | 'Pagination';

export type Mark = TextMark | PathMark | DrawingMark | PictureMark;

/** One line of text that begins at `x`; `tracking` is the space added between its letters. */
export interface TextMark {
  readonly kind: 'text';
  readonly text: string;
  readonly font: FontName;
  readonly size: number;
  readonly x: number;
  readonly baseline: number;
  readonly colour: string;
  readonly tracking: number;
}

/** Lines and areas. Colours are `#rrggbb`. */
export interface PathMark {
  readonly kind: 'path';
  readonly path: Path;
  readonly fill: string | null;
  readonly stroke: Stroke | null;
}

export interface Stroke {
  readonly colour: string;
  readonly width: number;
  readonly isRound?: boolean;
}

/** Move, line, curve, rectangle (left, top, width, height), close. */
export type Segment =
  | readonly ['M' | 'L', x: number, y: number]
  | readonly ['C', x1: number, y1: number, x2: number, y2: number, x: number, y: number]
  | readonly ['R', x: number, y: number, width: number, height: number]
  | readonly ['Z'];

export type Path = readonly Segment[];

/** A drawing that many pages have: each rendering keeps it once and refers to it by its name. */
export interface Drawing {
  readonly name: string;
  /** How far it reaches to the right and down, in its own units. */
  readonly size: PaperSize;
  readonly paths: readonly PathMark[];
}

/** A drawing as it is, or with its upper left corner elsewhere and of another size. */
interface DrawingMark {
  readonly kind: 'drawing';
  readonly drawing: Drawing;
  readonly at: { readonly x: number; readonly y: number; readonly scale: number } | null;
}

/** Pixels, or a page of another PDF. Each rendering keeps it once, by its name: a letter, then letters and digits. */
export interface Picture {
  readonly name: string;
  readonly source: PictureSource;
}

export type PictureSource =
  | { readonly kind: 'png' | 'jpeg'; readonly bytes: Uint8Array }
  /** A page as `pdf-pages.ts` writes it; `screen` is what it looks like, as a PNG, where someone will look at it. */
  | { readonly kind: 'page'; readonly bytes: Uint8Array; readonly screen: Uint8Array | null };

/** A picture, stretched over its place. */
export interface PictureMark {
  readonly kind: 'picture';
  readonly picture: Picture;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
