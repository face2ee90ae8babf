import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { ParticipantId, SessionId } from '../../shared/model/ids.ts';
import { Seed, sixCourses } from '../main/seed-graduates.ts';
import { ask } from './ask.ts';
import { launchApp, newFolder, root } from './launch.ts';
import { leaveDoor } from './the-door.ts';

/** June 20, 2024, at 8:05 in the morning in Alabama: the day on which Golf has Law. */
const now = '2024-06-20T13:05:00.000Z';

test('a course missed with one cohort is made up with another, and who can graduate is right', async () => {
  const userData = await newFolder();
  const app = await launchApp({
    userData,
    before: [path.join(root, 'test/journeys/set-clock.cjs')],
    env: { DESK_NOW: now },
  });
  const page = await app.firstWindow();
  await page.getByRole('button', { name: 'Start AL-CTO' }).click();
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  const databaseFile = path.join(userData, 'program.db');
  const { foxtrot, keisha, golfsLaw } = await seedTheYear(databaseFile);

  // Today says so; one press leads to the matrix, another assigns the session to all who need it.
  const waits =
    'participants of Foxtrot need a make-up of Law, Ethics, and Policies; the session with Golf on Thu, Jun 20 is open';
  await page.reload();
  await page.getByText(`2 ${waits}`).waitFor();
  await page.getByRole('listitem').filter({ hasText: waits }).getByRole('button', { name: 'Assign' }).click();
  await page.getByRole('gridcell', { name: 'Keisha Garrett' }).waitFor();
  await expect
    .poll(() => chips(page))
    .toEqual({
      Everyone: 5,
      'Ready to graduate': 1,
      'In progress': 0,
      'Make-up needed': 2,
      'Can’t finish with this cohort': 1,
    });
  await page.getByRole('grid', { name: 'Progress of Foxtrot' }).focus();
  await page.keyboard.press('m');
  const dialog = page.getByRole('dialog', { name: 'Assign a make-up' });
  await dialog.getByText('2 participants will make up').waitFor();
  await dialog.getByRole('button', { name: 'Assign 2' }).click();
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => chips(page)).toMatchObject({ 'In progress': 2, 'Make-up needed': 0 });

  // At the door of Golf's session she is on the list: three letters, Enter, and she is in.
  await page.keyboard.press('ControlOrMeta+1');
  const next = page.getByRole('region', { name: 'Next session' });
  await next.getByText('of 3').waitFor();
  await page.keyboard.press('c');
  await page.getByRole('heading', { level: 1, name: 'Check-in' }).waitFor();
  await page.getByRole('combobox').first().fill('kei');
  await page.getByRole('option', { selected: true }).filter({ hasText: 'Keisha Garrett' }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => isIn(page, golfsLaw, 'Keisha Garrett')).toBe(true);
  await leaveDoor(page);

  // She has all six; Marcus, who has not come yet, has five, and Dale can't finish.
  await page.keyboard.press('ControlOrMeta+5');
  await page.getByRole('radio', { name: /Ready to graduate/ }).click();
  await page.getByRole('gridcell', { name: 'Keisha Garrett' }).first().waitFor();
  const { rows } = await ask(page, 'graduates.list', { cohortId: foxtrot.id, show: 'may-graduate' });
  expect(rows.map(({ name }) => name)).toEqual(['Keisha Garrett', 'Renée McAllister']);
  const { reasons } = await ask(page, 'progress.show', { participantId: keisha });
  expect(reasons.map(({ sentence }) => sentence)).toContain(
    'Attended Law, Ethics, and Policies on Thu, Jun 20, 2024 with another cohort',
  );
  const stuck = await ask(page, 'progress.list', { cohortId: foxtrot.id, show: 'courses-missing' });
  expect(stuck.rows.map(({ name, missing }) => [name, missing])).toEqual([['Dale Whitfield', 'IT Management']]);
  await app.close();
});

/** Foxtrot's six courses are over: one person has all, two missed Law, one IT Management, and one has withdrawn. */
async function seedTheYear(databaseFile: string) {
  const seed = new Seed();
  const foxtrot = seed.cohort('Foxtrot');
  const golf = seed.cohort('Golf');
  const sessions = seed.year(foxtrot, [
    '2024-01-22',
    '2024-01-26',
    '2024-04-08',
    '2024-04-12',
    '2024-06-10',
    '2024-06-14',
  ]);
  const golfsLaw = seed.session(golf, sixCourses[1] ?? '', '2024-06-20');
  seed.participant(golf, 'Isaac Rutledge');
  const coming: readonly (readonly [name: string, missed: number | null, status: 'enrolled' | 'withdrawn'])[] = [
    ['Renée McAllister', null, 'enrolled'],
    ['Keisha Garrett', 1, 'enrolled'],
    ['Marcus Boyd', 1, 'enrolled'],
    ['Dale Whitfield', 4, 'enrolled'],
    ['Nadia Sims', null, 'withdrawn'],
  ];
  const ids = new Map<string, ParticipantId>();
  for (const [name, missed, status] of coming) {
    const participant = seed.participant(foxtrot, name, { status });
    ids.set(name, participant.id);
    for (const [course, session] of sessions.entries()) if (course !== missed) seed.checkIn(session, participant);
  }
  await seed.write({ databaseFile, now });
  const keisha = ids.get('Keisha Garrett');
  if (!keisha) throw new Error('Keisha Garrett was not seeded.');
  return { foxtrot, golfsLaw, keisha };
}

/** What the chips of the matrix count. */
async function chips(page: Page): Promise<Record<string, number>> {
  const texts = await page.getByRole('radio', { name: /\d$/ }).allTextContents();
  return Object.fromEntries(
    texts.map((text) => {
      const [, word = '', count = ''] = /^(.*?)(\d+)$/.exec(text) ?? [];
      return [word, Number(count)];
    }),
  );
}

async function isIn(page: Page, sessionId: SessionId, name: string): Promise<boolean> {
  const { people } = await ask(page, 'attendance.session', { sessionId });
  return people.some((person) => person.name === name && person.present);
}
