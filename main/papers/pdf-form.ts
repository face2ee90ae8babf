import { WrittenPdf } from './written-pdf.ts';

/** PDF syntax that pdfkit writes as it is: whatever is no plain object, it turns into text. */
class Syntax {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  // pdfkit asks by this name whether it is given a record.
  get [Symbol.toStringTag](): string {
    return 'Syntax';
  }

  toString(): string {
    return this.#text;
  }
}

/**
 * The one page of a PDF that `pdf-pages.ts` wrote, as a form in another PDF: one unit wide and high, with all that the
 * page is drawn with. pdfkit can't take a page over by itself. The bytes of fonts and pictures are copied as they are.
 */
export function formOfPage(doc: PDFKit.PDFDocument, bytes: Uint8Array): PDFKit.PDFKitReference {
  const pdf = new WrittenPdf(bytes);
  const { resources, group, content, width, height } = pdf.page();
  const copies = new Map<number, PDFKit.PDFKitReference>();
  const waiting: number[] = [];
  const refer = (id: number): string => {
    const { entries, text } = pdf.object(id);
    // A number or a list that is kept apart can as well be where it is named.
    if (entries === null) return pdf.renumbered(text, refer);
    let copy = copies.get(id);
    if (copy === undefined) {
      copy = doc.ref({});
      copies.set(id, copy);
      waiting.push(id);
    }
    return String(copy);
  };
  const syntax = (text: string): Syntax => new Syntax(pdf.renumbered(text, refer));
  const form = doc.ref({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, width, height],
    Matrix: new Syntax(`[${1 / width} 0 0 ${1 / height} 0 0]`),
    Resources: syntax(resources),
    ...(group === null ? {} : { Group: syntax(group) }),
    ...filtersOf(content.entries, syntax),
  });
  form.end(content.stream);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const { entries, stream } = pdf.object(id);
    const copy = copies.get(id);
    if (copy === undefined || entries === null) continue;
    const kept = [...entries].filter(([key]) => key !== 'Length').map(([key, value]) => [key, syntax(value)] as const);
    Object.assign(copy.data, Object.fromEntries(kept));
    // pdfkit packs what it is given, and would pack again what is packed.
    if (entries.has('Filter')) copy.compress = false;
    copy.end(stream ?? undefined);
  }
  return form;
}

function filtersOf(entries: ReadonlyMap<string, string>, syntax: (text: string) => Syntax): Record<string, Syntax> {
  return Object.fromEntries(
    ['Filter', 'DecodeParms'].flatMap((key) => {
      const value = entries.get(key);
      return value === undefined ? [] : [[key, syntax(value)]];
    }),
  );
}
