import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openRoom, prepareRoom } from './a-room.ts';
import { answerDialogs, ask } from './ask.ts';
import { barriersOn } from './barriers.ts';

test('a scanner log is looked at, imported, imported again for nothing, and undone', async () => {
  const room = await prepareRoom();
  const log = path.join(room.userData, 'scanner.csv');
  await writeFile(
    log,
    [
      'code,scanned_at',
      `${room.codes[0]},2024-06-03T12:40:12Z`,
      `${room.codes[0]},2024-06-03T12:40:12Z`,
      'bea@example.org,2024-06-03T12:41:00Z',
      'nobody@example.org,2024-06-03T12:42:00Z',
      'cal@example.org,2024-05-20T12:42:00Z',
      'cal@exa',
    ].join('\n'),
  );
  const app = await openRoom(room);
  const page = await app.firstWindow();
  await page.getByRole('region', { name: 'Next session' }).waitFor();

  // Dropped on the window it is known for what it is.
  await page.evaluate(() =>
    document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'probe' })),
  );
  await page.locator('#probe').setInputFiles(log);
  await page.locator('#probe').evaluate((input) => {
    const [file] = input instanceof HTMLInputElement ? [...(input.files ?? [])] : [];
    input.remove();
    if (!file) throw new Error('no file');
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(file);
    window.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
  });
  const grid = page.getByRole('grid', { name: 'Scans of scanner.csv' });
  await grid.getByRole('gridcell', { name: 'Checks in' }).first().waitFor();
  await expect
    .poll(async () => (await grid.locator('[role=row][aria-rowindex]').allInnerTexts()).join('\n'))
    .toMatch(/Checks in[\s\S]*Double scan[\s\S]*Checks in[\s\S]*Code kept[\s\S]*At no session[\s\S]*Can’t be read/);
  expect(await barriersOn(page)).toEqual([]);
  const before = await ask(page, 'attendance.session', { sessionId: room.session });
  expect(before.recent).toEqual([]);

  await page.getByRole('button', { name: /^Check in 2 people/ }).click();
  await page
    .getByRole('status')
    .getByText(/Checked in 2 people .* and kept 1 code/)
    .first()
    .waitFor();
  const { session, recent } = await ask(page, 'attendance.session', { sessionId: room.session });
  expect(session.present).toBe(2);
  expect(recent.map(({ name, at, method }) => [name, at, method])).toEqual([
    ['', '2024-06-03T12:42:00.000Z', 'log'],
    ['Bea Ray', '2024-06-03T12:41:00.000Z', 'log'],
    ['Ada Lovelace', '2024-06-03T12:40:12.000Z', 'log'],
  ]);

  // The same file again, chosen from the session's own menu.
  await answerDialogs(app, log);
  await page.getByRole('button', { name: 'More about this session' }).waitFor();
  await page.keyboard.press('i');
  await page.getByRole('button', { name: /Choose a log/ }).click();
  await grid.getByRole('gridcell', { name: 'Already in' }).first().waitFor();
  const nothing = page.getByRole('button', { name: /^Check in 0 people/ });
  await expect.poll(() => nothing.getAttribute('aria-disabled')).toBe('true');
  const commands = async () => (await ask(page, 'desk.status', {})).counts.commands;
  const count = await commands();
  const { sentence } = await ask(page, 'scanLog.apply', {
    readingId: (await ask(page, 'scanLog.read', { file: log }))?.readingId ?? null,
  });
  expect(sentence).toContain('nothing was saved');
  expect(await commands()).toBe(count);

  await page.keyboard.press('Alt+ArrowLeft');
  await page.getByRole('button', { name: 'More about this session' }).waitFor();
  await page.keyboard.press('ControlOrMeta+z');
  await page
    .getByText(/Undid “Checked in 2 people/)
    .first()
    .waitFor();
  expect((await ask(page, 'attendance.session', { sessionId: room.session })).session.present).toBe(0);
  await app.close();
});
