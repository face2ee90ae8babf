import { v7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../../../main/database/open.ts';
import { insert } from '../../../../main/log/change.ts';
import type { Application } from '../../../../shared/model/applicants.ts';
import { badgeCodeOf } from '../../../../shared/model/badges.ts';
import type { Cohort } from '../../../../shared/model/cohorts.ts';
import { Instant } from '../../../../shared/model/dates.ts';
import { ApplicationId, BadgeId } from '../../../../shared/model/ids.ts';
import { toJson } from '../../../../shared/model/json.ts';
import type { Person } from '../../../../shared/model/people.ts';
import { hashOfRows, make, somebody, someCohort, worldAt } from '../../database-for-test.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { Seed } from '../../seed-graduates.ts';

const world = worldAt('2024-06-03T14:00:00.000Z');
let desk: TestDesk;
let cohort: Cohort;
let bob: Person;
let robert: Person;

beforeEach(async () => {
  desk = openTestDesk();
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  cohort = someCohort();
  bob = somebody({ givenName: 'Bob', familyName: 'Cobb', email: 'bob@example.org' });
  robert = somebody({ givenName: 'Robert', familyName: 'Cobb', email: 'robert@example.org' });
});

/** Does something with the database itself. */
async function inDatabase<Value>(
  act: (database: Parameters<typeof make>[0]) => Promise<Value> | Value,
): Promise<Value> {
  const opened = openDatabase(desk.databaseFile);
  if (!opened.ok) throw new Error(opened.problem.sentence);
  try {
    return await act(opened.value);
  } finally {
    opened.value.close();
  }
}

const write = (...changes: Parameters<typeof make>[3][number][]) =>
  inDatabase((database) => make(database, world, 'Seeded', changes));
const hash = () => inDatabase(hashOfRows);

const application = (person: Person, facts: Partial<Application>): Application => ({
  id: ApplicationId.parse(v7()),
  personId: person.id,
  cohortId: cohort.id,
  firstSubmittedAt: Instant.parse('2024-04-02T14:00:00.000Z'),
  latestSubmittedAt: Instant.parse('2024-04-02T14:00:00.000Z'),
  submittedDoubt: null,
  status: 'submitted',
  statusAt: Instant.parse('2024-04-02T14:00:00.000Z'),
  statusReason: null,
  membership: 'general',
  highestPost: 'no',
  yearsInEducation: 5,
  payment: null,
  needs: null,
  answers: toJson({}),
  overrule: null,
  decision: null,
  readOrder: null,
  ...facts,
});

/** Merges Bob into Robert; what became of their application. */
async function mergeBobIntoRobert(ofBob: Partial<Application>, ofRobert: Partial<Application>): Promise<Application> {
  const [gone, kept] = [application(bob, ofBob), application(robert, ofRobert)];
  await write(
    insert('cohort', cohort),
    insert('person', bob),
    insert('person', robert),
    insert('application', gone),
    insert('application', kept),
  );
  const before = await hash();
  await desk.call('duplicates.merge', { keptId: robert.id, goneId: bob.id });
  const merged = await inDatabase((database) => database.all<Application>('SELECT * FROM application'));
  expect(merged.map(({ id }) => id)).toEqual([kept.id]);
  await desk.call('history.undo', {});
  expect(await hash()).toBe(before);
  const [only] = merged;
  if (!only) throw new Error('Both applications are gone.');
  return only;
}

const later = Instant.parse('2024-05-20T14:00:00.000Z');
const april9 = Instant.parse('2024-04-09T14:00:00.000Z');

describe('of two applications to one cohort', () => {
  test.each(['withdrawn', 'declined', 'waiting', 'under-review', 'deferred'] as const)(
    'an acceptance stands, also where the other was put under “%s” later',
    async (status) => {
      expect(await mergeBobIntoRobert({ status: 'accepted' }, { status, statusAt: later })).toMatchObject({
        status: 'accepted',
      });
    },
  );

  test('the acceptance of the kept one stands too', async () => {
    expect(await mergeBobIntoRobert({ status: 'withdrawn', statusAt: later }, { status: 'accepted' })).toMatchObject({
      status: 'accepted',
    });
  });

  test('what was decided last stands where neither is accepted', async () => {
    const reason = 'Took another job';
    expect(
      await mergeBobIntoRobert(
        { status: 'withdrawn', statusAt: later, statusReason: reason },
        { status: 'waiting', statusAt: april9 },
      ),
    ).toMatchObject({ status: 'withdrawn', statusAt: later, statusReason: reason });
  });

  test('anything that was decided goes before what no one looked at', async () => {
    expect(
      await mergeBobIntoRobert({ status: 'declined', statusAt: april9 }, { status: 'submitted', statusAt: later }),
    ).toMatchObject({ status: 'declined' });
  });

  test('the earliest and the latest moment of sending are kept', async () => {
    expect(await mergeBobIntoRobert({}, { firstSubmittedAt: april9, latestSubmittedAt: later })).toMatchObject({
      firstSubmittedAt: '2024-04-02T14:00:00.000Z',
      latestSubmittedAt: later,
    });
  });

  test.each<[string, Partial<Application>, Partial<Application>]>([
    ['the one who goes', { latestSubmittedAt: later }, {}],
    ['the kept one', {}, { latestSubmittedAt: later }],
  ])('the answers of the form that came last stand, where it is that of %s', async (_, ofBob, ofRobert) => {
    const said = (membership: string, more: Partial<Application>): Partial<Application> => ({
      membership,
      answers: toJson({ membership }),
      ...more,
    });
    const isBobs = ofBob.latestSubmittedAt !== undefined;
    const merged = await mergeBobIntoRobert(said('delegate', ofBob), said('general', ofRobert));
    const last = isBobs ? 'delegate' : 'general';
    expect(merged).toMatchObject({ membership: last, answers: toJson({ membership: last }) });
  });

  test('only times that can be relied on count, whichever record has them', async () => {
    const sure = { firstSubmittedAt: april9, latestSubmittedAt: april9 };
    const early = Instant.parse('1970-01-01T00:00:00.000Z');
    const doubted = { firstSubmittedAt: early, latestSubmittedAt: later, submittedDoubt: 'implausible' } as const;
    expect(await mergeBobIntoRobert(doubted, sure)).toMatchObject({ ...sure, submittedDoubt: null });
  });

  test('a doubt about the time stays where both are doubtful', async () => {
    const doubted = { submittedDoubt: 'missing' } as const;
    expect(await mergeBobIntoRobert(doubted, doubted)).toMatchObject(doubted);
  });
});

describe('of two places in one cohort', () => {
  test('a make-up in the same session is one, and one in another session comes along', async () => {
    const seed = new Seed();
    const [foxtrot, golf] = [seed.cohort('Foxtrot'), seed.cohort('Golf')];
    const [a, b] = [seed.person('Bob Cobb'), seed.person('Robert Cobb')];
    const [ofBob, ofRobert] = [seed.participant(foxtrot, a), seed.participant(foxtrot, b)];
    const law = seed.session(golf, 'law-ethics', '2024-10-21');
    const roles = seed.session(golf, 'cto-roles', '2024-10-22');
    seed.makeUp(law, 'law-ethics', ofBob);
    seed.makeUp(roles, 'cto-roles', ofBob);
    const kept = seed.makeUp(law, 'law-ethics', ofRobert);
    await seed.write(desk);
    const before = await hash();
    await desk.call('duplicates.merge', { keptId: b.id, goneId: a.id });
    const left = await inDatabase((database) =>
      database.all<{ id: string; participantId: string; sessionId: string }>(
        'SELECT id, participantId, sessionId FROM makeUp ORDER BY sessionId = ?',
        roles,
      ),
    );
    expect(left).toMatchObject([
      { id: kept, participantId: ofRobert.id, sessionId: law },
      { participantId: ofRobert.id, sessionId: roles },
    ]);
    await desk.call('history.undo', {});
    expect(await hash()).toBe(before);
  });
});

test.each([
  [null, 'Owes a form', 'Owes a form'],
  ['Owes a form', null, 'Owes a form'],
  ['Owes a form', 'Owes a form', 'Owes a form'],
  ['Owes a form', 'Pays late', 'Pays late; Owes a form'],
  [null, null, null],
])('the remarks %s and %s of two places become %s', async (gone, kept, both) => {
  const seed = new Seed();
  const foxtrot = seed.cohort('Foxtrot');
  const [a, b] = [seed.person('Bob Cobb'), seed.person('Robert Cobb')];
  seed.participant(foxtrot, a, { remark: gone });
  seed.participant(foxtrot, b, { remark: kept });
  await seed.write(desk);
  await desk.call('duplicates.merge', { keptId: b.id, goneId: a.id });
  expect(await inDatabase((database) => database.all('SELECT remark FROM participant'))).toEqual([{ remark: both }]);
});

test('a badge printed for the one who goes becomes the kept one’s', async () => {
  const id = BadgeId.parse(v7());
  const badge = { id, number: 7, code: badgeCodeOf(id), personId: bob.id, name: null, organization: null };
  const issuedAt = Instant.parse('2024-06-03T14:00:00.000Z');
  await write(insert('person', bob), insert('person', robert), insert('badge', { ...badge, issuedAt }));
  const before = await hash();
  await desk.call('duplicates.merge', { keptId: robert.id, goneId: bob.id });
  const badges = await inDatabase((database) => database.all('SELECT code, personId FROM badge'));
  expect(badges).toEqual([{ code: badge.code, personId: robert.id }]);
  await desk.call('history.undo', {});
  expect(await hash()).toBe(before);
});
