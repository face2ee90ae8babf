import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { insert, remove, update } from '../../../../main/log/change.ts';
import { CivilDate, ClockTime, Instant } from '../../../../shared/model/dates.ts';
import { type CohortId, CourseId, MakeUpId, type PersonId, type SessionId } from '../../../../shared/model/ids.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { plan, seedChanges, seedPeople, seedPerson, startProgram } from '../../seed.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { brokenLines, type ReadCalendar, readCalendar } from './read-calendar.ts';

async function started(): Promise<{ test: TestDesk; foxtrot: CohortId }> {
  const test = openTestDesk();
  return { test, foxtrot: await startProgram(test) };
}

async function text(test: TestDesk, write: () => Promise<unknown>): Promise<string> {
  const file = path.join(test.folder, 'calendar.ics');
  test.answers.saveFile = file;
  await write();
  return readFile(file, 'utf8');
}

const cohortText = (test: TestDesk, cohortId: CohortId) =>
  text(test, () => test.call('calendars.saveCohort', { cohortId }));
const ofCohort = async (test: TestDesk, cohortId: CohortId): Promise<ReadCalendar> =>
  readCalendar(await cohortText(test, cohortId));
const ofPerson = async (test: TestDesk, personId: PersonId): Promise<ReadCalendar> =>
  readCalendar(await text(test, () => test.call('calendars.savePerson', { personId })));

const undoLast = async (test: TestDesk) => {
  const [last] = (await test.call('history.list', {})).rows;
  if (!last) throw new Error('Nothing to undo.');
  await test.call('history.undo', { commandId: last.commandId });
};

