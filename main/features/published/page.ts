import { countOf } from '../../../shared/model/counts.ts';
import { accent, hairline, ink, muted } from '../../papers/colours.ts';
import type { Pen } from '../../papers/pen.ts';
import type { TextStyle } from '../../papers/typesetter.ts';
import type { PublishedCohort, PublishedList } from './published-list.ts';

/** A portrait Letter page and its margins, in points. */
export const listPage = { width: 612, height: 792, left: 56, right: 556, top: 52, bottom: 730 } as const;

const gap = 26;
const columnWidth = (listPage.right - listPage.left - gap) / 2;
const firstTop = 160;
const laterTop = 84;
const headHeight = 30;
/** Above a cohort’s head that is not at the top of a page. */
const headGap = 16;

const name: TextStyle = { font: 'serif', size: 10.5, colour: ink };
const place: TextStyle = { font: 'sans', size: 7.6, colour: muted };
const small: TextStyle = { font: 'sans', size: 8, colour: muted };
const over: TextStyle = { font: 'sans-bold', size: 8.5, colour: muted, tracking: 0.8 };

/** A person as they are set: broken to the column’s width. */
interface Set {
  readonly names: readonly string[];
  readonly places: readonly string[];
  readonly height: number;
}

/** A cohort, or the part of one, on a page: two columns of like height. */
interface Block {
  readonly cohort: PublishedCohort;
  readonly isContinued: boolean;
  readonly top: number;
  readonly columns: readonly [readonly Set[], readonly Set[]];
}

/** Draws the list, two columns a cohort, on as many pages as it needs; gives back how many. */
export async function drawPublishedList(pen: Pen, list: PublishedList): Promise<number> {
  const pages = layOut(pen, list);
  for (const [at, blocks] of pages.entries()) {
    const isFirst = at === 0;
    const draw = (): void => {
      if (isFirst) pen.tag('Sect', () => drawTitle(pen, list), { title: `Graduates of the ${list.title}` });
      else pen.artifact('Pagination', () => drawHead(pen, list));
      for (const block of blocks) {
        const title = `${block.cohort.name} Cohort`;
        pen.tag('Sect', () => drawBlock(pen, block), { title, continues: block.isContinued });
      }
      pen.artifact('Pagination', () => drawFoot(pen, list, at + 1, pages.length));
    };
    const first = blocks.find(({ isContinued }) => !isContinued);
    await pen.page(draw, first ? `${first.cohort.name} Cohort` : null);
  }
  return pages.length;
}

function layOut(pen: Pen, list: PublishedList): readonly Block[][] {
  const pages: Block[][] = [[]];
  let top = firstTop;
  for (const cohort of list.cohorts) {
    let rest = cohort.people.map((person) => set(pen, person));
    let isContinued = false;
    while (rest.length > 0) {
      const here = pages.at(-1) ?? [];
      const start = here.length === 0 ? top : top + headGap;
      const room = listPage.bottom - start - headHeight;
      const [left, right] = split(rest, room);
      // A cohort's heading is never alone at the end of a page.
      if (left.length + right.length < Math.min(4, rest.length) && here.length > 0) {
        pages.push([]);
        top = laterTop;
        continue;
      }
      here.push({ cohort, isContinued, top: start, columns: [left, right] });
      top = start + headHeight + Math.max(heightOf(left), heightOf(right));
      rest = rest.slice(left.length + right.length);
      if (rest.length > 0) {
        pages.push([]);
        top = laterTop;
        isContinued = true;
      }
    }
  }
  return pages;
}

/** As many people as two columns of a height hold, the columns as even as their number allows. */
function split(people: readonly Set[], room: number): readonly [readonly Set[], readonly Set[]] {
  for (let first = Math.ceil(people.length / 2); first > 0; first -= 1) {
    const left = people.slice(0, first);
    if (heightOf(left) > room) continue;
    let last = Math.min(people.length, first * 2);
    while (last > first && heightOf(people.slice(first, last)) > room) last -= 1;
    return [left, people.slice(first, last)];
  }
  return [people.slice(0, 1), []];
}

const heightOf = (people: readonly Set[]): number => people.reduce((sum, { height }) => sum + height, 0);

function set(pen: Pen, person: PublishedCohort['people'][number]): Set {
  const names = pen.type.lines(person.name, name, columnWidth);
  const places = person.organization === '' ? [] : pen.type.lines(person.organization, place, columnWidth);
  return { names, places, height: names.length * 13 + places.length * 9.6 + 6 };
}

function drawTitle(pen: Pen, list: PublishedList): void {
  const { left, right, top } = listPage;
  pen.tag('P', () => pen.line(list.organization.toUpperCase(), over, left, top + 8, right - left));
  pen.tag('H1', () => {
    const title = pen.type.fit(`Graduates of the ${list.title}`, 'serif', 24, right - left, 52, 2);
    for (const [at, line] of title.lines.entries()) {
      pen.line(
        line,
        { font: 'serif', size: title.size, colour: accent },
        left,
        top + 36 + at * title.leading,
        right - left,
      );
    }
  });
  pen.tag('P', () =>
    pen.line(`${list.sum}. ${list.asOf}.`, { ...small, size: 9.5 }, left, firstTop - 22, right - left),
  );
  pen.artifact('Layout', () => pen.rule(left, right, firstTop - 10, accent, 1));
}

/** The head of a page that goes on. */
function drawHead(pen: Pen, list: PublishedList): void {
  const { left, right, top } = listPage;
  pen.line(`Graduates of ${list.program}`.toUpperCase(), over, left, top + 8, 360);
  pen.line(list.asOf, { ...small, align: 'end' }, right, top + 8, 140);
  pen.rule(left, right, top + 18, accent, 1);
}

function drawBlock(pen: Pen, { cohort, isContinued, top, columns }: Block): void {
  const { left, right } = listPage;
  const title = `${cohort.name} Cohort${isContinued ? ', continued' : ''}`;
  const aside = [cohort.years, countOf(cohort.people.length, 'graduate')].filter((part) => part !== '').join(' · ');
  pen.tag('H2', () => pen.line(title, { font: 'serif-bold', size: 14, colour: ink }, left, top + 14, 330));
  pen.tag('P', () => pen.line(aside, { ...small, align: 'end' }, right, top + 14, 150));
  pen.artifact('Layout', () => pen.rule(left, right, top + 21, hairline, 0.6));
  for (const [at, people] of columns.entries()) {
    const x = left + at * (columnWidth + gap);
    let y = top + headHeight;
    for (const { names, places, height } of people) {
      const from = y;
      pen.tag('P', () => {
        for (const [line, text] of names.entries()) pen.line(text, name, x, from + 10 + line * 13, columnWidth);
        const below = from + 10 + (names.length - 1) * 13 + 9.8;
        for (const [line, text] of places.entries()) pen.line(text, place, x, below + line * 9.6, columnWidth);
      });
      y += height;
    }
  }
}

function drawFoot(pen: Pen, list: PublishedList, page: number, pages: number): void {
  const { left, right, bottom } = listPage;
  pen.rule(left, right, bottom + 16, hairline, 0.5);
  pen.line([list.organization, list.contact].filter((part) => part !== '').join(' · '), small, left, bottom + 29, 380);
  pen.line(`Page ${page} of ${pages}`, { ...small, align: 'end' }, right, bottom + 29, 100);
}
