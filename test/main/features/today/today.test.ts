import { beforeEach, describe, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { Seed, sixCourses } from '../../seed-graduates.ts';

let desk: TestDesk;
let seed: Seed;

beforeEach(async () => {
  desk = openTestDesk();
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  seed = new Seed();
});

const today = () => desk.call('today.show', {});
const sentences = async () => (await today()).steps.map(({ sentence }) => sentence);

describe('the session', () => {
  test('of today shows who is expected and who is in', async () => {
    const foxtrot = seed.cohort('Foxtrot');
    const session = seed.session(foxtrot, 'data-governance', '2024-06-03');
    seed.session(foxtrot, 'teaching-learning', '2024-06-06');
    const renee = seed.participant(foxtrot, 'Renée McAllister');
    seed.participant(foxtrot, 'Isaac Rutledge');
    seed.checkIn(session, renee, '2024-06-03T12:40:00.000Z');
    await seed.write(desk);
    expect((await today()).session).toEqual({
      id: session,
      title: 'Data Management and Governance',
      heldOn: '2024-06-03',
      when: '8:00 AM – 3:30 PM',
      room: 'Hall B',
      cohorts: 'Foxtrot',
      expected: 2,
      present: 1,
      isToday: true,
    });
    expect((await today()).steps[0]).toMatchObject({
      sentence: 'Data Management and Governance is today: 1 of 2 are in',
      path: `/attendance/${session}`,
      urgency: 'now',
    });
  });

  test('that is over gives way to the next one of the day, and the last stays until midnight', async () => {
    const foxtrot = seed.cohort('Foxtrot');
    seed.session(foxtrot, 'cto-roles', '2024-06-03', '07:00', '08:30');
    seed.session(foxtrot, 'law-ethics', '2024-06-03', '10:00', '11:00');
    seed.session(foxtrot, 'teaching-learning', '2024-06-03', '13:00', '14:00');
    seed.session(foxtrot, 'data-governance', '2024-06-10');
    await seed.write(desk);
    // 9:00 in Chicago.
    expect((await today()).session?.title).toBe('Law, Ethics, and Policies');
    // 10:30: it is on.
    desk.now = '2024-06-03T15:30:00.000Z';
    expect((await today()).session?.title).toBe('Law, Ethics, and Policies');
    desk.now = '2024-06-03T23:00:00.000Z';
    expect((await today()).session?.title).toBe('Teaching and Learning');
    desk.now = '2024-06-04T14:00:00.000Z';
    expect((await today()).session).toMatchObject({ title: 'Data Management and Governance', isToday: false });
    desk.now = '2024-06-11T14:00:00.000Z';
    expect((await today()).session).toBeNull();
  });
});

describe('what waits', () => {
  test('on an empty desk: a cohort, and a spreadsheet to bring in', async () => {
    expect((await today()).steps.map(({ sentence, path }) => [sentence, path])).toEqual([
      ['There is no cohort yet', '/cohorts'],
      ['Import applications or graduates from a spreadsheet', '/import'],
    ]);
  });

  test('applicants who need a look, and who is within the seats and not accepted', async () => {
    const foxtrot = seed.cohort('Foxtrot', { seats: 2 });
    for (const [at, name] of ['Ann One', 'Bob Two', 'Cy Three'].entries()) {
      seed.application(foxtrot, seed.person(name), `2024-04-0${at + 1}T12:00:00.000Z`);
    }
    seed.application(foxtrot, seed.person('Dee Unclear'), '2024-04-04T12:00:00.000Z', null);
    await seed.write(desk);
    const { steps } = await today();
    expect(steps.map(({ sentence, path }) => [sentence, path])).toEqual([
      ['1 applicant needs a look', `/applicants/${foxtrot.id}?show=needs-a-look`],
      ['2 applicants within the seats are not accepted yet', `/applicants/${foxtrot.id}?show=within-seats`],
      ['There is no backup yet', '/settings'],
    ]);
    await desk.call('applicants.accept', { cohortId: foxtrot.id, applicationIds: 'within-seats' });
    expect(await sentences()).not.toContain('2 applicants within the seats are not accepted yet');
  });

  test('participants who can graduate, and those who miss a course for good', async () => {
    const foxtrot = seed.cohort('Foxtrot');
    const sessions = seed.year(
      foxtrot,
      sixCourses.map((_, at) => `2024-0${at < 5 ? at + 1 : 5}-15`),
    );
    for (const name of ['Ann One', 'Bob Two']) {
      const participant = seed.participant(foxtrot, name);
      for (const session of sessions) seed.checkIn(session, participant);
    }
    seed.participant(foxtrot, 'Cy Three');
    await seed.write(desk);
    const all = await sentences();
    expect(all).toContain('2 participants of Foxtrot can graduate');
    expect(all).toContain('1 participant of Foxtrot can’t finish: no session makes up what they missed');
  });

  test('graduates who owe documents, since when, and whose are due soon', async () => {
    const alpha = seed.cohort('Alpha', { status: 'finished' });
    seed.due(seed.graduate(alpha, 'Yolanda Quarles'), '2022-06-01');
    seed.due(seed.graduate(alpha, 'Isaac Rutledge'), '2023-06-01');
    seed.due(seed.graduate(alpha, 'Rashad Okafor'), '2022-06-01', '2022-05-30');
    seed.due(seed.graduate(alpha, 'Ifeoma Adeyemi'), '2024-07-01');
    seed.due(seed.graduate(alpha, 'Later Still'), '2026-07-01');
    await seed.write(desk);
    const all = await sentences();
    expect(all).toContain('2 graduates owe documents, the oldest since Jun 1, 2022');
    expect(all).toContain('Documents of 1 graduate are due soon, on Mon, Jul 1, 2024');
  });

  test('a backup, once the last one is a week old', async () => {
    seed.person('Renée McAllister');
    await seed.write(desk);
    expect(await sentences()).toContain('There is no backup yet');
    desk.answers.saveFile = `${desk.folder}/copy.db`;
    await desk.call('desk.backUp', {});
    expect((await sentences()).filter((sentence) => sentence.includes('back'))).toEqual([]);
    desk.now = '2024-06-12T14:00:00.000Z';
    expect(await sentences()).toContain('The last backup is 9 days old');
  });
});

test('the last things done are those that still stand', async () => {
  const person = seed.person('Renée McAllister');
  await seed.write(desk);
  await desk.call('people.revise', { personId: person.id, jobTitle: 'Director' });
  await desk.call('history.undo', {});
  expect((await today()).recent.map(({ label }) => label)).toEqual(['Seeded', 'Started the program AL-CTO']);
});

describe('walk-ins', () => {
  test('who wait to be matched stand on Today with the number that is on every button, until they are', async () => {
    const foxtrot = seed.cohort('Foxtrot');
    const session = seed.session(foxtrot, 'data-governance', '2024-06-03');
    const other = seed.session(foxtrot, 'teaching-learning', '2024-06-06');
    const renee = seed.participant(foxtrot, 'Renée McAllister');
    await seed.write(desk);
    await desk.call('attendance.walkIn', { sessionId: session, name: 'Wanda Pettus', organization: 'Pike' });
    await desk.call('attendance.checkIn', { sessionId: session, code: 'TKT-2024-0091', method: 'scanned' });
    const waiting = async () => (await today()).steps.find(({ key }) => key === 'walk-ins');
    expect(await waiting()).toMatchObject({
      sentence: '2 walk-ins wait to be matched',
      action: 'Match',
      path: '/attendance?show=walk-ins',
    });
    expect(await desk.call('attendance.walkIns', {})).toHaveLength(2);
    const there = await desk.call('attendance.session', { sessionId: session });
    // The one without a badge takes no chair, and waits to be matched anyway.
    expect([there.toMatch, there.walkIns]).toEqual([2, 1]);
    expect((await desk.call('attendance.session', { sessionId: other })).toMatch).toBe(0);
    await desk.call('attendance.match', { code: 'TKT-2024-0091', who: { is: 'known', personId: renee.personId } });
    expect((await waiting())?.sentence).toBe('1 walk-in waits to be matched');
  });
});
