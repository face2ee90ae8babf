import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import { encodePng } from './png.ts';

/** A page that was taken out of a PDF: a PDF of its own, rewritten, as `pdf-form.ts` takes it over; size in points. */
interface TakenPage {
  readonly kind: 'page';
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
  /** How many pages the whole has. */
  readonly pages: number;
}

/** Why a page can't be had: the file is protected or can't be read, or has no such page. */
type NoPage = { readonly kind: 'password' | 'broken' } | { readonly kind: 'no-such-page'; readonly pages: number };

/**
 * Takes one page out of a PDF, counted from 1, as it is seen: turned and cut as the file says, with what is filled in and
 * written on it. It is read by PDFium, which mends what can be mended, and rewritten, so that what is kept is always
 * of one make.
 */
export async function takePage(bytes: Uint8Array, page: number): Promise<TakenPage | NoPage> {
  return opened((pdfium) => {
    const file = new Room(pdfium, bytes);
    const source = pdfium.FPDF_LoadMemDocument(file.at, bytes.length, '');
    if (source === 0) return { kind: pdfium.FPDF_GetLastError() === passwordNeeded ? 'password' : 'broken' };
    const pages = pdfium.FPDF_GetPageCount(source);
    if (page < 1 || page > pages) return pages === 0 ? { kind: 'broken' } : { kind: 'no-such-page', pages };
    const opening = pdfium.FPDF_LoadPage(source, page - 1);
    if (opening === 0) return { kind: 'broken' };
    // What is filled in and noted becomes part of the page.
    pdfium.FPDFPage_Flatten(opening, flattenForPrint);
    const [width, height] = [pdfium.FPDF_GetPageWidthF(opening), pdfium.FPDF_GetPageHeightF(opening)];
    pdfium.FPDF_ClosePage(opening);
    const alone = pdfium.FPDF_CreateNewDocument();
    if (!(width > 0 && height > 0) || !pdfium.FPDF_ImportPages(alone, source, String(page), 0))
      return { kind: 'broken' };
    const upright = pdfium.FPDF_ImportNPagesToOne(alone, width, height, 1, 1);
    if (upright === 0) return { kind: 'broken' };
    const writer = pdfium.PDFiumExt_OpenFileWriter();
    pdfium.PDFiumExt_SaveAsCopy(upright, writer);
    const size = pdfium.PDFiumExt_GetFileWriterSize(writer);
    const written = new Room(pdfium, new Uint8Array(size));
    pdfium.PDFiumExt_GetFileWriterData(writer, written.at, size);
    return { kind: 'page', bytes: written.bytes(), width, height, pages };
  });
}

/** What a page that `takePage` took looks like, as a PNG of so many pixels across, for the screen. */
export async function drawPage(bytes: Uint8Array, across: number): Promise<Buffer> {
  return opened((pdfium) => {
    const file = new Room(pdfium, bytes);
    const source = pdfium.FPDF_LoadMemDocument(file.at, bytes.length, '');
    const page = source === 0 ? 0 : pdfium.FPDF_LoadPage(source, 0);
    if (page === 0) throw new Error('A page that was taken over can’t be read.');
    const scale = across / pdfium.FPDF_GetPageWidthF(page);
    const down = Math.max(1, Math.round(pdfium.FPDF_GetPageHeightF(page) * scale));
    const bitmap = pdfium.FPDFBitmap_Create(across, down, 0);
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, across, down, 0xff_ff_ff_ff);
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, across, down, 0, redFirst | asPrinted);
    const from = pdfium.FPDFBitmap_GetBuffer(bitmap);
    const pixels = pdfium.pdfium.HEAPU8.slice(from, from + across * down * 4);
    for (let at = 3; at < pixels.length; at += 4) pixels[at] = 255;
    return encodePng(pixels, across);
  });
}

// From PDFium's public headers: fpdfview.h (FPDF_ERR_PASSWORD, FPDF_REVERSE_BYTE_ORDER, FPDF_PRINTING), fpdf_flatten.h.
const passwordNeeded = 4;
const redFirst = 0x10;
const asPrinted = 0x800;
const flattenForPrint = 1;

/**
 * PDFium for one piece of work. Its memory grows and never shrinks, and a file that breaks it leaves it broken: so each
 * piece has one of its own, and nothing needs to be closed.
 */
async function opened<Value>(work: (pdfium: WrappedPdfiumModule) => Value): Promise<Value> {
  const program = await readFile(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'));
  const pdfium = await init({ wasmBinary: Uint8Array.from(program).buffer });
  pdfium.PDFiumExt_Init();
  return work(pdfium);
}

/** Bytes in PDFium's memory. */
class Room {
  readonly at: number;
  readonly #pdfium: WrappedPdfiumModule;
  readonly #length: number;

  constructor(pdfium: WrappedPdfiumModule, bytes: Uint8Array) {
    this.#pdfium = pdfium;
    this.#length = bytes.length;
    this.at = pdfium.pdfium.wasmExports.malloc(bytes.length);
    pdfium.pdfium.HEAPU8.set(bytes, this.at);
  }

  bytes(): Buffer {
    return Buffer.from(this.#pdfium.pdfium.HEAPU8.slice(this.at, this.at + this.#length));
  }
}
