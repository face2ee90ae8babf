import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openTestDesk } from '../../open-desk.ts';
import { plan, seedPeople, startProgram } from '../../seed.ts';

const people = ['ada', 'bea', 'cal'];

/** What is said of the clock of a log whose first scan of a session from 8:00 AM is at this hour. */
async function notesOf(hour: string, scans = people.length): Promise<readonly string[]> {
  const test = openTestDesk();
  test.now = '2024-06-03T23:00:00.000Z';
  const cohortId = await startProgram(test);
  await plan(test, cohortId);
  await seedPeople(
    test,
    people.map((name) => ({ name: [name, 'Lund'], email: `${name}@example.org`, cohortId })),
  );
  const file = path.join(test.folder, 'scans.csv');
  const lines = people.slice(0, scans).map((name, at) => `${name}@example.org,2024-06-03T${hour}:4${at}:00-05:00`);
  writeFileSync(file, ['code,scanned_at', ...lines, ''].join('\n'));
  test.desk.approve(file);
  const reading = await test.call('scanLog.read', { file });
  if (!reading) throw new Error('Nothing was read.');
  const { notes } = await test.call('scanLog.preview', { readingId: reading.readingId });
  return notes.slice(1);
}

test('a session to which no one came before it was well on makes the scanner’s clock doubtful', async () => {
  expect(await notesOf('07')).toEqual([]);
  expect(await notesOf('12')).toEqual([
    'The first scan of Data Management and Governance is of 12:40 PM, 280 minutes after it began. If people were on time, the scanner’s clock was wrong.',
  ]);
  expect(await notesOf('12', 2)).toEqual([]);
});
