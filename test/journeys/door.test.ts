import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { CivilDate, ClockTime } from '../../shared/model/dates.ts';
import { CourseId, type SessionId } from '../../shared/model/ids.ts';
import { ask } from './ask.ts';
import { launchApp, root } from './launch.ts';
import { acceptSixty } from './sixty.ts';
import { badgesOf, choose, expectedAt, isIn, leaveDoor, mark, person, scan, shortOf, tick } from './the-door.ts';

test('sixty people come through the door', async () => {
  const app = await launchApp({
    before: [path.join(root, 'test/journeys/set-clock.cjs')],
    env: { DESK_NOW: '2024-06-10T14:00:00.000Z' },
  });
  const page = await app.firstWindow();
  await page.getByRole('button', { name: 'Start AL-CTO' }).click();
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  const sessionId = await seedSession(app, page);
  const people = await expectedAt(page, sessionId);
  expect(people).toHaveLength(60);

  await page
    .getByRole('region', { name: 'Next session' })
    .getByRole('button', { name: /^Check in/ })
    .click();
  await page.getByRole('combobox').waitFor();

  // Thirty by scanner, one right after the other, as a line at a table goes; one badge twice, one of another program.
  const badges = await badgesOf(page, sessionId);
  for (const { personId } of people.slice(0, 30)) await scan(page, badges.get(personId)?.code ?? '');
  await scan(page, badges.get(people[0]?.personId ?? '')?.code ?? '');
  await page.getByText(`Already in: ${people[0]?.name}`).first().waitFor();
  await isIn(page, 30);
  await scan(page, 'X-9931-Q');
  await page.getByText('Another program’s code').first().waitFor();

  // Ten by their names, without accents; ten by the numbers on their badges.
  for (const { name } of people.slice(30, 40)) {
    await choose(page, shortOf(name), name);
  }
  for (const { personId, name } of people.slice(40, 50)) {
    await choose(page, `#${badges.get(personId)?.number}`, name);
  }
  await isIn(page, 50);

  // Two are taken back: the last by its key, another by its button.
  await page.keyboard.press('ControlOrMeta+z');
  await page.getByText(`${people[49]?.name} was undone`).first().waitFor();
  await page.getByRole('button', { name: `Undo ${people[45]?.name}`, exact: true }).click();
  await page.getByText(`${people[45]?.name} was undone`).first().waitFor();
  await isIn(page, 48);

  // Someone not on any list: two fields, and a badge with the next number.
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'Name' }).pressSequentially('Anna Ohne', { delay: person });
  await page.keyboard.press('Tab');
  await page.keyboard.type('Opelika City Schools', { delay: person });
  await page.keyboard.press('Enter');
  await page.getByText('Anna Ohne is in').first().waitFor();
  await page
    .getByText(/Badge 61/)
    .first()
    .waitFor();
  await leaveDoor(page);

  // The rest from the paper: everyone on it signed, but for the two who were taken back.
  await page.getByRole('grid').waitFor();
  await page.keyboard.press('s');
  await page.getByRole('listbox').waitFor();
  for (const at of [45, 49]) await tick(page, people[at]?.name ?? '');
  await mark(page, 'ControlOrMeta+Shift+Enter', 10);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /Match \d+ walk-in/ }).click();

  // The walk-in was one of the two, under another name.
  await page.getByRole('gridcell', { name: 'Anna Ohne' }).click();
  const known = people[49]?.name ?? '';
  await page.getByRole('textbox', { name: 'Search people' }).fill(known);
  await page.getByRole('button', { name: `It is ${known}`, exact: true }).click();
  await page.getByRole('gridcell', { name: 'Anna Ohne' }).waitFor({ state: 'detached' });
  await page.keyboard.press('Alt+ArrowLeft');

  // The other is excused; someone left early.
  const missing = people[45]?.name ?? '';
  await page.getByRole('radio', { name: /^Not here/ }).click();
  await page.getByRole('gridcell', { name: missing, exact: true }).click();
  await page.getByRole('button', { name: /^Excuse/ }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Reason' }).fill('Called in ill');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByText('No one is missing', { exact: false }).or(page.getByText('Everyone is here')).first().waitFor();

  const view = await ask(page, 'attendance.session', { sessionId });
  expect(view.session).toMatchObject({ expected: 60, present: 59, guests: 0 });
  expect(view.walkIns).toBe(0);
  const standings = view.people.map(({ name, presence }) => [name, presence.standing]);
  expect(standings.filter(([, standing]) => standing !== 'present')).toEqual([[missing, 'excused']]);
  const methods = Map.groupBy(view.people, ({ method }) =>
    method === 'scanned' || method === 'typed' ? 'door' : (method ?? 'none'),
  );
  expect(Object.fromEntries([...methods].map(([method, rows]) => [method, rows.length]))).toEqual({
    // Thirty badges, ten names, eight numbers, and the walk-in: a busy machine may take a scanner for a hand.
    door: 49,
    sheet: 10,
    none: 1,
  });
  expect((await ask(page, 'attendance.walkIns', {})).map(({ code }) => code)).toEqual(['X-9931-Q']);
  await app.close();
});

/** Sixty participants of Foxtrot from the sample’s form, a session of this morning, and everyone’s badge. */
async function seedSession(app: ElectronApplication, page: Page): Promise<SessionId> {
  const cohortId = await acceptSixty(app, page);
  const { sessionId } = await ask(page, 'courses.planSession', {
    courseId: CourseId.parse('law-ethics'),
    cohortIds: [cohortId],
    conferenceId: null,
    heldOn: CivilDate.parse('2024-06-10'),
    startsAt: ClockTime.parse('08:30'),
    endsAt: ClockTime.parse('15:30'),
    room: 'Ballroom B',
  });
  await ask(page, 'badges.make', { whose: { of: 'session', sessionId } });
  return sessionId;
}
