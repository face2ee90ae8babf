import { beforeEach, describe, expect, it } from 'vitest';
import type { Cohort } from '../../../shared/model/cohorts.ts';
import { CivilDate } from '../../../shared/model/dates.ts';
import { CourseId, type ParticipantId, type SessionId } from '../../../shared/model/ids.ts';
import { Policy } from '../../../shared/model/program.ts';
import { openTestDesk, type TestDesk } from '../open-desk.ts';
import { Seed, sixCourses } from '../seed-graduates.ts';

const law = CourseId.parse('law-ethics');
const roles = CourseId.parse('cto-roles');

interface Year {
  readonly test: TestDesk;
  readonly foxtrot: Cohort;
  readonly golf: Cohort;
  /** Golf's session of the course that Keisha and Marcus of Foxtrot missed, still to come. */
  readonly golfsLaw: SessionId;
  readonly keisha: ParticipantId;
  readonly marcus: ParticipantId;
  /** Has every course. */
  readonly renee: ParticipantId;
}

/** Foxtrot is through its six courses; two of its people missed Law, which Golf has on Jun 20. The day is Jun 3, 2024. */
async function aYear(): Promise<Year> {
  const test = openTestDesk();
  await test.call('program.establish', { program: 'al-cto' });
  const seed = new Seed();
  const foxtrot = seed.cohort('Foxtrot', { endsOn: CivilDate.parse('2024-05-31') });
  const golf = seed.cohort('Golf');
  const sessions = seed.year(
    foxtrot,
    sixCourses.map((_, at) => `2024-0${at < 5 ? at + 1 : 5}-${at < 5 ? 15 : 20}`),
  );
  const golfsLaw = seed.session(golf, law, '2024-06-20');
  const people = {
    keisha: seed.participant(foxtrot, 'Keisha Garrett'),
    marcus: seed.participant(foxtrot, 'Marcus Boyd'),
    renee: seed.participant(foxtrot, 'Renée McAllister'),
  };
  seed.participant(golf, 'Isaac Rutledge');
  for (const [at, session] of sessions.entries()) {
    seed.checkIn(session, people.renee);
    if (at !== 1) {
      seed.checkIn(session, people.keisha);
      seed.checkIn(session, people.marcus);
    }
  }
  await seed.write(test);
  const { keisha, marcus, renee } = people;
  return { test, foxtrot, golf, golfsLaw, keisha: keisha.id, marcus: marcus.id, renee: renee.id };
}

let year: Year;
beforeEach(async () => {
  year = await aYear();
});

const assign = (
  participantIds: readonly ParticipantId[],
  changes: { courseId?: CourseId; sessionId?: SessionId } = {},
) => ({ participantIds: [...participantIds], courseId: law, sessionId: year.golfsLaw, ...changes });
const rowOf = async (name: string) => {
  const { rows } = await year.test.call('progress.list', { cohortId: year.foxtrot.id });
  const row = rows.find((each) => each.name === name);
  if (!row) throw new Error(`${name} is not in the matrix.`);
  return row;
};
/** Adopts a policy with other rules of completion. */
async function adopt(changes: Partial<Policy['completion']>): Promise<void> {
  const { test } = year;
  const program = await test.call('program.show', {});
  if (!program) throw new Error('No program was started.');
  const changed = Policy.parse({
    ...program.policy,
    completion: { ...program.policy.completion, ...changes },
  });
  await test.call('program.revise', {
    policy: changed,
    effectiveOn: CivilDate.parse('2024-06-03'),
    note: 'For a test',
  });
}

