import type { CohortId, PersonId, SessionId } from '../../../../shared/model/ids.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { plan, seedPeople, seedPerson, startProgram } from '../../seed.ts';

/** What every kiosk of these tests is left by. */
export const pin = '240610';

export interface Room {
  readonly test: TestDesk;
  readonly foxtrot: CohortId;
  readonly session: SessionId;
  readonly ada: PersonId;
}

/** A session of today with Ada and two others; a kiosk once `start` was called. */
export async function openRoom(): Promise<Room> {
  const test = openTestDesk();
  const foxtrot = await startProgram(test);
  const session = await plan(test, foxtrot);
  const { personId: ada } = await seedPerson(test, {
    name: ['Ada', 'Lovelace'],
    email: 'ada@example.org',
    cohortId: foxtrot,
  });
  await seedPeople(test, [
    { name: ['Bea', 'Ray'], email: 'office@example.org', cohortId: foxtrot },
    { name: ['Cal', 'Orr'], email: 'office@example.org', cohortId: foxtrot },
    { name: ['Dan', 'Poe'], email: 'dan@example.org', cohortId: foxtrot, status: 'withdrawn' },
  ]);
  return { test, foxtrot, session, ada };
}

/** The same session, with the kiosk on. */
export async function startKiosk(): Promise<Room> {
  const room = await openRoom();
  await room.test.call('kiosk.start', { sessionId: room.session, pin });
  return room;
}
