import { accent, hairline, ink, muted } from '../../papers/colours.ts';
import type { Pen } from '../../papers/pen.ts';
import type { TextStyle } from '../../papers/typesetter.ts';
import type { Transcript, TranscriptCourse } from './transcript.ts';

/** A portrait Letter page and its margins, in points. */
export const transcriptPage = { width: 612, height: 792, left: 64, right: 548, top: 60, bottom: 728 } as const;

const columns = {
  number: { x: 64, width: 18 },
  title: { x: 86, width: 178 },
  dates: { x: 276, width: 150 },
  hours: { x: 466, width: 34 },
  result: { x: 484, width: 64 },
} as const;
const rowPadding = 11;
const leading = 12.5;
/** What the sum, the notes and the signature need below the courses. */
const closingHeight = 158;

const label: TextStyle = { font: 'sans', size: 8, colour: muted };
const text: TextStyle = { font: 'sans', size: 9.5, colour: ink };
const strong: TextStyle = { ...text, font: 'sans-bold' };
const head: TextStyle = { font: 'sans-bold', size: 8, colour: muted };
const over: TextStyle = { font: 'sans-bold', size: 9, colour: muted, tracking: 0.9 };

interface Row {
  readonly course: TranscriptCourse;
  readonly titles: readonly string[];
  readonly dates: readonly string[];
  readonly height: number;
}

/** Draws one person’s transcript: a page, or more where a program has more courses than a page holds. */
export async function drawTranscript(pen: Pen, transcript: Transcript): Promise<number> {
  // The table begins below the facts, two of them a line.
  const firstTop = transcriptPage.top + 146 + Math.ceil(transcript.facts.length / 2) * 18;
  const pages = pagesOf(pen, transcript, firstTop);
  for (const [at, rows] of pages.entries()) {
    const isFirst = at === 0;
    const section = (): void => {
      if (isFirst) drawHead(pen, transcript);
      const end = drawTable(pen, transcript, rows, isFirst ? firstTop : 110, at === pages.length - 1);
      if (at === pages.length - 1) drawClosing(pen, transcript, end);
    };
    const draw = (): void => {
      if (!isFirst) pen.artifact('Pagination', () => drawContinued(pen, transcript));
      pen.tag('Sect', section, { title: `Transcript of ${transcript.name}`, continues: !isFirst });
      pen.artifact('Pagination', () => drawFoot(pen, transcript, at + 1, pages.length));
    };
    await pen.page(draw, isFirst ? transcript.name : null);
  }
  return pages.length;
}

function pagesOf(pen: Pen, { courses }: Transcript, firstTop: number): readonly (readonly Row[])[] {
  const pages: Row[][] = [[]];
  let room = transcriptPage.bottom - firstTop - 24;
  for (const [at, course] of courses.entries()) {
    const row = rowOf(pen, course);
    const needed = row.height + (at === courses.length - 1 ? closingHeight : 0);
    const page = pages.at(-1) ?? [];
    if (needed > room && page.length > 0) {
      pages.push([row]);
      room = transcriptPage.bottom - 110 - 24 - row.height;
    } else {
      page.push(row);
      room -= row.height;
    }
  }
  return pages;
}

function rowOf(pen: Pen, course: TranscriptCourse): Row {
  const titles = pen.type.lines(course.title, text, columns.title.width);
  const dates = course.dates.flatMap((date) => pen.type.lines(date, text, columns.dates.width));
  return { course, titles, dates, height: Math.max(titles.length, dates.length, 1) * leading + rowPadding };
}

function drawHead(pen: Pen, { organization, title, name, facts }: Transcript): void {
  const { left, right, top } = transcriptPage;
  const width = right - left;
  pen.tag('P', () => pen.line(organization.toUpperCase(), over, left, top + 8, width));
  pen.tag('H1', () => pen.line('Transcript', { font: 'serif', size: 32, colour: accent }, left, top + 48, width));
  pen.tag('P', () => pen.line(title, { ...text, size: 10, colour: muted }, left, top + 67, width));
  pen.artifact('Layout', () => pen.rule(left, right, top + 80, accent, 1));
  pen.tag('H2', () => {
    const fitted = pen.type.fit(name, 'serif-bold', 20, width, 26, 1);
    pen.line(fitted.lines.join(' '), { font: 'serif-bold', size: fitted.size, colour: ink }, left, top + 108, width);
  });
  for (const [at, [term, fact]] of facts.entries()) {
    const x = left + (at % 2) * (width / 2);
    const baseline = top + 132 + Math.floor(at / 2) * 18;
    pen.tag('P', () => {
      pen.line(term, label, x, baseline, 70);
      pen.line(fact, strong, x + 74, baseline, width / 2 - 84);
    });
  }
}