describe('A make-up', () => {
  it('is assigned to several people at once, who are expected at the door then', async () => {
    const { test, golfsLaw, keisha, marcus } = year;
    expect(await rowOf('Keisha Garrett')).toMatchObject({
      standing: 'make-up-needed',
      attended: 5,
      missing: 'Law, Ethics, and Policies',
      sentence: 'Needs a make-up of Law, Ethics, and Policies with another cohort.',
    });
    expect(await test.call('progress.assignMakeUp', assign([keisha, marcus]))).toEqual({ assigned: 2 });
    const { standing, courses } = await rowOf('Keisha Garrett');
    expect(standing).toBe('on-the-way');
    expect(courses[1]).toMatchObject({ standing: 'missed', outlook: 'assigned', makeUpOn: '2024-06-20' });
    const { people } = await test.call('attendance.session', { sessionId: golfsLaw });
    expect(people.filter(({ makesUp }) => makesUp).map(({ name, expected }) => [name, expected])).toEqual([
      ['Marcus Boyd', true],
      ['Keisha Garrett', true],
    ]);
  });

  it('counts once the person is checked in there, and the person may graduate', async () => {
    const { test, golfsLaw, keisha } = year;
    await test.call('progress.assignMakeUp', assign([keisha]));
    test.now = '2024-06-20T13:00:00.000Z';
    const { row } = await test.call('progress.show', { participantId: keisha });
    const answer = await test.call('attendance.checkIn', {
      sessionId: golfsLaw,
      personId: row.personId,
      method: 'typed',
    });
    expect(answer).toMatchObject({ answer: 'checked-in', mayConfirm: false });
    expect(await rowOf('Keisha Garrett')).toMatchObject({ standing: 'may-graduate', attended: 6, missing: '' });
    const { rows } = await test.call('graduates.list', { cohortId: year.foxtrot.id, show: 'may-graduate' });
    expect(rows.map(({ name }) => name)).toEqual(['Keisha Garrett', 'Renée McAllister']);
  });

  it('shows in History as sentences, and goes and comes back with Undo and Redo', async () => {
    const { test, keisha } = year;
    await test.call('progress.assignMakeUp', { ...assign([keisha]), note: 'Rides with Opelika' });
    const { rows } = await test.call('history.list', {});
    expect(rows[0]?.label).toBe('Assigned a make-up of Law, Ethics, and Policies to Keisha Garrett');
    const commandId = rows[0]?.commandId;
    if (!commandId) throw new Error('Nothing is in History.');
    expect((await test.call('history.show', { commandId })).sentences).toEqual([
      'Keisha Garrett: makes up Law, Ethics, and Policies, Thu, Jun 20, 2024, “Rides with Opelika”',
    ]);
    await test.call('history.undo', {});
    expect(await rowOf('Keisha Garrett')).toMatchObject({ standing: 'make-up-needed' });
    await test.call('history.redo', {});
    expect((await test.call('progress.show', { participantId: keisha })).makeUps).toMatchObject([
      { heldOn: '2024-06-20', cohorts: 'Golf', note: 'Rides with Opelika' },
    ]);
  });

  it('is taken back, unless the person came', async () => {
    const { test, golfsLaw, keisha, marcus } = year;
    await test.call('progress.assignMakeUp', assign([keisha, marcus]));
    const makeUpOf = async (participantId: ParticipantId) => {
      const { makeUps, row } = await test.call('progress.show', { participantId });
      const [makeUp] = makeUps;
      if (!makeUp) throw new Error(`${row.name} has no make-up.`);
      return { ...makeUp, personId: row.personId };
    };
    const [hers, his] = [await makeUpOf(keisha), await makeUpOf(marcus)];
    await test.call('progress.removeMakeUp', { makeUpIds: [hers.makeUpId] });
    expect(await rowOf('Keisha Garrett')).toMatchObject({ standing: 'make-up-needed' });
    expect((await test.call('history.list', {})).rows[0]?.label).toBe(
      'Took back the make-up of Law, Ethics, and Policies of Keisha Garrett',
    );
    test.now = '2024-06-20T13:00:00.000Z';
    await test.call('attendance.checkIn', { sessionId: golfsLaw, personId: his.personId, method: 'typed' });
    expect(await test.refusal('progress.removeMakeUp', { makeUpIds: [his.makeUpId] })).toEqual({
      sentence: 'Whoever was checked in has made the course up, and that stays. Take the check-in back first.',
      reasons: ['Marcus Boyd is in at Law, Ethics, and Policies.'],
    });
    expect((await test.refusal('progress.removeMakeUp', { makeUpIds: [hers.makeUpId] })).sentence).toBe(
      'That make-up is not assigned any more. Look at the list again.',
    );
  });
});

describe('A session at which somebody makes a course up', () => {
  it('stays on the plan, and of its course, until that is taken back', async () => {
    const { test, golfsLaw, keisha, marcus } = year;
    await test.call('progress.assignMakeUp', assign([keisha, marcus]));
    const sentence = '2 participants make the course up at this session. Take that back on Progress first.';
    expect((await test.refusal('courses.removeSession', { sessionId: golfsLaw })).sentence).toBe(sentence);
    const otherCourse = { sessionId: golfsLaw, courseId: roles };
    expect((await test.refusal('courses.reviseSession', otherCourse)).sentence).toBe(sentence);
    await test.call('courses.reviseSession', { sessionId: golfsLaw, heldOn: CivilDate.parse('2024-06-21') });
    expect((await rowOf('Keisha Garrett')).courses[1]?.makeUpOn).toBe('2024-06-21');
  });
});

