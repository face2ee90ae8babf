import { sayNumber } from '../../../shared/model/devices.ts';
import { accent, ink, muted } from '../../papers/border.ts';
import { qrDrawing } from '../../papers/qr-code.ts';
import { hairline, type TextStyle, type Typesetter } from '../../papers/typesetter.ts';

/** Somebody whom a session expects. */
export interface SignInLine {
  /** Family name first, as the list is sorted and searched. */
  readonly name: string;
  /** The letter under which the name stands. */
  readonly letter: string;
  readonly organization: string;
  readonly cohort: string;
  readonly number: number | null;
  /** What the code of the line holds; null: none is printed. */
  readonly code: string | null;
}

/** The sign-in sheet of one session, with every word that stands on it. Only plain data: it crosses to a thread. */
export interface SignInSheet {
  readonly program: string;
  /** The course. */
  readonly title: string;
  /** `Mon, Oct 21, 2024, 8:00 a to 3:30 p`. */
  readonly when: string;
  /** Room and cohorts, as they are known. */
  readonly where: string;
  readonly lines: readonly SignInLine[];
  /** Empty lines at the end, for walk-ins. */
  readonly blank: number;
}

/** A portrait Letter page and its margins, in points. */
export const signInPage = { width: 612, height: 792, left: 50, right: 572, top: 44, bottom: 740 } as const;

const letterX = 26;
const columns = {
  name: { x: 50, width: 186 },
  cohort: { x: 242, width: 50 },
  number: { x: 318, width: 28 },
  signature: { x: 332, width: 192 },
  code: { x: 538, width: 34 },
} as const;
const rowHeight = 40;
const headHeight = 84;
const codeSize = 29.5;
const rowsOfPage = Math.floor((signInPage.bottom - signInPage.top - headHeight) / rowHeight);

const small: TextStyle = { font: 'sans', size: 7.6, colour: muted };
const heading: TextStyle = { font: 'sans-bold', size: 7.6, colour: muted };

type Row = SignInLine | 'blank';

/** How many pages a sheet takes. */
export const pagesOfSheet = ({ lines, blank }: SignInSheet): number =>
  Math.max(1, Math.ceil((lines.length + blank) / rowsOfPage));

/** Draws the sheet of one session on as many pages as it needs, each with the whole head and its own number. */
export async function drawSignInSheet(
  set: Typesetter,
  sheet: SignInSheet,
  pageDone: () => Promise<void>,
): Promise<void> {
  const { doc } = set;
  const rows: readonly Row[] = [...sheet.lines, ...Array.from({ length: sheet.blank }, () => 'blank' as const)];
  const pages = pagesOfSheet(sheet);
  const section = doc.struct('Sect', { title: `${sheet.title}, ${sheet.when}` });
  doc.addStructure(section);
  for (let page = 0; page < pages; page++) {
    doc.addPage();
    if (page === 0) {
      doc.outline.addItem(`${sheet.title}, ${sheet.when}`);
      drawHead(set, section, sheet);
    } else set.artifact('Pagination', () => drawHead(set, null, sheet));
    const table = doc.struct('Table');
    section.add(table);
    drawColumns(set, table);
    let letter = '';
    for (const [at, row] of rows.slice(page * rowsOfPage, (page + 1) * rowsOfPage).entries()) {
      const top = signInPage.top + headHeight + at * rowHeight;
      const line = doc.struct('TR');
      table.add(line);
      const own = row === 'blank' ? '+' : row.letter;
      if (own !== letter) {
        letter = own;
        const style: TextStyle = { font: 'sans-bold', size: 13, colour: accent };
        set.artifact('Layout', () => set.line(own, style, letterX, top + 17, 20));
      }
      if (row === 'blank') drawBlank(set, line, top);
      else drawRow(set, line, row, top);
      set.artifact('Layout', () => set.rule(signInPage.left, signInPage.right, top + rowHeight, hairline, 0.5));
    }
    set.artifact('Pagination', () => drawFoot(set, sheet, page + 1, pages));
    await pageDone();
  }
  section.end();
}