function drawContinued(pen: Pen, { organization, name }: Transcript): void {
  const { left, right, top } = transcriptPage;
  pen.line(organization.toUpperCase(), over, left, top + 8, 240);
  pen.line(`Transcript of ${name}, continued`, { ...label, align: 'end' }, right, top + 8, 230);
  pen.rule(left, right, top + 20, accent, 1);
}

function drawTable(pen: Pen, transcript: Transcript, rows: readonly Row[], top: number, isLast: boolean): number {
  const { left, right } = transcriptPage;
  const { title, dates, hours, result } = columns;
  let y = top + 17;
  pen.tag('Table', () => {
    pen.tag('TR', () => {
      pen.tag('TH', () => pen.line('Course', head, title.x, top + 10, title.width));
      pen.tag('TH', () => pen.line('Attended', head, dates.x, top + 10, dates.width));
      pen.tag('TH', () => pen.line('Hours', { ...head, align: 'end' }, hours.x, top + 10, hours.width));
      pen.tag('TH', () => pen.line('Result', head, result.x, top + 10, result.width));
    });
    pen.artifact('Layout', () => pen.rule(left, right, top + 17, muted, 0.7));
    for (const row of rows) {
      const from = y;
      pen.tag('TR', () => drawRow(pen, row, from));
      y += row.height;
      const end = y;
      pen.artifact('Layout', () => pen.rule(left, right, end, hairline, 0.5));
    }
    if (!isLast) return;
    const from = y;
    pen.tag('TR', () => {
      pen.tag('TH', () => pen.line('Hours in all', strong, title.x, from + 20, title.width));
      pen.tag('TD', () => {
        const said = transcript.totalHours === '' ? '–' : transcript.totalHours;
        pen.line(said, { ...strong, align: 'end' }, hours.x, from + 20, hours.width);
      });
    });
    y += 30;
  });
  return y;
}

function drawRow(pen: Pen, { course, titles, dates }: Row, top: number): void {
  const baseline = top + rowPadding / 2 + 9;
  const { number, title, hours, result } = columns;
  pen.tag('TD', () => {
    pen.line(course.number, label, number.x, baseline, number.width);
    for (const [at, line] of titles.entries()) pen.line(line, text, title.x, baseline + at * leading, title.width);
  });
  pen.tag('TD', () => {
    const style: TextStyle = { ...text, colour: muted };
    const shown = dates.length === 0 ? ['–'] : dates;
    for (const [at, line] of shown.entries()) {
      pen.line(line, style, columns.dates.x, baseline + at * leading, columns.dates.width);
    }
  });
  pen.tag('TD', () => {
    const said = course.hours === '' ? '–' : course.hours;
    pen.line(said, { ...text, align: 'end' }, hours.x, baseline, hours.width);
  });
  pen.tag('TD', () => pen.line(course.result, text, result.x, baseline, result.width));
}

function drawClosing(pen: Pen, { notes, signatory, organization, madeOn }: Transcript, top: number): void {
  const { left, right } = transcriptPage;
  const width = right - left;
  let y = top + 24;
  const sentences = [
    ...notes,
    `From the attendance records of ${organization}, as of ${madeOn}. Hours are the time attended.`,
  ];
  for (const sentence of sentences) {
    pen.tag('P', () => {
      for (const line of pen.type.lines(sentence, text, width)) {
        pen.line(line, text, left, y, width);
        y += 13.5;
      }
    });
    y += 4;
  }
  const rule = Math.max(y + 46, 640);
  pen.artifact('Layout', () => {
    pen.rule(left, left + 230, rule, muted, 0.6);
    pen.rule(left + 270, left + 400, rule, muted, 0.6);
  });
  pen.tag('P', () => {
    pen.line(signatory?.name ?? 'Signature', signatory ? strong : label, left, rule + 13, 230);
    if (signatory) pen.line(signatory.role, label, left, rule + 25, 230);
  });
  pen.tag('P', () => pen.line('Date', label, left + 270, rule + 13, 130));
}

function drawFoot(pen: Pen, { program, name, contact }: Transcript, page: number, pages: number): void {
  const { left, right, bottom } = transcriptPage;
  pen.rule(left, right, bottom + 14, hairline, 0.5);
  pen.line(
    [`${program} transcript`, name, contact].filter((part) => part !== '').join(' · '),
    label,
    left,
    bottom + 27,
    400,
  );
  if (pages > 1) pen.line(`Page ${page} of ${pages}`, { ...label, align: 'end' }, right, bottom + 27, 80);
}
