import { GlobalWorkerOptions, getDocument, type PDFPageProxy } from 'pdfjs-dist';
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = worker;

/** So many pages are drawn; who wants more saves a copy. */
export const mostPagesDrawn = 20;
/** A page is drawn so wide, in pixels, and never as more pixels than a screen of today has. */
const drawnWidth = 1_000;
const mostPixels = 8_000_000;

/** A page as it is shown: what it looks like, and its words for whoever listens. */
export interface DrawnPage {
  readonly canvas: HTMLCanvasElement;
  readonly words: string;
}

/** A PDF that is open; `close` ends its worker and whatever is being drawn. */
export interface OpenPdf {
  readonly pages: number;
  readonly draw: (number: number) => Promise<DrawnPage>;
  readonly close: () => void;
}

/**
 * Opens a PDF to be drawn as pictures. pdf.js draws and never runs what a PDF brings along: scripts would need a sandbox
 * of their own, which isn't shipped; forms and links are drawn like any other ink. It is given bytes and no address, so
 * it asks for nothing.
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const task = getDocument({
    data: bytes,
    enableXfa: false,
    useWorkerFetch: false,
    useWasm: false,
    stopAtErrors: false,
    disableAutoFetch: true,
    maxImageSize: 60_000_000,
  });
  const pdf = await task.promise;
  return {
    pages: pdf.numPages,
    draw: async (number) => drawPage(await pdf.getPage(number)),
    close: () => void task.destroy(),
  };
}

async function drawPage(page: PDFPageProxy): Promise<DrawnPage> {
  const bare = page.getViewport({ scale: 1 });
  const area = Math.max(1, bare.width * bare.height);
  const scale = Math.min(drawnWidth / Math.max(1, bare.width), Math.sqrt(mostPixels / area));
  const viewport = page.getViewport({ scale });
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.floor(viewport.height));
  await page.render({ canvas, viewport }).promise;
  const { items } = await page.getTextContent();
  const words = items.map((item) => ('str' in item ? item.str : '')).join(' ');
  page.cleanup();
  return { canvas, words: words.replace(/\s+/g, ' ').trim().slice(0, 20_000) };
}
