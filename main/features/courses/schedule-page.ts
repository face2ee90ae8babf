import { accent, hairline, ink, muted } from '../../papers/colours.ts';
import type { Pen } from '../../papers/pen.ts';
import type { TextStyle } from '../../papers/typesetter.ts';

/** One session as the year's schedule shows it. */
interface ScheduleSession {
  /** `Mon, Oct 21, 2024`. */
  readonly day: string;
  /** `8:00 AM to 3:30 PM`. */
  readonly hours: string;
  /** `Course 3: Data Management and Governance`. */
  readonly title: string;
  /** Room, instructors, cohorts: what is known, a line each. */
  readonly details: readonly string[];
}

/** A conference with its sessions, or the days that belong to none. */
export interface SchedulePart {
  readonly title: string;
  /** The conference's days and place; empty where there is none. */
  readonly sub: string;
  readonly sessions: readonly ScheduleSession[];
}

/** The schedule of a year, with every word on it. Only plain data: it crosses to a thread. */
export interface Schedule {
  readonly organization: string;
  readonly program: string;
  /** `Cohort Foxtrot`. */
  readonly title: string;
  /** `Jun 2024 to Jun 2025`; empty where no dates are known. */
  readonly years: string;
  readonly parts: readonly SchedulePart[];
  /** Courses without a day yet. */
  readonly toCome: readonly string[];
  readonly contact: string;
  /** `As of Jun 3, 2024`. */
  readonly asOf: string;
}

/** A portrait Letter page and its margins, in points. */
export const schedulePage = { width: 612, height: 792, left: 72, right: 540, top: 72, bottom: 712 } as const;

const dayWidth = 118;
const textX = schedulePage.left + dayWidth + 14;
const textWidth = schedulePage.right - textX;

const styles = {
  part: { font: 'serif-bold', size: 14.5, colour: ink },
  sub: { font: 'sans', size: 9, colour: muted },
  day: { font: 'sans-bold', size: 9.5, colour: ink },
  hours: { font: 'sans', size: 9.5, colour: muted },
  title: { font: 'sans-bold', size: 10.5, colour: ink },
  detail: { font: 'sans', size: 9.5, colour: ink },
  foot: { font: 'sans', size: 8, colour: muted },
} as const satisfies Readonly<Record<string, TextStyle>>;

const leading = 13.2;

/** What stands together on a page, and how it is drawn once its place is known. */
interface Block {
  readonly height: number;
  /** Stays with the block after it: a heading without its session means nothing. */
  readonly keeps: boolean;
  readonly draw: (top: number) => void;
}

/** Draws the schedule on as many pages as it needs; gives back how many. */
export async function drawSchedule(pen: Pen, schedule: Schedule): Promise<number> {
  const blocks = [
    ...schedule.parts.flatMap((part) => [
      partHead(pen, part),
      ...part.sessions.map((session) => sessionBlock(pen, session)),
    ]),
    ...(schedule.toCome.length > 0 ? toComeBlocks(pen, schedule.toCome) : []),
  ];
  const firstTop = schedulePage.top + 106;
  const pages = paged(blocks, firstTop);
  for (const [at, page] of pages.entries()) {
    await pen.page(() => {
      if (at > 0) pen.artifact('Pagination', () => drawContinued(pen, schedule));
      pen.tag('Sect', () => drawBlocks(pen, schedule, page, at === 0 ? firstTop : null), { title: schedule.title });
      pen.artifact('Pagination', () => drawFoot(pen, schedule, at + 1, pages.length));
    });
  }
  return pages.length;
}

/** The blocks of a page; the first page has the title above them, and `firstTop` is where it leaves off. */
function drawBlocks(pen: Pen, schedule: Schedule, blocks: readonly Block[], firstTop: number | null): void {
  if (firstTop !== null) drawTitle(pen, schedule);
  let y = firstTop ?? schedulePage.top + 34;
  for (const block of blocks) {
    block.draw(y);
    y += block.height;
  }
}

