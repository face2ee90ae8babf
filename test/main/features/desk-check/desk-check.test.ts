import { readFileSync, writeFileSync } from 'node:fs';
import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { runDesk } from '../../../../main/headless.ts';
import { insert, update } from '../../../../main/log/change.ts';
import { make, openTestDatabase, somebody, someCohort, worldAt } from '../../database-for-test.ts';
import { copiesOf, Laptop } from '../../log/laptops.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { aDesk, foxtrot, omar, renee, tamper } from './tampered-desk.ts';

test('finds nothing on a desk that only the app has written, and says so', async () => {
  const desk = await aDesk();
  expect(await desk.call('desk.check', {})).toMatchObject({
    outcome: 'whole',
    sentence: 'Everything is as it should be: the file is fine, and all 3 records match the log.',
    next: null,
    differences: [],
    more: 0,
    compared: { rows: 3, entries: 6, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
});

test('a field that was changed by hand is told with what the log says and what the table says', async () => {
  const desk = await aDesk();
  tamper(desk, `UPDATE person SET email = 'thief@example.org' WHERE id = '${renee.id}'`);
  const { outcome, next, differences } = await desk.call('desk.check', {});
  expect(outcome).toBe('differs');
  expect(next).toMatch(
    /^Someone changed the file with another program; the records named below .*Press “Restore from the log”/,
  );
  expect(differences.filter(({ about }) => about === 'record')).toEqual([
    {
      about: 'record',
      table: 'person',
      id: renee.id,
      record: 'Renée McAllister',
      field: 'e-mail',
      log: 'renee@example.org',
      desk: 'thief@example.org',
      sentence: 'Renée McAllister, e-mail: the log says renee@example.org, the table says thief@example.org.',
    },
  ]);
});

test.each([
  [
    'a record that was put in by hand',
    `INSERT INTO person (id, givenName, familyName) VALUES ('🙂', 'Mallory', 'Crook')`,
    'Mallory Crook is in “person”, but not in the log: new here.',
  ],
  [
    'a record that was deleted by hand',
    `DELETE FROM person WHERE id = '${omar.id}'`,
    'Omar Sims is missing from “person”; the log has it: new here.',
  ],
  [
    'a removed record that was put back',
    `INSERT INTO person (id, givenName, familyName) SELECT rowId, 'Zoë', 'McAllister' FROM logEntry WHERE after IS NULL`,
    'Zoë McAllister is in “person”, but not in the log: new here.',
  ],
  [
    'a value that no screen could read',
    `UPDATE cohort SET opensOn = 'soon' WHERE id = '${foxtrot.id}'`,
    'Foxtrot, applications open: the log says nothing, the table says “soon”.',
  ],
  [
    'a row that points to nothing',
    `UPDATE person SET organizationId = 'nowhere' WHERE id = '${omar.id}'`,
    'Omar Sims points to a record of “organization” that is not there.',
  ],
  [
    'a number that its table forbids',
    'PRAGMA ignore_check_constraints = ON; UPDATE cohort SET seats = -1',
    'Foxtrot, seats: the log says 30, the table says -1.',
  ],
  [
    'an entry of the log that was edited',
    `UPDATE logEntry SET after = json_set(after, '$.phone', '1') WHERE rowId = '${omar.id}' AND before IS NULL`,
    'What the log says of Omar Sims, by “Corrected Omar Sims”, was changed: it does not follow from what came before.',
  ],
  [
    'an entry of the log that is no record any more',
    `UPDATE logEntry SET after = '[1]' WHERE rowId = '${omar.id}' AND before IS NOT NULL`,
    'What the log says of Omar Sims, by “Corrected Omar Sims”, was changed: it does not follow from what came before.',
  ],
  [
    'an entry for a table that is not there',
    `UPDATE logEntry SET tableName = 'ghost' WHERE rowId = '${foxtrot.id}'`,
    `What the log says of A record of “ghost” (${foxtrot.id}), by “Added three people”, was changed: it does not follow from what came before.`,
  ],
  [
    'a command that was taken out of the log with its entries',
    `DELETE FROM logEntry WHERE commandSequence = 2; DELETE FROM logCommand WHERE sequence = 2`,
    'A change is gone from the log, though later ones of the same laptop are there.',
  ],
  [
    'a command whose entries were taken out of the log',
    'DELETE FROM logEntry WHERE commandSequence = 2',
    'The log’s “Corrected Omar Sims” was changed: its time or its entries do not fit.',
  ],
  [
    'a command that was dated back',
    "UPDATE logCommand SET clock = '0' WHERE sequence = 2",
    'The log’s “Corrected Omar Sims” was changed: its time or its entries do not fit.',
  ],
  [
    'a command whose words were edited',
    "UPDATE logCommand SET label = 'Did nothing' WHERE sequence = 2",
    'The log’s “Did nothing” is not as it was written: its words, its lead, its time, or what it changed.',
  ],
  [
    'a command that was put in another lead’s name',
    "UPDATE logCommand SET who = 'Mallory' WHERE sequence = 2",
    'The log’s “Corrected Omar Sims” is not as it was written: its words, its lead, its time, or what it changed.',
  ],
  [
    'a record that was edited together with its last entry in the log',
    `UPDATE person SET phone = '1' WHERE id = '${omar.id}';
     UPDATE logEntry SET after = '{"phone":"1"}' WHERE rowId = '${omar.id}' AND before IS NOT NULL`,
    'The log’s “Corrected Omar Sims” is not as it was written: its words, its lead, its time, or what it changed.',
  ],
  [
    'someone whom the search has lost',
    `DELETE FROM personSearchKey WHERE personId = '${omar.id}'`,
    'The search does not find Omar Sims by the right words.',
  ],
  [
    'a name that changed behind the search’s back',
    `UPDATE person SET familyName = 'Simms' WHERE id = '${omar.id}'`,
    'The search does not find Omar Simms by the right words.',
  ],
  [
    'a trigger that came while the desk was open',
    'CREATE TRIGGER evil AFTER INSERT ON person BEGIN DELETE FROM course; END',
    'The file is not built the way Cohort Desk builds it: it has a trigger “evil” on “person” that Cohort Desk did not make.',
  ],
])('tells %s', async (_what, sql, sentence) => {
  const desk = await aDesk();
  tamper(desk, sql);
  const { outcome, next, differences } = await desk.call('desk.check', {});
  expect(outcome).toBe('differs');
  expect(next).toBeTruthy();
  expect(differences.map((difference) => difference.sentence)).toContain(sentence);
});

test('a search that is out of date is made again, and nothing else changes', async () => {
  const desk = await aDesk();
  tamper(desk, `DELETE FROM personSearchKey WHERE personId = '${omar.id}'`);
  const before = await desk.call('desk.check', {});
  expect(before.next).toBe('No record is wrong: only the search is out of date. Press “Rebuild the search”.');
  expect(await desk.call('desk.rebuildSearch', {})).toEqual({ people: 2 });
  expect(await desk.call('desk.check', {})).toMatchObject({ outcome: 'whole', compared: before.compared });
});

test('an edit of the log is told once, and what was sealed after it is not doubted', async () => {
  const desk = await aDesk();
  tamper(desk, "UPDATE logCommand SET label = 'Did nothing' WHERE sequence = 1");
  const { differences } = await desk.call('desk.check', {});
  expect(differences.map(({ sentence }) => sentence)).toEqual([
    'The log’s “Did nothing” is not as it was written: its words, its lead, its time, or what it changed.',
  ]);
});

test('what comes in late from another laptop, or makes two rows one, is as it should be', async () => {
  const desk = openTestDesk();
  const ours = new Laptop(openTestDatabase(desk.databaseFile), 0);
  await ours.makes('Added', insert('person', renee), insert('person', omar), insert('cohort', foxtrot));
  const [theirs] = copiesOf(ours, 1);
  if (!theirs) throw new Error('There is another laptop.');
  await theirs.makes('Corrected Omar', update('person', omar.id, { phone: '2055550100' }));
  await theirs.makes('Opened Golf', insert('cohort', someCohort({ name: 'Golf' })));
  ours.minute = 5;
  await ours.makes('Corrected Omar', update('person', omar.id, { phone: '2055550142' }));
  await ours.makes('Opened Golf', insert('cohort', someCohort({ name: 'Golf' })));
  await ours.merges(omar.id, renee.id);
  await ours.hearsAll(theirs);
  expect(await desk.call('desk.check', {})).toMatchObject({ outcome: 'whole', differences: [] });
  tamper(desk, "UPDATE cohort SET name = 'Hotel' WHERE name LIKE 'Golf (%'");
  const { differences } = await desk.call('desk.check', {});
  expect(differences.map(({ sentence }) => sentence)).toEqual([
    'Hotel, name: the log says “Golf (laptop A)”, the table says “Hotel”.',
  ]);
});

test('a damaged page is told with what to do, at a quick look too', async () => {
  const desk = await aDesk();
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const database = openTestDatabase(desk.databaseFile);
  await make(
    database,
    worldAt('2024-06-03T15:00:00.000Z'),
    'Added many',
    Array.from({ length: 500 }, () => insert('person', somebody())),
  );
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  const bytes = readFileSync(desk.databaseFile);
  const pages = bytes.length / 4096;
  bytes.fill(0xff, 4096 * (pages - 12), 4096 * (pages - 4));
  writeFileSync(desk.databaseFile, bytes);
  for (const call of ['desk.check', 'desk.quickCheck'] as const) {
    expect(await desk.call(call, {})).toMatchObject({
      outcome: 'damaged',
      sentence: 'This file is damaged, so its records could not all be checked.',
      next: 'Stop working in this file, and keep a copy of it. Then close Cohort Desk, put a copy of your latest backup in this file’s place, start again, and check that one too.',
      compared: null,
    });
  }
});

test('the hash is the same on two laptops that hold the same records, and another after any change', async () => {
  const [one, two] = [await aDesk(), openTestDesk()];
  const world = worldAt('2025-01-01T08:00:00.000Z');
  const database = openTestDatabase(two.databaseFile);
  // In another order, at another time, as other commands.
  await make(database, world, 'Added a cohort', [insert('cohort', foxtrot)]);
  await make(database, world, 'Added Omar', [insert('person', { ...omar, phone: '2055550142' })]);
  await make(database, world, 'Added Renée', [insert('person', renee)]);
  const hashOf = async (desk: TestDesk) => (await desk.call('desk.check', {})).compared?.hash;
  const before = await hashOf(one);
  expect(await hashOf(two)).toBe(before);
  await make(database, world, 'Corrected Renée', [update('person', renee.id, { phone: '2055550199' })]);
  expect(await hashOf(two)).not.toBe(before);
});

test('more differences than anybody reads are counted', async () => {
  const desk = await aDesk();
  const values = Array.from({ length: 120 }, () => `('${v7()}', 'A', 'B')`).join();
  tamper(desk, `INSERT INTO person (id, givenName, familyName) VALUES ${values}`);
  const { differences, more, sentence } = await desk.call('desk.check', {});
  expect(differences.length + more).toBe(240);
  expect(more).toBe(140);
  expect(sentence).toBe('240 things in this file are not as they should be. Cohort Desk did not write them that way.');
});

test('the check is cancelled like any long work, and writes nothing', async () => {
  const desk = await aDesk();
  const before = readFileSync(desk.databaseFile);
  const checking = desk.ask('desk.check', {});
  await desk.call('desk.cancel', {});
  expect(await checking).toMatchObject({
    ok: false,
    problem: { sentence: 'Canceled: the check was not finished.' },
  });
  expect(readFileSync(desk.databaseFile)).toEqual(before);
});

test('a terminal checks a desk too', async () => {
  const desk = await aDesk();
  const { exitCode, stdout } = await runDesk(['desk.check', '--db', desk.databaseFile]);
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ outcome: 'whole', compared: { rows: 3 } });
});
