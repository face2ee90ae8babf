import { describe, expect, it } from 'vitest';
import { insert } from '../../../../main/log/change.ts';
import { badgeCodeOf } from '../../../../shared/model/badges.ts';
import { Instant } from '../../../../shared/model/dates.ts';
import { BadgeId, type CohortId, type SessionId } from '../../../../shared/model/ids.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { rowsRead } from '../../rows-read.ts';
import { plan, type SeededPerson, seedChanges, seedPeople, seedPerson, startProgram } from '../../seed.ts';

interface Door {
  readonly test: TestDesk;
  readonly foxtrot: CohortId;
  readonly session: SessionId;
}

async function openDoor(people: readonly SeededPerson['name'][] = []): Promise<Door> {
  const test = openTestDesk();
  const foxtrot = await startProgram(test);
  const session = await plan(test, foxtrot);
  await seedPeople(
    test,
    people.map((name) => ({ name, cohortId: foxtrot })),
  );
  return { test, foxtrot, session };
}

const find = async ({ test, session }: Door, text: string, limit = 6) =>
  (await test.call('attendance.find', { sessionId: session, text, limit })).map(({ name }) => name);

describe('finding whom three letters may mean', () => {
  it.each([
    ['gar', ['María García-Núñez', 'José García', 'Keisha Garrett']],
    ['nun', ['María García-Núñez']],
    ['GARCÍA-NÚ', ['María García-Núñez']],
    ['jos', ['José García']],
    ['obr', ['Calvin O’Brien']],
    ["o'b", ['Calvin O’Brien']],
    ['dela', ['Ana De la Cruz']],
    ['la cr', ['Ana De la Cruz']],
    ['cal obrien', ['Calvin O’Brien']],
    ['obrien cal', ['Calvin O’Brien']],
    ['zzz', []],
    ['   ', []],
  ])('finds by %j', async (text, names) => {
    const door = await openDoor([
      ['Keisha', 'Garrett'],
      ['José', 'García'],
      ['María', 'García-Núñez'],
      ['Calvin', 'O’Brien'],
      ['Ana', 'De la Cruz'],
    ]);
    expect((await find(door, text)).toSorted()).toEqual([...names].toSorted());
  });

  it('puts expected people first, those still to come before those who are in, then others of the program', async () => {
    const door = await openDoor([['Keisha', 'Garrett']]);
    const { test, foxtrot } = door;
    const { cohortId: echo } = await test.call('cohorts.create', { name: 'Echo' });
    await seedPeople(test, [
      { name: ['Amy', 'Gary'] },
      { name: ['Bea', 'Garner'], cohortId: echo },
      { name: ['Cal', 'Garland'], cohortId: foxtrot, status: 'withdrawn' },
    ]);
    const { personId } = await seedPerson(test, { name: ['Dan', 'Garber'], cohortId: foxtrot });
    await test.call('attendance.checkIn', { sessionId: door.session, personId, method: 'typed' });
    const matches = await test.call('attendance.find', { sessionId: door.session, text: 'gar' });
    expect(matches.map(({ name, expected, cohort, status }) => [name, expected, cohort, status])).toEqual([
      ['Keisha Garrett', true, 'Foxtrot', 'enrolled'],
      ['Dan Garber', true, 'Foxtrot', 'enrolled'],
      ['Bea Garner', false, 'Echo', 'enrolled'],
      ['Cal Garland', false, 'Foxtrot', 'withdrawn'],
      ['Amy Gary', false, '', null],
    ]);
    expect(matches[1]?.inSince).toBe('2024-06-03T14:00:00.000Z');
    expect(await find(door, 'gar', 2)).toEqual(['Keisha Garrett', 'Dan Garber']);
  });

  it('does not take a school system for a name', async () => {
    const door = await openDoor();
    await seedPeople(door.test, [
      { name: ['Keisha', 'Garrett'], organization: 'Schley Schools' },
      { name: ['Otto', 'Schmidt'], organization: 'Opelika' },
    ]);
    expect(await find(door, 'sch')).toEqual(['Otto Schmidt']);
  });

  it.each([
    ['bob', ['Bob Zeigler', 'Robert Ashford']],
    ['bobby ash', ['Robert Ashford']],
    ['ashford bob', ['Robert Ashford']],
    ['liz', ['Elizabeth Moore']],
    ['robe', ['Robert Ashford', 'Bob Zeigler']],
  ])('knows common nicknames, own names first: %j', async (text, names) => {
    const door = await openDoor([['Robert', 'Ashford']]);
    await seedPeople(door.test, [
      { name: ['Elizabeth', 'Moore'] },
      { name: ['Bob', 'Zeigler'], cohortId: door.foxtrot },
    ]);
    const found = await find(door, text);
    expect(found.slice(0, names.length)).toEqual(names);
  });

  it('finds by the number of a badge, with and without its sign; both where two laptops gave the same', async () => {
    const door = await openDoor();
    const [ann, ben] = await seedPeople(door.test, [
      { name: ['Ann', 'One'], cohortId: door.foxtrot },
      { name: ['Ben', 'Two'], cohortId: door.foxtrot },
    ]);
    const badges = [ann, ben].map((seeded, at) => {
      const id = BadgeId.parse(`0190163d-0000-7000-8000-0000000000b${at}`);
      const personId = seeded?.personId ?? null;
      const issuedAt = Instant.parse('2024-06-03T13:00:00.000Z');
      return insert('badge', {
        id,
        number: 61,
        code: badgeCodeOf(id),
        personId,
        name: null,
        organization: null,
        issuedAt,
      });
    });
    await seedChanges(door.test, badges);
    for (const text of ['61', '#61', ' # 061 ']) expect(await find(door, text), text).toEqual(['Ann One', 'Ben Two']);
    expect(await find(door, '6')).toEqual([]);
    expect(await find(door, '#610')).toEqual([]);
  });

  it('finds by the beginning of an e-mail address and by a whole id', async () => {
    const door = await openDoor();
    const { personId } = await seedPerson(door.test, { name: ['Keisha', 'Garrett'], email: 'kg@opelika.example.org' });
    expect(await find(door, 'KG@opel')).toEqual(['Keisha Garrett']);
    expect(await find(door, personId)).toEqual(['Keisha Garrett']);
  });

  it('finds by a badge that a lead has put a name to', async () => {
    const { test, foxtrot, session } = await openDoor();
    const { personId } = await seedPerson(test, { name: ['Keisha', 'Garrett'], cohortId: foxtrot });
    const kept = await test.call('attendance.checkIn', { sessionId: session, code: '7K3M-9', method: 'scanned' });
    expect(await find({ test, foxtrot, session }, '7k3m-9')).toEqual([]);
    const { eventId: keptEventId } = kept;
    await test.call('attendance.checkIn', { sessionId: session, personId, method: 'typed', keptEventId });
    expect(await find({ test, foxtrot, session }, '7k3m-9')).toEqual(['Keisha Garrett']);
  });

  it.each(['"', '""', 'gar"', 'gar* OR mei', '(gar', 'words:gar', '-', 'NEAR(gar', '^gar', "'; --"])(
    'takes %j for what was typed, not for a command',
    async (text) => {
      const door = await openDoor([['Keisha', 'Garrett']]);
      await seedPerson(door.test, { name: ['Mei', 'Nguyễn'] });
      await door.test.call('attendance.find', { sessionId: door.session, text });
    },
  );

  it('asks once at most for each of those expected, and never for all 10,000 people again', async () => {
    const test = openTestDesk();
    const foxtrot = await startProgram(test);
    const session = await plan(test, foxtrot);
    const families = ['Garrett', 'Moore', 'Pettus', 'Holloway', 'Nguyễn', 'Okafor', 'Schmidt'];
    const people = Array.from({ length: 10_000 }, (_, at): SeededPerson => {
      const name = [`Given${at % 900}`, `${families[at % 7]}${at % 300}`] as const;
      const person = { name, organization: `County ${at % 130} Public Schools` };
      return at < 2_000 ? { ...person, cohortId: foxtrot } : person;
    });
    await seedPeople(test, people);
    await find({ test, foxtrot, session }, 'x');
    const texts = ['gar', 'sch', 'giv', 'pub', 'nguyen1', 'given8 moore', 'zzz'];
    for (const text of texts) {
      const { statements, rows } = await rowsRead(() => find({ test, foxtrot, session }, text));
      // Ten thousand for each letter couldn't keep up with typing.
      expect(statements, text).toBeLessThan(2_100);
      expect(rows, text).toBeLessThan(2_100);
    }
    expect(await find({ test, foxtrot, session }, 'sch')).toHaveLength(6);
  });
});

