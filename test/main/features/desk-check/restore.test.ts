import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runDesk } from '../../../../main/headless.ts';
import { insert, update } from '../../../../main/log/change.ts';
import { hashOfRows, openTestDatabase, someCohort } from '../../database-for-test.ts';
import { copiesOf, Laptop } from '../../log/laptops.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { aDesk, foxtrot, omar, renee, tamper } from './tampered-desk.ts';

const newcomer = "INSERT INTO person (id, givenName, familyName) VALUES ('01', 'Mallory', 'Crook')";
const fingerprintOf = async (desk: TestDesk) => (await desk.call('desk.check', {})).compared?.hash;
const logOf = (desk: TestDesk) => {
  const database = openTestDatabase(desk.databaseFile);
  return [database.all('SELECT * FROM logCommand'), database.all('SELECT * FROM logEntry')];
};

test.each([
  ['a field that was edited', `UPDATE person SET email = 'thief@example.org' WHERE id = '${renee.id}'`, 1],
  ['a name that was edited', `UPDATE person SET familyName = 'Simms' WHERE id = '${omar.id}'`, 1],
  ['a record that was put in', newcomer, 1],
  ['a record that was deleted', `DELETE FROM person WHERE id = '${omar.id}'`, 1],
  ['a record that points to nothing', `UPDATE person SET organizationId = 'nowhere' WHERE id = '${omar.id}'`, 1],
  ['a number that its table forbids', 'PRAGMA ignore_check_constraints = ON; UPDATE cohort SET seats = -1', 1],
  [
    'a record that was put in with another that points to it',
    `${newcomer}; INSERT INTO participant (id, personId, cohortId, status) VALUES ('02', '01', '${foxtrot.id}', 'enrolled')`,
    2,
  ],
  [
    'a name that a record which was put in has taken',
    `UPDATE cohort SET name = 'Golf'; INSERT INTO cohort (id, name, status, seats, fee) VALUES ('03', 'Foxtrot', 'open', 5, 0)`,
    2,
  ],
  ['every record, deleted', 'DELETE FROM person; DELETE FROM cohort', 3],
])('restores %s to what the log says, and keeps the file as it was', async (_what, sql, records) => {
  const desk = await aDesk();
  const [fingerprint, log] = [await fingerprintOf(desk), logOf(desk)];
  tamper(desk, sql);
  const tampered = hashOfRows(openTestDatabase(desk.databaseFile));
  expect(await desk.call('desk.check', {})).toMatchObject({ outcome: 'differs', repair: 'records' });
  const restored = await desk.call('desk.restoreRecords', {});
  expect(restored.records).toBe(records);
  expect(await desk.call('desk.check', {})).toMatchObject({ outcome: 'whole', compared: { hash: fingerprint } });
  expect(logOf(desk)).toEqual(log);
  expect(path.dirname(restored.copy)).toBe(path.join(path.dirname(desk.databaseFile), 'backups'));
  expect(hashOfRows(openTestDatabase(restored.copy))).toBe(tampered);
});

test('the search finds people by the names that were restored', async () => {
  const desk = await aDesk();
  tamper(desk, `UPDATE person SET familyName = 'Simms' WHERE id = '${omar.id}'; DELETE FROM personSearchKey`);
  await desk.call('desk.restoreRecords', {});
  expect(await desk.call('people.search', { text: 'Sims' })).toMatchObject([{ personId: omar.id }]);
});

test('screens hear of it, and a record that was restored can be changed and undone like any other', async () => {
  const desk = await aDesk();
  tamper(desk, `UPDATE person SET phone = '1' WHERE id = '${omar.id}'`);
  await desk.call('desk.restoreRecords', {});
  expect(desk.events).toContainEqual(
    expect.objectContaining({ kind: 'changed', tables: expect.arrayContaining(['person']), commandId: null }),
  );
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  await desk.call('history.undo', {});
  expect(await desk.call('desk.check', {})).toMatchObject({ outcome: 'whole' });
});

