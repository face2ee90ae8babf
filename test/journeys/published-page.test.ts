import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { webPage } from '../../main/features/published/web-page.ts';
import { barriersOn } from './barriers.ts';
import { unpackChromium } from './chromium.setup.ts';
import { newFolder } from './launch.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: unpackChromium() ?? chromium.executablePath(),
    args: ['--no-sandbox'],
  });
});
afterAll(() => browser.close());

const people = Array.from({ length: 30 }, (_, at) => ({
  name: at === 3 ? 'Maximiliana Konstantina-Alexandra von Hohenstein-Oettingen-Wallerstein' : `Ana Alvarez ${at}`,
  organization: at % 4 === 0 ? '' : 'Lee County Schools',
}));
const list = {
  program: 'AL-CTO',
  title: 'Alabama Chief Technology Officer Certification',
  organization: 'ALET',
  contact: 'leads@example.org',
  asOf: 'As of Jun 3, 2024',
  sum: '60 graduates in 2 cohorts',
  cohorts: [
    { name: 'Alpha', years: '2019', people },
    { name: 'Foxtrot', years: '2023 to 2024', people },
  ],
};

test.each(['light', 'dark'] as const)(
  'axe finds nothing on graduates.html, %s, and it asks for nothing',
  async (colorScheme) => {
    const file = path.join(await newFolder(), 'graduates.html');
    writeFileSync(file, webPage(list));
    const context = await browser.newContext({ offline: true, colorScheme, viewport: { width: 360, height: 740 } });
    onTestFinished(() => context.close());
    const requests: string[] = [];
    context.on('request', (request) => requests.push(request.url()));
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(pathToFileURL(file).href);
    await page.getByRole('heading', { level: 2, name: /^Foxtrot Cohort/ }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    expect(requests).toEqual([pathToFileURL(file).href]);
    expect(complaints).toEqual([]);
    // Nothing is wider than a phone.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  },
);
