import type { ColumnKind } from '../../../shared/model/roster.ts';
import { cleanText, type WorkbookSheet } from './cells.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006';
const packages = 'http://schemas.openxmlformats.org/package/2006';

/** A column as it will be written: its letters, its width in characters, and whether its longest texts wrap. */
export interface LaidColumn {
  readonly key: string;
  readonly title: string;
  readonly kind: ColumnKind;
  readonly letters: string;
  readonly width: number;
  readonly style: number;
}

/** Each cell format's place in the styles part. */
export const cellStyle = {
  plain: 0,
  head: 1,
  headRight: 2,
  text: 3,
  textWrapped: 4,
  number: 5,
  date: 6,
  instant: 7,
  money: 8,
  clock: 9,
  quoted: 10,
  quotedWrapped: 11,
} as const;

/** A text between two tags or in an attribute. Excel reads `_x0041_` as an A, so that such a text is written another way. */
export function xml(text: string): string {
  const escaped = /[&<>"]/.test(text)
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
    : text;
  return escaped.includes('_x') ? escaped.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_') : escaped;
}

/** A column's letters, from 0: A, B … Z, AA. */
export function lettersOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : lettersOf(Math.floor(index / 26) - 1) + last;
}

/** Names for the sheets' tabs: what spreadsheets refuse is taken out, 31 characters at most, no two alike. */
export function tabNames(sheets: readonly WorkbookSheet[]): string[] {
  const taken = new Set<string>();
  return sheets.map((sheet, index) => {
    const plain = cleanText(sheet.name)
      .replace(/[[\]:*?/\\\s]+/g, ' ')
      .replace(/^[' ]+|[' ]+$/g, '');
    // Excel keeps the name History for itself.
    const base = plain === '' || /^history$/i.test(plain) ? `${plain} Sheet ${index + 1}`.trim() : plain;
    for (let copy = 1; ; copy++) {
      const end = copy === 1 ? '' : ` ${copy}`;
      const name = `${base
        .slice(0, 31 - end.length)
        .toWellFormed()
        .replace(/[' \uFFFD]+$/, '')}${end}`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}

/** The parts that do not depend on the rows, by their path in the archive. */
export function fixedParts(names: readonly string[], areas: readonly string[], title: string): Map<string, string> {
  const sheets = names.map((_, index) => index + 1);
  return new Map([
    ['xl/workbook.xml', workbookPart(names, areas)],
    ['xl/styles.xml', stylesPart],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ...sheets.map((n): Relation => [`rId${n}`, `${office}/relationships/worksheet`, `worksheets/sheet${n}.xml`]),
        [`rId${sheets.length + 1}`, `${office}/relationships/styles`, 'styles.xml'],
      ]),
    ],
    ['docProps/core.xml', corePart(title)],
    [
      '_rels/.rels',
      relations([
        ['rId1', `${office}/relationships/officeDocument`, 'xl/workbook.xml'],
        ['rId2', `${packages}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      ]),
    ],
    ['[Content_Types].xml', typesPart(sheets)],
  ]);
}

type Relation = readonly [id: string, type: string, target: string];

const relations = (all: readonly Relation[]): string =>
  `${head}<Relationships xmlns="${packages}/relationships">${all
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

function workbookPart(names: readonly string[], areas: readonly string[]): string {
  const quoted = names.map((name) => xml(`'${name.replaceAll("'", "''")}'`));
  const defined = quoted.flatMap((name, index) => {
    const local = `localSheetId="${index}"`;
    return [
      `<definedName name="_xlnm._FilterDatabase" ${local} hidden="1">${name}!${areas[index]}</definedName>`,
      `<definedName name="_xlnm.Print_Area" ${local}>${name}!${areas[index]}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" ${local}>${name}!$1:$1</definedName>`,
    ];
  });
  const sheets = names.map(
    (name, index) => `<sheet name="${xml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `${head}<workbook xmlns="${main}" xmlns:r="${office}/relationships"><workbookPr/><bookViews><workbookView/></bookViews><sheets>${sheets.join('')}</sheets><definedNames>${defined.join('')}</definedNames></workbook>`;
}

const corePart = (title: string): string =>
  `${head}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xml(title)}</dc:title><dc:language>en-US</dc:language></cp:coreProperties>`;

const typesPart = (sheets: readonly number[]): string => {
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts = sheets.map(
    (n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${types}.worksheet+xml"/>`,
  );
  return `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>${parts.join('')}<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;
};

// Text has the format @: a spreadsheet then keeps a text a text even after someone has edited its cell.
// The quote prefix is what Excel sets where someone types an apostrophe first.
const format = (number: number, font: number, fill: number, border: number, alignment: string, quote = ''): string =>
  `<xf numFmtId="${number}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" ${quote}applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment ${alignment}/></xf>`;

const top = 'vertical="top"';
const stylesPart = `${head}<styleSheet xmlns="${main}"><numFmts count="4"><numFmt numFmtId="164" formatCode="mmm\\ d,\\ yyyy"/><numFmt numFmtId="165" formatCode="mmm\\ d,\\ yyyy\\ h:mm\\ AM/PM"/><numFmt numFmtId="166" formatCode="&quot;$&quot;#,##0.00"/><numFmt numFmtId="167" formatCode="h:mm\\ AM/PM"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEEEEEB"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF5C656B"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="12"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${[
  format(49, 1, 2, 1, 'vertical="center" wrapText="1"'),
  format(49, 1, 2, 1, 'horizontal="right" vertical="center" wrapText="1" indent="1"'),
  format(49, 0, 0, 0, top),
  format(49, 0, 0, 0, `${top} wrapText="1"`),
  format(0, 0, 0, 0, `horizontal="right" indent="1" ${top}`),
  format(164, 0, 0, 0, `horizontal="left" ${top}`),
  format(165, 0, 0, 0, `horizontal="left" ${top}`),
  format(166, 0, 0, 0, `horizontal="right" indent="1" ${top}`),
  format(167, 0, 0, 0, `horizontal="left" ${top}`),
  format(49, 0, 0, 0, top, 'quotePrefix="1" '),
  format(49, 0, 0, 0, `${top} wrapText="1"`, 'quotePrefix="1" '),
].join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** What stands before a sheet's rows: fit to the page's width, the header row frozen, the columns' widths. */
export function sheetHead(columns: readonly LaidColumn[], area: string, first: boolean): string {
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return `${head}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="${area}"/><sheetViews><sheetView ${first ? 'tabSelected="1" ' : ''}workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}</cols><sheetData>`;
}

/** What stands after a sheet's rows: the filter, and landscape Letter pages with the title, the day and their numbers. */
export function sheetTail(area: string, title: string, subtitle: string, day: string): string {
  const above = xml(`&L&"-,Bold"${code(title)}${subtitle === '' ? '' : `&R${code(subtitle)}`}`);
  const below = xml(`${day === '' ? '' : `&L${code(day)}`}&RPage &P of &N`);
  return `</sheetData><autoFilter ref="${area}"/><printOptions/><pageMargins left="0.5" right="0.5" top="0.75" bottom="0.6" header="0.35" footer="0.3"/><pageSetup paperSize="1" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddHeader>${above}</oddHeader><oddFooter>${below}</oddFooter></headerFooter><ignoredErrors><ignoredError sqref="${area}" numberStoredAsText="1"/></ignoredErrors></worksheet>`;
}

/** A text in a page's header, where an ampersand begins a code and a digit after one would be taken for a size. */
const code = (text: string): string => {
  const line = cleanText(text).replace(/\s+/g, ' ').trim().slice(0, 100).toWellFormed().replaceAll('&', '&&');
  return /^\d/.test(line) ? ` ${line}` : line;
};
