import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { remove, update } from '../../../../main/log/change.ts';
import type { OutputOf } from '../../../../shared/api.ts';
import { CivilDate } from '../../../../shared/model/dates.ts';
import type { CohortId, ParticipantId } from '../../../../shared/model/ids.ts';
import type { Policy } from '../../../../shared/model/program.ts';
import { hashOfRows, openTestDatabase } from '../../database-for-test.ts';
import { openTestDesk } from '../../open-desk.ts';
import { plan, seedChanges, seedPeople, seedPerson, startProgram } from '../../seed.ts';
import { seedApplicants } from '../../seed-applicants.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

const reason = 'Changed schools';

/** Foxtrot with three seats taken and three who wait, and an empty Golf. */
async function accepted() {
  const file = path.join(temporaryFolder(), 'program.db');
  const foxtrot = await seedApplicants(file, 6, 3);
  const desk = openTestDesk(file);
  const waiting = (await desk.call('applicants.list', { cohortId: foxtrot, show: 'waiting', limit: 5 })).rows;
  await desk.call('applicants.accept', { cohortId: foxtrot, applicationIds: 'within-seats' });
  const { cohortId: golf } = await desk.call('cohorts.create', { name: 'Golf' });
  const people = async (cohortId: CohortId) => (await desk.call('cohorts.participants', { cohortId, limit: 200 })).rows;
  const rows = openTestDatabase(file);
  const applied = (personId: string, cohortId: CohortId = foxtrot) =>
    rows.get<{ status: string }>(
      'SELECT status FROM application WHERE personId = ? AND cohortId = ?',
      personId,
      cohortId,
    )?.status;
  const [first, second] = await people(foxtrot);
  const [next] = waiting;
  if (!first || !second || !next) throw new Error('No one was accepted.');
  return Object.assign(desk, { foxtrot, golf, people, applied, first, second, next, hash: () => hashOfRows(rows) });
}

const label = async (desk: Awaited<ReturnType<typeof accepted>>) =>
  (await desk.call('history.list', { limit: 1 })).rows[0]?.label;

describe('someone without an application', () => {
  it('holds a seat that applicants do not get', async () => {
    const file = path.join(temporaryFolder(), 'program.db');
    const foxtrot = await seedApplicants(file, 6, 3);
    const desk = openTestDesk(file);
    const { personId } = await seedPerson(desk, { name: ['Odalys', 'Vance'] });
    const seats = async () => {
      const { cohort, counts } = await desk.call('applicants.list', { cohortId: foxtrot });
      return [cohort.seats, counts['within-seats'], counts.waiting];
    };
    expect(await seats()).toEqual([3, 3, 3]);
    await desk.call('cohorts.addParticipants', { cohortId: foxtrot, personIds: [personId], reason });
    expect(await seats()).toEqual([2, 2, 4]);
    const { accepted: taken } = await desk.call('applicants.accept', {
      cohortId: foxtrot,
      applicationIds: 'within-seats',
    });
    expect(taken).toBe(2);
    expect((await desk.call('cohorts.participants', { cohortId: foxtrot })).total).toBe(3);
  });
});