describe('a cohort’s calendar', () => {
  test('stands on the program’s clock on both sides of daylight saving, as a reader that is not ours reads it', async () => {
    const { test, foxtrot } = await started();
    const fall = await plan(test, foxtrot, { on: '2024-10-21' });
    await plan(test, foxtrot, { course: 'law-ethics', on: '2024-12-03' });
    const { name, method, entries } = await ofCohort(test, foxtrot);
    expect({ name, method }).toEqual({ name: 'AL-CTO Foxtrot', method: 'PUBLISH' });
    expect(entries).toMatchObject([
      {
        uid: `${fall}@cohort-desk`,
        sequence: 0,
        status: 'CONFIRMED',
        summary: 'AL-CTO: Data Management and Governance',
        starts: '2024-10-21T13:00:00.000Z',
        ends: '2024-10-21T20:30:00.000Z',
        location: 'Ballroom B',
        lastModified: '2024-06-03T14:00:00.000Z',
      },
      { starts: '2024-12-03T14:00:00.000Z', ends: '2024-12-03T21:30:00.000Z' },
    ]);
  });

  test('has its sessions in the order in which they are held, whatever was planned first', async () => {
    const { test, foxtrot } = await started();
    for (const on of ['2024-12-03', '2024-10-21', '2024-11-04']) await plan(test, foxtrot, { on });
    const { entries } = await ofCohort(test, foxtrot);
    expect(entries.map(({ starts }) => starts.slice(0, 10))).toEqual(['2024-10-21', '2024-11-04', '2024-12-03']);
  });

  test('keeps accents, commas and breaks, in lines of 75 bytes', async () => {
    const { test, foxtrot } = await started();
    const sessionId = await plan(test, foxtrot, { on: '2024-10-21' });
    const instructors =
      'Dr. Renée Núñez-García; Þórunn Ægisdóttir, Nguyễn Thị Minh Khai \\ and the “CTO” of Étowah'.repeat(3);
    await test.call('courses.reviseSession', { sessionId, room: 'Salle Évora, 2nd floor; left', instructors });
    await test.call('cohorts.revise', { cohortId: foxtrot, name: 'Foxtrot, the “é”; 1' });
    const written = await cohortText(test, foxtrot);
    expect(brokenLines(written)).toEqual([]);
    const { name, entries } = readCalendar(written);
    expect(name).toBe('AL-CTO Foxtrot the “é” 1');
    expect(entries[0]?.location).toBe('Salle Évora, 2nd floor; left');
    expect(entries[0]?.description).toContain(`\nInstructors: ${instructors}\nFor Foxtrot, the “é”; 1`);
  });

  test('has conferences as whole days, their last one included', async () => {
    const { test, foxtrot } = await started();
    const { conferenceId } = await test.call('courses.addConference', {
      name: 'Fall Conference',
      startsOn: CivilDate.parse('2024-10-22'),
      endsOn: CivilDate.parse('2024-10-24'),
      place: 'Mobile',
    });
    const sessionId = await plan(test, foxtrot, { on: '2024-10-21' });
    await test.call('courses.reviseSession', { sessionId, conferenceId });
    const { entries } = await ofCohort(test, foxtrot);
    expect(entries).toMatchObject([
      { location: 'Ballroom B, Mobile' },
      { summary: 'Fall Conference', starts: '2024-10-22', ends: '2024-10-25', location: 'Mobile', status: 'CONFIRMED' },
    ]);
    const plain = await text(test, () => test.call('calendars.saveCohort', { cohortId: foxtrot, conferences: false }));
    expect(readCalendar(plain).entries).toHaveLength(1);
  });

  test('is the same file until something changes, and then replaces what was there; so does an undo', async () => {
    const { test, foxtrot } = await started();
    const sessionId = await plan(test, foxtrot, { on: '2024-10-21' });
    const first = await cohortText(test, foxtrot);
    test.now = '2024-06-05T09:00:00.000Z';
    expect(await cohortText(test, foxtrot)).toBe(first);
    await test.call('courses.reviseSession', { sessionId, startsAt: ClockTime.parse('09:00') });
    const uid = `${sessionId}@cohort-desk`;
    expect((await ofCohort(test, foxtrot)).entries).toMatchObject([
      { uid, sequence: 1, starts: '2024-10-21T14:00:00.000Z', lastModified: '2024-06-05T09:00:00.000Z' },
    ]);
    await undoLast(test);
    expect((await ofCohort(test, foxtrot)).entries).toMatchObject([
      { uid, sequence: 2, starts: '2024-10-21T13:00:00.000Z' },
    ]);
  });

  test('cancels a session that was taken off the schedule, and brings it back by undo', async () => {
    const { test, foxtrot } = await started();
    const sessionId = await plan(test, foxtrot, { on: '2024-10-21' });
    await test.call('courses.removeSession', { sessionId });
    const uid = `${sessionId}@cohort-desk`;
    expect((await ofCohort(test, foxtrot)).entries).toMatchObject([
      { uid, sequence: 1, status: 'CANCELLED', summary: 'Canceled: AL-CTO: Data Management and Governance' },
    ]);
    await undoLast(test);
    expect((await ofCohort(test, foxtrot)).entries).toMatchObject([{ uid, sequence: 2, status: 'CONFIRMED' }]);
  });

  test('cancels a session that is another cohort’s now', async () => {
    const { test, foxtrot } = await started();
    const { cohortId: golf } = await test.call('cohorts.create', { name: 'Golf' });
    const sessionId = await plan(test, foxtrot, { on: '2024-10-21' });
    await test.call('courses.reviseSession', { sessionId, cohortIds: [golf] });
    expect((await ofCohort(test, foxtrot)).entries).toMatchObject([{ status: 'CANCELLED', sequence: 1 }]);
    expect((await ofCohort(test, golf)).entries).toMatchObject([{ status: 'CONFIRMED', sequence: 1 }]);
    expect(await test.call('calendars.cohort', { cohortId: foxtrot })).toEqual({
      cohort: 'Foxtrot',
      sessions: 0,
      canceled: 1,
      conferences: 0,
      people: 0,
    });
  });

  test('keeps a conference that is held once the cohort’s sessions leave it, and never calls it canceled', async () => {
    const { test, foxtrot } = await started();
    const { conferenceId } = await test.call('courses.addConference', {
      name: 'Fall Conference',
      startsOn: CivilDate.parse('2024-10-22'),
      endsOn: CivilDate.parse('2024-10-24'),
      place: 'Mobile',
    });
    const sessionId = await plan(test, foxtrot, { on: '2024-10-21' });
    const conference = async () =>
      (await ofCohort(test, foxtrot)).entries.find(({ uid }) => uid === `${conferenceId}@cohort-desk`);
    const at = (id: typeof conferenceId | null) => test.call('courses.reviseSession', { sessionId, conferenceId: id });
    await at(conferenceId);
    expect(await conference()).toMatchObject({ status: 'CONFIRMED', summary: 'Fall Conference' });
    await at(null);
    expect((await conference())?.status ?? 'not listed').not.toBe('CANCELLED');
    await at(conferenceId);
    await test.call('courses.removeSession', { sessionId });
    expect((await conference())?.status ?? 'not listed').not.toBe('CANCELLED');
    // What is truly off is called so.
    await undoLast(test);
    await at(null);
    await test.call('courses.removeConference', { conferenceId });
    expect((await conference())?.status).toBe('CANCELLED');
  });

  test('is not written while no session is planned', async () => {
    const { test, foxtrot } = await started();
    const { sentence } = await test.refusal('calendars.saveCohort', { cohortId: foxtrot });
    expect(sentence).toBe('Foxtrot has no sessions yet, so its calendar would be empty. Schedule its sessions first.');
  });
});

