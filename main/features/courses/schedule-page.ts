import { accent, ink, muted } from '../../papers/border.ts';
import { hairline, type TextStyle, type Typesetter } from '../../papers/typesetter.ts';

/** One session as it stands on the year's schedule. */
export interface ProgrammeSession {
  /** `Mon, Oct 21, 2024`. */
  readonly day: string;
  /** `8:00 a to 3:30 p`. */
  readonly hours: string;
  /** `Course 3: Data Management and Governance`. */
  readonly title: string;
  /** Room, instructors, cohorts: what is known, a line each. */
  readonly details: readonly string[];
}

/** A conference with its sessions, or the days that belong to none. */
export interface ProgrammePart {
  readonly title: string;
  /** The conference's days and place; empty where there is none. */
  readonly sub: string;
  readonly sessions: readonly ProgrammeSession[];
}

/** The schedule of a year, with every word that stands on it. Only plain data: it crosses to a thread. */
export interface Programme {
  readonly organization: string;
  readonly program: string;
  /** `Cohort Foxtrot`. */
  readonly title: string;
  /** `Jun 2024 to Jun 2025`; empty where no dates are known. */
  readonly years: string;
  readonly parts: readonly ProgrammePart[];
  /** Courses without a day yet. */
  readonly toCome: readonly string[];
  readonly contact: string;
  /** `As of Jun 3, 2024`. */
  readonly asOf: string;
}

/** A portrait Letter page and its margins, in points. */
export const programmePage = { width: 612, height: 792, left: 72, right: 540, top: 72, bottom: 712 } as const;

const dayWidth = 118;
const textX = programmePage.left + dayWidth + 14;
const textWidth = programmePage.right - textX;

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
  readonly draw: (section: PDFKit.PDFStructureElement, top: number) => void;
}

/** Draws the schedule on as many pages as it needs; gives back how many. */
export function drawProgramme(set: Typesetter, programme: Programme): number {
  const { doc } = set;
  const blocks = [
    ...programme.parts.flatMap((part) => [
      partHead(set, part),
      ...part.sessions.map((session) => sessionBlock(set, session)),
    ]),
    ...(programme.toCome.length > 0 ? toComeBlocks(set, programme.toCome) : []),
  ];
  const firstTop = programmePage.top + 106;
  const pages = paged(blocks, firstTop);
  for (const [at, page] of pages.entries()) {
    doc.addPage();
    const section = doc.struct('Sect', { title: programme.title });
    doc.addStructure(section);
    let y: number = programmePage.top + 34;
    if (at === 0) {
      drawTitle(set, section, programme);
      y = firstTop;
    } else set.artifact('Pagination', () => drawContinued(set, programme));
    for (const block of page) {
      block.draw(section, y);
      y += block.height;
    }
    set.artifact('Pagination', () => drawFoot(set, programme, at + 1, pages.length));
    section.end();
  }
  return pages.length;
}

function paged(blocks: readonly Block[], firstTop: number): readonly (readonly Block[])[] {
  const pages: Block[][] = [[]];
  let room = programmePage.bottom - firstTop;
  for (const [at, block] of blocks.entries()) {
    const needed = block.height + (block.keeps ? (blocks[at + 1]?.height ?? 0) : 0);
    if (needed > room && (pages.at(-1)?.length ?? 0) > 0) {
      pages.push([]);
      room = programmePage.bottom - programmePage.top - 34;
    }
    pages.at(-1)?.push(block);
    room -= block.height;
  }
  return pages;
}

function drawTitle(set: Typesetter, section: PDFKit.PDFStructureElement, programme: Programme): void {
  const { left, right, top } = programmePage;
  const head: TextStyle = { font: 'sans-bold', size: 9, colour: muted, tracking: 0.9 };
  set.tag(section, 'P', () => set.line(programme.organization.toUpperCase(), head, left, top + 8, right - left));
  set.tag(section, 'P', () => set.line(programme.program, styles.sub, left, top + 22, right - left));
  const title: TextStyle = { font: 'serif', size: 30, colour: accent };
  set.tag(section, 'H1', () => set.line(programme.title, title, left, top + 60, right - left));
  if (programme.years !== '') {
    const years: TextStyle = { ...styles.sub, size: 11 };
    set.tag(section, 'P', () => set.line(programme.years, years, left, top + 78, right - left));
  }
  set.artifact('Layout', () => set.rule(left, right, top + 90, accent, 1));
}

function drawContinued(set: Typesetter, programme: Programme): void {
  const { left, right, top } = programmePage;
  const head: TextStyle = { font: 'sans-bold', size: 9, colour: muted, tracking: 0.9 };
  set.line(programme.organization.toUpperCase(), head, left, top + 8, 200);
  set.line(`${programme.title}, continued`, { ...styles.foot, align: 'end' }, right, top + 8, 240);
  set.rule(left, right, top + 18, accent, 1);
}

function partHead(set: Typesetter, { title, sub }: ProgrammePart): Block {
  const { left, right } = programmePage;
  return {
    height: sub === '' ? 40 : 52,
    keeps: true,
    draw(section, top) {
      set.tag(section, 'H2', () => set.line(title, styles.part, left, top + 24, right - left));
      if (sub !== '') set.tag(section, 'P', () => set.line(sub, styles.sub, left, top + 38, right - left));
    },
  };
}

function sessionBlock(set: Typesetter, { day, hours, title, details }: ProgrammeSession): Block {
  const { left, right } = programmePage;
  const titles = set.lines(title, styles.title, textWidth);
  const lines = details.flatMap((detail) => set.lines(detail, styles.detail, textWidth));
  const height = Math.max(2, titles.length + lines.length) * leading + 16;
  return {
    height,
    keeps: false,
    draw(section, top) {
      set.artifact('Layout', () => set.rule(left, right, top, hairline, 0.6));
      const base = top + 17;
      set.tag(section, 'P', () => {
        set.line(day, styles.day, left, base, dayWidth);
        set.line(hours, styles.hours, left, base + leading, dayWidth);
      });
      set.tag(section, 'H3', () => {
        for (const [at, line] of titles.entries()) {
          set.line(line, styles.title, textX, base + at * leading, textWidth);
        }
      });
      set.tag(section, 'P', () => {
        for (const [at, line] of lines.entries()) {
          set.line(line, styles.detail, textX, base + (titles.length + at) * leading, textWidth);
        }
      });
    },
  };
}

function toComeBlocks(set: Typesetter, courses: readonly string[]): readonly Block[] {
  const { left, right } = programmePage;
  return [
    partHead(set, { title: 'Still to be planned', sub: '', sessions: [] }),
    ...courses.map(
      (course): Block => ({
        height: leading + 12,
        keeps: false,
        draw(section, top) {
          set.artifact('Layout', () => set.rule(left, right, top, hairline, 0.6));
          set.tag(section, 'P', () => set.line(course, styles.detail, textX, top + 16, textWidth));
        },
      }),
    ),
  ];
}

function drawFoot(set: Typesetter, { contact, asOf }: Programme, page: number, pages: number): void {
  const { left, right, bottom } = programmePage;
  set.rule(left, right, bottom + 14, hairline, 0.5);
  set.line([asOf, contact].filter((part) => part !== '').join('. Questions: '), styles.foot, left, bottom + 27, 380);
  set.line(`Page ${page} of ${pages}`, { ...styles.foot, align: 'end' }, right, bottom + 27, 80);
}
