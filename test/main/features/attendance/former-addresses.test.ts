import { describe, expect, it } from 'vitest';
import { insert } from '../../../../main/log/change.ts';
import { badgeCodeOf } from '../../../../shared/model/badges.ts';
import { instantOf } from '../../../../shared/model/dates.ts';
import { BadgeId, type PersonId, SubmissionId } from '../../../../shared/model/ids.ts';
import { toJson } from '../../../../shared/model/json.ts';
import { openFoxtrot } from '../../foxtrot.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { plan, seedChanges, seedPeople, startProgram } from '../../seed.ts';

const scan = async (desk: TestDesk, sessionId: Awaited<ReturnType<typeof plan>>, code: string) => {
  const { answer, name } = await desk.call('attendance.checkIn', { sessionId, code, method: 'scanned' });
  return [answer, name];
};

describe('a scan of an address', () => {
  it('that stands on any of somebody’s forms finds them', async () => {
    const desk = await openFoxtrot();
    await desk.apply(
      [{ name: 'Zoë Núñez', email: 'zoe@school.example.org', sent: '2024/04/01 9:00:00 AM CDT' }],
      'a.csv',
    );
    const { personId } = await desk.applicant('Zoë Núñez');
    await desk.call('people.revise', { personId, email: 'zoe@home.example.org' });
    await desk.call('applicants.accept', { cohortId: desk.cohortId, applicationIds: 'within-seats' });
    const session = await plan(desk, desk.cohortId);
    expect(await scan(desk, session, 'Zoe@School.example.org')).toEqual(['checked-in', 'Zoë Núñez']);
    expect(await scan(desk, session, 'zoe@home.example.org')).toEqual(['already-in', 'Zoë Núñez']);
    const matches = await desk.call('attendance.find', { sessionId: session, text: 'zoe@school.example.org' });
    expect(matches.map((each) => each.name)).toEqual(['Zoë Núñez']);
  });

  it('that stands on a form only, as another laptop took it in, finds them', async () => {
    const desk = await openFoxtrot();
    await desk.apply([{ name: 'Zoë Núñez', email: 'zoe@school.example.org' }]);
    const { applicationId } = await desk.applicant('Zoë Núñez');
    const form = {
      id: SubmissionId.parse('018f0000-0000-7000-8000-000000000062'),
      applicationId,
      submittedAt: instantOf(new Date('2024-04-02T12:00:00Z')),
      answers: toJson({ email: ' Zoe@Cabin.example.org ' }),
      source: toJson({ file: 'form.csv', sheet: 'form', row: 2 }),
    };
    await seedChanges(desk, [insert('submission', form)]);
    await desk.call('applicants.accept', { cohortId: desk.cohortId, applicationIds: 'within-seats' });
    const session = await plan(desk, desk.cohortId);
    expect(await scan(desk, session, 'zoe@cabin.example.org')).toEqual(['checked-in', 'Zoë Núñez']);
  });

  it('of somebody who was merged into another finds the other, also after a second merge', async () => {
    const desk = openTestDesk();
    const foxtrot = await startProgram(desk);
    const [kept, gone, last] = await seedPeople(desk, [
      { name: ['Robert', 'Smith'], email: 'robert@example.org' },
      { name: ['Bob', 'Smith'], email: 'bob@example.org', cohortId: foxtrot },
      { name: ['Rob', 'Smith'], email: 'rob@example.org' },
    ]);
    if (!kept || !gone || !last) throw new Error('nobody');
    const merge = (keptId: PersonId, goneId: PersonId) => desk.call('duplicates.merge', { keptId, goneId, take: [] });
    await merge(kept.personId, gone.personId);
    const session = await plan(desk, foxtrot);
    expect(await scan(desk, session, 'bob@example.org')).toEqual(['checked-in', 'Robert Smith']);
    await merge(last.personId, kept.personId);
    expect(await scan(desk, session, 'bob@example.org')).toEqual(['already-in', 'Rob Smith']);
    expect(await scan(desk, session, 'robert@example.org')).toEqual(['already-in', 'Rob Smith']);
    await desk.call('history.undo', {});
  });

  it('that belongs to somebody now is theirs alone', async () => {
    const desk = openTestDesk();
    const foxtrot = await startProgram(desk);
    const [ann, ben] = await seedPeople(desk, [
      { name: ['Ann', 'Young'], email: 'office@example.org', cohortId: foxtrot },
      { name: ['Ben', 'Abbot'], email: 'ben@example.org', cohortId: foxtrot },
    ]);
    if (!ann || !ben) throw new Error('nobody');
    await desk.call('people.revise', { personId: ann.personId, email: 'ann@example.org' });
    await desk.call('people.revise', { personId: ben.personId, email: 'office@example.org' });
    const session = await plan(desk, foxtrot);
    expect(await scan(desk, session, 'office@example.org')).toEqual(['checked-in', 'Ben Abbot']);
  });
});

it('a badge’s number, sent by the scanner, is its wearer’s', async () => {
  const desk = openTestDesk();
  const foxtrot = await startProgram(desk);
  const [ann] = await seedPeople(desk, [{ name: ['Ann', 'Young'], cohortId: foxtrot }]);
  if (!ann) throw new Error('nobody');
  const id = BadgeId.parse('018f0000-0000-7000-8000-000000000061');
  const issuedAt = instantOf(new Date('2024-06-03T12:00:00Z'));
  const badge = {
    id,
    number: 61,
    code: badgeCodeOf(id),
    name: null,
    organization: null,
    personId: ann.personId,
    issuedAt,
  };
  await seedChanges(desk, [insert('badge', badge)]);
  const session = await plan(desk, foxtrot);
  expect(await scan(desk, session, '00061')).toEqual(['checked-in', 'Ann Young']);
  expect(await scan(desk, session, '62')).toEqual(['other-program', null]);
});
