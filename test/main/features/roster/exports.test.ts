import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readXlsx } from 'hucre';
import { describe, expect, test } from 'vitest';
import { insert } from '../../../../main/log/change.ts';
import { readSpreadsheet } from '../../../../main/spreadsheets/read/read-spreadsheet.ts';
import { ClockTime, Instant } from '../../../../shared/model/dates.ts';
import { CourseId, MakeUpId } from '../../../../shared/model/ids.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { plan, seedChanges, seedPeople, startProgram } from '../../seed.ts';
import { Seed } from '../../seed-graduates.ts';

const cells = async (file: string): Promise<unknown[][]> =>
  (await readXlsx(await readFile(file))).sheets[0]?.rows ?? [];

/** Foxtrot with two sessions held: Ann came, Ben late, Cal is excused; Ann makes up a course with Golf. */
async function heldYear() {
  const test = openTestDesk();
  const foxtrot = await startProgram(test);
  const { cohortId: golf } = await test.call('cohorts.create', { name: 'Golf' });
  const sessionId = await plan(test, foxtrot);
  const [ann, ben, cal] = await seedPeople(test, [
    { name: ['Ann', 'Young'], organization: 'Athens City Schools', cohortId: foxtrot },
    { name: ['Ben', '=Abbot'], cohortId: foxtrot },
    { name: ['Cal', 'Núñez'], cohortId: foxtrot },
  ]);
  if (!ann?.participantId || !ben || !cal) throw new Error('No one was seeded.');
  test.now = '2024-06-03T13:05:31.250Z';
  await test.call('attendance.mark', { sessionId, personIds: [ann.personId, ben.personId] });
  const note = (personId: typeof ann.personId, what: Parameters<typeof test.call<'attendance.note'>>[1]['what']) =>
    test.call('attendance.note', { sessionId, personIds: [personId], what });
  await note(ben.personId, { kind: 'late', clock: ClockTime.parse('09:30') });
  await note(cal.personId, { kind: 'excused', reason: 'Jury duty' });
  const other = await plan(test, golf, { course: 'law-ethics', on: '2024-09-10', from: '09:00', to: '12:00' });
  const makeUp = { participantId: ann.participantId, courseId: CourseId.parse('law-ethics'), sessionId: other };
  const assignedAt = Instant.parse(test.now);
  await seedChanges(test, [
    insert('makeUp', { id: MakeUpId.parse(crypto.randomUUID()), ...makeUp, assignedAt, note: null }),
  ]);
  return { test, foxtrot, sessionId, ann, ben, cal };
}

const to = (test: TestDesk, name: string): string => {
  const file = path.join(test.folder, name);
  test.answers.saveFile = file;
  return file;
};

describe('the attendance of a session', () => {
  test('has the people and the columns of the screen in their order, with real moments, times and hours', async () => {
    const { test, sessionId, ann, ben, cal } = await heldYear();
    const file = to(test, 'attendance.xlsx');
    const personIds = [cal, ben, ann].map(({ personId }) => personId);
    const columns = ['presence', 'name', 'at', 'cameAt', 'hours', 'reason'] as const;
    const written = await test.call('attendance.exportSession', { sessionId, personIds, columns: [...columns] });
    expect(written).toMatchObject({ file, holds: '3 rows' });
    const rows = await cells(file);
    expect(rows[0]).toEqual(['Attendance', 'Name', 'Since', 'Came late', 'Hours', 'Reason']);
    expect(rows[1]).toEqual(['Excused', 'Cal Núñez', null, null, 0, 'Jury duty']);
    const [, , , cameAt] = rows[2] ?? [];
    expect(rows[2]?.slice(0, 3)).toEqual(['Partly 6 of 7.5 h', 'Ben =Abbot', new Date('2024-06-03T08:05:31Z')]);
    expect(cameAt instanceof Date && cameAt.toISOString().slice(11, 16)).toBe('09:30');
    expect(rows[3]?.slice(0, 2)).toEqual(['Here', 'Ann Young']);
  });

  test('is everyone where no one is named', async () => {
    const { test, sessionId } = await heldYear();
    const file = to(test, 'attendance.xlsx');
    await test.call('attendance.exportSession', { sessionId });
    expect((await cells(file)).slice(1).map(([name]) => name)).toEqual(['Ben =Abbot', 'Cal Núñez', 'Ann Young']);
  });
});

test('The attendance of a cohort has a row for each person and session, make-ups elsewhere among them', async () => {
  const { test, foxtrot } = await heldYear();
  const file = to(test, 'attendance.xlsx');
  await test.call('attendance.exportCohort', { cohortId: foxtrot, columns: ['name', 'cohort', 'presence', 'hours'] });
  const rows = await cells(file);
  expect(rows[0]).toEqual(['Day', 'Course', 'Begins', 'Ends', 'Room', 'Name', 'Cohort', 'Attendance', 'Hours']);
  expect(rows.slice(1).map((row) => [row[0], ...row.slice(5, 8)])).toEqual([
    [new Date('2024-06-03T00:00:00Z'), 'Ben =Abbot', 'Foxtrot', 'Partly 6 of 7.5 h'],
    [new Date('2024-06-03T00:00:00Z'), 'Cal Núñez', 'Foxtrot', 'Excused'],
    [new Date('2024-06-03T00:00:00Z'), 'Ann Young', 'Foxtrot', 'Here'],
    [new Date('2024-09-10T00:00:00Z'), 'Ann Young', 'Foxtrot, makes up', 'Not here yet'],
  ]);
  // No one has hours of a session that is ahead.
  expect(rows[4]?.[8]).toBeNull();
});

