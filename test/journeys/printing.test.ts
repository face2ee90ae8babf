import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { sayNumber } from '../../shared/model/devices.ts';
import type { CohortId } from '../../shared/model/ids.ts';
import { labelBoxes, stockOf } from '../../shared/model/label-stock.ts';
import { openTestDesk } from '../main/open-desk.ts';
import { pdfPages } from '../main/papers/pdf-text.ts';
import { has, output } from '../main/papers/tools.ts';
import { plan, seedPeople, startProgram } from '../main/seed.ts';
import { answerDialogs, ask } from './ask.ts';
import { launchApp, newFolder } from './launch.ts';
import { askForBadges, drawn, preview, runFromPalette } from './preview.ts';

const names: readonly (readonly [string, string])[] = [
  ['Ana', 'Li'],
  ['Maximiliana Konstantina-Alexandra', 'von Hohenstein-Oettingen-Wallerstein'],
  ['Siobhán', 'O’Sullivan-Núñez'],
  ['Bartholomew', 'Featherstonehaugh-Cholmondeley'],
];
const systems = ['Hoover City Schools', 'Alabama Institute for Deaf and Blind', 'Lee County Schools'];

let app: ElectronApplication;
let page: Page;
let folder: string;
let cohortId: CohortId;

/** What the replaced dialog was asked, and where it put what would have gone to the printer. */
interface Asked {
  readonly options: {
    readonly landscape: boolean;
    readonly pageSize: { readonly width: number; readonly height: number };
  };
}

/** Answers the system's dialog from now on; what would be printed goes to a file, by Chromium's own way to paper. */
const answerPrinter = (file: string, reason: string): Promise<void> =>
  app.evaluate(
    ({ BrowserWindow }, [to, why]) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (!contents) throw new Error('There is no window.');
      contents.print = (options, callback) => {
        Reflect.set(globalThis, 'askedToPrint', options);
        const { writeFileSync } = process.getBuiltinModule('node:fs');
        void contents.printToPDF({ preferCSSPageSize: true, printBackground: true }).then((pdf) => {
          writeFileSync(to, pdf);
          callback?.(why === '', why);
        });
      };
    },
    [file, reason] as const,
  );

const askedToPrint = (): Promise<Asked['options']> => app.evaluate(() => Reflect.get(globalThis, 'askedToPrint'));

/** A desk with sixty people and two sessions, and the app on it. */
async function open(): Promise<void> {
  folder = await newFolder();
  const databaseFile = path.join(folder, 'program.db');
  const desk = openTestDesk(databaseFile);
  cohortId = await startProgram(desk);
  await seedPeople(
    desk,
    Array.from({ length: 60 }, (_, at) => ({
      name: [names[at % 4]?.[0] ?? '', `${names[at % 4]?.[1]} ${String.fromCharCode(65 + (at % 26))}`] as const,
      organization: systems[at % 3] ?? '',
      cohortId,
    })),
  );
  await plan(desk, cohortId, { on: '2024-06-03' });
  await plan(desk, cohortId, { course: 'law-ethics', on: '2024-10-21' });
  await desk.desk.close();
  const temporary = path.join(folder, 'tmp');
  mkdirSync(temporary);
  app = await launchApp({ args: [`--db=${databaseFile}`], env: { TMPDIR: temporary } });
  page = await app.firstWindow();
  onTestFinished(() => app.close());
  await page.getByRole('heading', { level: 1 }).first().waitFor();
}

/** A PDF's page as grey pixels. */
function pixels(file: string, number: number): Buffer {
  const to = path.join(mkdtempSync(path.join(os.tmpdir(), 'cohort-desk-pixels-')), 'page');
  output('pdftoppm', '-r', '80', '-gray', '-f', String(number), '-l', String(number), '-singlefile', file, to);
  const picture = readFileSync(`${to}.pgm`);
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(picture.toString('latin1', 0, 40));
  if (!head) throw new Error('No picture.');
  return picture.subarray(head[0].length);
}

/** How much of two pictures is clearly different, the second one moved by so many bytes. */
function difference(a: Buffer, b: Buffer, moved = 0): number {
  expect(a.length).toBe(b.length);
  let clear = 0;
  for (let at = 0; at < a.length - moved; at++) if (Math.abs((a[at] ?? 0) - (b[at + moved] ?? 0)) > 96) clear += 1;
  return clear / a.length;
}

/** Two pages are the same: only the edges of its letters differ, far less than if it had moved by a fiftieth of an inch. */
function expectSamePage(one: Buffer, other: Buffer): void {
  expect(difference(one, other)).toBeLessThan(difference(one, one, 2) / 3);
}

test('papers go through a preview to the system’s dialog, as they are in the PDF', async () => {
  await open();
  await printBadges();
  await printOthers();
});