describe('moving a participant', () => {
  it('leaves an application that was not accepted as it is', async () => {
    const desk = await accepted();
    const { golf, first } = desk;
    const { rows } = await desk.call('applicants.list', { cohortId: desk.foxtrot, show: 'accepted' });
    const applicationId = rows.find(({ personId }) => personId === first.personId)?.applicationId;
    if (!applicationId) throw new Error('No one was accepted.');
    await seedChanges(desk, [update('application', applicationId, { status: 'withdrawn' })]);
    await desk.call('cohorts.moveParticipants', { participantIds: [first.participantId], cohortId: golf, reason });
    expect(desk.applied(first.personId)).toBe('withdrawn');
    expect((await desk.people(golf)).map(({ personId }) => personId)).toEqual([first.personId]);
  });

  it('takes the place along with its fee, leaves the application, frees the seat, and comes back', async () => {
    const desk = await accepted();
    const { foxtrot, golf, first, next } = desk;
    const who = { participantIds: [first.participantId], reason };
    await desk.call('fees.receive', {
      shares: { split: 'owed', participantIds: [first.participantId] },
      method: 'cash',
      receivedOn: CivilDate.parse('2024-06-03'),
    });
    const before = desk.hash();
    const moved = await desk.call('cohorts.moveParticipants', { ...who, cohortId: golf });
    expect(moved).toMatchObject({ changed: 1, next: { applicationId: next.applicationId, free: 1 } });
    expect(await label(desk)).toBe(`Moved ${first.name} from Foxtrot to Golf`);
    expect(await desk.people(golf)).toMatchObject([
      { participantId: first.participantId, status: 'enrolled', fee: 'paid' },
    ]);
    expect((await desk.people(foxtrot)).some(({ personId }) => personId === first.personId)).toBe(false);
    expect(desk.applied(first.personId)).toBe('deferred');
    const back = await desk.call('cohorts.moveParticipants', { ...who, cohortId: foxtrot });
    expect(back.next).toBeNull();
    expect(desk.applied(first.personId)).toBe('accepted');
    expect((await desk.people(foxtrot)).some(({ personId }) => personId === first.personId)).toBe(true);
    await desk.call('history.undo', {});
    await desk.call('history.undo', {});
    expect(desk.hash()).toBe(before);
  });

  it('refuses where the person is there already, and then moves no one', async () => {
    const desk = await accepted();
    const { golf, first, second } = desk;
    await desk.call('cohorts.addParticipants', { cohortId: golf, personIds: [first.personId], reason });
    const participantIds = [first.participantId, second.participantId];
    const preview = await desk.call('cohorts.previewChange', { act: 'move', participantIds, cohortId: golf });
    expect(preview.possible).toBe(1);
    expect(preview.people[0]?.refused).toContain(`${first.name} has a place in Golf already`);
    expect(preview.seats).toEqual({ sentence: 'Golf would have 2 of 30 seats taken.', over: false });
    const before = desk.hash();
    const { sentence } = await desk.refusal('cohorts.moveParticipants', { participantIds, cohortId: golf, reason });
    expect(sentence).toBe('1 of 2 can’t be moved to Golf, so nothing was changed. Leave them out.');
    expect(desk.hash()).toBe(before);
  });

  it.each<[string, Partial<Policy['completion']>]>([
    ['as the program starts', {}],
    ['where make-ups must be assigned', { makeUpAssignment: 'needed' }],
    ['where other cohorts’ sessions don’t count', { otherCohortsSessions: 'do-not-count' }],
    ['where the new cohort’s year is long over', { makeUpDays: 0 }],
  ])('lets what was attended go on counting, %s', async (_, completion) => {
    const test = openTestDesk();
    const foxtrot = await startProgram(test);
    const program = await test.call('program.show', {});
    if (!program) throw new Error('no program');
    const policy = { ...program.policy, completion: { ...program.policy.completion, ...completion } };
    await test.call('program.revise', { policy, effectiveOn: CivilDate.parse('2024-06-03'), note: 'for this test' });
    const { cohortId: golf } = await test.call('cohorts.create', { name: 'Golf' });
    const { personId, participantId } = await seedPerson(test, { name: ['Ann', 'Young'], cohortId: foxtrot });
    if (!participantId) throw new Error('no place');
    const sessionId = await plan(test, foxtrot, { course: 'cto-roles', on: '2024-05-01' });
    await test.call('attendance.mark', { sessionId, personIds: [personId] });
    const { people } = await test.call('cohorts.previewChange', {
      act: 'move',
      participantIds: [participantId],
      cohortId: golf,
    });
    expect(people[0]?.does).toContain('1 attended session continues to count');
    await test.call('cohorts.moveParticipants', { participantIds: [participantId], cohortId: golf, reason });
    const { rows } = await test.call('cohorts.participants', { cohortId: golf });
    expect(rows[0]).toMatchObject({ name: 'Ann Young', attended: 1 });
    expect(rows[0]?.courses[0]?.standing).toBe('attended');
    // On to a third cohort, and what was attended first goes along still.
    const { cohortId: hotel } = await test.call('cohorts.create', { name: 'Hotel' });
    const next = { participantIds: [participantId], cohortId: hotel };
    const again = await test.call('cohorts.previewChange', { act: 'move', ...next });
    expect(again.people[0]?.does).toContain('1 attended session continues to count');
    await test.call('cohorts.moveParticipants', { ...next, reason });
    const there = await test.call('cohorts.participants', { cohortId: hotel });
    expect(there.rows[0]).toMatchObject({ attended: 1 });
  });

  it('accepts an application that waits where the person goes, so that no seat is given twice', async () => {
    const desk = await accepted();
    const { foxtrot, golf, next, applied } = desk;
    const { personId } = next;
    await desk.call('cohorts.addParticipants', { cohortId: golf, personIds: [personId], reason });
    const [place] = await desk.people(golf);
    if (!place) throw new Error('no place');
    const participantIds = [place.participantId];
    await desk.call('cohorts.moveParticipants', { participantIds, cohortId: foxtrot, reason });
    expect(applied(personId)).toBe('accepted');
  });
});

