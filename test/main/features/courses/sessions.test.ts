import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { insert } from '../../../../main/log/change.ts';
import { instantOf } from '../../../../shared/model/dates.ts';
import { CourseId, MakeUpId } from '../../../../shared/model/ids.ts';
import { openTestDesk } from '../../open-desk.ts';
import { plan, seedChanges, seedCheckIn, seedPeople, startProgram } from '../../seed.ts';

it('counts a session among all as it counts it alone: shared, with guests, make-ups and second scans', async () => {
  const test = openTestDesk();
  const foxtrot = await startProgram(test);
  const { cohortId: golf } = await test.call('cohorts.create', { name: 'Golf' });
  const { cohortId: hotel } = await test.call('cohorts.create', { name: 'Hotel' });
  const [ann, ben, cal, dee, eve] = await seedPeople(test, [
    { name: ['Ann', 'Young'], cohortId: foxtrot },
    { name: ['Ben', 'Abbot'], cohortId: golf },
    { name: ['Cal', 'Reed'], cohortId: foxtrot, status: 'withdrawn' },
    { name: ['Dee', 'Moss'], cohortId: hotel },
    { name: ['Eve', 'Park'] },
  ]);
  if (!ann || !ben || !cal || !dee?.participantId || !eve) throw new Error('no one');
  const shared = await plan(test, [foxtrot, golf]);
  const empty = await plan(test, hotel, { course: 'law-ethics', on: '2024-07-01' });
  const makeUp = {
    id: MakeUpId.parse(v7()),
    participantId: dee.participantId,
    courseId: CourseId.parse('data-governance'),
    sessionId: shared,
    assignedAt: instantOf(new Date(test.now)),
    note: null,
  };
  await seedChanges(test, [insert('makeUp', makeUp)]);
  for (const { personId } of [ann, ann, cal, dee, eve]) await seedCheckIn(test, shared, personId);

  const rows = [...(await test.call('courses.year', { cohortId: foxtrot })).sessions];
  rows.push(...(await test.call('courses.year', { cohortId: hotel })).sessions);
  expect(rows.map(({ id }) => id)).toEqual([shared, empty]);
  expect(rows[0]).toMatchObject({
    expected: 3,
    present: 2,
    guests: 2,
    cohorts: [{ name: 'Foxtrot' }, { name: 'Golf' }],
  });
  for (const row of rows) {
    const { session } = await test.call('attendance.session', { sessionId: row.id, people: false });
    expect(session).toEqual(row);
  }
});
