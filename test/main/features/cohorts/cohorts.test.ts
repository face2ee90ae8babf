import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDesk } from '../../../../main/desk/desk.ts';
import { readSpreadsheet } from '../../../../main/spreadsheets/read/read-spreadsheet.ts';
import { CivilDate } from '../../../../shared/model/dates.ts';
import { Cents } from '../../../../shared/model/money.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { plan, seedPeople, startProgram } from '../../seed.ts';
import { Seed } from '../../seed-graduates.ts';
import { settingsBeside } from '../../settings-beside.ts';

const day = (text: string) => CivilDate.parse(text);

async function started(): Promise<TestDesk> {
  const test = openTestDesk();
  await test.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  return test;
}

describe('opening a cohort', () => {
  it('takes seats and fee from the policy', async () => {
    const test = await started();
    const view = await test.call('cohorts.list', {});
    expect(view.defaults).toEqual({ seats: 30, fee: 7_500 });
    await test.call('cohorts.create', { name: 'Foxtrot' });
    const { cohorts } = await test.call('cohorts.list', {});
    expect(cohorts).toMatchObject([{ name: 'Foxtrot', seats: 30, fee: 7_500, status: 'planned', participants: 0 }]);
    expect((await test.call('history.list', {})).rows[0]?.label).toBe('Added cohort Foxtrot');
  });

  it('proposes the next name of the series, past those that the program has had', async () => {
    const test = await started();
    // The policy states due dates for Alpha to Delta, so they have been.
    expect((await test.call('cohorts.list', {})).nextName).toBe('Echo');
    await test.call('cohorts.create', { name: 'Foxtrot' });
    expect((await test.call('cohorts.list', {})).nextName).toBe('Golf');
    await test.call('cohorts.create', { name: 'zulu' });
    expect((await test.call('cohorts.list', {})).nextName).toBe('Echo');
  });

  it('refuses a name that is in use, whatever its case, and says the next one', async () => {
    const test = await started();
    await test.call('cohorts.create', { name: 'Foxtrot' });
    const { sentence } = await test.refusal('cohorts.create', { name: ' foxtrot ' });
    expect(sentence).toBe(
      'There is already a cohort named Foxtrot. Choose another name; the next name in line is Golf.',
    );
  });

  it('refuses days in the wrong order', async () => {
    const test = await started();
    const problem = await test.refusal('cohorts.create', {
      name: 'Foxtrot',
      opensOn: day('2024-05-01'),
      closesOn: day('2024-04-01'),
      startsOn: day('2025-06-01'),
      endsOn: day('2024-06-01'),
    });
    expect(problem.sentence).toContain('closes on Apr 1, 2024, before it opens on May 1, 2024');
    expect(problem.reasons).toHaveLength(1);
    expect((await test.call('cohorts.list', {})).cohorts).toEqual([]);
  });

  it.each([
    ['2024-07-01', '2024-08-01', 'planned'],
    ['2024-06-03', '2024-06-03', 'open'],
    ['2024-04-01', '2024-05-01', 'selecting'],
  ])('stands by its window: %s to %s is %s on Jun 3, 2024', async (opens, closes, status) => {
    const test = await started();
    await test.call('cohorts.create', { name: 'Foxtrot', opensOn: day(opens), closesOn: day(closes) });
    expect((await test.call('cohorts.list', {})).cohorts[0]?.status).toBe(status);
  });

  it('stands as a lead says, whatever its window says', async () => {
    const test = await started();
    await test.call('cohorts.create', { name: 'Foxtrot', status: 'running' });
    expect((await test.call('cohorts.list', {})).cohorts[0]?.status).toBe('running');
  });
});