describe('A make-up is refused', () => {
  const refusal = async (...given: Parameters<typeof assign>) => {
    const { sentence, reasons } = await year.test.refusal('progress.assignMakeUp', assign(...given));
    return [sentence, ...reasons].join(' ');
  };

  it('for whoever has the course already, is there anyway, or is assigned already', async () => {
    const { test, foxtrot, keisha, marcus, renee } = year;
    expect(await refusal([renee])).toBe('Renée McAllister has completed Law, Ethics, and Policies already.');
    const again = new Seed();
    const own = again.session(foxtrot, law, '2024-07-01');
    await again.write(test);
    expect(await refusal([keisha], { sessionId: own })).toBe(
      'Keisha Garrett is expected there already: the session is Foxtrot’s own.',
    );
    await test.call('progress.assignMakeUp', assign([keisha]));
    expect(await refusal([keisha, marcus, renee])).toBe(
      'Nobody was assigned. Leave these people out first. Keisha Garrett is assigned to this session already. Renée McAllister has completed Law, Ethics, and Policies already.',
    );
  });

  it('while another one of the course is assigned', async () => {
    const { test, golf, keisha } = year;
    const later = new Seed();
    const second = later.session(golf, law, '2024-08-01');
    await later.write(test);
    await test.call('progress.assignMakeUp', assign([keisha]));
    expect(await refusal([keisha], { sessionId: second })).toBe(
      'Keisha Garrett makes Law, Ethics, and Policies up on Thu, Jun 20, 2024 already. Take that back first.',
    );
  });

  it('at a session that is over, or of another course', async () => {
    const { test, keisha } = year;
    test.now = '2024-06-21T14:00:00.000Z';
    expect(await refusal([keisha])).toBe(
      'The session of Law, Ethics, and Policies on Thu, Jun 20, 2024 is over. Choose one that is still to come, or check people in to it afterwards.',
    );
    expect(await refusal([keisha], { courseId: roles })).toBe(
      'This session is of Law, Ethics, and Policies, not of CTO Roles and Responsibilities. Choose a session of the course itself.',
    );
  });

  it('where the room is too small for all of them, and takes as many as there is room for', async () => {
    const { test, golfsLaw, keisha, marcus } = year;
    await test.call('courses.reviseSession', { sessionId: golfsLaw, capacity: 2 });
    expect(await refusal([keisha, marcus])).toBe(
      'The room holds 2 and 1 is expected: one seat is left for 2. Choose fewer people or another session, or let the session hold more.',
    );
    await test.call('progress.assignMakeUp', assign([keisha]));
    expect(await refusal([marcus])).toBe(
      'The room is full on Thu, Jun 20, 2024. Choose another session, or let the session hold more.',
    );
    expect((await test.call('progress.show', { participantId: marcus })).offers).toMatchObject([
      { expected: 2, capacity: 2, seatsLeft: 0 },
    ]);
  });

  it('where the policy says so', async () => {
    const { keisha } = year;
    await adopt({ makeUpDays: 19 });
    expect(await refusal([keisha])).toBe(
      'Keisha Garrett could make Law, Ethics, and Policies up until Jun 19, 2024; the session is later.',
    );
    await adopt({ otherCohortsSessions: 'do-not-count' });
    expect(await refusal([keisha])).toBe(
      'The policy counts no session of another cohort. Change it in Settings, or plan a session for this cohort.',
    );
    expect(await rowOf('Keisha Garrett')).toMatchObject({ standing: 'courses-missing' });
  });

  it('for whoever has left', async () => {
    const { test, foxtrot } = year;
    const seed = new Seed();
    const gone = seed.participant(foxtrot, 'Dale Whitfield', { status: 'withdrawn' });
    await seed.write(test);
    expect(await refusal([gone.id])).toBe('Dale Whitfield has left Foxtrot.');
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
      '2 participants will make up Law, Ethics, and Policies on Thu, Jun 20, 2024 with Golf, 8:00 a, Hall B, and are expected there at the door.',
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
    await test.call('progress.assignMakeUp', assign([keisha, marcus]));
    expect(await steps()).toEqual([]);
  });

  it('and afterwards Today counts them among those expected at the session', async () => {
    const { test, keisha } = year;
    await test.call('progress.assignMakeUp', assign([keisha]));
    expect((await test.call('today.show', {})).session).toMatchObject({ expected: 2, present: 0, cohorts: 'Golf' });
  });
});
