import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { Cache, type Facts, factsOf } from '../../../../main/call/facts.ts';
import { takenBack } from '../../../../main/features/certificates/listed.ts';
import { graduateCommands } from '../../../../main/features/graduates/commands.ts';
import type { Decide } from '../../../../main/log/commit.ts';
import type { CivilDate } from '../../../../shared/model/dates.ts';
import type { CohortId, ParticipantId } from '../../../../shared/model/ids.ts';
import { hashOfRows, openTestDatabase } from '../../database-for-test.ts';
import { copiesOf, Laptop, meet } from '../../log/laptops.ts';
import { openTestDesk } from '../../open-desk.ts';
import { day, Seed } from '../../seed-graduates.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

const year = ['2023-10-16', '2023-10-19', '2024-02-05', '2024-02-08', '2024-05-20', '2024-05-23'];

/** The program of every test, made once: what two laptops begin with. */
let program: Buffer | undefined;
let cohortId: CohortId;
let people: readonly ParticipantId[];

beforeEach(async () => {
  if (program) return;
  const desk = openTestDesk();
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const seed = new Seed();
  const foxtrot = seed.cohort('Foxtrot', { startsOn: day('2023-10-16') });
  const sessions = seed.year(foxtrot, year);
  const participants = ['Zoë Adams', 'Amy Zimmer', 'Beau Miller'].map((name) => seed.participant(foxtrot, name));
  for (const session of sessions) for (const participant of participants) seed.checkIn(session, participant);
  await seed.write(desk);
  await desk.desk.close();
  program = readFileSync(desk.databaseFile);
  cohortId = foxtrot.id;
  people = participants.map(({ id }) => id);
});

/** So many laptops with the cohort ready to graduate. */
function laptops(count: number): readonly Laptop[] {
  const copy = path.join(temporaryFolder(), 'program.db');
  writeFileSync(copy, program ?? '');
  // The desk that made the program is the first laptop; these are others, each with a letter of its own.
  return copiesOf(new Laptop(openTestDatabase(copy), 0), count);
}

const factsOn = (laptop: Laptop): Facts => {
  const { now, newId, device } = laptop.world;
  return factsOf(laptop.database, new Cache(), now(), newId, device);
};

/** Runs a command of the app on a laptop; false where it refuses. */
const does = (laptop: Laptop, decide: (facts: Facts) => ReturnType<Decide<unknown>>): Promise<boolean> => {
  laptop.minute += 1;
  return laptop.does('A step', () => decide(factsOn(laptop)));
};

const graduates = (laptop: Laptop, whom: 'all-who-may' | readonly ParticipantId[], on: CivilDate): Promise<boolean> =>
  does(laptop, (facts) =>
    graduateCommands['graduates.graduate'](facts, {
      cohortId,
      participantIds: whom === 'all-who-may' ? whom : [...whom],
      graduatedOn: on,
      overruleReason: null,
    }),
  );
const withdraws = (laptop: Laptop, whom: readonly ParticipantId[]): Promise<boolean> =>
  does(laptop, (facts) =>
    graduateCommands['graduates.withdraw'](facts, { participantIds: [...whom], reason: 'By mistake' }),
  );

interface Standing {
  readonly participantId: ParticipantId;
  readonly status: string;
  readonly graduatedOn: CivilDate | null;
  readonly number: string | null;
  readonly issuedOn: CivilDate | null;
}

/** Everyone with each certificate that is good. */
const standings = ({ database }: Laptop): readonly Standing[] =>
  database.all<Standing>(
    `SELECT participant.id AS participantId, status, graduatedOn, number, issuedOn FROM participant
     LEFT JOIN certificate ON certificate.participantId = participant.id
       AND NOT EXISTS (SELECT 1 FROM certificateEnding WHERE certificateId = certificate.id)
     ORDER BY participant.id, number`,
  );

