import { describe, expect, it } from 'vitest';
import type { InputOf, OutputOf } from '../../../../shared/api.ts';
import { day, planning, started } from './planning.ts';

describe('planning a year', () => {
  const three = [
    { name: 'Summer Conference', startsOn: day('2024-06-11'), endsOn: day('2024-06-13'), place: 'Mobile' },
    { name: 'Fall Conference', startsOn: day('2024-10-22'), endsOn: day('2024-10-24'), place: 'Birmingham' },
    { name: 'Winter Conference', startsOn: day('2025-02-11'), endsOn: day('2025-02-13'), place: 'Huntsville' },
  ];
  async function withConferences() {
    const { test, foxtrot } = await started();
    for (const conference of three) await test.call('courses.addConference', conference);
    return { test, foxtrot };
  }
  type Laid = OutputOf<'courses.proposeYear'>['laid'];
  const written = (laid: Laid): InputOf<'courses.planYear'> => ({
    sessions: laid.flatMap(({ heldOn, cohortIds, ...rest }) =>
      heldOn === null ? [] : [{ ...rest, heldOn, cohortIds: [...cohortIds] }],
    ),
  });

  it('proposes six days for six courses, writes them in one step, and takes them back in one', async () => {
    const { test, foxtrot } = await withConferences();
    const proposal = await test.call('courses.proposeYear', { cohortIds: [foxtrot] });
    expect(proposal.conflicts).toEqual([]);
    expect(proposal.conferences.map(({ chosen }) => chosen)).toEqual([true, true, true]);
    await test.call('courses.planYear', written(proposal.laid));
    const { sessions } = await test.call('courses.year', { cohortId: foxtrot });
    expect(sessions.map(({ courseNumber, heldOn, conference }) => [courseNumber, heldOn, conference])).toEqual([
      [1, '2024-06-10', 'Summer Conference'],
      [2, '2024-06-14', 'Summer Conference'],
      [3, '2024-10-21', 'Fall Conference'],
      [4, '2024-10-25', 'Fall Conference'],
      [5, '2025-02-10', 'Winter Conference'],
      [6, '2025-02-14', 'Winter Conference'],
    ]);
    expect((await test.call('history.list', {})).rows[0]?.label).toBe('Scheduled Foxtrot: 6 sessions');
    const again = await test.call('courses.proposeYear', { cohortIds: [foxtrot] });
    expect(again.laid).toEqual([]);
    expect(again.planned).toHaveLength(6);
    await test.call('history.undo', {});
    expect((await test.call('courses.year', { cohortId: foxtrot })).sessions).toEqual([]);
  });

  it('says what stands against another layout, of other cohorts’ sessions too, and writes nothing meanwhile', async () => {
    const { test, foxtrot } = await withConferences();
    const { cohortId: golf } = await test.call('cohorts.create', { name: 'Golf' });
    await test.call('courses.planSession', { ...planning(golf), instructors: 'Dr. Birch' });
    const { laid } = await test.call('courses.proposeYear', { cohortIds: [foxtrot] });
    const changed = laid.map((course, index) => ({
      ...course,
      cohortIds: [...course.cohortIds],
      ...(index === 2 ? { instructors: 'Dr. Birch' } : index === 3 ? { heldOn: day('2024-10-21') } : {}),
    }));
    const { conflicts } = await test.call('courses.proposeYear', { cohortIds: [foxtrot], laid: changed });
    expect(conflicts.map(({ kind }) => kind).toSorted()).toEqual(['cohort-twice', 'instructor-twice']);
    const { sentence, reasons } = await test.refusal('courses.planYear', written(changed));
    expect(sentence).toContain('nothing was saved');
    expect(reasons).toHaveLength(1);
    expect((await test.call('courses.year', { cohortId: foxtrot })).sessions).toEqual([]);
  });

  it('refuses what became impossible since it was proposed', async () => {
    const { test, foxtrot } = await withConferences();
    const { laid } = await test.call('courses.proposeYear', { cohortIds: [foxtrot] });
    await test.call('courses.planSession', planning(foxtrot, { course: 'technology-planning', on: '2024-06-10' }));
    const { reasons } = await test.refusal('courses.planYear', written(laid));
    expect(reasons).toEqual([
      'CTO Roles and Responsibilities, Mon, Jun 10, 2024: On Mon, Jun 10, 2024, Foxtrot has Technology Planning from 8:00 AM to 3:30 PM. Choose other hours or another day.',
    ]);
  });

  it('lays a year for two cohorts in one room', async () => {
    const { test, foxtrot } = await withConferences();
    const { cohortId: golf } = await test.call('cohorts.create', { name: 'Golf' });
    const { laid } = await test.call('courses.proposeYear', { cohortIds: [foxtrot, golf] });
    await test.call('courses.planYear', written(laid));
    const { sessions } = await test.call('courses.year', { cohortId: golf });
    expect(sessions).toHaveLength(6);
    expect(sessions.every(({ cohorts }) => cohorts.length === 2)).toBe(true);
    expect((await test.call('history.list', {})).rows[0]?.label).toContain('Foxtrot and Golf');
  });
});
