import { describe, expect, it } from 'vitest';
import type { CohortId, SessionId } from '../../../../shared/model/ids.ts';
import type { CheckInAnswer } from '../../../../shared/views/attendance.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { plan, type Seeded, seedPeople, startProgram } from '../../seed.ts';

interface Evening {
  readonly test: TestDesk;
  readonly foxtrot: CohortId;
  readonly golf: CohortId;
  readonly session: SessionId;
  readonly keisha: Seeded;
  readonly renee: Seeded;
}

/** Two of Foxtrot, with badges, and a session of this morning. It is 9:00 on Mon, Jun 3, 2024. */
async function openEvening(): Promise<Evening> {
  const test = openTestDesk();
  const foxtrot = await startProgram(test);
  const { cohortId: golf } = await test.call('cohorts.create', { name: 'Golf' });
  const session = await plan(test, foxtrot);
  const [keisha, renee] = await seedPeople(test, [
    { name: ['Keisha', 'Garrett'], cohortId: foxtrot },
    { name: ['Renée', 'McAllister'], cohortId: foxtrot },
  ]);
  if (!keisha || !renee) throw new Error('No one was seeded.');
  await test.call('badges.make', { whose: { of: 'session', sessionId: session } });
  return { test, foxtrot, golf, session, keisha, renee };
}

async function codeOf({ test }: Evening, { personId }: Seeded): Promise<string> {
  const { rows } = await test.call('badges.list', { whose: { of: 'people', personIds: [personId] } });
  return rows[0]?.code ?? '';
}

const scan = ({ test, session }: Evening, code: string, sessionId = session) =>
  test.call('attendance.checkIn', { sessionId, code, method: 'scanned' });
const viewOf = ({ test, session }: Evening) => test.call('attendance.session', { sessionId: session });
const participantIds = ({ participantId }: Seeded) => (participantId ? [participantId] : []);

describe('a room that holds two', () => {
  it('counts walk-ins who are matched to no one yet, and says so when one too many comes in', async () => {
    const evening = await openEvening();
    const { test, session, keisha, renee } = evening;
    await test.call('courses.reviseSession', { sessionId: session, capacity: 2 });
    const walksIn = (name: string) => test.call('attendance.walkIn', { sessionId: session, name });
    const room = ({ notes }: CheckInAnswer) => notes.filter(({ kind }) => kind === 'over-capacity');
    const full = (here: number) => [
      { kind: 'over-capacity', sentence: `The room holds 2, and ${here} are checked in.` },
    ];
    expect(room(await scan(evening, await codeOf(evening, keisha)))).toEqual([]);
    expect(room(await walksIn('Anna Ohne'))).toEqual([]);
    expect(room(await scan(evening, await codeOf(evening, renee)))).toEqual(full(3));
    expect(room(await walksIn('Bert Ohne'))).toEqual(full(4));
    // A code that no one has is kept, and is no one who sits there.
    await scan(evening, 'X-9931-Q');
    expect(room(await walksIn('Carl Ohne'))).toEqual(full(5));
  });
});

describe('a list that changed since its sheet was printed', () => {
  it('says of each line which badge it is; of who has moved this morning, where they are', async () => {
    const evening = await openEvening();
    const { test, golf, session, keisha, renee } = evening;
    expect((await viewOf(evening)).people.map(({ name, badges }) => [name, badges])).toEqual([
      ['Keisha Garrett', [1]],
      ['Renée McAllister', [2]],
    ]);
    await test.call('cohorts.moveParticipants', {
      cohortId: golf,
      participantIds: participantIds(keisha),
      reason: 'Moved this morning',
    });
    const { people } = await viewOf(evening);
    expect(people.map(({ personId, badges }) => [personId, badges])).toEqual([[renee.personId, [2]]]);
    const [match] = await test.call('attendance.find', { sessionId: session, text: '1' });
    expect(match).toMatchObject({ name: 'Keisha Garrett', cohort: 'Golf', expected: false });
    const held = await scan(evening, await codeOf(evening, keisha));
    expect(held).toMatchObject({ answer: 'wrong-cohort', mayConfirm: true });
    expect(held.sentence).toContain('Keisha Garrett is in Golf; this session is for Foxtrot.');
  });
});

describe('two sessions in one room at once', () => {
  it('sends each to their own, whichever door they stand at', async () => {
    const evening = await openEvening();
    const { test, golf, keisha } = evening;
    const other = await plan(test, golf, { course: 'law-ethics' });
    const held = await scan(evening, await codeOf(evening, keisha), other);
    expect(held).toMatchObject({ answer: 'wrong-session', elsewhere: { sessionId: evening.session } });
    expect(await scan(evening, await codeOf(evening, keisha))).toMatchObject({ answer: 'checked-in', present: 1 });
  });

  it('lets everyone in where both cohorts share the session', async () => {
    const evening = await openEvening();
    const { test, foxtrot, golf, keisha } = evening;
    const shared = await plan(test, [golf, foxtrot], { course: 'law-ethics', on: '2024-06-04' });
    test.now = '2024-06-04T14:00:00.000Z';
    expect(await scan(evening, await codeOf(evening, keisha), shared)).toMatchObject({ answer: 'checked-in' });
  });
});

describe('a clock set to last year', () => {
  it('asks once, of a walk-in too, and writes nothing before a lead has said yes', async () => {
    const evening = await openEvening();
    const { test, session, keisha } = evening;
    const code = await codeOf(evening, keisha);
    test.now = '2023-06-03T14:00:00.000Z';
    expect(await scan(evening, code)).toMatchObject({ answer: 'clock-wrong', mayConfirm: true, eventId: null });
    const walkIn = { sessionId: session, name: 'Anna Ohne' };
    expect(await test.call('attendance.walkIn', walkIn)).toMatchObject({ answer: 'clock-wrong', eventId: null });
    expect((await viewOf(evening)).recent).toEqual([]);
    const granted = ['clock-wrong' as const];
    expect(
      await test.call('attendance.checkIn', { sessionId: session, code, method: 'scanned', granted }),
    ).toMatchObject({ answer: 'checked-in' });
    const letIn = await test.call('attendance.walkIn', { ...walkIn, granted });
    expect(letIn).toMatchObject({ answer: 'checked-in', badgeNumber: 3 });
  });
});

describe('a session that is taken off the schedule while its door is open', () => {
  it('refuses the next scan with what to do, and writes nothing', async () => {
    const evening = await openEvening();
    const { test, session, keisha } = evening;
    const code = await codeOf(evening, keisha);
    await test.call('courses.removeSession', { sessionId: session });
    const before = (await test.call('history.list', {})).total;
    const refusal = await test.refusal('attendance.checkIn', { sessionId: session, code, method: 'scanned' });
    expect(refusal.sentence).toBe('That session is no longer scheduled. Choose another one.');
    expect((await test.call('history.list', {})).total).toBe(before);
  });
});

describe('someone who withdrew and stands at the door', () => {
  it('is in once a lead has enrolled them again', async () => {
    const evening = await openEvening();
    const { test, keisha } = evening;
    const code = await codeOf(evening, keisha);
    const ids = participantIds(keisha);
    await test.call('cohorts.withdrawParticipants', { participantIds: ids, reason: 'Took another job' });
    const held = await scan(evening, code);
    expect(held).toMatchObject({ answer: 'withdrawn', participantId: keisha.participantId });
    await test.call('cohorts.enrollAgain', { participantIds: ids, reason: 'Came after all' });
    expect(await scan(evening, code)).toMatchObject({ answer: 'checked-in', present: 1 });
  });
});