describe('Two laptops that graduate the same people', () => {
  test('issue one certificate to each, of the day and number that came first; the other number says which counts', async () => {
    const [one, other] = laptops(2);
    if (!one || !other) throw new Error('There are two.');
    expect(await graduates(one, 'all-who-may', day('2024-05-23'))).toBe(true);
    other.minute = 5;
    expect(await graduates(other, 'all-who-may', day('2024-06-01'))).toBe(true);
    const first = standings(one);
    const second = standings(other);
    await meet([one, other]);
    expect(standings(one)).toEqual(first);
    expect(standings(other)).toEqual(first);
    expect(hashOfRows(other.database)).toBe(hashOfRows(one.database));
    for (const [at, { number }] of second.entries()) {
      const [answer] = takenBack(factsOn(other), number ?? '');
      expect(answer?.ended).toMatchObject({ kind: 'superseded', by: first[at]?.number });
    }
    // Whoever tries again hears that they have graduated already.
    expect(await graduates(other, 'all-who-may', day('2024-06-02'))).toBe(false);
  });

  test('may be told of the same steps again, and nothing changes', async () => {
    const [one, other] = laptops(2);
    if (!one || !other) throw new Error('There are two.');
    await graduates(one, 'all-who-may', day('2024-05-23'));
    await meet([one, other]);
    const before = hashOfRows(other.database);
    await other.hears(one, one.device.id, 1_000, 1_000);
    expect(hashOfRows(other.database)).toBe(before);
  });

  test('agree that a graduation is withdrawn, whoever entered it first', async () => {
    const [one, other] = laptops(2);
    if (!one || !other) throw new Error('There are two.');
    await graduates(one, people, day('2024-05-23'));
    other.minute = 5;
    await graduates(other, people, day('2024-06-01'));
    await withdraws(other, people.slice(0, 1));
    await meet([one, other]);
    for (const laptop of [one, other]) {
      const [zoe] = standings(laptop).filter(({ participantId }) => participantId === people[0]);
      expect(zoe).toMatchObject({ status: 'enrolled', graduatedOn: null, number: null });
    }
    expect(hashOfRows(other.database)).toBe(hashOfRows(one.database));
  });
});

const step = fc.record({
  who: fc.nat(1),
  what: fc.constantFrom('graduate', 'all', 'withdraw', 'undo', 'redo', 'hear'),
  whom: fc.nat(2),
  on: fc.constantFrom('2024-05-23', '2024-05-30', '2024-06-01'),
});

test('whatever two laptops do, no one ever has two good certificates, nor another day than is printed on theirs', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const both = laptops(2);
      /** What each number was given with: that never changes. */
      const printed = new Map<string, CivilDate | null>();
      const look = (): void => {
        for (const laptop of both) {
          const rows = standings(laptop);
          expect(new Set(rows.map(({ participantId }) => participantId)).size).toBe(rows.length);
          for (const { number, issuedOn } of rows) {
            if (number === null) continue;
            expect(printed.get(number) ?? issuedOn).toBe(issuedOn);
            printed.set(number, issuedOn);
          }
        }
      };
      for (const { who, what, whom, on } of steps) {
        const laptop = both[who];
        const other = both[1 - who];
        const person = people[whom];
        if (!laptop || !other || person === undefined) continue;
        if (what === 'graduate') await graduates(laptop, [person], day(on));
        if (what === 'all') await graduates(laptop, 'all-who-may', day(on));
        if (what === 'withdraw') await withdraws(laptop, [person]);
        if (what === 'undo') await laptop.undoes();
        if (what === 'redo') await laptop.redoes();
        if (what === 'hear') await laptop.hearsAll(other);
        look();
      }
      await meet(both);
      look();
      const [one, other] = both;
      if (one && other) expect(hashOfRows(other.database)).toBe(hashOfRows(one.database));
    }),
    { numRuns: 12 * (process.env['SEED'] ? 6 : 1) },
  );
});
