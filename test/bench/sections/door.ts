import Database from 'better-sqlite3';
import { CivilDate, ClockTime } from '../../../shared/model/dates.ts';
import type { SessionId } from '../../../shared/model/ids.ts';
import { CourseId } from '../../../shared/model/ids.ts';
import { type BenchDesk, fillWithApplicants, openBenchDesk } from '../bench-desk.ts';
import { percentile, type Report, timed } from '../measure.ts';

const KNOWN = 100_000;
const EXPECTED = 2_000;
const SCANS = 500;

const typed = ['garcia', 'mcall', 'obrien', 'siob', 'zoe', 'renee mc', 'lambert k', 'nguyen', 'bob', 'liz g', 'jean'];

/**
 * The door with 2,000 expected among 100,000 people known: a keystroke to whom it may mean, a scan to the acknowledged
 * commit. Beside the bare look-up of the index, and a bare row in the same file with the same guarantees.
 */
export async function door(report: Report): Promise<void> {
  const desk = openBenchDesk();
  const sessionId = await openDoor(desk);
  const bare = new Database(desk.databaseFile);
  bare.pragma('synchronous = FULL');
  say(report, 'keystroke to whom it may mean', 'the bare query of the index', await find(desk, bare, sessionId));
  say(report, 'badge number to whose it is', 'the bare row by its index', await findByNumber(desk, bare, sessionId));
  say(report, 'scan to acknowledged commit', 'a bare row in the same file', await scan(desk, bare, sessionId));
  bare.close();
  await desk.close();
}

interface Times {
  readonly ours: readonly number[];
  readonly floor: readonly number[];
}

function say(report: Report, what: string, floorIs: string, { ours, floor }: Times): void {
  for (const [word, share] of [
    ['p50', 0.5],
    ['p99', 0.99],
  ] as const) {
    const name = `the door, ${what}, ${word}`;
    report({ name, unit: 'ms', ours: percentile(ours, share), floor: percentile(floor, share), floorIs });
  }
}

/** A session of this morning that expects 2,000, each with a badge. */
async function openDoor(desk: BenchDesk): Promise<SessionId> {
  const cohortId = await fillWithApplicants(desk, KNOWN, EXPECTED);
  await desk.call('applicants.accept', { cohortId, applicationIds: 'within-seats' });
  const { sessionId } = await desk.call('courses.planSession', {
    courseId: CourseId.parse('law-ethics'),
    cohortIds: [cohortId],
    conferenceId: null,
    heldOn: CivilDate.parse('2024-06-03'),
    startsAt: ClockTime.parse('08:00'),
    endsAt: ClockTime.parse('15:30'),
    room: 'Ballroom B',
  });
  await desk.call('badges.make', { whose: { of: 'session', sessionId } });
  return sessionId;
}

async function find(desk: BenchDesk, bare: Database.Database, sessionId: SessionId): Promise<Times> {
  const query = bare.prepare('SELECT rowid FROM personSearch WHERE personSearch MATCH ? LIMIT 5');
  const ours: number[] = [];
  const floor: number[] = [];
  await desk.call('attendance.find', { sessionId, text: 'first of the day' });
  for (const word of typed) {
    for (let length = 2; length <= word.length; length += 1) {
      const text = word.slice(0, length);
      ours.push(await timed(() => desk.call('attendance.find', { sessionId, text, limit: 5 })));
      const match = text
        .trim()
        .split(' ')
        .map((part) => `"${part}"*`)
        .join(' ');
      floor.push(await timed(() => query.all(match)));
    }
  }
  return { ours, floor };
}

async function findByNumber(desk: BenchDesk, bare: Database.Database, sessionId: SessionId): Promise<Times> {
  const query = bare.prepare('SELECT personId FROM badge WHERE number = ?');
  const ours: number[] = [];
  const floor: number[] = [];
  for (let number = 1; number <= 200; number += 1) {
    ours.push(await timed(() => desk.call('attendance.find', { sessionId, text: `#${number}`, limit: 5 })));
    floor.push(await timed(() => query.all(number)));
  }
  return { ours, floor };
}

async function scan(desk: BenchDesk, bare: Database.Database, sessionId: SessionId): Promise<Times> {
  const codes = bare.prepare<[number], { code: string }>('SELECT code FROM badge ORDER BY number LIMIT ?').all(SCANS);
  bare.exec('CREATE TABLE bench (id INTEGER PRIMARY KEY, code TEXT) STRICT');
  const insert = bare.prepare('INSERT INTO bench (code) VALUES (?)');
  const ours: number[] = [];
  const floor: number[] = [];
  // Turn about, so that a busy moment of the machine falls on both.
  for (const { code } of codes) {
    ours.push(await timed(() => desk.call('attendance.checkIn', { sessionId, code, method: 'scanned' })));
    floor.push(await timed(() => insert.run(code)));
  }
  const { session } = await desk.call('attendance.session', { sessionId, people: false });
  if (session.present !== SCANS) throw new Error(`${session.present} of ${SCANS} were checked in.`);
  return { ours, floor };
}
