import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { CertificateFileFacts, CertificateFileKind } from '../../../shared/model/certificate-designs.ts';
import { sayCount } from '../../../shared/model/counts.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import { readRegularFile } from '../../files/regular-file.ts';
import { sayName } from '../../files/say-name.ts';
import { checkFont } from '../../papers/font-files.ts';
import { readJpeg } from '../../papers/jpeg-reading.ts';
import { takePage } from '../../papers/pdf-pages.ts';
import { encodePng, isPng } from '../../papers/png.ts';
import { pngSize, readPng } from '../../papers/png-reading.ts';
import { readSvg } from '../../papers/svg-reading.ts';

/** What a file is wanted for. A background may be a page; a signature or a seal may be a drawing. */
export type DesignFileUse = 'background' | 'picture' | 'font';

/** A file made ready to be kept: checked, and written as it will be printed. */
export interface PreparedFile {
  readonly hash: string;
  readonly name: string;
  readonly kind: CertificateFileKind;
  readonly facts: CertificateFileFacts;
  readonly bytes: Uint8Array;
}

declare module '../../jobs/job.ts' {
  interface Jobs {
    readonly readDesignFile: {
      readonly input: { readonly file: string; readonly use: DesignFileUse; readonly page: number };
      readonly output: PreparedFile;
    };
  }
}

const megabyte = 1024 * 1024;
/** More is never read. */
const mostRead = 64 * megabyte;
/** More is never kept: it goes into every backup, and into every file of certificates. */
const mostKept = 12 * megabyte;
/** Four times as fine as any office printer prints a Letter page is more than enough. */
const mostAcross = 10_000;
const mostPixels = 36_000_000;

const wanted: Record<DesignFileUse, string> = {
  background: 'a PDF, PNG, or JPEG',
  picture: 'a PNG or SVG',
  font: 'a font file (.ttf or .otf)',
};

/**
 * Reads a file for a certificate design and makes it ready to be kept. Each thing that can be wrong with it has its own
 * sentence; nothing is kept of a file that is refused.
 */
export async function readDesignFile(file: string, use: DesignFileUse, page: number): Promise<Result<PreparedFile>> {
  const name = sayName(file);
  const read = await readRegularFile(file, mostRead, wanted[use]);
  if (!read.ok) return read;
  const bytes = read.value;
  if (bytes === null) {
    return refuse(
      `${name} is larger than 64 MB. Save it with fewer dots per inch (200 are enough) and choose it again.`,
    );
  }
  if (bytes.length === 0) return refuse(`${name} is empty. Choose ${wanted[use]}.`);
  const made = use === 'font' ? await fontIn(name, bytes) : await pictureIn(name, bytes, use, page);
  if (!made.ok) return made;
  const kept = made.value;
  if (kept.bytes.length > mostKept) {
    const size = Math.ceil(kept.bytes.length / megabyte);
    return refuse(
      `${name} takes ${size} MB as it would be printed, and at most 12 MB are kept, since every backup and every file of certificates carries it. Save it with fewer dots per inch (200 are enough).`,
    );
  }
  // Of what was chosen: a page is rewritten each time, and never twice to the same bytes.
  const which = kept.kind === 'page' ? `page ${page}` : kept.kind;
  const hash = createHash('sha256').update(which).update(bytes).digest('hex');
  return done({ ...kept, hash, name: basename(file).slice(0, 120) });
}

type Kept = Omit<PreparedFile, 'hash' | 'name'>;

async function pictureIn(name: string, bytes: Buffer, use: DesignFileUse, page: number): Promise<Result<Kept>> {
  if (isPng(bytes)) return pngIn(name, bytes);
  if (bytes.readUInt16BE(0) === 0xffd8) return jpegIn(name, bytes);
  if (bytes.subarray(0, 1_024).includes('%PDF-')) {
    return use === 'background'
      ? pageIn(name, bytes, page)
      : refuse(`${name} is a PDF. A signature or a seal is ${wanted.picture}; a PDF can be the background.`);
  }
  const text = bytes.length < 4 * megabyte ? bytes.toString('utf8') : '';
  if (/<svg[\s>]/.test(text)) return drawingIn(name, text);
  return refuse(`${name} is not a picture that can be printed. Choose ${wanted[use]}.`);
}

