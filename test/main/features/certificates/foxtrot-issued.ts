import type { Cohort, Participant } from '../../../../shared/model/cohorts.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { day, Seed } from '../../seed-graduates.ts';

/** A passphrase for tests. */
export const passphrase = 'correct horse battery';

/** A desk with graduates of Foxtrot, each with a certificate: the first is AL-CTO-100014, the second AL-CTO-100023. */
export async function openIssued(
  names: readonly string[],
): Promise<{ readonly desk: TestDesk; readonly foxtrot: Cohort; readonly graduates: readonly Participant[] }> {
  const desk = openTestDesk();
  await desk.call('program.establish', { program: 'al-cto' });
  const seed = new Seed();
  const foxtrot = seed.cohort('Foxtrot', { startsOn: day('2023-10-16') });
  const sessions = seed.year(foxtrot, [
    '2023-10-16',
    '2023-10-19',
    '2024-02-05',
    '2024-02-08',
    '2024-05-20',
    '2024-05-23',
  ]);
  const graduates = names.map((name) => {
    const participant = seed.participant(foxtrot, seed.person(name));
    for (const session of sessions) seed.checkIn(session, participant);
    return participant;
  });
  await seed.write(desk);
  await desk.call('graduates.graduate', {
    cohortId: foxtrot.id,
    participantIds: 'all-who-may',
    graduatedOn: day('2024-05-23'),
  });
  return { desk, foxtrot, graduates };
}
