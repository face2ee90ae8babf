/** The part of fontkit that measures and outlines: it brings no types of its own. Numbers are in the font's units. */
declare module 'fontkit' {
  export interface Font {
    readonly unitsPerEm: number;
    /** The code points that it has a glyph for. */
    readonly characterSet: readonly number[];
    readonly postscriptName: string | null;
    readonly fullName: string | null;
    readonly numGlyphs: number;
    /** Axes along which a variable font changes; a plain one has none. */
    readonly variationAxes: Readonly<Record<string, unknown>>;
    /** The table of what may be done with the font: `fsType` by its flags. */
    readonly 'OS/2': { readonly fsType: FontEmbedding } | undefined;
    layout(text: string, features?: Readonly<Record<string, boolean>>): GlyphRun;
    getGlyph(id: number): Glyph;
  }

  export interface FontEmbedding {
    readonly noEmbedding: boolean;
    readonly viewOnly: boolean;
    readonly editable: boolean;
    readonly noSubsetting: boolean;
    readonly bitmapOnly: boolean;
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

  /** Opens a font file. Throws where it is none. A collection of several fonts has no `layout`. */
  export function create(data: Uint8Array): Font;
}