describe('a person’s calendar', () => {
  async function withMakeUp() {
    const { test, foxtrot } = await started();
    const { cohortId: golf } = await test.call('cohorts.create', { name: 'Golf' });
    const own = await plan(test, foxtrot, { on: '2024-10-21' });
    const other = await plan(test, golf, { course: 'law-ethics', on: '2024-11-05' });
    await plan(test, golf, { course: 'it-management', on: '2024-11-06' });
    const zoe = await seedPerson(test, { name: ['Zoë', 'Dávila'], cohortId: foxtrot });
    if (!zoe.participantId) throw new Error('Zoë has no place.');
    const makeUpId = MakeUpId.parse(crypto.randomUUID());
    const makeUp = { id: makeUpId, participantId: zoe.participantId, courseId: CourseId.parse('law-ethics') };
    const assignedAt = Instant.parse(test.now);
    await seedChanges(test, [insert('makeUp', { ...makeUp, sessionId: other, assignedAt, note: null })]);
    return { test, foxtrot, golf, own, other, zoe: { ...zoe, participantId: zoe.participantId }, makeUpId };
  }

  test('has the sessions of the cohort and the make-ups', async () => {
    const { test, own, other, zoe } = await withMakeUp();
    const { name, entries } = await ofPerson(test, zoe.personId);
    expect(name).toBe('AL-CTO Zoë Dávila');
    expect(entries.map(({ uid }) => uid)).toEqual([`${own}@cohort-desk`, `${other}@cohort-desk`]);
    expect(entries[1]?.description).toContain('You make this course up with Golf');
  });

  test('cancels a make-up that was undone', async () => {
    const { test, other, zoe, makeUpId } = await withMakeUp();
    const [, before] = (await ofPerson(test, zoe.personId)).entries;
    await seedChanges(test, [remove('makeUp', makeUpId)]);
    const [, after] = (await ofPerson(test, zoe.personId)).entries;
    expect(after).toMatchObject({ uid: `${other}@cohort-desk`, status: 'CANCELLED' });
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? 0);
  });

  test('moves with the person to another cohort, and empties as the person withdraws', async () => {
    const { test, golf, own, zoe } = await withMakeUp();
    const statusOf = async (id: SessionId) =>
      (await ofPerson(test, zoe.personId)).entries.find(({ uid }) => uid === `${id}@cohort-desk`);
    expect(await statusOf(own)).toMatchObject({ status: 'CONFIRMED', sequence: 0 });
    await seedChanges(test, [update('participant', zoe.participantId, { cohortId: golf })]);
    expect(await statusOf(own)).toMatchObject({ status: 'CANCELLED', sequence: 1 });
    await seedChanges(test, [update('participant', zoe.participantId, { status: 'withdrawn' })]);
    const { entries } = await ofPerson(test, zoe.personId);
    expect(entries.map(({ status }) => status)).toEqual(['CANCELLED', 'CANCELLED', 'CANCELLED']);
  });

  test('is refused with the reason where there is nothing in it', async () => {
    const { test } = await started();
    const { personId } = await seedPerson(test, { name: ['Ann', 'Young'] });
    const { sentence } = await test.refusal('calendars.savePerson', { personId });
    expect(sentence).toContain('Ann Young has no sessions');
  });
});

describe('the calendars of everyone in a cohort', () => {
  test('are a file each in a folder, named for their people; whoever left gets none', async () => {
    const { test, foxtrot } = await started();
    await plan(test, foxtrot, { on: '2024-10-21' });
    await seedPeople(test, [
      { name: ['Zoë', 'Dávila'], cohortId: foxtrot },
      { name: ['Ann', 'Young'], cohortId: foxtrot },
      { name: ['Ann', 'Young'], cohortId: foxtrot },
      { name: ['Wade', 'Gone'], cohortId: foxtrot, status: 'withdrawn' },
    ]);
    test.answers.folder = test.folder;
    const written = await test.call('calendars.savePeople', { cohortId: foxtrot });
    expect(written?.holds).toBe('3 calendars');
    const folder = written?.file ?? '';
    expect(path.basename(folder)).toBe('AL-CTO Foxtrot calendars 2024-06-03');
    const names = await readdir(folder);
    expect(names.sort()).toEqual(['Ann Young (2).ics', 'Ann Young.ics', 'Zoë Dávila.ics']);
    for (const name of names) {
      const read = readCalendar(await readFile(path.join(folder, name), 'utf8'));
      expect(read.entries).toHaveLength(1);
    }
  });

  test('leave nothing behind where they are cancelled', async () => {
    const { test, foxtrot } = await started();
    await plan(test, foxtrot, { on: '2024-10-21' });
    await seedPeople(
      test,
      Array.from({ length: 40 }, (_, at) => ({ name: ['Ann', `Young ${at}`] as const, cohortId: foxtrot })),
    );
    test.answers.folder = temporaryFolder();
    const writing = test.ask('calendars.savePeople', { cohortId: foxtrot });
    await test.call('desk.cancel', {});
    expect(await writing).toMatchObject({ ok: false, problem: { sentence: 'Canceled: nothing was saved.' } });
    expect(await readdir(test.answers.folder)).toEqual([]);
  });
});
