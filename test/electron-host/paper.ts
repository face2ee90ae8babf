import type * as Electron from 'electron';
import type { Protocol } from './chromium.ts';
import { unsupported } from './state.ts';

/** Width and height in inches. */
const SIZES: Partial<Record<string, [number, number]>> = {
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  Letter: [8.5, 11],
  Legal: [8.5, 14],
  Tabloid: [11, 17],
};

/** The options of printToPDF in the text of the DevTools protocol. */
export function paperOf({
  pageSize = 'Letter',
  margins,
  ...rest
}: Electron.PrintToPDFOptions): Protocol.Page.printToPDFParameters {
  const named = typeof pageSize === 'string' ? SIZES[pageSize] : ([pageSize.width, pageSize.height] as const);
  const [paperWidth, paperHeight] = named ?? unsupported(`the page size ${pageSize}`);
  const sides = {
    marginTop: margins?.top,
    marginBottom: margins?.bottom,
    marginLeft: margins?.left,
    marginRight: margins?.right,
  };
  const given = Object.fromEntries(Object.entries(sides).filter(([, inches]) => inches !== undefined));
  return { ...rest, ...given, paperWidth, paperHeight };
}