describe('withdrawing participants', () => {
  it('withdraws their applications with them, keeps the reason, and names the next', async () => {
    const desk = await accepted();
    const { foxtrot, first, second, next } = desk;
    const before = desk.hash();
    const participantIds = [first.participantId, second.participantId];
    const { people, seats } = await desk.call('cohorts.previewChange', { act: 'withdraw', participantIds });
    expect(people.map(({ refused, does }) => [refused, does.length])).toEqual([
      [null, 2],
      [null, 2],
    ]);
    expect(seats).toBeNull();
    expect(desk.hash(), 'a preview writes nothing').toBe(before);
    const done = await desk.call('cohorts.withdrawParticipants', { participantIds, reason });
    expect(done).toMatchObject({ changed: 2, next: { applicationId: next.applicationId, free: 2 } });
    expect(await label(desk)).toBe('Withdrew 2 people from Foxtrot');
    expect(desk.applied(first.personId)).toBe('withdrawn');
    const [last] = (await desk.call('history.list', { limit: 1 })).rows;
    if (!last) throw new Error('no history');
    const { sentences } = await desk.call('history.show', { commandId: last.commandId });
    expect(sentences.join('; ')).toContain(`remark “${reason}”`);
    expect(sentences.join('; ')).toContain(`reason “${reason}”`);
    expect((await desk.people(foxtrot)).filter(({ status }) => status === 'withdrawn')).toHaveLength(2);
    await desk.call('history.undo', {});
    expect(desk.hash()).toBe(before);
    await desk.call('history.redo', {});
    expect(desk.applied(second.personId)).toBe('withdrawn');
  });

  it('asks for a reason', async () => {
    const desk = await accepted();
    const participantIds = [desk.first.participantId];
    const { reasons } = await desk.refusal('cohorts.withdrawParticipants', { participantIds, reason: ' ' });
    expect(reasons.join()).toContain('a reason of three letters or more');
  });

  it('gives the place and the seat back when they are enrolled again', async () => {
    const desk = await accepted();
    const { foxtrot, first } = desk;
    const participantIds = [first.participantId];
    await desk.call('cohorts.withdrawParticipants', { participantIds, reason });
    await desk.call('cohorts.enrollAgain', { participantIds, reason: 'Came back' });
    expect(await label(desk)).toBe(`Enrolled ${first.name} in Foxtrot again`);
    expect(desk.applied(first.personId)).toBe('accepted');
    const { rows } = await desk.call('cohorts.participants', { cohortId: foxtrot, search: first.name });
    expect(rows).toMatchObject([{ status: 'enrolled' }]);
    await desk.refusal('cohorts.enrollAgain', { participantIds, reason: 'Once more' });
  });
});

