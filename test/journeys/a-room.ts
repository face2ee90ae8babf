import path from 'node:path';
import { insert } from '../../main/log/change.ts';
import { badgeCodeOf } from '../../shared/model/badges.ts';
import { instantOf } from '../../shared/model/dates.ts';
import { BadgeId, type SessionId } from '../../shared/model/ids.ts';
import { openTestDesk } from '../main/open-desk.ts';
import { plan, seedChanges, seedPeople, startProgram } from '../main/seed.ts';
import { launchApp, newFolder, root } from './launch.ts';

/** Foxtrot’s session of today, Jun 3, 2024, with three people who have badges, and a database that holds them. */
export interface ARoom {
  readonly userData: string;
  readonly databaseFile: string;
  readonly session: SessionId;
  /** The codes of the badges of Ada, Bea and Cal. */
  readonly codes: readonly [ada: string, bea: string, cal: string];
}

/** Prepares a database before the app opens it. */
export async function prepareRoom(): Promise<ARoom> {
  const userData = await newFolder();
  const databaseFile = path.join(userData, 'program.db');
  const test = openTestDesk(databaseFile);
  test.now = '2024-06-03T11:00:00.000Z';
  const foxtrot = await startProgram(test);
  const session = await plan(test, foxtrot);
  const people = await seedPeople(test, [
    { name: ['Ada', 'Lovelace'], email: 'ada@example.org', cohortId: foxtrot, organization: 'Opelika City Schools' },
    { name: ['Bea', 'Ray'], email: 'bea@example.org', cohortId: foxtrot, organization: 'Selma City Schools' },
    { name: ['Cal', 'Orr'], email: 'cal@example.org', cohortId: foxtrot, organization: 'Troy City Schools' },
  ]);
  const badges = people.map(({ personId }, at) => {
    const id = BadgeId.parse(`018f0000-0000-7000-8000-00000000006${at}`);
    const issuedAt = instantOf(new Date(test.now));
    return { id, number: 61 + at, code: badgeCodeOf(id), name: null, organization: null, personId, issuedAt };
  });
  await seedChanges(
    test,
    badges.map((badge) => insert('badge', badge)),
  );
  await test.desk.close();
  const [ada = '', bea = '', cal = ''] = badges.map(({ code }) => code);
  return { userData, databaseFile, session, codes: [ada, bea, cal] };
}

/** Starts the app in the room, at 8:05 in the morning of the session. */
export const openRoom = ({ userData }: Pick<ARoom, 'userData'>, args: string[] = []) =>
  launchApp({
    userData,
    args,
    before: [path.join(root, 'test/journeys/set-clock.cjs')],
    env: { DESK_NOW: '2024-06-03T13:05:00.000Z' },
  });