function tooLarge(name: string, { width, height }: { readonly width: number; readonly height: number }) {
  if (width <= mostAcross && height <= mostAcross && width * height <= mostPixels) return null;
  return refuse(
    `${name} is ${sayCount(width)} × ${sayCount(height)} pixels. A page at 300 dots per inch has 3,300 × 2,550; save it smaller, at most 10,000 on a side.`,
  );
}

function pngIn(name: string, bytes: Buffer): Result<Kept> {
  const size = pngSize(bytes);
  const broken = refuse(
    `${name} can’t be read: the picture is damaged or cut off. Save it again, and choose it again.`,
  );
  if (size === null) return broken;
  const refusal = tooLarge(name, size);
  if (refusal) return refusal;
  const read = readPng(bytes);
  if (read === null) return broken;
  const { width, height } = read;
  const kept = read.isPlain ? bytes : encodePng(read.pixels(), width);
  return done({ kind: 'png', facts: { width, height, note: null }, bytes: kept });
}

function jpegIn(name: string, bytes: Buffer): Result<Kept> {
  const read = readJpeg(bytes);
  if (read === null) {
    return refuse(
      `${name} can’t be read: the picture is damaged, cut off, or of a rare kind of JPEG. Save it again as PNG.`,
    );
  }
  const refusal = tooLarge(name, read);
  if (refusal) return refusal;
  if (read.isTurned) {
    return refuse(
      `${name} is stored on its side, as cameras do. Turn it upright in a picture program and save it again.`,
    );
  }
  return done({ kind: 'jpeg', facts: { width: read.width, height: read.height, note: null }, bytes: read.bytes });
}

async function pageIn(name: string, bytes: Buffer, page: number): Promise<Result<Kept>> {
  const taken = await takePage(bytes, page);
  switch (taken.kind) {
    case 'password':
      return refuse(`${name} has a password. Save it without one and choose it again.`);
    case 'broken':
      return refuse(
        `${name} can’t be read as a PDF: it is damaged or cut off. Save it again from the program that made it.`,
      );
    case 'no-such-page':
      return refuse(
        `${name} has ${sayCount(taken.pages)} pages, so it has no page ${sayCount(page)}. Choose another page.`,
      );
    case 'page': {
      const { width, height, pages } = taken;
      const note = pages === 1 ? null : `Page ${sayCount(page)} of ${sayCount(pages)}; the others were left out.`;
      return done({ kind: 'page', facts: { width, height, note }, bytes: taken.bytes });
    }
  }
}

function drawingIn(name: string, text: string): Result<Kept> {
  const read = readSvg(text);
  switch (read.kind) {
    case 'not-taken':
      return refuse(
        `${name} has a part that can’t be printed as lines: “${read.what}”. In the drawing program, turn everything into paths, or save it as PNG.`,
      );
    case 'empty':
      return refuse(`${name} has nothing in it to print. Choose another drawing.`);
    case 'none':
    case 'broken':
      return refuse(`${name} can’t be read as a drawing: it is damaged or cut off. Save it again as SVG or as PNG.`);
    case 'drawing': {
      const { width, height, paths } = read;
      return done({
        kind: 'drawing',
        facts: { width, height, note: null },
        bytes: new TextEncoder().encode(JSON.stringify({ paths })),
      });
    }
  }
}

const whyNoFont = {
  'not-a-font': 'is not a font file. Choose a file that ends in .ttf or .otf.',
  'several-fonts': 'holds several fonts at once. Choose a file with one, which ends in .ttf or .otf.',
  variable: 'is a variable font. Choose one of its static files, such as Regular or SemiBold.',
  'may-not-be-embedded': 'may not be put into a PDF: its maker doesn’t allow it. Choose another font.',
  broken: 'can’t be used: the font is damaged or cut off. Get it again from where it came.',
} as const;

async function fontIn(name: string, bytes: Buffer): Promise<Result<Kept>> {
  const font = await checkFont(bytes);
  if (font.kind !== 'font') return refuse(`${name} ${whyNoFont[font.kind]}`);
  return done({ kind: 'font', facts: { width: 0, height: 0, note: font.name || null }, bytes });
}