test.each(['fees.export', 'graduates.export', 'recertification.export', 'applicants.export'] as const)(
  '%s goes out as CSV where that is asked for and the name says nothing else',
  async (call) => {
    const { test, foxtrot } = await heldYear();
    const file = to(test, 'list');
    const asked = { cohortId: foxtrot, format: 'csv' } as const;
    const written =
      call === 'applicants.export'
        ? await test.call(call, { ...asked, columns: ['name'] })
        : await test.call(call, asked);
    expect(written?.file).toBe(file);
    // As Excel wants it, so that it opens with its accents.
    expect((await readFile(file, 'utf8')).startsWith('\uFEFF')).toBe(true);
  },
);

test('The badge’s number goes out as a number', async () => {
  const { test, sessionId } = await heldYear();
  await test.call('badges.make', { whose: { of: 'session', sessionId } });
  const file = to(test, 'attendance.xlsx');
  await test.call('attendance.exportSession', { sessionId, columns: ['badge', 'name'] });
  expect(await cells(file)).toEqual([
    ['Badge', 'Name'],
    [1, 'Ben =Abbot'],
    [2, 'Cal Núñez'],
    [3, 'Ann Young'],
  ]);
});

test('The matrix has its filter, its order and a column for each course, or for those that are shown', async () => {
  const { test, foxtrot } = await heldYear();
  const file = to(test, 'progress.xlsx');
  const sort = { by: 'name', direction: 'down' } as const;
  await test.call('progress.export', { cohortId: foxtrot, sort });
  const rows = await cells(file);
  expect(rows[0]).toEqual([
    'Name',
    '1 CTO Roles and Responsibilities',
    '2 Law, Ethics, and Policies',
    '3 Data Management and Governance',
    '4 Teaching and Learning',
    '5 IT Management',
    '6 Technology Planning',
    'Standing',
    'Completed',
  ]);
  expect(rows.slice(1).map(([name]) => name)).toEqual(['Ann Young', 'Cal Núñez', 'Ben =Abbot']);
  const columns = ['name', 'course data-governance', 'attended'] as const;
  await test.call('progress.export', { cohortId: foxtrot, search: 'young', columns: [...columns] });
  expect(await cells(file)).toEqual([
    ['Name', '3 Data Management and Governance', 'Completed'],
    ['Ann Young', 'Attended', 1],
  ]);
});

test('The roster goes to CSV by the format or by the file’s name, and our own import reads it as it was', async () => {
  const { test, foxtrot } = await heldYear();
  const wanted = { cohortId: foxtrot, columns: ['name' as const, 'attended' as const, 'fee' as const] };
  const file = to(test, 'roster.csv');
  await test.call('cohorts.exportRoster', { ...wanted, format: 'csv' });
  const text = await readFile(file, 'utf8');
  expect(text.startsWith('\uFEFFName,Attended,Fee\r\n')).toBe(true);
  expect(text).toContain('\r\nCal Núñez,');
  const named = to(test, 'other.csv');
  await test.call('cohorts.exportRoster', wanted);
  expect(await readFile(named, 'utf8')).toBe(text);
  const book = to(test, 'roster.xlsx');
  await test.call('cohorts.exportRoster', { ...wanted, format: 'csv' });
  expect((await cells(book)).slice(1).map(([name]) => name)).toEqual(['Ben =Abbot', 'Cal Núñez', 'Ann Young']);
  const read = await readSpreadsheet(file);
  if (!read.ok) throw new Error(read.problem.sentence);
  expect(read.value.sheets[0]?.rows.slice(1).map(([name]) => name)).toEqual(['Ben =Abbot', 'Cal Núñez', 'Ann Young']);
});

test('A roster says who still owes the fee; years are numbers, and a phone keeps its zeros', async () => {
  const test = openTestDesk();
  await test.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const seed = new Seed();
  const foxtrot = seed.cohort('Foxtrot');
  const zoe = seed.person('Zoë Dávila', { phone: '0044123' });
  const applicationId = seed.application(foxtrot, zoe, '2024-04-01T12:00:00.000Z');
  seed.participant(foxtrot, zoe, { applicationId });
  await seed.write(test);
  const file = to(test, 'roster.xlsx');
  await test.call('cohorts.exportRoster', { cohortId: foxtrot.id, columns: ['name', 'phone', 'years', 'fee'] });
  expect((await cells(file))[1]).toEqual(['Zoë Dávila', '0044123', 5, 'Due']);
});
