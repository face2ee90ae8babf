import { beforeEach, describe, expect, it } from 'vitest';
import { CivilDate } from '../../../../shared/model/dates.ts';
import type { ParticipantId } from '../../../../shared/model/ids.ts';
import { aYear, law, roles } from './a-missed-course.ts';

let year: Awaited<ReturnType<typeof aYear>>;
beforeEach(async () => {
  year = await aYear();
});

describe('A make-up', () => {
  it('is assigned to several people at once, who are expected at the door then', async () => {
    const { test, golfsLaw, keisha, marcus } = year;
    expect(await year.rowOf('Keisha Garrett')).toMatchObject({
      standing: 'make-up-needed',
      attended: 5,
      missing: 'Law, Ethics, and Policies',
      sentence: 'Needs a make-up of Law, Ethics, and Policies with another cohort.',
    });
    expect(await test.call('progress.assignMakeUp', year.makeUpFor([keisha, marcus]))).toEqual({ assigned: 2 });
    const { standing, courses } = await year.rowOf('Keisha Garrett');
    expect(standing).toBe('on-the-way');
    expect(courses[1]).toMatchObject({ standing: 'missed', outlook: 'assigned', makeUpOn: '2024-06-20' });
    const { people } = await test.call('attendance.session', { sessionId: golfsLaw });
    expect(people.filter(({ makesUp }) => makesUp).map(({ name, expected }) => [name, expected])).toEqual([
      ['Marcus Boyd', true],
      ['Keisha Garrett', true],
    ]);
  });

  it('counts once the person is checked in there, and the person can graduate', async () => {
    const { test, golfsLaw, keisha } = year;
    await test.call('progress.assignMakeUp', year.makeUpFor([keisha]));
    test.now = '2024-06-20T13:00:00.000Z';
    const { row } = await test.call('progress.show', { participantId: keisha });
    const answer = await test.call('attendance.checkIn', {
      sessionId: golfsLaw,
      personId: row.personId,
      method: 'typed',
    });
    expect(answer).toMatchObject({ answer: 'checked-in', mayConfirm: false });
    expect(await year.rowOf('Keisha Garrett')).toMatchObject({ standing: 'may-graduate', attended: 6, missing: '' });
    const { rows } = await test.call('graduates.list', { cohortId: year.foxtrot.id, show: 'may-graduate' });
    expect(rows.map(({ name }) => name)).toEqual(['Keisha Garrett', 'Renée McAllister']);
  });

  it('shows in History as sentences, and goes and comes back with Undo and Redo', async () => {
    const { test, keisha } = year;
    await test.call('progress.assignMakeUp', { ...year.makeUpFor([keisha]), note: 'Rides with Opelika' });
    const { rows } = await test.call('history.list', {});
    expect(rows[0]?.label).toBe('Assigned a make-up of Law, Ethics, and Policies to Keisha Garrett');
    const commandId = rows[0]?.commandId;
    if (!commandId) throw new Error('Nothing is in History.');
    expect((await test.call('history.show', { commandId })).sentences).toEqual([
      'Keisha Garrett: makes up Law, Ethics, and Policies, Thu, Jun 20, 2024, “Rides with Opelika”',
    ]);
    await test.call('history.undo', {});
    expect(await year.rowOf('Keisha Garrett')).toMatchObject({ standing: 'make-up-needed' });
    await test.call('history.redo', {});
    expect((await test.call('progress.show', { participantId: keisha })).makeUps).toMatchObject([
      { heldOn: '2024-06-20', cohorts: 'Golf', note: 'Rides with Opelika' },
    ]);
  });

  it('is taken back, unless the person came', async () => {
    const { test, golfsLaw, keisha, marcus } = year;
    await test.call('progress.assignMakeUp', year.makeUpFor([keisha, marcus]));
    const makeUpOf = async (participantId: ParticipantId) => {
      const { makeUps, row } = await test.call('progress.show', { participantId });
      const [makeUp] = makeUps;
      if (!makeUp) throw new Error(`${row.name} has no make-up.`);
      return { ...makeUp, personId: row.personId };
    };
    const [hers, his] = [await makeUpOf(keisha), await makeUpOf(marcus)];
    await test.call('progress.removeMakeUp', { makeUpIds: [hers.makeUpId] });
    expect(await year.rowOf('Keisha Garrett')).toMatchObject({ standing: 'make-up-needed' });
    expect((await test.call('history.list', {})).rows[0]?.label).toBe(
      'Removed the make-up of Law, Ethics, and Policies of Keisha Garrett',
    );
    test.now = '2024-06-20T13:00:00.000Z';
    await test.call('attendance.checkIn', { sessionId: golfsLaw, personId: his.personId, method: 'typed' });
    expect(await test.refusal('progress.removeMakeUp', { makeUpIds: [his.makeUpId] })).toEqual({
      sentence: 'Someone who was checked in has already made up the course. Undo the check-in first.',
      reasons: ['Marcus Boyd is checked in at Law, Ethics, and Policies.'],
    });
    expect((await test.refusal('progress.removeMakeUp', { makeUpIds: [hers.makeUpId] })).sentence).toBe(
      'That make-up is no longer assigned. Check the list again.',
    );
  });
});

