import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openRoom, prepareRoom } from './a-room.ts';
import { ask } from './ask.ts';
import { scannerAt } from './scanner.ts';
import { expectedAt, leaveDoor, person } from './the-door.ts';

test('an evening at the door on which nothing goes as planned', async () => {
  const room = await prepareRoom();
  const [ada, bea, cal] = room.codes;
  const app = await openRoom(room);
  const page = await app.firstWindow();
  await page
    .getByRole('region', { name: 'Next session' })
    .getByRole('button', { name: /^Check in/ })
    .click();
  const field = page.getByRole('combobox');
  await field.waitFor();
  const scan = await scannerAt(page);
  const says = (words: string) => banner(page).getByText(words).first().waitFor();

  // A badge that is held there a moment too long is read twice: its wearer is in, and that is all.
  await scan(ada);
  await scan(`]Q1${ada.toLowerCase()}`);
  await says('Ada Lovelace is in');
  await isSaid(page, 'Already in', 0);

  // Someone is scanned while another’s name is half typed.
  await field.pressSequentially('be', { delay: person });
  await scan(cal);
  await says('Cal Orr is in');
  await expect.poll(() => field.inputValue()).toBe('be');
  await page.getByRole('option', { selected: true }).filter({ hasText: 'Bea Ray' }).waitFor();
  await page.keyboard.press('Enter');
  await says('Bea Ray is in');

  // Taken back, and in again after all; then taken back for good: she has withdrawn.
  await page.keyboard.press('ControlOrMeta+z');
  await says('Bea Ray was undone');
  await page.keyboard.press('ControlOrMeta+Enter');
  await says('Bea Ray is in');
  await page.keyboard.press('ControlOrMeta+z');
  await says('Bea Ray was undone');
  const people = await expectedAt(page, room.session);
  const placeOf = (name: string) => people.flatMap((each) => (each.name === name ? (each.participantId ?? []) : []));
  await ask(page, 'cohorts.withdrawParticipants', {
    participantIds: placeOf('Bea Ray'),
    reason: 'Took another job',
  });
  await scan(bea);
  await says('Withdrawn: Bea Ray');

  // She is enrolled again, while someone else’s badge is scanned into the reason.
  await banner(page)
    .getByRole('button', { name: /^Enroll again/ })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Enroll Bea Ray again' });
  const reason = dialog.getByRole('textbox', { name: 'Reason' });
  await reason.pressSequentially('Came ', { delay: person });
  await scan(ada);
  // Behind the dialog nothing is read aloud; the answer is there anyway.
  await page.locator('.check-in-banner').filter({ hasText: 'Already in: Ada Lovelace' }).waitFor();
  await reason.pressSequentially('after all', { delay: person });
  await expect.poll(() => reason.inputValue()).toBe('Came after all');
  await dialog.getByRole('button', { name: 'Enroll' }).click();
  await says('Bea Ray is in');

  // A blank badge that was scanned by mistake, and Esc.
  await ask(page, 'badges.makeBlank', { count: 1 });
  const { rows } = await ask(page, 'badges.list', { whose: { of: 'walk-ins', badgeIds: 'blank' } });
  await scan(rows[0]?.code ?? '');
  await page.getByText('Badge 64: who wears it?').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('Badge 64: who wears it?').waitFor({ state: 'detached' });
  await expect.poll(() => page.locator('.check-in-banner').count()).toBe(0);
  await expect.poll(() => field.evaluate((input) => input === document.activeElement)).toBe(true);
  await leaveDoor(page);

  // The sheet was printed before someone moved to Golf: the number on the paper ticks no one else.
  await ask(page, 'attendance.takeBack', {
    sessionId: room.session,
    personIds: people.flatMap(({ name, personId }) => (name === 'Ada Lovelace' ? [] : [personId])),
    reason: 'To be read from the sheet',
  });
  const { cohortId } = await ask(page, 'cohorts.create', { name: 'Golf' });
  await ask(page, 'cohorts.moveParticipants', { cohortId, participantIds: placeOf('Cal Orr'), reason: 'Moved' });
  await page.getByRole('gridcell', { name: 'Cal Orr' }).waitFor({ state: 'detached' });
  await page.keyboard.press('s');
  const list = page.getByRole('listbox', { name: 'Lines of the sign-in sheet' });
  await list.and(page.locator(':focus')).waitFor();
  await page.keyboard.type('63 ');
  await page.getByText(/Badge 63 is Cal Orr’s, who is now in Golf/).waitFor();
  await expect.poll(() => page.getByRole('option', { selected: true }).count()).toBe(0);
  await scan(bea);
  await page.getByRole('option', { selected: true }).filter({ hasText: 'Bea Ray' }).waitFor();

  const { recent } = await ask(page, 'attendance.session', { sessionId: room.session });
  const standing = recent.filter(({ annulled }) => !annulled);
  expect(standing.map(({ name, method }) => `${name}: ${method}`)).toEqual(['Ada Lovelace: scanned']);
  // The window asks before it closes over a tick: what is ticked is marked first.
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.getByRole('alertdialog').getByRole('button', { name: /^Mark/ }).click();
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
  await expect
    .poll(async () => (await ask(page, 'attendance.session', { sessionId: room.session })).session.present)
    .toBe(2);
  await app.close();
});

const banner = (page: Page) => page.getByRole('status').filter({ has: page.locator('.check-in-banner') });

const isSaid = (page: Page, words: string, times: number) =>
  expect.poll(() => banner(page).getByText(words).count()).toBe(times);
