import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { statementsIn } from '../../main/features/certificates/pdf-statements.ts';
import { openIssued, passphrase } from '../main/features/certificates/foxtrot-issued.ts';
import { barriersOn } from './barriers.ts';
import { unpackChromium } from './chromium.setup.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: unpackChromium() ?? chromium.executablePath(),
    args: ['--no-sandbox'],
  });
});
afterAll(() => browser.close());

/** A browser without a network, on the day that is asked for. What the page asks of anybody is kept. */
async function offline(now: string): Promise<{ readonly context: BrowserContext; readonly requests: string[] }> {
  const context = await browser.newContext({ offline: true, timezoneId: 'America/Chicago' });
  onTestFinished(() => context.close());
  await context.clock.setFixedTime(now);
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  return { context, requests };
}

const answered = async (page: Page): Promise<string> => {
  await page.locator('#answer').waitFor();
  return page.locator('#word').innerText();
};

/** Opens the page from the disk with a code behind its #, as a telephone’s camera does. */
async function scan(
  context: BrowserContext,
  file: string,
  code: string,
): Promise<{ page: Page; word: string; sentence: string }> {
  const page = await context.newPage();
  await page.goto(`${pathToFileURL(file).href}#${code}`);
  return { page, word: await answered(page), sentence: await page.locator('#sentence').innerText() };
}

test('verify.html tells each certificate apart, from the disk and without a network', async () => {
  const { desk, foxtrot, graduates } = await openIssued(['Zoë Adams', 'Amy Zimmer', 'Beau Miller', 'Cy Nolan']);
  const stranger = await openIssued(['Zoë Adams']);
  await desk.call('certificates.makeKey', { passphrase });
  await stranger.desk.call('certificates.makeKey', { passphrase });
  const codesOf = async ({ desk: of, foxtrot: cohort }: Pick<typeof stranger, 'desk' | 'foxtrot'>) => {
    const file = path.join(of.folder, 'certificates.pdf');
    of.answers.saveFile = file;
    await of.call('graduates.printCertificates', { cohortId: cohort.id });
    return statementsIn(readFileSync(file)).statements;
  };
  // In the order of their numbers: Adams, Miller, Nolan, Zimmer.
  const [zoe = '', beau = '', cy = ''] = await codesOf({ desk, foxtrot });
  const [foreign = ''] = await codesOf(stranger);
  const [, amys, beaus] = graduates;
  if (!amys || !beaus) throw new Error('Four have graduated.');
  // Beau’s is replaced by one with another name, Cy’s revoked; Amy’s new one is newer than the list.
  await desk.call('people.revise', { personId: beaus.personId, certificateName: 'Beau J. Miller' });
  await desk.call('graduates.reissue', { participantIds: [beaus.id] });
  const cyNumber = (await desk.call('certificates.check', { text: cy }))?.checks[0]?.number ?? '';
  await desk.call('certificates.revoke', { number: cyNumber, reason: 'Issued by mistake' });
  const verify = path.join(desk.folder, 'verify.html');
  desk.answers.saveFile = verify;
  await desk.call('certificates.saveVerifier', {});
  desk.now = '2024-06-20T14:00:00.000Z';
  await desk.call('people.revise', { personId: amys.personId, certificateName: 'Amy Zimmer, Ed.D.' });
  await desk.call('graduates.reissue', { participantIds: [amys.id] });
  const late = (await codesOf({ desk, foxtrot })).at(-1) ?? '';

  const { context, requests } = await offline('2024-06-04T14:00:00.000Z');
  const valid = await scan(context, verify, zoe);
  expect(valid.word).toBe('Valid');
  expect(await valid.page.locator('#signed').innerText()).toContain('Zoë Adams');
  expect(await barriersOn(valid.page)).toEqual([]);

  const replaced = await scan(context, verify, beau);
  expect([replaced.word, replaced.sentence]).toEqual([
    'Replaced',
    expect.stringMatching(/^AL-CTO replaced this certificate on Jun 3, 2024 by AL-CTO-\d+\./),
  ]);
  const revoked = await scan(context, verify, cy);
  expect([revoked.word, revoked.sentence]).toEqual([
    'Revoked',
    'AL-CTO revoked this certificate on Jun 3, 2024: Issued by mistake.',
  ]);
  const altered = await scan(context, verify, `${zoe.slice(0, 150)}${zoe[150] === 'A' ? 'B' : 'A'}${zoe.slice(151)}`);
  expect(altered.word).toBe('Altered');
  expect(await altered.page.locator('#facts').isVisible()).toBe(false);
  expect((await scan(context, verify, foreign)).word).toBe('Another issuer');
  const newer = await scan(context, verify, late);
  expect([newer.word, newer.sentence]).toEqual([
    'Not known',
    expect.stringContaining('since the list is from Jun 3, 2024'),
  ]);

  // Typed: the number under the code, with a slip and without.
  const { page } = valid;
  await page.locator('#said').fill('100014');
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByText('Valid number').waitFor();
  await page.locator('#said').fill('100041');
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByText('Misread').waitFor();

  // Years later the list says nothing of that day.
  const { context: later } = await offline('2026-06-04T14:00:00.000Z');
  expect((await scan(later, verify, zoe)).word).toBe('Not known');

  // Someone makes a revoked certificate good again in the page itself.
  const forged = path.join(desk.folder, 'forged.html');
  const whole = readFileSync(verify, 'utf8');
  expect(whole).toContain('revoked');
  writeFileSync(forged, whole.replace('Issued by mistake', 'Issued by someone'));
  const fooled = await scan(context, forged, zoe);
  expect([fooled.word, fooled.sentence]).toEqual(['Not known', expect.stringMatching(/^This page was changed/)]);

  expect(requests.filter((url) => !url.startsWith('file:'))).toEqual([]);
});
