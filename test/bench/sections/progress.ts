import { existsSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { Page } from 'playwright-core';
import type { CohortId } from '../../../shared/model/ids.ts';
import { CourseId } from '../../../shared/model/ids.ts';
import { unpackChromium } from '../../journeys/chromium.setup.ts';
import { launchApp, newFolder, root } from '../../journeys/launch.ts';
import { seedProgress } from '../../main/seed-progress.ts';
import { type BenchDesk, fillWithApplicants, openBenchDesk } from '../bench-desk.ts';
import { percentile, type Report, timed } from '../measure.ts';

const KNOWN = 100_000;
const PEOPLE = 500;
const RUNS = 40;
const DRAWN = 12;
const now = '2024-06-03T14:00:00.000Z';

/**
 * The matrix of 500 × 6 while 100,000 people are known: asked, sorted, searched, asked again after a change; and drawn
 * in the window. Beside a bare query of the same cells, and a bare table of the same cells in the same page.
 */
export async function progress(report: Report): Promise<void> {
  const desk = openBenchDesk();
  await fillWithApplicants(desk, KNOWN, 30);
  const { foxtrot } = await seedProgress({ databaseFile: desk.databaseFile, now }, PEOPLE, ['Hotel', 'India']);
  await asked(report, desk, foxtrot.id);
  await drawn(report, desk.databaseFile, foxtrot.name);
  await desk.close();
}

async function asked(report: Report, desk: BenchDesk, cohortId: CohortId): Promise<void> {
  const bare = new Database(desk.databaseFile, { readonly: true });
  const cells = bare.prepare(
    `SELECT participant.id, givenName, familyName, course.id, count(event.id) FROM participant
     JOIN person ON person.id = participant.personId JOIN course
     LEFT JOIN session ON session.courseId = course.id
     LEFT JOIN attendanceEvent event ON event.sessionId = session.id AND event.personId = person.id
     WHERE participant.cohortId = ? GROUP BY participant.id, course.id`,
  );
  const floors: number[] = [];
  for (let run = 0; run < RUNS; run += 1) floors.push(await timed(() => cells.all(cohortId)));
  bare.close();
  const say = (what: string, times: readonly number[]) => {
    for (const [word, share] of [
      ['p50', 0.5],
      ['p99', 0.99],
    ] as const) {
      const name = `matrix of ${PEOPLE} × 6, ${what}, ${word}`;
      const floor = percentile(floors, share);
      report({ name, unit: 'ms', ours: percentile(times, share), floor, floorIs: 'a bare query of the same cells' });
    }
  };
  const whole = { cohortId, limit: 1_000 } as const;
  await desk.call('progress.list', whole);
  const courseId = CourseId.parse('law-ethics');
  const questions = [
    whole,
    { ...whole, show: 'make-up-needed' },
    { ...whole, search: 'garc' },
    { ...whole, sort: { by: 'courses', direction: 'up', courseId } },
    { ...whole, sort: { by: 'standing', direction: 'down' } },
  ] as const;
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    for (const question of questions) times.push(await timed(() => desk.call('progress.list', { ...question })));
  }
  say('asked, sorted, searched', times);
  const [first] = (await desk.call('progress.list', { ...whole, show: 'make-up-needed' })).rows;
  const shown: number[] = [];
  if (!first) throw new Error('No one needs a make-up.');
  const { participantId } = first;
  for (let run = 0; run < RUNS; run += 1) shown.push(await timed(() => desk.call('progress.show', { participantId })));
  say('one person with why and offers', shown);
  const [offer] = (await desk.call('progress.show', { participantId })).offers;
  if (!offer) throw new Error('No session offers the course.');
  const { sessionId } = offer;
  const afterChange: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    await desk.call('progress.assignMakeUp', { participantIds: [participantId], courseId: offer.courseId, sessionId });
    afterChange.push(await timed(() => desk.call('progress.list', whole)));
    await desk.call('history.undo', {});
  }
  say('asked again after a change', afterChange);
}

async function drawn(report: Report, databaseFile: string, cohort: string): Promise<void> {
  if (!existsSync(path.join(root, 'out/main/main.js'))) throw new Error('Build the app first: npm run build');
  const executable = unpackChromium() ?? process.env.ELECTRON_HOST_CHROMIUM;
  if (executable) process.env.ELECTRON_HOST_CHROMIUM ??= executable;
  const app = await launchApp({
    userData: await newFolder(),
    args: [`--db=${databaseFile}`],
    before: [path.join(root, 'test/journeys/set-clock.cjs')],
    env: { DESK_NOW: now },
  });
  const page = await app.firstWindow();
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  await page.keyboard.press('ControlOrMeta+K');
  await page.keyboard.type(`progress of ${cohort}`);
  await page.getByRole('option', { name: `Progress of ${cohort}` }).click();
  await page.getByRole('gridcell').first().waitFor();
  const ours: number[] = [];
  const floors: number[] = [];
  for (let run = 0; run < DRAWN; run += 1) {
    await page.locator('[data-key="participants"]').click();
    await page.getByRole('grid', { name: `Participants of ${cohort}` }).waitFor();
    ours.push(await page.evaluate(openMatrix));
    floors.push(await bareTable(page));
  }
  await app.close();
  for (const [word, share] of [
    ['p50', 0.5],
    ['p99', 0.99],
  ] as const) {
    report({
      name: `matrix of ${PEOPLE} × 6, from a click to drawn, ${word}`,
      unit: 'ms',
      ours: percentile(ours, share),
      floor: percentile(floors, share),
      floorIs: 'a bare table of the same cells, whole, in the same page',
    });
  }
}

/** Runs in the page: from a click on Progress until its rows are painted. */
function openMatrix(): Promise<number> {
  const start = performance.now();
  document.querySelector<HTMLElement>('[data-key="progress"]')?.click();
  return new Promise((resolve) => {
    const look = () => {
      const rows = document.querySelectorAll('[aria-label^="Progress of"] [role="gridcell"]');
      if (rows.length > 0) requestAnimationFrame(() => resolve(performance.now() - start));
      else requestAnimationFrame(look);
    };
    look();
  });
}

const bareTable = (page: Page): Promise<number> =>
  page.evaluate((people) => {
    const start = performance.now();
    const table = document.createElement('table');
    for (let row = 0; row < people; row += 1) {
      const line = table.insertRow();
      for (let cell = 0; cell < 8; cell += 1) line.insertCell().textContent = 'Attended';
    }
    document.body.append(table);
    return new Promise<number>((resolve) => {
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          table.remove();
          resolve(performance.now() - start);
        }),
      );
    });
  }, PEOPLE);
