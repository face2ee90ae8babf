import { expect, test } from 'vitest';
import { update } from '../../../../main/log/change.ts';
import { CivilDate } from '../../../../shared/model/dates.ts';
import type { ParticipantId } from '../../../../shared/model/ids.ts';
import { make, openTestDatabase, worldIn } from '../../database-for-test.ts';
import { type Foxtrot, openFoxtrot } from '../../foxtrot.ts';

/** Ada has graduated with Foxtrot; Ben is accepted. */
async function withAGraduate(): Promise<Foxtrot> {
  const desk = await openFoxtrot();
  await desk.apply([{ name: 'Ada One' }, { name: 'Ben Two' }]);
  await desk.call('applicants.accept', { cohortId: desk.cohortId, applicationIds: 'within-seats' });
  const database = openTestDatabase(desk.databaseFile);
  const ada = database.get<{ id: ParticipantId }>(
    "SELECT participant.id FROM participant JOIN person ON person.id = personId WHERE givenName = 'Ada'",
  );
  if (!ada) throw new Error('Ada has no place.');
  await make(database, worldIn(database, '2024-06-03T15:00:00.000Z'), 'Graduated Ada', [
    update('participant', ada.id, { status: 'graduated', graduatedOn: CivilDate.parse('2024-06-03') }),
  ]);
  return desk;
}

const idOf = async (desk: Foxtrot, name: string) => (await desk.applicant(name)).applicationId;

test.each(['withdrawn', 'waiting'] as const)(
  'a graduate’s application stays accepted: it is not put under “%s”, and neither are those named with it',
  async (status) => {
    const desk = await withAGraduate();
    const applicationIds = [await idOf(desk, 'Ada One'), await idOf(desk, 'Ben Two')];
    const before = desk.hash();
    const problem = await desk.refusal('applicants.setStatus', { applicationIds, status, reason: 'A slip' });
    expect(problem).toMatchObject({
      sentence: 'A graduate’s application stays accepted. Undo the graduation first.',
      reasons: ['Ada One has graduated.'],
    });
    expect(desk.hash()).toBe(before);
  },
);

test('only applicants of a cohort are accepted to it', async () => {
  const desk = await openFoxtrot();
  await desk.apply([{ name: 'Ada One' }, { name: 'Ben Two' }]);
  const { cohortId } = await desk.call('cohorts.create', { name: 'Golf' });
  const applicationIds = [await idOf(desk, 'Ada One'), await idOf(desk, 'Ben Two')];
  const before = desk.hash();
  expect(await desk.refusal('applicants.accept', { cohortId, applicationIds })).toEqual({
    sentence: 'Only applicants of Golf can be accepted to it.',
    reasons: ['Ada One applied to another cohort.', 'Ben Two applied to another cohort.'],
  });
  expect(desk.hash()).toBe(before);
});
