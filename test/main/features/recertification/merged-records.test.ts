import { expect, test } from 'vitest';
import { shrm } from '../../../../main/rules/recertification/templates/management.ts';
import type { Participant } from '../../../../shared/model/cohorts.ts';
import { openTestDesk } from '../../open-desk.ts';
import { policy } from '../../rules/al-cto.ts';
import { day, Seed } from '../../seed-graduates.ts';

test('two records of one person that become one keep the payments of both, and one exam date and birth month', async () => {
  const desk = openTestDesk();
  desk.now = '2024-06-03T15:00:00.000Z';
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const seed = new Seed();
  const alpha = seed.cohort('Alpha', { status: 'finished' });
  const kept = seed.graduate(alpha, 'Yolanda Quarles', '2022-01-15');
  const gone = seed.graduate(alpha, 'Yolande Quarles', '2022-01-15');
  await seed.write(desk);
  await desk.call('program.revise', {
    policy: { ...policy, recertification: { ...policy.recertification, rules: shrm.rules } },
    effectiveOn: day('2015-01-01'),
    note: 'Cycles',
  });
  const about = async ({ id: participantId }: Participant, examOn: string, month: number) => {
    await desk.call('recertification.setExamDate', { participantId, examOn: day(examOn) });
    await desk.call('recertification.setBirthMonth', { participantId, month });
    const paid = { cycle: 1, fee: 'late', amount: 2_500, paidOn: day('2024-06-01') };
    await desk.call('recertification.pay', { participantId, ...paid });
  };
  await about(kept, '2022-01-10', 3);
  await about(gone, '2022-02-10', 4);
  const life = ({ id: participantId }: Participant) => desk.call('recertification.life', { participantId });
  const before = [await life(kept), await life(gone)];

  await desk.call('duplicates.merge', { keptId: kept.personId, goneId: gone.personId });
  const merged = await life(kept);
  expect(merged).toMatchObject({ exam: { examOn: '2022-01-10' }, birth: { month: 3 } });
  expect(merged.fees).toMatchObject([{ key: 'late', paid: 5_000, open: 0 }]);
  const { timeline } = await desk.call('person.show', { personId: kept.personId });
  const told = timeline.map(({ sentence }) => sentence).join('; ');
  expect(told).toContain('$25 of re-certification fees (late) paid on Jun 1, 2024, for cycle 1');
  expect(told).toContain('Born in March');

  await desk.call('history.undo', {});
  expect([await life(kept), await life(gone)]).toEqual(before);
});
