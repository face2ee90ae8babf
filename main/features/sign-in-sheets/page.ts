import { sayCount } from '../../../shared/model/counts.ts';
import { sayNumber } from '../../../shared/model/devices.ts';
import { accent, black, hairline, ink, muted } from '../../papers/colours.ts';
import type { Tag } from '../../papers/paper.ts';
import type { Pen } from '../../papers/pen.ts';
import { qrPath } from '../../papers/qr-code.ts';
import type { TextStyle } from '../../papers/typesetter.ts';

/** Someone whom a session expects. */
export interface SignInLine {
  /** Last name first, as the list is sorted and searched. */
  readonly name: string;
  /** The letter under which the name stands. */
  readonly letter: string;
  readonly organization: string;
  readonly cohort: string;
  readonly number: number | null;
  /** What the code of the line holds; null: none is printed. */
  readonly code: string | null;
}

/** The sign-in sheet of one session, with every word on it. Only plain data: it crosses to a thread. */
export interface SignInSheet {
  readonly program: string;
  /** The course. */
  readonly title: string;
  /** `Mon, Oct 21, 2024, 8:00 AM to 3:30 PM`. */
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
export async function drawSignInSheet(pen: Pen, sheet: SignInSheet, pageDone: () => void): Promise<void> {
  const rows: readonly Row[] = [...sheet.lines, ...Array.from({ length: sheet.blank }, () => 'blank' as const)];
  const pages = pagesOfSheet(sheet);
  const title = `${sheet.title}, ${sheet.when}`;
  for (let page = 0; page < pages; page++) {
    const isFirst = page === 0;
    const ofPage = rows.slice(page * rowsOfPage, (page + 1) * rowsOfPage);
    const draw = (): void => {
      if (!isFirst) pen.artifact('Pagination', () => drawHead(pen, sheet, 'artifact'));
      pen.tag(
        'Sect',
        () => {
          if (isFirst) drawHead(pen, sheet, 'read');
          pen.tag('Table', () => drawTable(pen, ofPage));
        },
        { title, continues: !isFirst },
      );
      pen.artifact('Pagination', () => drawFoot(pen, sheet, page + 1, pages));
    };
    await pen.page(draw, isFirst ? title : null);
    pageDone();
  }
}

function drawTable(pen: Pen, rows: readonly Row[]): void {
  drawColumns(pen);
  let letter = '';
  for (const [at, row] of rows.entries()) {
    const top = signInPage.top + headHeight + at * rowHeight;
    const own = row === 'blank' ? '+' : row.letter;
    const mark = own === letter ? '' : own;
    letter = own;
    const style: TextStyle = { font: 'sans-bold', size: 13, colour: accent };
    if (mark !== '') pen.artifact('Layout', () => pen.line(mark, style, letterX, top + 17, 20));
    pen.tag('TR', () => (row === 'blank' ? drawBlank(pen, top) : drawRow(pen, row, top)));
    pen.artifact('Layout', () => pen.rule(signInPage.left, signInPage.right, top + rowHeight, hairline, 0.5));
  }
}

/** The head of a page: read on a sheet’s first page, and no more where it is only repeated. */
function drawHead(pen: Pen, sheet: SignInSheet, as: 'read' | 'artifact'): void {
  const { left, right, top } = signInPage;
  const put = (tag: Tag, draw: () => void): void => (as === 'read' ? pen.tag(tag, draw) : draw());
  const program: TextStyle = { font: 'sans-bold', size: 8.5, colour: muted, tracking: 0.8 };
  put('P', () => pen.line(`${sheet.program.toUpperCase()} SIGN-IN SHEET`, program, left, top + 8, 300));
  put('H1', () => pen.line(sheet.title, { font: 'serif', size: 21, colour: accent }, left, top + 33, right - left));
  put('P', () => pen.line(sheet.when, { font: 'sans-bold', size: 9.5, colour: ink }, left, top + 51, 300));
  const where: TextStyle = { font: 'sans', size: 9.5, colour: ink, align: 'end' };
  put('P', () => pen.line(sheet.where, where, right, top + 51, 216));
}

function drawColumns(pen: Pen): void {
  const { name, cohort, number, signature, code } = columns;
  const baseline = signInPage.top + headHeight - 9;
  pen.tag('TR', () => {
    pen.tag('TH', () => pen.line('Name and school system', heading, name.x, baseline, name.width));
    pen.tag('TH', () => pen.line('Cohort', heading, cohort.x, baseline, cohort.width));
    pen.tag('TH', () => pen.line('Badge', { ...heading, align: 'end' }, number.x, baseline, number.width));
    pen.tag('TH', () => pen.line('Signature', heading, signature.x, baseline, signature.width));
    pen.tag('TH', () => pen.line('Scan', heading, code.x, baseline, code.width));
  });
  pen.artifact('Layout', () => {
    pen.rule(signInPage.left, signInPage.right, signInPage.top + headHeight - 3, muted, 0.8);
  });
}

function drawRow(pen: Pen, row: SignInLine, top: number): void {
  const { name, cohort, number, signature, code } = columns;
  pen.tag('TD', () => {
    pen.line(row.name, { font: 'sans-bold', size: 10.5, colour: ink }, name.x, top + 17, name.width);
    const [first = '', ...rest] = pen.type.lines(row.organization, small, name.width);
    pen.line(first, small, name.x, top + 27.5, name.width);
    pen.line(rest.join(' '), small, name.x, top + 36, name.width);
  });
  pen.tag('TD', () => {
    pen.line(row.cohort, { font: 'sans', size: 9, colour: ink }, cohort.x, top + 17, cohort.width);
  });
  pen.tag('TD', () => {
    const said = row.number === null ? '' : sayNumber(row.number);
    pen.line(said, { font: 'sans-bold', size: 10.5, colour: ink, align: 'end' }, number.x, top + 17, number.width);
  });
  pen.artifact('Layout', () => pen.rule(signature.x, signature.x + signature.width, top + 31, muted, 0.6));
  if (row.code === null) return;
  const path = qrPath(row.code, code.x, top + (rowHeight - codeSize) / 2, codeSize);
  pen.tag('TD', () =>
    pen.tag('Figure', () => pen.fill(path, black), {
      alt: `QR code of badge ${row.number === null ? '' : sayNumber(row.number)}`,
    }),
  );
}

/** A line on which a walk-in writes name and school system. */
function drawBlank(pen: Pen, top: number): void {
  const { name, cohort, number, signature } = columns;
  const hint: TextStyle = { font: 'sans', size: 6, colour: muted };
  pen.artifact('Layout', () => {
    pen.rule(name.x, name.x + 116, top + 31, muted, 0.6);
    pen.rule(name.x + 124, cohort.x + cohort.width, top + 31, muted, 0.6);
    pen.rule(number.x - number.width + 8, number.x, top + 31, muted, 0.6);
    pen.rule(signature.x, signature.x + signature.width, top + 31, muted, 0.6);
  });
  pen.tag('TD', () => {
    pen.line('Walk-in: name', hint, name.x, top + 37.5, 110);
    pen.line('School system', hint, name.x + 124, top + 37.5, 110);
    pen.line('Badge', { ...hint, align: 'end' }, number.x, top + 37.5, number.width);
  });
}

function drawFoot(pen: Pen, sheet: SignInSheet, page: number, pages: number): void {
  const { left, right, bottom } = signInPage;
  const expected = sheet.lines.length;
  const said = `${sayCount(expected)} expected. Scan a code, or sign and have a lead check off the name afterward.`;
  pen.line(said, small, left, bottom + 24, 380);
  pen.line(`Page ${page} of ${pages}`, { ...small, align: 'end' }, right, bottom + 24, 100);
}