function drawHead(set: Typesetter, section: PDFKit.PDFStructureElement | null, sheet: SignInSheet): void {
  const { left, right, top } = signInPage;
  const put = (tag: string, draw: () => void): void => (section === null ? draw() : set.tag(section, tag, draw));
  const program: TextStyle = { font: 'sans-bold', size: 8.5, colour: muted, tracking: 0.8 };
  put('P', () => set.line(`${sheet.program.toUpperCase()} SIGN-IN SHEET`, program, left, top + 8, 300));
  put('H1', () => set.line(sheet.title, { font: 'serif', size: 21, colour: accent }, left, top + 33, right - left));
  put('P', () => set.line(sheet.when, { font: 'sans-bold', size: 9.5, colour: ink }, left, top + 51, 300));
  const where: TextStyle = { font: 'sans', size: 9.5, colour: ink, align: 'end' };
  put('P', () => set.line(sheet.where, where, right, top + 51, 216));
}

function drawColumns(set: Typesetter, table: PDFKit.PDFStructureElement): void {
  const { name, cohort, number, signature, code } = columns;
  const baseline = signInPage.top + headHeight - 9;
  const heads = set.doc.struct('TR');
  table.add(heads);
  set.tag(heads, 'TH', () => set.line('Name and school system', heading, name.x, baseline, name.width));
  set.tag(heads, 'TH', () => set.line('Cohort', heading, cohort.x, baseline, cohort.width));
  set.tag(heads, 'TH', () => set.line('Badge', { ...heading, align: 'end' }, number.x, baseline, number.width));
  set.tag(heads, 'TH', () => set.line('Signature', heading, signature.x, baseline, signature.width));
  set.tag(heads, 'TH', () => set.line('Scan', heading, code.x, baseline, code.width));
  set.artifact('Layout', () => {
    set.rule(signInPage.left, signInPage.right, signInPage.top + headHeight - 3, muted, 0.8);
  });
}

function drawRow(set: Typesetter, line: PDFKit.PDFStructureElement, row: SignInLine, top: number): void {
  const { name, cohort, number, signature, code } = columns;
  const { doc } = set;
  set.tag(line, 'TD', () => {
    set.line(row.name, { font: 'sans-bold', size: 10.5, colour: ink }, name.x, top + 17, name.width);
    const [first = '', ...rest] = set.lines(row.organization, small, name.width);
    set.line(first, small, name.x, top + 27.5, name.width);
    set.line(rest.join(' '), small, name.x, top + 36, name.width);
  });
  set.tag(line, 'TD', () => {
    set.line(row.cohort, { font: 'sans', size: 9, colour: ink }, cohort.x, top + 17, cohort.width);
  });
  set.tag(line, 'TD', () => {
    const said = row.number === null ? '' : sayNumber(row.number);
    set.line(said, { font: 'sans-bold', size: 10.5, colour: ink, align: 'end' }, number.x, top + 17, number.width);
  });
  set.artifact('Layout', () => set.rule(signature.x, signature.x + signature.width, top + 31, muted, 0.6));
  if (row.code === null) return;
  const { code: text } = row;
  const alt = `QR code of badge ${row.number === null ? '' : sayNumber(row.number)}`;
  const draw = (): void => {
    doc.addContent(qrDrawing(text, code.x, top + (rowHeight - codeSize) / 2, codeSize));
  };
  const cell = doc.struct('TD');
  line.add(cell);
  set.tag(cell, 'Figure', draw, alt);
}

/** A line on which a walk-in writes name and school system. */
function drawBlank(set: Typesetter, line: PDFKit.PDFStructureElement, top: number): void {
  const { name, cohort, number, signature } = columns;
  const hint: TextStyle = { font: 'sans', size: 6, colour: muted };
  set.artifact('Layout', () => {
    set.rule(name.x, name.x + 116, top + 31, muted, 0.6);
    set.rule(name.x + 124, cohort.x + cohort.width, top + 31, muted, 0.6);
    set.rule(number.x - number.width + 8, number.x, top + 31, muted, 0.6);
    set.rule(signature.x, signature.x + signature.width, top + 31, muted, 0.6);
  });
  set.tag(line, 'TD', () => {
    set.line('Walk-in: name', hint, name.x, top + 37.5, 110);
    set.line('School system', hint, name.x + 124, top + 37.5, 110);
    set.line('Badge', { ...hint, align: 'end' }, number.x, top + 37.5, number.width);
  });
}

function drawFoot(set: Typesetter, sheet: SignInSheet, page: number, pages: number): void {
  const { left, right, bottom } = signInPage;
  const expected = sheet.lines.length;
  const said = `${expected.toLocaleString('en-US')} expected. Scan a code, or sign and let a lead tick the name afterwards.`;
  set.line(said, small, left, bottom + 24, 380);
  set.line(`Page ${page} of ${pages}`, { ...small, align: 'end' }, right, bottom + 24, 100);
}
