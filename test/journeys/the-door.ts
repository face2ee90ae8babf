import type { Page } from 'playwright-core';
import type { SessionId } from '../../shared/model/ids.ts';
import { ask } from './ask.ts';
import { scannerAt } from './scanner.ts';

/** Milliseconds between the keys of a person. */
export const person = 50;

/** Whom a session expects, in its order. */
export const expectedAt = async (page: Page, sessionId: SessionId) =>
  (await ask(page, 'attendance.session', { sessionId })).people;

/** Everyone’s badge for a session, by person. */
export async function badgesOf(page: Page, sessionId: SessionId) {
  const { rows } = await ask(page, 'badges.list', { whose: { of: 'session', sessionId } });
  return new Map(rows.map((row) => [String(row.personId), row]));
}

/** What a scanner does: the code's keys a few milliseconds apart by their own clock, and Enter. */
export async function scan(page: Page, code: string): Promise<void> {
  const send = await scannerAt(page);
  await send(code);
}

/** Types as a person does, waits to see the one who is meant, and presses Enter. */
export async function choose(page: Page, text: string, name: string): Promise<void> {
  await page.keyboard.type(text, { delay: person });
  await page.getByRole('option', { selected: true }).filter({ hasText: name }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText(`${name} is in`).first().waitFor();
}

/** What a lead types of a name: the beginnings of the last name and of the first name. */
export function shortOf(name: string): string {
  const [given = '', ...family] = plain(name).split(' ');
  return `${family.at(-1)?.slice(0, 5)} ${given.slice(0, 3)}`;
}

/** Waits until the head says that so many are checked in. */
export const isIn = (page: Page, count: number, expected = 60): Promise<void> =>
  page
    .locator('.check-in-count')
    .filter({ hasText: new RegExp(`^${count} of ${expected}`) })
    .waitFor();

/** Leaves check-in by Esc, which first puts aside what was said last. */
export async function leaveDoor(page: Page): Promise<void> {
  const rail = page.getByRole('navigation').first();
  const isOut = () =>
    rail.waitFor({ timeout: 200 }).then(
      () => true,
      () => false,
    );
  do await page.keyboard.press('Escape');
  while (!(await isOut()));
}

/** Finds someone on the sign-in sheet by the letters of the last name, and ticks the line by Space. */
export async function tick(page: Page, name: string): Promise<void> {
  await page.keyboard.type(plain(name).split(' ').at(-1) ?? '', { delay: 20 });
  const line = page.getByRole('option').filter({ hasText: name });
  const list = page.getByRole('listbox');
  // The letters find the first of a family; the one who is meant may be further down.
  while ((await list.getAttribute('aria-activedescendant')) !== (await line.getAttribute('id'))) {
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press(' ');
  await line.and(page.getByRole('option', { selected: true })).waitFor();
}

/** Marks from the sign-in sheet by its keys, and waits until no line is ticked and the keys go to the list again. */
export async function mark(page: Page, keys: string, count: number): Promise<void> {
  await page.keyboard.press(keys);
  const question = page.getByRole('alertdialog');
  await question.getByRole('button', { name: `Mark ${count}` }).click();
  // While the question is open, the lines behind it are hidden from everyone: only after it are none ticked.
  await question.waitFor({ state: 'detached' });
  await page.getByRole('option', { selected: false }).first().waitFor();
  await page.getByRole('option', { selected: true }).first().waitFor({ state: 'detached' });
  await page.getByRole('listbox').and(page.locator(':focus')).waitFor();
}

/** A name without its accents and apostrophes, as hands type it. */
const plain = (name: string): string => name.normalize('NFKD').replace(/[^\p{L} -]/gu, '');