describe('sessions', () => {
  it('says who is expected and who came, without those who withdrew', async () => {
    const door = await openDoor([
      ['Keisha', 'Garrett'],
      ['José', 'García'],
    ]);
    const gone = { name: ['Wanda', 'Pettus'], cohortId: door.foxtrot, status: 'withdrawn' } as const;
    await seedPerson(door.test, gone);
    await plan(door.test, door.foxtrot, { course: 'law-ethics', on: '2024-05-01' });
    const { rows, total, held } = await door.test.call('attendance.list', {});
    expect([total, held]).toEqual([2, 1]);
    expect(rows.map(({ title, expected, present, when }) => [title, expected, present, when])).toEqual([
      ['Data Management and Governance', 2, 0, 'today'],
      ['Law, Ethics, and Policies', 2, 0, 'past'],
    ]);
    const inPlan = await door.test.call('attendance.sessions', {});
    expect(inPlan.map(({ title, expected }) => [title, expected])).toEqual([
      ['Law, Ethics, and Policies', 2],
      ['Data Management and Governance', 2],
    ]);
  });

  it('shows the last ten, newest first, and leaves out the people where no one asks for them', async () => {
    const door = await openDoor(Array.from({ length: 12 }, (_, at) => ['Given', `Family ${at}`] as const));
    const { people } = await door.test.call('attendance.session', { sessionId: door.session });
    for (const [at, { personId }] of people.entries()) {
      door.test.now = `2024-06-03T14:${String(at).padStart(2, '0')}:00.000Z`;
      await door.test.call('attendance.checkIn', { sessionId: door.session, personId, method: 'typed' });
    }
    const view = await door.test.call('attendance.session', { sessionId: door.session, people: false });
    expect(view.people).toEqual([]);
    expect(view.recent).toHaveLength(10);
    expect(view.recent[0]?.at).toBe('2024-06-03T14:11:00.000Z');
    expect(view.session).toMatchObject({ present: 12, expected: 12 });
  });
});