test('each restoring keeps a copy of its own', async () => {
  const desk = await aDesk();
  for (const phone of ['1', '2']) {
    tamper(desk, `UPDATE person SET phone = '${phone}' WHERE id = '${omar.id}'`);
    await desk.call('desk.restoreRecords', {});
  }
  const copies = readdirSync(path.join(path.dirname(desk.databaseFile), 'backups'));
  expect(copies).toHaveLength(2);
  for (const copy of copies) expect(copy).toMatch(/^program before restoring \d{4}-\d\d-\d\d( \(2\))?\.db$/);
});

test.each([
  [
    'an entry of the log was edited',
    `UPDATE logEntry SET after = '[1]' WHERE rowId = '${omar.id}' AND before IS NOT NULL`,
  ],
  ['a command is in another lead’s name', "UPDATE logCommand SET who = 'Mallory' WHERE sequence = 2"],
  ['a command is gone', 'DELETE FROM logEntry WHERE commandSequence = 2; DELETE FROM logCommand WHERE sequence = 2'],
  ['a command’s entries are gone', 'DELETE FROM logEntry WHERE commandSequence = 2'],
])('restores nothing where %s, since such a log says nothing for certain', async (_what, sql) => {
  const desk = await aDesk();
  tamper(desk, `UPDATE person SET email = 'thief@example.org' WHERE id = '${renee.id}'; ${sql}`);
  const before = hashOfRows(openTestDatabase(desk.databaseFile));
  expect(await desk.call('desk.check', {})).toMatchObject({ outcome: 'differs', repair: null });
  expect((await desk.refusal('desk.restoreRecords', {})).sentence).toMatch(
    /^No record was restored\. The log itself was changed, .* open your latest backup, and check that one too\.$/,
  );
  expect(hashOfRows(openTestDatabase(desk.databaseFile))).toBe(before);
  expect(readdirSync(path.dirname(desk.databaseFile))).not.toContain('backups');
});

test.each([
  ['where nothing differs', 'SELECT 1'],
  ['where only the search is out of date', 'DELETE FROM personSearchKey'],
])('says that there is nothing to restore %s', async (_what, sql) => {
  const desk = await aDesk();
  tamper(desk, sql);
  expect((await desk.refusal('desk.restoreRecords', {})).sentence).toBe(
    'Every record is what the log says, so there is nothing to restore.',
  );
});

test('restores what two laptops’ logs make together', async () => {
  const desk = openTestDesk();
  const ours = new Laptop(openTestDatabase(desk.databaseFile), 0);
  await ours.makes('Added', insert('person', renee), insert('person', omar), insert('cohort', foxtrot));
  const [theirs] = copiesOf(ours, 1);
  if (!theirs) throw new Error('There is another laptop.');
  await theirs.makes('Corrected Omar', update('person', omar.id, { phone: '2055550100' }));
  await theirs.makes('Opened Golf', insert('cohort', someCohort({ name: 'Golf' })));
  await ours.makes('Opened Golf', insert('cohort', someCohort({ name: 'Golf' })));
  await ours.merges(omar.id, renee.id);
  await ours.hearsAll(theirs);
  const fingerprint = await fingerprintOf(desk);
  tamper(desk, "UPDATE cohort SET name = 'Hotel' WHERE name LIKE 'Golf (%'; DELETE FROM person");
  await desk.call('desk.restoreRecords', {});
  expect(await desk.call('desk.check', {})).toMatchObject({ outcome: 'whole', compared: { hash: fingerprint } });
});

test('a restoring that is canceled leaves every record as it was', async () => {
  const desk = await aDesk();
  tamper(desk, `UPDATE person SET phone = '1' WHERE id = '${omar.id}'`);
  const before = hashOfRows(openTestDatabase(desk.databaseFile));
  const restoring = desk.ask('desk.restoreRecords', {});
  await desk.call('desk.cancel', {});
  expect(await restoring).toMatchObject({ ok: false, problem: { sentence: expect.stringMatching(/^Canceled: /) } });
  expect(hashOfRows(openTestDatabase(desk.databaseFile))).toBe(before);
});

test('a terminal restores too, and says where the copy is', async () => {
  const desk = await aDesk();
  tamper(desk, `DELETE FROM person WHERE id = '${omar.id}'`);
  const { exitCode, stdout, stderr } = await runDesk(['desk.restoreRecords', '--db', desk.databaseFile]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(JSON.parse(stdout)).toEqual({ records: 1, copy: expect.stringMatching(/before restoring .*\.db$/) });
});
