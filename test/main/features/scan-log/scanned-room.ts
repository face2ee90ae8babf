import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CohortId, SessionId } from '../../../../shared/model/ids.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { plan, seedPeople, startProgram } from '../../seed.ts';

export interface Room {
  readonly test: TestDesk;
  readonly foxtrot: CohortId;
  readonly session: SessionId;
}

/** Foxtrot's session of Jun 3, 8:00 AM to 3:30 PM, with three people; it is the evening of that day. */
export async function openRoom(): Promise<Room> {
  const test = openTestDesk();
  test.now = '2024-06-03T23:00:00.000Z';
  const foxtrot = await startProgram(test);
  const session = await plan(test, foxtrot);
  await seedPeople(test, [
    { name: ['Ada', 'Lovelace'], email: 'ada@example.org', cohortId: foxtrot, organization: 'Opelika City Schools' },
    { name: ['Bea', 'Ray'], email: 'bea@example.org', cohortId: foxtrot },
    { name: ['Cal', 'Orr'], email: 'cal@example.org', cohortId: foxtrot, status: 'withdrawn' },
    { name: ['Dan', 'Poe'], email: 'dan@example.org' },
  ]);
  return { test, foxtrot, session };
}

export function logFile(test: TestDesk, lines: readonly string[], name = 'scans.csv'): string {
  const file = path.join(test.folder, name);
  writeFileSync(file, `${['code,scanned_at', ...lines].join('\n')}\n`);
  test.desk.approve(file);
  return file;
}

export async function read(test: TestDesk, lines: readonly string[]): Promise<string> {
  const reading = await test.call('scanLog.read', { file: logFile(test, lines) });
  if (!reading) throw new Error('Nothing was read.');
  return reading.readingId;
}

/** What would become of each line. */
export const outcomes = async (
  test: TestDesk,
  readingId: string,
  wish: { sessionId?: SessionId; anyTime?: boolean; guests?: boolean } = {},
) =>
  (await test.call('scanLog.preview', { readingId, ...wish })).rows.map(
    ({ code, outcome }) => `${code.split('@')[0]}: ${outcome}`,
  );

export const morning = [
  'ada@example.org,2024-06-03T07:40:12-05:00',
  'ADA@example.org,2024-06-03T07:40:12-05:00',
  'bea@example.org,2024-06-03T07:41:00-05:00',
  'cal@example.org,2024-06-03T07:42:00-05:00',
  'dan@example.org,2024-06-03T07:43:00-05:00',
  'nobody@example.org,2024-06-03T07:44:00-05:00',
  'nobody@example.org,2024-06-03T07:44:09-05:00',
  'ada@example.org,2024-06-03T12:58:00-05:00',
];
