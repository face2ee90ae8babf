import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SignInLine, SignInSheet } from '../../../../main/features/sign-in-sheets/page.ts';
import { writeSignInSheets } from '../../../../main/features/sign-in-sheets/paper.ts';
import { badgeCodeOf } from '../../../../shared/model/badges.ts';
import { pdfPages } from '../../papers/pdf-text.ts';
import { codesOn, someBadgeId } from '../../papers/read-codes.ts';
import { folder, has, output } from '../../papers/tools.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

const lines = (count: number): SignInLine[] =>
  Array.from({ length: count }, (_, at) => {
    const letter = letters.charAt(Math.floor((at * 26) / count));
    return {
      name: at === 3 ? 'von Hohenstein-Oettingen-Wallerstein, Maximiliana Konstantina-Alexandra' : `${letter}son, Ana`,
      letter,
      organization:
        at % 3 === 0 ? 'Alabama Institute for Deaf and Blind and the Tuscaloosa County Board' : 'Lee County',
      cohort: 'Foxtrot',
      number: at + 1,
      code: badgeCodeOf(someBadgeId(at)),
    };
  });

const sheetOf = (count: number, blank = 6): SignInSheet => ({
  program: 'AL-CTO',
  title: 'Law, Ethics, and Policies',
  when: 'Mon, Oct 21, 2024, 8:00 AM to 3:30 PM',
  where: 'Ballroom B · Foxtrot',
  lines: lines(count),
  blank,
});

async function print(...sheets: readonly SignInSheet[]) {
  const file = join(await folder(), 'sheets.pdf');
  const result = await writeSignInSheets(file, sheets);
  return { file, result, read: () => readFileSync(file) };
}

describe('A sign-in sheet', () => {
  test('has a code a line that a reader reads from the page', async () => {
    const sheet = sheetOf(60);
    const { read, result } = await print(sheet);
    expect(result).toEqual({ ok: true, value: { people: 60, pages: 5 } });
    expect((await codesOn(read())).flat()).toEqual(sheet.lines.map(({ code }) => code));
  });

  test.skipIf(!has('pdftoppm') || !has('zbarimg'))('zbarimg reads the code of each line', async () => {
    const sheet = sheetOf(28, 0);
    const { file } = await print(sheet);
    const pictures = mkdtempSync(join(await folder(), 'lines-'));
    const dots = 300 / 72;
    const [top, row] = [128, 40];
    for (let at = 0; at < 15; at++) {
      const cut = ['-x', 530, '-y', top + at * row, '-W', 48, '-H', row];
      const inDots = cut.map((part) => (typeof part === 'number' ? String(Math.floor(part * dots)) : part));
      output('pdftoppm', '-r', '300', '-gray', ...inDots, file, join(pictures, `line-${at}`));
    }
    const cuts = readdirSync(pictures).map((name) => join(pictures, name));
    const read = spawnSync('zbarimg', ['--raw', '--quiet', '-Sdisable', '-Sqrcode.enable', ...cuts], {
      encoding: 'utf8',
    });
    expect(read.stdout.trim().split('\n').toSorted()).toEqual(sheet.lines.map(({ code }) => code).toSorted());
  });

  test('shows each letter where its names begin, and again on the next page', async () => {
    const { read } = await print(sheetOf(60, 0));
    for (const page of pdfPages(read())) {
      const said = page.map((line) => line.trim());
      const marks = said.filter((line) => /^[A-Z]$/.test(line));
      expect(marks).toEqual([...new Set(marks)].toSorted());
      const first = said.find((line) => /^[A-Z]son, /.test(line))?.charAt(0);
      expect(first === undefined || marks.includes(first)).toBe(true);
    }
  });

  test('of 500 people has its head and its number on every page', async () => {
    const { read, result } = await print(sheetOf(500));
    expect(result).toMatchObject({ ok: true, value: { people: 500 } });
    const pages = pdfPages(read());
    for (const [at, page] of pages.entries()) {
      const said = page.map((line) => line.trim());
      expect(said).toContain('AL-CTO SIGN-IN SHEET');
      expect(said).toContain('Ballroom B · Foxtrot');
      expect(said).toContain(`Page ${at + 1} of ${pages.length}`);
    }
  });

  test('prints a name in letters that no typeface here has, so that no one is left out', async () => {
    const sheet = sheetOf(1, 0);
    const line = sheet.lines[0];
    if (!line) throw new Error('No line.');
    const { read } = await print({ ...sheet, lines: [{ ...line, name: '王, Ana', letter: '王' }] });
    expect(pdfPages(read()).flat()).toContain('?, Ana');
  });

  test('of no one is a page of empty lines', async () => {
    const { read, result } = await print(sheetOf(0, 4));
    expect(result).toEqual({ ok: true, value: { people: 0, pages: 1 } });
    expect(
      pdfPages(read())
        .flat()
        .filter((each) => each.trim() === 'Walk-in: name'),
    ).toHaveLength(4);
  });
});
