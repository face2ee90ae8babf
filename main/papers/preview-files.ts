import { type FileHandle, open, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Page, PaperSize } from './paper.ts';
import { previewPage, previewShared, type Shared, withDrawings } from './preview.ts';
import type { Shaper } from './shaping.ts';

// What a paper's pages look like lies beside its PDF: the pages one after another in one file, what they share once,
// and where each begins and ends in the other. A thousand certificates take their border's room on the disk once.
const pagesFile = 'pages.svg';
const contentsFile = 'pages.json';

const Stretch = z.object({ from: z.int().min(0), length: z.int().min(0) });
type Stretch = z.infer<typeof Stretch>;

const Contents = z.object({
  width: z.number(),
  height: z.number(),
  pages: z.array(z.object({ at: Stretch, drawings: z.array(z.string()) })),
  drawings: z.record(z.string(), Stretch),
});
type Contents = z.infer<typeof Contents>;

/** Writes the preview of a paper into a folder, page by page, as the paper is drawn. Throws where the disk does. */
export async function writePreview<Value>(
  folder: string,
  size: PaperSize,
  shaper: Shaper,
  draw: (add: (page: Page) => Promise<void>) => Promise<Value>,
): Promise<Value> {
  const handle = await open(path.join(folder, pagesFile), 'w');
  try {
    const pages = new PreviewPages(handle, size, shaper);
    const value = await draw((page) => pages.add(page));
    await writeFile(path.join(folder, contentsFile), JSON.stringify(pages.contents()));
    return value;
  } finally {
    await handle.close();
  }
}

class PreviewPages {
  readonly #handle: FileHandle;
  readonly #size: PaperSize;
  readonly #shaper: Shaper;
  readonly #pages: Contents['pages'] = [];
  readonly #drawings = new Map<string, Stretch>();
  #end = 0;
  /** Of the first page: a screen shows all of them on such a sheet. */
  #first: PaperSize | null = null;

  constructor(handle: FileHandle, size: PaperSize, shaper: Shaper) {
    this.#handle = handle;
    this.#size = size;
    this.#shaper = shaper;
  }

  async add(page: Page): Promise<void> {
    this.#first ??= page.size;
    const { svg, drawings } = previewPage(page, this.#size, this.#shaper);
    for (const drawing of drawings) await this.#keep(drawing);
    this.#pages.push({ at: await this.#write(svg), drawings: drawings.map(({ name }) => name) });
  }

  contents(): Contents {
    const { width, height } = this.#first ?? this.#size;
    return { width, height, pages: this.#pages, drawings: Object.fromEntries(this.#drawings) };
  }

  async #keep(drawing: Shared): Promise<void> {
    if (!this.#drawings.has(drawing.name)) {
      this.#drawings.set(drawing.name, await this.#write(previewShared(drawing)));
    }
  }

  async #write(text: string): Promise<Stretch> {
    const bytes = Buffer.from(text);
    await this.#handle.writeFile(bytes);
    const stretch = { from: this.#end, length: bytes.length };
    this.#end += bytes.length;
    return stretch;
  }
}

/** The preview of a paper that `writePreview` wrote. */
interface PaperPreviewFiles extends PaperSize {
  readonly pages: number;
  /** Some pages as SVG documents; fewer where the paper ends before. */
  read(from: number, count: number): Promise<readonly string[]>;
}

/** Opens a preview. Throws where there is none in that folder. */
export async function readPreview(folder: string): Promise<PaperPreviewFiles> {
  const { width, height, pages, drawings } = Contents.parse(
    JSON.parse(await readFile(path.join(folder, contentsFile), 'utf8')),
  );
  const read = async (from: number, count: number): Promise<readonly string[]> => {
    const handle = await open(path.join(folder, pagesFile));
    try {
      const known = new Map<string, string>();
      const shared = async (name: string): Promise<string> => {
        const text = known.get(name) ?? (await textAt(handle, drawings[name]));
        known.set(name, text);
        return text;
      };
      const found: string[] = [];
      for (const { at, drawings: names } of pages.slice(from, from + count)) {
        const used: string[] = [];
        for (const name of names) used.push(await shared(name));
        found.push(withDrawings(await textAt(handle, at), used));
      }
      return found;
    } finally {
      await handle.close();
    }
  };
  return { width, height, pages: pages.length, read };
}

async function textAt(handle: FileHandle, at: Stretch | undefined): Promise<string> {
  if (at === undefined) throw new Error('A page has a drawing that its paper lacks.');
  const bytes = Buffer.alloc(at.length);
  await handle.read(bytes, 0, at.length, at.from);
  return bytes.toString('utf8');
}