function paged(blocks: readonly Block[], firstTop: number): readonly (readonly Block[])[] {
  const pages: Block[][] = [[]];
  let room = schedulePage.bottom - firstTop;
  for (const [at, block] of blocks.entries()) {
    const needed = block.height + (block.keeps ? (blocks[at + 1]?.height ?? 0) : 0);
    if (needed > room && (pages.at(-1)?.length ?? 0) > 0) {
      pages.push([]);
      room = schedulePage.bottom - schedulePage.top - 34;
    }
    pages.at(-1)?.push(block);
    room -= block.height;
  }
  return pages;
}

function drawTitle(pen: Pen, schedule: Schedule): void {
  const { left, right, top } = schedulePage;
  const head: TextStyle = { font: 'sans-bold', size: 9, colour: muted, tracking: 0.9 };
  pen.tag('P', () => pen.line(schedule.organization.toUpperCase(), head, left, top + 8, right - left));
  pen.tag('P', () => pen.line(schedule.program, styles.sub, left, top + 22, right - left));
  const title: TextStyle = { font: 'serif', size: 30, colour: accent };
  pen.tag('H1', () => pen.line(schedule.title, title, left, top + 60, right - left));
  if (schedule.years !== '') {
    const years: TextStyle = { ...styles.sub, size: 11 };
    pen.tag('P', () => pen.line(schedule.years, years, left, top + 78, right - left));
  }
  pen.artifact('Layout', () => pen.rule(left, right, top + 90, accent, 1));
}

function drawContinued(pen: Pen, schedule: Schedule): void {
  const { left, right, top } = schedulePage;
  const head: TextStyle = { font: 'sans-bold', size: 9, colour: muted, tracking: 0.9 };
  pen.line(schedule.organization.toUpperCase(), head, left, top + 8, 200);
  pen.line(`${schedule.title}, continued`, { ...styles.foot, align: 'end' }, right, top + 8, 240);
  pen.rule(left, right, top + 18, accent, 1);
}

function partHead(pen: Pen, { title, sub }: SchedulePart): Block {
  const { left, right } = schedulePage;
  return {
    height: sub === '' ? 40 : 52,
    keeps: true,
    draw(top) {
      pen.tag('H2', () => pen.line(title, styles.part, left, top + 24, right - left));
      if (sub !== '') pen.tag('P', () => pen.line(sub, styles.sub, left, top + 38, right - left));
    },
  };
}

function sessionBlock(pen: Pen, { day, hours, title, details }: ScheduleSession): Block {
  const { left, right } = schedulePage;
  const titles = pen.type.lines(title, styles.title, textWidth);
  const lines = details.flatMap((detail) => pen.type.lines(detail, styles.detail, textWidth));
  const height = Math.max(2, titles.length + lines.length) * leading + 16;
  return {
    height,
    keeps: false,
    draw(top) {
      pen.artifact('Layout', () => pen.rule(left, right, top, hairline, 0.6));
      const base = top + 17;
      pen.tag('P', () => {
        pen.line(day, styles.day, left, base, dayWidth);
        pen.line(hours, styles.hours, left, base + leading, dayWidth);
      });
      pen.tag('H3', () => {
        for (const [at, line] of titles.entries()) {
          pen.line(line, styles.title, textX, base + at * leading, textWidth);
        }
      });
      pen.tag('P', () => {
        for (const [at, line] of lines.entries()) {
          pen.line(line, styles.detail, textX, base + (titles.length + at) * leading, textWidth);
        }
      });
    },
  };
}

function toComeBlocks(pen: Pen, courses: readonly string[]): readonly Block[] {
  const { left, right } = schedulePage;
  return [
    partHead(pen, { title: 'Not scheduled yet', sub: '', sessions: [] }),
    ...courses.map(
      (course): Block => ({
        height: leading + 12,
        keeps: false,
        draw(top) {
          pen.artifact('Layout', () => pen.rule(left, right, top, hairline, 0.6));
          pen.tag('P', () => pen.line(course, styles.detail, textX, top + 16, textWidth));
        },
      }),
    ),
  ];
}

function drawFoot(pen: Pen, { contact, asOf }: Schedule, page: number, pages: number): void {
  const { left, right, bottom } = schedulePage;
  pen.rule(left, right, bottom + 14, hairline, 0.5);
  pen.line([asOf, contact].filter((part) => part !== '').join('. Questions: '), styles.foot, left, bottom + 27, 380);
  pen.line(`Page ${page} of ${pages}`, { ...styles.foot, align: 'end' }, right, bottom + 27, 80);
}