describe('changing a cohort', () => {
  it('changes what was given and nothing else', async () => {
    const test = await started();
    const { cohortId } = await test.call('cohorts.create', { name: 'Foxtrot', startsOn: day('2024-07-01') });
    await test.call('cohorts.revise', { cohortId, status: 'running' });
    expect((await test.call('history.list', {})).rows[0]?.label).toBe('Set Foxtrot to “running”');
    await test.call('cohorts.revise', { cohortId, seats: 32, fee: Cents.parse(8_000) });
    const { cohorts } = await test.call('cohorts.list', {});
    const expected = {
      name: 'Foxtrot',
      status: 'running',
      seats: 32,
      fee: 8_000,
      startsOn: '2024-07-01',
      endsOn: null,
    };
    expect(cohorts).toMatchObject([expected]);
  });

  it('keeps its own name, and refuses another cohort’s', async () => {
    const test = await started();
    const { cohortId } = await test.call('cohorts.create', { name: 'Foxtrot' });
    await test.call('cohorts.create', { name: 'Golf' });
    await test.call('cohorts.revise', { cohortId, name: 'FOXTROT' });
    expect((await test.refusal('cohorts.revise', { cohortId, name: 'golf' })).sentence).toContain(
      'already a cohort named Golf',
    );
  });

  it('holds a new closing day against the opening day that stands', async () => {
    const test = await started();
    const { cohortId } = await test.call('cohorts.create', { name: 'Foxtrot', opensOn: day('2024-05-01') });
    await test.refusal('cohorts.revise', { cohortId, closesOn: day('2024-04-30') });
    await test.call('cohorts.revise', { cohortId, closesOn: day('2024-05-01') });
  });
});

describe('the participants of a cohort', () => {
  it('says of each course whether it was attended, made up, missed or is to come', async () => {
    const test = openTestDesk();
    const foxtrot = await startProgram(test);
    const { cohortId: echo } = await test.call('cohorts.create', { name: 'Echo' });
    const [ann, ben] = await seedPeople(test, [
      { name: ['Ann', 'Young'], cohortId: foxtrot },
      { name: ['Ben', 'Abbot'], cohortId: foxtrot, status: 'withdrawn' },
    ]);
    if (!ann || !ben) throw new Error('no one');
    const roles = await plan(test, foxtrot, { course: 'cto-roles', on: '2024-05-01' });
    await plan(test, foxtrot, { course: 'law-ethics', on: '2024-05-02' });
    await plan(test, foxtrot, { course: 'data-governance', on: '2024-05-03' });
    const elsewhere = await plan(test, echo, { course: 'data-governance', on: '2024-05-20' });
    await plan(test, foxtrot, { course: 'teaching-learning', on: '2024-06-03' });
    await test.call('attendance.mark', { sessionId: roles, personIds: [ann.personId] });
    await test.call('attendance.mark', { sessionId: elsewhere, personIds: [ann.personId] });
    const page = await test.call('cohorts.participants', { cohortId: foxtrot });
    expect(page.rows.map(({ name, status }) => [name, status])).toEqual([
      ['Ben Abbot', 'withdrawn'],
      ['Ann Young', 'enrolled'],
    ]);
    const row = page.rows[1];
    expect(row?.courses.map(({ standing }) => standing)).toEqual([
      'attended',
      'missed',
      'made-up',
      'to-come',
      'not-planned',
      'not-planned',
    ]);
    expect(row).toMatchObject({ attended: 2, missing: 'Law, Ethics, and Policies', graduation: 'courses-missing' });
    test.now = '2024-06-04T14:00:00.000Z';
    const tomorrow = await test.call('cohorts.participants', { cohortId: foxtrot });
    expect(tomorrow.rows[1]?.courses[3]).toMatchObject({ standing: 'missed', heldOn: '2024-06-03' });
  });

  it('says that a course is to come where the cohort holds it again after a session was missed', async () => {
    const test = openTestDesk();
    const cohortId = await startProgram(test);
    await seedPeople(test, [{ name: ['Ann', 'Young'], cohortId }]);
    await plan(test, cohortId, { course: 'cto-roles', on: '2024-05-01' });
    await plan(test, cohortId, { course: 'cto-roles', on: '2024-06-10' });
    const { rows } = await test.call('cohorts.participants', { cohortId });
    expect(rows[0]?.courses[0]).toMatchObject({ standing: 'to-come', heldOn: '2024-06-10' });
    expect(rows[0]?.missing).toBe('');
  });

  it('sorts, searches and slices', async () => {
    const test = openTestDesk();
    const cohortId = await startProgram(test);
    await seedPeople(test, [
      { name: ['José', 'García'], organization: 'Mobile County Public Schools', cohortId },
      { name: ['Calvin', 'O’Brien'], organization: 'Athens City Schools', cohortId },
      { name: ['Keisha', 'Garrett'], cohortId },
    ]);
    const names = async (input: object) =>
      (await test.call('cohorts.participants', { cohortId, ...input })).rows.map(({ name }) => name);
    expect(await names({})).toEqual(['José García', 'Keisha Garrett', 'Calvin O’Brien']);
    expect(await names({ sort: { by: 'name', direction: 'down' }, limit: 1 })).toEqual(['Calvin O’Brien']);
    const byEmployer = { by: 'organization', direction: 'up' };
    expect(await names({ sort: byEmployer })).toEqual(['Calvin O’Brien', 'José García', 'Keisha Garrett']);
    expect(await names({ search: 'obrien' })).toEqual(['Calvin O’Brien']);
    expect(await names({ search: 'mobile jose' })).toEqual(['José García']);
  });
});

