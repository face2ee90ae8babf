import { create, type Font } from 'fontkit';
import PDFDocument from 'pdfkit';

/** A font that was looked at: what it is called, or why it can't be used. */
type CheckedFont =
  | { readonly kind: 'font'; readonly name: string; readonly characters: number }
  | { readonly kind: 'not-a-font' | 'several-fonts' | 'variable' | 'may-not-be-embedded' | 'broken' };

/** Characters that a font is tried with: enough that a broken table shows. */
const tried = 100;

/**
 * Looks at a font file: whether it is one, whether its maker lets it be part of a file that is printed (OpenType, table
 * OS/2, fsType), and whether pdfkit can set its letters.
 */
export async function checkFont(bytes: Buffer): Promise<CheckedFont> {
  const kind = bytes.toString('latin1', 0, 4);
  if (kind === 'ttcf') return { kind: 'several-fonts' };
  if (!['\0\u0001\0\0', 'true', 'OTTO'].includes(kind)) return { kind: 'not-a-font' };
  try {
    const font = create(bytes);
    if (Object.keys(font.variationAxes).length > 0) return { kind: 'variable' };
    const may = font['OS/2']?.fsType;
    if (may?.noEmbedding || may?.bitmapOnly || may?.noSubsetting) return { kind: 'may-not-be-embedded' };
    const { characterSet } = font;
    if (characterSet.length === 0 || font.numGlyphs < 2) return { kind: 'broken' };
    await setSome(bytes, font);
    return { kind: 'font', name: font.fullName ?? font.postscriptName ?? '', characters: characterSet.length };
  } catch {
    // fontkit throws whatever a broken table makes it stumble over.
    return { kind: 'broken' };
  }
}

function canOutline(font: Font, text: string): boolean {
  try {
    for (const { id } of font.layout(text).glyphs) font.getGlyph(id).path.toSVG();
    return true;
  } catch {
    return false;
  }
}

async function setSome(bytes: Buffer, font: Font): Promise<void> {
  const step = Math.max(1, Math.floor(font.characterSet.length / tried));
  const some = font.characterSet.filter((_, at) => at % step === 0);
  const set = some.filter((point) => canOutline(font, String.fromCodePoint(point)));
  // fontkit stumbles over single letters of good fonts; a font of which it can set hardly any is broken.
  if (set.length * 2 < some.length) throw new Error('Most letters can’t be set.');
  const doc = new PDFDocument({ autoFirstPage: true });
  const whole = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject).resume());
  doc.registerFont('tried', bytes).font('tried');
  for (const point of set) doc.text(String.fromCodePoint(point), 0, 0, { lineBreak: false });
  doc.end();
  await whole;
}
