import { decodeText } from './text-encoding.ts';
import { listZip, type ZipEntry } from './zip-directory.ts';

/** What a file's bytes say that it is; `other` carries the words for it and the advice that helps. */
type FileKind =
  | { readonly kind: 'text' }
  | { readonly kind: 'workbook'; readonly entries: readonly ZipEntry[] }
  | { readonly kind: 'other'; readonly is: string; readonly advice: string };

const saveAs = 'Open it in your spreadsheet program, save it as .xlsx or .csv, and choose that file';
/** A page's table begins within so many bytes: what Excel puts in front of it are styles. */
const markupLength = 262_144;
const chooseTable = 'Choose a .csv or .xlsx file with one row a person';

const signatures: readonly { readonly start: string; readonly is: string; readonly advice: string }[] = [
  { start: '%PDF', is: 'a PDF', advice: 'Ask for the spreadsheet that it was made from, as .xlsx or .csv' },
  { start: '\x89PNG', is: 'a picture (PNG)', advice: chooseTable },
  { start: '\xff\xd8\xff', is: 'a picture (JPEG)', advice: chooseTable },
  { start: 'GIF8', is: 'a picture (GIF)', advice: chooseTable },
  { start: '{\\rtf', is: 'a text document (RTF)', advice: chooseTable },
  { start: 'SQLite format 3', is: 'a database', advice: chooseTable },
  { start: '\x1f\x8b', is: 'a compressed file', advice: 'Unpack it first, and choose the spreadsheet inside' },
  { start: 'Rar!', is: 'a compressed file', advice: 'Unpack it first, and choose the spreadsheet inside' },
  { start: '7z\xbc\xaf', is: 'a compressed file', advice: 'Unpack it first, and choose the spreadsheet inside' },
];

/** Says by its bytes, never by its name, what a file is. */
export function fileKind(bytes: Buffer): FileKind {
  const start = bytes.toString('latin1', 0, 16);
  const known = signatures.find((signature) => start.startsWith(signature.start));
  if (known) return { kind: 'other', is: known.is, advice: known.advice };
  if (start.startsWith('\xd0\xcf\x11\xe0')) return oldOfficeKind(bytes);
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return zipKind(listZip(bytes));
  const within = listZip(bytes);
  // Some programs send a few bytes ahead of the archive.
  if (within !== null && within.length > 0) return zipKind(within);
  return oldMarkupKind(bytes) ?? { kind: 'text' };
}

/** The old Office container holds old workbooks, and new ones under a password; it names its parts in UTF-16. */
function oldOfficeKind(bytes: Buffer): FileKind {
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
    return {
      kind: 'other',
      is: 'protected by a password',
      advice: 'Open it with its password, save a copy without one, and choose the copy',
    };
  }
  const isWorkbook = ['Workbook', 'Book'].some((name) => bytes.includes(Buffer.from(`${name}\0`, 'utf16le')));
  return isWorkbook
    ? { kind: 'other', is: 'an old Excel workbook (.xls)', advice: saveAs }
    : { kind: 'other', is: 'an old Office document', advice: chooseTable };
}

/** Pages and XML that programs save under the name of an old workbook; Excel shows them as one. */
function oldMarkupKind(bytes: Buffer): FileKind | null {
  const beginning = decodeText(bytes.subarray(0, markupLength))?.text ?? '';
  if (/^MIME-Version:[\s\S]{0,500}multipart\/related/i.test(beginning)) return webPage;
  if (!/^\s*</.test(beginning)) return null;
  if (/<(?:[\w.-]+:)?Workbook\b[^>]*urn:schemas-microsoft-com:office:spreadsheet/i.test(beginning)) {
    return { kind: 'other', is: 'an old Excel workbook, written as XML', advice: saveAs };
  }
  return /<table[\s>]|urn:schemas-microsoft-com:office:excel/i.test(beginning) ? webPage : null;
}

const webPage: FileKind = {
  kind: 'other',
  is: 'a web page with a table, as some programs save an Excel workbook',
  advice: saveAs,
};

function zipKind(entries: readonly ZipEntry[] | null): FileKind {
  if (entries === null) {
    const advice = 'Download or copy it again, and choose the whole file';
    return { kind: 'other', is: 'damaged or not complete', advice };
  }
  const has = (name: RegExp): boolean => entries.some((entry) => name.test(entry.name));
  if (has(/^xl\/workbook\.bin$/i)) return { kind: 'other', is: 'a binary workbook (.xlsb)', advice: saveAs };
  if (has(/^mimetype$/i) && has(/^content\.xml$/i)) {
    return { kind: 'other', is: 'an OpenDocument file (.ods)', advice: saveAs };
  }
  if (has(/^word\//i)) return { kind: 'other', is: 'a Word document', advice: chooseTable };
  if (has(/^ppt\//i)) return { kind: 'other', is: 'a PowerPoint file', advice: chooseTable };
  if (has(/^\[Content_Types\]\.xml$/i) && has(/^xl\/|(^|\/)workbook\.xml$/i)) return { kind: 'workbook', entries };
  return { kind: 'other', is: 'a zip archive', advice: 'Unpack it first, and choose the spreadsheet inside' };
}