describe('the roster', () => {
  it('writes what the screen shows, courses in words', async () => {
    const test = openTestDesk();
    const cohortId = await startProgram(test);
    const [ann] = await seedPeople(test, [
      { name: ['Ann', 'Young'], organization: 'Athens City Schools', cohortId },
      { name: ['Ben', 'Abbot'], cohortId },
    ]);
    if (!ann) throw new Error('no one');
    const sessionId = await plan(test, cohortId);
    await test.call('attendance.mark', { sessionId, personIds: [ann.personId] });
    const file = path.join(test.folder, 'roster.xlsx');
    test.answers.saveFile = file;
    const columns = ['name', 'courses', 'attended'] as const;
    const written = await test.call('cohorts.exportRoster', { cohortId, search: 'young', columns: [...columns] });
    expect(written).toMatchObject({ file, holds: '1 row' });
    const read = await readSpreadsheet(file);
    if (!read.ok) throw new Error(read.problem.sentence);
    expect(read.value.sheets[0]?.rows).toEqual([
      [
        'Name',
        'CTO Roles and Responsibilities',
        'Law, Ethics, and Policies',
        'Data Management and Governance',
        'Teaching and Learning',
        'IT Management',
        'Technology Planning',
        'Attended',
      ],
      ['Ann Young', 'Not planned', 'Not planned', 'Attended', 'Not planned', 'Not planned', 'Not planned', '1'],
    ]);
  });

  it('suggests a file name that says cohort and day', async () => {
    const test = openTestDesk();
    const cohortId = await startProgram(test);
    const suggested: string[] = [];
    const opened = openDesk({
      databaseFile: test.databaseFile,
      settings: settingsBeside(test.databaseFile),
      dialogs: {
        openFile: async () => null,
        saveFile: async ({ suggestedName }) => {
          suggested.push(suggestedName);
          return null;
        },
        chooseFolder: async () => null,
        reveal: async () => undefined,
        open: async () => undefined,
      },
      onEvent: () => undefined,
      now: () => new Date(test.now),
    });
    if (!opened.ok) throw new Error(opened.problem.sentence);
    onTestFinished(() => opened.desk.close());
    await opened.desk.call('cohorts.exportRoster', { cohortId });
    expect(suggested).toEqual(['Foxtrot roster 2024-06-03.xlsx']);
  });

  it('writes nothing where the person cancels', async () => {
    const test = openTestDesk();
    const cohortId = await startProgram(test);
    expect(await test.call('cohorts.exportRoster', { cohortId })).toBeNull();
  });
});

describe('how far a cohort is, as it is listed', () => {
  const statusOf = async (test: TestDesk) => (await test.call('cohorts.list', {})).cohorts[0]?.status;

  it('follows the calendar past what a lead set: a cohort whose courses are all held isn’t selecting forever', async () => {
    const test = await started();
    const shown = await test.call('program.show', {});
    const seed = new Seed();
    const foxtrot = seed.cohort('Foxtrot', { status: 'selecting', closesOn: day('2023-09-30') });
    const sessions = seed.year(foxtrot, [
      '2023-10-16',
      '2023-10-19',
      '2024-02-05',
      '2024-02-08',
      '2024-05-20',
      '2024-06-04',
    ]);
    const zoe = seed.participant(foxtrot, 'Zoë Adams');
    for (const session of sessions) seed.checkIn(session, zoe);
    expect(shown?.policy.completion.courses).toHaveLength(sessions.length);
    await seed.write(test);
    // The test's clock says June 3: the last course is tomorrow.
    expect(await statusOf(test)).toBe('running');
    test.now = '2024-06-05T14:00:00.000Z';
    expect(await statusOf(test)).toBe('running');
    await test.call('graduates.graduate', {
      cohortId: foxtrot.id,
      participantIds: 'all-who-may',
      graduatedOn: day('2024-06-05'),
    });
    expect(await statusOf(test)).toBe('finished');
  });
});
