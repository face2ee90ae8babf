import type { Result } from '../../../shared/model/result.ts';
import { accent, hairline, ink, muted } from '../../papers/colours.ts';
import type { Pen } from '../../papers/pen.ts';
import { settable, type TextStyle } from '../../papers/typesetter.ts';
import { type PaperOptions, writePaper } from '../../papers/write-paper.ts';
import type { PersonPaper } from './person-paper.ts';

declare module '../../jobs/job.ts' {
  interface Jobs {
    readonly writePersonPaper: {
      readonly input: PaperJob & { readonly person: PersonPaper };
      readonly output: { readonly pages: number };
    };
  }
}

/** A portrait Letter page and its margins, in points. */
const sheet = { width: 612, height: 792, left: 54, right: 558, top: 50, bottom: 736 } as const;
const term = { x: sheet.left, width: 138 } as const;
const said = { x: sheet.left + 148, width: sheet.right - sheet.left - 148 } as const;
const leading = 11.6;
const rowPadding = 3.4;
const partHead = 25;

const label: TextStyle = { font: 'sans', size: 8.4, colour: muted };
const text: TextStyle = { font: 'sans', size: 8.8, colour: ink };
const heading: TextStyle = { font: 'sans-bold', size: 9.6, colour: accent };
const over: TextStyle = { font: 'sans-bold', size: 8.4, colour: muted, tracking: 0.9 };

/** A heading, or a line of a part, as high as its words need. */
interface Block {
  readonly part: string;
  readonly height: number;
  readonly draw: (pen: Pen, top: number) => void;
}

/** Writes a person’s page as a PDF on portrait Letter pages, tagged: one page, or more where years have filled it. */
export function writePersonPaper(
  file: string,
  paper: PersonPaper,
  options: PaperOptions = {},
): Promise<Result<{ readonly pages: number }>> {
  const person = printed(paper);
  const facts = { title: person.name, author: person.organization, size: sheet, now: options.now };
  return writePaper(
    file,
    facts,
    async (pen) => {
      const pages = pagesOf(blocksOf(pen, person));
      for (const [at, blocks] of pages.entries()) {
        await pen.page(
          () => drawPage(pen, person, blocks, { page: at + 1, pages: pages.length }),
          at === 0 ? person.name : null,
        );
        options.onProgress?.({ done: at + 1, total: pages.length });
      }
      return { pages: pages.length };
    },
    options,
  );
}

const printed = (person: PersonPaper): PersonPaper => ({
  organization: settable(person.organization),
  program: settable(person.program),
  name: settable(person.name),
  sub: settable(person.sub),
  parts: person.parts.map(({ title, lines }) => ({
    title: settable(title),
    // A note keeps its lines.
    lines: lines.map(([key, words]) => [settable(key), words.split('\n').map(settable).join('\n')]),
  })),
  madeOn: person.madeOn,
});

function blocksOf(pen: Pen, { parts }: PersonPaper): readonly Block[] {
  return parts.flatMap(({ title, lines }) => [
    {
      part: title,
      height: partHead,
      draw: (on, top) => {
        on.tag('H2', () => on.line(title, heading, term.x, top + 15, sheet.right - sheet.left));
        on.artifact('Layout', () => on.rule(sheet.left, sheet.right, top + 20, hairline, 0.6));
      },
    } satisfies Block,
    ...lines.flatMap(([key, words]): Block[] => rowsOf(pen, title, key, words)),
  ]);
}

/** Of a long note so many lines stand together at most, so that it can go on on the next page. */
const mostTogether = 40;

function rowsOf(pen: Pen, part: string, key: string, words: string): Block[] {
  const all = words.split('\n').flatMap((line) => (line === '' ? [''] : pen.type.lines(line, text, said.width)));
  const stretches = Array.from({ length: Math.ceil(all.length / mostTogether) }, (_, at) =>
    all.slice(at * mostTogether, (at + 1) * mostTogether),
  );
  return stretches.map((lines, at) => ({
    part,
    height: lines.length * leading + rowPadding,
    draw: (on, top) => {
      if (at === 0 && key !== '') on.tag('P', () => on.line(key, label, term.x, top + 9, term.width));
      on.tag('P', () => {
        for (const [index, line] of lines.entries()) on.line(line, text, said.x, top + 9 + index * leading, said.width);
      });
    },
  }));
}

const firstTop = sheet.top + 74;
const laterTop = sheet.top + 26;

/** A heading is never the last on a page. */
function pagesOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const pages: Block[][] = [[]];
  let y: number = firstTop;
  for (const [at, block] of blocks.entries()) {
    const isHeading = block.height === partHead;
    const needed = block.height + (isHeading ? (blocks[at + 1]?.height ?? 0) : 0);
    const page = pages.at(-1);
    if (page && page.length > 0 && y + needed > sheet.bottom) {
      pages.push([block]);
      y = laterTop + block.height;
    } else {
      page?.push(block);
      y += block.height;
    }
  }
  return pages;
}

function drawPage(
  pen: Pen,
  person: PersonPaper,
  blocks: readonly Block[],
  { page, pages }: { readonly page: number; readonly pages: number },
): void {
  const { left, right, top } = sheet;
  const isFirst = page === 1;
  pen.tag(
    'Sect',
    () => {
      if (isFirst) drawHead(pen, person);
      let y: number = isFirst ? firstTop : laterTop;
      for (const block of blocks) {
        block.draw(pen, y);
        y += block.height;
      }
    },
    { title: person.name, continues: !isFirst },
  );
  pen.artifact('Pagination', () => {
    if (!isFirst) {
      pen.line(person.name, { ...over, tracking: 0 }, left, top + 8, 340);
      pen.rule(left, right, top + 16, accent, 0.8);
    }
    pen.rule(left, right, sheet.bottom + 12, hairline, 0.5);
    pen.line(`${person.program}, ${person.madeOn}`, label, left, sheet.bottom + 24, 380);
    pen.line(`Page ${page} of ${pages}`, { ...label, align: 'end' }, right, sheet.bottom + 24, 90);
  });
}

function drawHead(pen: Pen, { organization, name, sub }: PersonPaper): void {
  const { left, right, top } = sheet;
  const width = right - left;
  pen.tag('P', () => pen.line(organization.toUpperCase(), over, left, top + 8, width));
  pen.tag('H1', () => {
    const fitted = pen.type.fit(name, 'serif-bold', 20, width, 26, 1);
    pen.line(fitted.lines.join(' '), { font: 'serif-bold', size: fitted.size, colour: ink }, left, top + 38, width);
  });
  if (sub !== '') pen.tag('P', () => pen.line(sub, { ...text, size: 10, colour: muted }, left, top + 55, width));
  pen.artifact('Layout', () => pen.rule(left, right, top + 65, accent, 1));
}