describe('A session at which someone makes a course up', () => {
  it('stays on the schedule, and of its course, until that is undone', async () => {
    const { test, golfsLaw, keisha, marcus } = year;
    await test.call('progress.assignMakeUp', year.makeUpFor([keisha, marcus]));
    const sentence = '2 participants make up the course at this session. Remove that under Progress first.';
    expect((await test.refusal('courses.removeSession', { sessionId: golfsLaw })).sentence).toBe(sentence);
    const otherCourse = { sessionId: golfsLaw, courseId: roles };
    expect((await test.refusal('courses.reviseSession', otherCourse)).sentence).toBe(sentence);
    await test.call('courses.reviseSession', { sessionId: golfsLaw, heldOn: CivilDate.parse('2024-06-21') });
    expect((await year.rowOf('Keisha Garrett')).courses[1]?.makeUpOn).toBe('2024-06-21');
  });
});

describe('Before make-ups are assigned', () => {
  it('the screen is told whom it would be, who is left out and why, and what would happen', async () => {
    const { test, foxtrot, golfsLaw, keisha, renee } = year;
    const all = await test.call('progress.previewMakeUps', {
      cohortId: foxtrot.id,
      courseId: law,
      sessionId: golfsLaw,
    });
    expect(all.people.map(({ name, whyNot }) => [name, whyNot])).toEqual([
      ['Marcus Boyd', null],
      ['Keisha Garrett', null],
    ]);
    expect(all.lines).toEqual([
      '2 participants will make up Law, Ethics, and Policies on Thu, Jun 20, 2024 with Golf, 8:00 AM, Hall B, and are expected there at the door.',
      '1 is expected there already; how many the room holds is not known.',
    ]);
    const named = { cohortId: foxtrot.id, courseId: law, participantIds: [keisha, renee] };
    const some = await test.call('progress.previewMakeUps', named);
    expect(some.people.map(({ whyNot }) => whyNot)).toEqual([
      null,
      'Renée McAllister has completed Law, Ethics, and Policies already.',
    ]);
    expect(some.lines).toEqual([]);
  });

  it('Today says who needs one and which session is open', async () => {
    const { test, foxtrot, golfsLaw, keisha, marcus } = year;
    const steps = async () =>
      (await test.call('today.show', {})).steps
        .filter(({ key }) => key.startsWith('make-up'))
        .map(({ sentence, path }) => [sentence, path]);
    const path = `/progress/${foxtrot.id}?show=make-up-needed`;
    expect(await steps()).toEqual([
      [
        '2 participants of Foxtrot need a make-up of Law, Ethics, and Policies; the session with Golf on Thu, Jun 20 is open',
        path,
      ],
    ]);
    await test.call('courses.reviseSession', { sessionId: golfsLaw, capacity: 1 });
    expect(await steps()).toEqual([
      [
        '2 participants of Foxtrot need a make-up of Law, Ethics, and Policies; every session that offers it is full',
        path,
      ],
    ]);
    await test.call('courses.reviseSession', { sessionId: golfsLaw, capacity: null });
    await test.call('progress.assignMakeUp', year.makeUpFor([keisha, marcus]));
    expect(await steps()).toEqual([]);
  });

  it('and afterwards Today counts them among those expected at the session', async () => {
    const { test, keisha } = year;
    await test.call('progress.assignMakeUp', year.makeUpFor([keisha]));
    expect((await test.call('today.show', {})).session).toMatchObject({ expected: 2, present: 0, cohorts: 'Golf' });
  });
});
