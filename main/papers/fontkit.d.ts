/** The part of fontkit that measures and outlines: it brings no types of its own. Numbers are in the font's units. */
declare module 'fontkit' {
  export interface Font {
    readonly unitsPerEm: number;
    layout(text: string, features?: Readonly<Record<string, boolean>>): GlyphRun;
    getGlyph(id: number): Glyph;
  }

  export interface GlyphRun {
    readonly glyphs: readonly Glyph[];
    readonly positions: readonly GlyphPosition[];
    readonly advanceWidth: number;
  }

  export interface GlyphPosition {
    readonly xAdvance: number;
    readonly xOffset: number;
    readonly yOffset: number;
  }

  export interface Glyph {
    readonly id: number;
    /** The outline, y upwards. */
    readonly path: { toSVG(): string };
  }

  /** Opens a TrueType file. */
  export function create(data: Uint8Array): Font;
}