/** Badges of 60, from the palette: what goes to the printer is what was saved, and every code is read from it. */
async function printBadges(): Promise<void> {
  const title = 'Badges of Foxtrot';
  await askForBadges(page, 'Foxtrot');

  const saved = path.join(folder, 'badges.pdf');
  await answerDialogs(app, saved);
  await page.keyboard.press('ControlOrMeta+s');
  await page.getByText('Saved 10 pages to badges.pdf.').waitFor();

  const printed = path.join(folder, 'printed.pdf');
  await answerPrinter(printed, 'Print job canceled');
  await page.keyboard.press('ControlOrMeta+p');
  await expect.poll(() => readdirSync(folder).includes('printed.pdf')).toBe(true);
  await expect.poll(() => page.locator('.print-pages').count()).toBe(0);
  await drawn(page, title, 10);

  await answerPrinter(printed, '');
  await page.keyboard.press('ControlOrMeta+p');
  await page.getByText('Badges of Foxtrot: 10 pages went to the printer.').waitFor();
  await preview(page, title).waitFor({ state: 'detached' });
  expect(await askedToPrint()).toMatchObject({
    silent: false,
    landscape: false,
    scaleFactor: 100,
    margins: { marginType: 'none' },
    pageSize: { width: 215_900, height: 279_400 },
  });

  const { rows } = await ask(page, 'badges.list', { whose: { of: 'cohort', cohortId } });
  const text = pdfPages(readFileSync(saved)).flat();
  for (const { number } of rows) expect(text).toContain(`No. ${number === null ? '?' : sayNumber(number)}`);
  if (!has('pdftoppm') || !has('zbarimg')) return;
  for (const number of [1, 10]) expectSamePage(pixels(saved, number), pixels(printed, number));
  expect(codesOf(printed)).toEqual(rows.map(({ code }) => code).toSorted());
}

/** Sign-in sheets, the schedule and the roster go the same way, each with its own size and turn. */
async function printOthers(): Promise<void> {
  const printed = path.join(folder, 'other.pdf');
  await answerPrinter(printed, '');
  const papers = [
    ['print sign', 'Print sign-in sheets', /^Sign-in sheet/, false],
    ['print the schedule', 'Print the schedule', /^Schedule of Foxtrot/, false],
  ] as const;
  await page.keyboard.press('ControlOrMeta+3');
  await page.getByRole('heading', { level: 1, name: 'Cohorts', exact: true }).waitFor();
  await page.getByRole('gridcell', { name: 'Foxtrot' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Foxtrot' }).waitFor();
  for (const [line, asks, title, landscape] of papers) {
    await runFromPalette(page, line, asks);
    const question = page.getByRole('dialog', { name: asks });
    await question.getByRole('checkbox').first().check();
    await question.getByRole('button', { name: /^Print/ }).click();
    await page
      .getByRole('dialog', { name: title })
      .getByRole('button', { name: /^Print…/ })
      .click();
    await page.getByRole('dialog', { name: title }).waitFor({ state: 'detached' });
    await page.getByText(new RegExp(`${title.source}.*went to the printer`)).waitFor();
    expect((await askedToPrint()).landscape).toBe(landscape);
  }
  await page.keyboard.press('ControlOrMeta+p');
  const roster = page.getByRole('dialog', { name: /^Foxtrot roster/ });
  await roster.getByRole('img', { name: 'Page 1 of' }).waitFor({ state: 'attached' });
  await answerPrinter(printed, 'Print job failed');
  await roster.getByRole('button', { name: /^Print…/ }).click();
  await page.getByText(/was not printed: Print job failed/).waitFor();
  expect(await askedToPrint()).toMatchObject({ landscape: true, pageSize: { width: 215_900, height: 279_400 } });
  await page.keyboard.press('Escape');
  await roster.waitFor({ state: 'detached' });
  await expect.poll(() => readdirSync(path.join(folder, 'tmp')).filter((name) => name.includes('-paper-'))).toEqual([]);
}

/** The codes that zbarimg reads, label by label, from a PDF of badges on the first stock. */
function codesOf(file: string): readonly string[] {
  const pictures = mkdtempSync(path.join(folder, 'labels-'));
  const dots = 100 / 72;
  for (const [at, { x, y, width, height }] of labelBoxes(stockOf('avery-5392')).entries()) {
    const cut = Object.entries({ x, y, W: width, H: height }).flatMap(([name, points]) => [
      `-${name}`,
      String(Math.floor(points * dots)),
    ]);
    output('pdftoppm', '-r', '100', '-gray', ...cut, file, path.join(pictures, `label-${at}`));
  }
  const labels = readdirSync(pictures).map((name) => path.join(pictures, name));
  const read = spawnSync('zbarimg', ['--raw', '--quiet', '-Sdisable', '-Sqrcode.enable', ...labels], {
    encoding: 'utf8',
  });
  return read.stdout.trim().split('\n').toSorted();
}