describe('deferring participants', () => {
  it('lets what was attended before go on counting in the later cohort, also where make-ups must be assigned', async () => {
    const test = openTestDesk();
    const foxtrot = await startProgram(test);
    const program = await test.call('program.show', {});
    if (!program) throw new Error('no program');
    const completion = { ...program.policy.completion, makeUpAssignment: 'needed' as const };
    const policy = { ...program.policy, completion };
    await test.call('program.revise', { policy, effectiveOn: CivilDate.parse('2024-06-03'), note: 'for this test' });
    const { cohortId: golf } = await test.call('cohorts.create', { name: 'Golf' });
    const { personId, participantId } = await seedPerson(test, { name: ['Ann', 'Young'], cohortId: foxtrot });
    if (!participantId) throw new Error('no place');
    const sessionId = await plan(test, foxtrot, { course: 'cto-roles', on: '2024-05-01' });
    await test.call('attendance.mark', { sessionId, personIds: [personId] });
    await test.call('cohorts.deferParticipants', { participantIds: [participantId], cohortId: null, reason });
    await test.call('cohorts.addParticipants', { cohortId: golf, personIds: [personId], reason });
    const { rows } = await test.call('cohorts.participants', { cohortId: golf });
    expect(rows[0]).toMatchObject({ name: 'Ann Young', attended: 1 });
  });

  it('lets the application wait in the later cohort with its dates', async () => {
    const desk = await accepted();
    const { foxtrot, golf, first, next } = desk;
    const before = desk.hash();
    const who = { participantIds: [first.participantId], reason };
    const done = await desk.call('cohorts.deferParticipants', { ...who, cohortId: golf });
    expect(done.next).toMatchObject({ applicationId: next.applicationId });
    expect(desk.applied(first.personId)).toBe('deferred');
    expect(desk.applied(first.personId, golf)).toBe('submitted');
    const { rows } = await desk.call('cohorts.participants', { cohortId: foxtrot, search: first.name });
    expect(rows).toMatchObject([{ status: 'deferred' }]);
    await desk.call('history.undo', {});
    expect(desk.hash()).toBe(before);
  });

  it('lets it wait here where no later cohort is open', async () => {
    const desk = await accepted();
    const { first } = desk;
    await desk.call('cohorts.deferParticipants', { participantIds: [first.participantId], reason });
    expect(desk.applied(first.personId)).toBe('deferred');
    expect(await label(desk)).toBe(`Deferred ${first.name} from Foxtrot`);
  });
});

describe('adding participants', () => {
  it('adds someone from an old list, and refuses whoever waits in the order', async () => {
    const desk = await accepted();
    const { foxtrot, golf, next } = desk;
    const [old] = await seedPeople(desk, [{ name: ['Olive', 'Old'] }]);
    if (!old) throw new Error('no one');
    await desk.call('cohorts.addParticipants', { cohortId: golf, personIds: [old.personId], reason });
    expect(await desk.people(golf)).toMatchObject([{ name: 'Olive Old', status: 'enrolled' }]);
    expect(await label(desk)).toBe('Added Olive Old to Golf');
    const { sentence } = await desk.refusal('cohorts.addParticipants', {
      cohortId: foxtrot,
      personIds: [next.personId],
      reason,
    });
    expect(sentence).toContain('so that the order is kept');
  });

  it('proposes accepted applicants who have no place, and gives them one by their application', async () => {
    const desk = await accepted();
    const { foxtrot, first } = desk;
    expect(await desk.call('cohorts.candidates', { cohortId: foxtrot })).toEqual({ accepted: [], acceptedInAll: 0 });
    // As a merge with another laptop may leave it: accepted, and no place.
    await seedChanges(desk, [remove('participant', first.participantId)]);
    const { accepted: found } = await desk.call('cohorts.candidates', { cohortId: foxtrot, text: first.name });
    expect(found).toMatchObject([{ personId: first.personId, name: first.name }]);
    await desk.call('cohorts.addParticipants', { cohortId: foxtrot, personIds: [first.personId], reason });
    const { rows } = await desk.call('cohorts.participants', { cohortId: foxtrot, search: first.name });
    expect(rows).toMatchObject([{ status: 'enrolled', tier: '2' }]);
  });
});

type Row = OutputOf<'cohorts.participants'>['rows'][number];

describe('a refusal', () => {
  it('names a participant who is gone', async () => {
    const desk = await accepted();
    const row: Row = desk.first;
    const stranger = row.personId as unknown as ParticipantId;
    const { sentence } = await desk.refusal('cohorts.withdrawParticipants', { participantIds: [stranger], reason });
    expect(sentence).toContain('no longer on record');
  });
});
