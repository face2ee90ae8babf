import type { FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import PDFDocument from 'pdfkit';
import { type FontName, fontFile, fontNames } from './fonts.ts';
import type { Drawing, Mark, Page, PagePart, PaperSize, Picture, PictureMark, Tagged, TextMark } from './paper.ts';
import { formOfPage } from './pdf-form.ts';
import { operatorsOf } from './pdf-operators.ts';
import { featuresOf } from './shaping.ts';

/** What a PDF says of itself. */
export interface PdfFacts {
  readonly title: string;
  readonly author: string;
  readonly subject?: string;
  /** Texts of ours that a program reads from the file without drawing it, under names of ours. */
  readonly carries?: Readonly<Record<string, string>> | undefined;
  /** The size of its pages, in points; all have the same. */
  readonly size: PaperSize;
  /** When the file says that it was made; left out: now. */
  readonly now?: Date | undefined;
}

/** Draws the pages; `signal` is aborted by Cancel, and where what was drawn can’t be written. */
type DrawPages<Value> = (add: (page: Page) => void, signal: AbortSignal) => Promise<Value>;

// A PDF comes in thousands of small pieces; the disk is asked less often.
const bytesAtOnce = 262_144;

/** Writes pages as a tagged PDF, as they are drawn. Throws where the file can't be written. */
export async function streamPdf<Value>(
  handle: FileHandle,
  facts: PdfFacts,
  draw: DrawPages<Value>,
  signal: AbortSignal | undefined,
): Promise<Value> {
  const pages = new PdfPages(facts);
  const stopped = new AbortController();
  const both = signal === undefined ? stopped.signal : AbortSignal.any([signal, stopped.signal]);
  const written = pipeline(pages.bytes, (source: AsyncIterable<Buffer>) => intoFile(handle, source), { signal: both });
  const failures: unknown[] = [];
  // A full disk must stop the drawing too.
  written.catch((error: unknown) => {
    failures.push(error);
    stopped.abort();
  });
  let value: Value;
  try {
    value = await draw((page) => pages.add(page), both);
    pages.end();
  } catch (error) {
    const first = failures[0] ?? error;
    stopped.abort();
    await written.catch(() => {});
    throw first;
  }
  await written;
  return value;
}

async function intoFile(handle: FileHandle, source: AsyncIterable<Buffer>): Promise<void> {
  let held: Buffer[] = [];
  let length = 0;
  for await (const bytes of source) {
    held.push(bytes);
    length += bytes.length;
    if (length < bytesAtOnce) continue;
    await handle.writeFile(Buffer.concat(held));
    held = [];
    length = 0;
  }
  await handle.writeFile(Buffer.concat(held));
}

/** Plays the pages of a paper on pdfkit, one after another. */
class PdfPages {
  readonly #doc: PDFKit.PDFDocument;
  readonly #fonts = new Set<FontName>(fontNames);
  readonly #drawings = new Map<string, PDFKit.PDFKitReference>();
  readonly #pictures = new Map<string, string>();
  /** The part that was last read; the next page may go on with it. */
  #last: PDFKit.PDFStructureElement | null = null;

  constructor({ title, author, subject, carries = {}, size, now }: PdfFacts) {
    this.#doc = new PDFDocument({
      size: [size.width, size.height],
      margin: 0,
      autoFirstPage: false,
      pdfVersion: '1.7',
      lang: 'en-US',
      tagged: true,
      displayTitle: true,
      info: {
        Title: title,
        Author: author,
        ...(subject === undefined ? {} : { Subject: subject }),
        ...carries,
        Creator: 'Cohort Desk',
        CreationDate: now ?? new Date(),
      },
    });
    for (const font of fontNames) this.#doc.registerFont(font, fontFile(font));
  }

  get bytes(): PDFKit.PDFDocument {
    return this.#doc;
  }

  add({ size, outline, contents }: Page): void {
    this.#doc.addPage(size === null ? undefined : { size: [size.width, size.height], margin: 0 });
    if (outline !== null) this.#doc.outline.addItem(outline);
    this.#parts(contents, null);
  }

  end(): void {
    this.#last?.end();
    this.#doc.end();
  }

  #parts(parts: readonly PagePart[], within: PDFKit.PDFStructureElement | null): void {
    for (const part of parts) {
      if (part.kind === 'tag') this.#tagged(part, within);
      else if (part.kind === 'artifact') {
        this.#doc.markContent('Artifact', { type: part.type });
        this.#parts(part.contents, null);
        this.#doc.endMarkedContent();
      } else this.#mark(part);
    }
  }

  #tagged(part: Tagged, within: PDFKit.PDFStructureElement | null): void {
    const { contents } = part;
    const element = this.#element(part, within);
    const isText = contents.every(({ kind }) => kind !== 'tag' && kind !== 'artifact');
    if (isText) element.add(() => this.#parts(contents, element));
    else this.#parts(contents, element);
    if (within !== null) element.end();
  }

  /** Of the parts that stand in no other, the last one stays open: the next page may go on with it. */
  #element({ tag, title, alt, actual, continues }: Tagged, within: PDFKit.PDFStructureElement | null) {
    if (within === null && continues && this.#last !== null) return this.#last;
    const facts = {
      ...(title === '' ? {} : { title }),
      ...(alt === '' ? {} : { alt }),
      ...(actual === '' ? {} : { actual }),
    };
    const element = this.#doc.struct(tag, facts);
    if (within !== null) {
      within.add(element);
      return element;
    }
    this.#last?.end();
    this.#last = element;
    this.#doc.addStructure(element);
    return element;
  }

  #mark(mark: Mark): void {
    if (mark.kind === 'text') this.#text(mark);
    else if (mark.kind === 'path') this.#doc.addContent(operatorsOf(mark));
    else if (mark.kind === 'picture') this.#picture(mark);
    else {
      const { drawing, at } = mark;
      this.#doc.page.xobjects[drawing.name] = this.#shared(drawing);
      const use = `/${drawing.name} Do`;
      this.#doc.addContent(at === null ? use : placed([at.scale, 0, 0, at.scale, at.x, at.y], use));
    }
  }

  #picture({ picture, x, y, width, height }: PictureMark): void {
    if (picture.source.kind !== 'page') {
      this.#doc.image(this.#image(picture), x, y, { width, height });
      return;
    }
    // A page of a PDF counts its height from below; its form is one unit wide and high.
    this.#doc.page.xobjects[picture.name] = this.#page(picture.name, picture.source.bytes);
    this.#doc.addContent(placed([width, 0, 0, -height, x, y + height], `/${picture.name} Do`));
  }

  /** An address by which pdfkit knows a picture again, so that the file has it once. */
  #image({ name, source: { kind, bytes } }: Picture): string {
    let address = this.#pictures.get(name);
    if (address === undefined) {
      address = `data:image/${kind};base64,${Buffer.from(bytes).toString('base64')}`;
      this.#pictures.set(name, address);
    }
    return address;
  }

  #page(name: string, bytes: Uint8Array): PDFKit.PDFKitReference {
    let form = this.#drawings.get(name);
    if (form === undefined) {
      form = formOfPage(this.#doc, bytes);
      this.#drawings.set(name, form);
    }
    return form;
  }

  #text({ text, font, size, x, baseline, colour, tracking }: TextMark): void {
    const features = featuresOf(text);
    if (!this.#fonts.has(font)) {
      this.#doc.registerFont(font, fontFile(font));
      this.#fonts.add(font);
    }
    this.#doc
      .font(font)
      .fontSize(size)
      .fillColor(colour)
      .text(text, x, baseline, {
        lineBreak: false,
        baseline: 'alphabetic',
        characterSpacing: tracking,
        // pdfkit hands this on to fontkit, which takes such a record; pdfkit's types know lists only.
        ...(features === undefined
          ? {}
          : { features: features as unknown as NonNullable<PDFKit.Mixins.TextOptions['features']> }),
      });
  }

  /** A drawing that several pages have is in the file once, as a form. */
  #shared({ name, size: { width, height }, paths }: Drawing): PDFKit.PDFKitReference {
    let form = this.#drawings.get(name);
    if (form === undefined) {
      form = this.#doc.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height], Resources: {} });
      form.end(Buffer.from(`${paths.map(operatorsOf).join('\n')}\n`, 'latin1'));
      this.#drawings.set(name, form);
    }
    return form;
  }
}

/** An operator, drawn through a matrix that ends with it. */
const placed = (matrix: readonly number[], operator: string): string =>
  `q ${matrix.map((value) => Math.round(value * 1e6) / 1e6).join(' ')} cm ${operator} Q`;
