import { beforeEach, describe, expect, it } from 'vitest';
import { Seed } from '../../seed-graduates.ts';
import { aYear, law, roles } from './a-missed-course.ts';

type Year = Awaited<ReturnType<typeof aYear>>;

let year: Year;
beforeEach(async () => {
  year = await aYear();
});

describe('A make-up is refused', () => {
  const refusal = async (...given: Parameters<Year['makeUpFor']>) => {
    const { sentence, reasons } = await year.test.refusal('progress.assignMakeUp', year.makeUpFor(...given));
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
    await test.call('progress.assignMakeUp', year.makeUpFor([keisha]));
    expect(await refusal([keisha, marcus, renee])).toBe(
      'No one was assigned. Leave these people out first. Keisha Garrett is assigned to this session already. Renée McAllister has completed Law, Ethics, and Policies already.',
    );
  });

  it('while another one of the course is assigned', async () => {
    const { test, golf, keisha } = year;
    const later = new Seed();
    const second = later.session(golf, law, '2024-08-01');
    await later.write(test);
    await test.call('progress.assignMakeUp', year.makeUpFor([keisha]));
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

  it('where the room is too small for all of them, and takes as many as there is capacity', async () => {
    const { test, golfsLaw, keisha, marcus } = year;
    await test.call('courses.reviseSession', { sessionId: golfsLaw, capacity: 2 });
    expect(await refusal([keisha, marcus])).toBe(
      'The room holds 2 and 1 is expected: one seat is left for 2. Choose fewer people or another session, or raise the session’s capacity.',
    );
    await test.call('progress.assignMakeUp', year.makeUpFor([keisha]));
    expect(await refusal([marcus])).toBe(
      'The room is full on Thu, Jun 20, 2024. Choose another session, or raise the session’s capacity.',
    );
    expect((await test.call('progress.show', { participantId: marcus })).offers).toMatchObject([
      { expected: 2, capacity: 2, seatsLeft: 0 },
    ]);
  });

  it('where the policy says so', async () => {
    const { keisha } = year;
    await year.adopt({ makeUpDays: 19 });
    expect(await refusal([keisha])).toBe(
      'Keisha Garrett could make Law, Ethics, and Policies up until Jun 19, 2024; the session is later.',
    );
    await year.adopt({ otherCohortsSessions: 'do-not-count' });
    expect(await refusal([keisha])).toBe(
      'The policy counts no session of another cohort. Change it in Settings, or plan a session for this cohort.',
    );
    expect(await year.rowOf('Keisha Garrett')).toMatchObject({ standing: 'courses-missing' });
  });

  it('for whoever has left', async () => {
    const { test, foxtrot } = year;
    const seed = new Seed();
    const gone = seed.participant(foxtrot, 'Dale Whitfield', { status: 'withdrawn' });
    await seed.write(test);
    expect(await refusal([gone.id])).toBe('Dale Whitfield has left Foxtrot.');
  });
});
