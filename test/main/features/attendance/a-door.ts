import type { CohortId, PersonId, SessionId } from '../../../../shared/model/ids.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { plan, type SeededPerson, seedPerson, startProgram } from '../../seed.ts';

export interface Door {
  readonly test: TestDesk;
  readonly foxtrot: CohortId;
  readonly session: SessionId;
  readonly keisha: PersonId;
}

export const keishaGarrett = {
  name: ['Keisha', 'Garrett'],
  organization: 'Opelika City Schools',
  email: 'kgarrett@opelika.example.org',
} as const satisfies SeededPerson;

/** A session of today with one person expected. The clock stands at 9:00 in the morning of Mon, Jun 3, 2024. */
export async function openDoor(): Promise<Door> {
  const test = openTestDesk();
  const foxtrot = await startProgram(test);
  const session = await plan(test, foxtrot);
  const { personId: keisha } = await seedPerson(test, { ...keishaGarrett, cohortId: foxtrot });
  return { test, foxtrot, session, keisha };
}

export const lastLabel = async (test: TestDesk) => (await test.call('history.list', {})).rows[0]?.label;
export const commands = async (test: TestDesk) => (await test.call('history.list', {})).total;
export const scan = (door: Door, code: string, more: { confirmed?: boolean; session?: SessionId } = {}) =>
  door.test.call('attendance.checkIn', {
    sessionId: more.session ?? door.session,
    code,
    method: 'scanned',
    confirmed: more.confirmed ?? false,
  });
export const pick = (door: Door, personId: PersonId, confirmed = false) =>
  door.test.call('attendance.checkIn', { sessionId: door.session, personId, method: 'typed', confirmed });
export const countsOf = async (door: Door) => {
  const { session } = await door.test.call('attendance.session', { sessionId: door.session });
  return { expected: session.expected, present: session.present, guests: session.guests };
};
