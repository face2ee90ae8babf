import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forgetOnLaptop, noteOnLaptop } from '../../../main/database/laptop.ts';
import { insert, update } from '../../../main/log/change.ts';
import { commit } from '../../../main/log/commit.ts';
import { replayLog } from '../../../main/log/replay.ts';
import { decideRedo, decideUndo } from '../../../main/log/undo.ts';
import { instantOf } from '../../../shared/model/dates.ts';
import { allRows, make, openTestDatabase, somebody, worldAt } from '../database-for-test.ts';
import { openFoxtrot } from '../foxtrot.ts';
import { openTestDesk } from '../open-desk.ts';

const world = worldAt('2024-06-03T14:00:00.000Z');
const leads = ['Mara Lindqvist', 'Owen Tate', null] as const;

test('every change, undo and redo carries the lead who was at the laptop, and replaying the rows keeps the log', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...leads), fc.constantFrom('change', 'undo', 'redo'), fc.string()), {
        minLength: 1,
        maxLength: 25,
      }),
      async (steps) => {
        const database = openTestDatabase();
        const renee = somebody();
        await make(database, world, 'Added Renée', [insert('person', renee)]);
        const expected: (string | null)[] = [null];
        for (const [lead, what, givenName] of steps) {
          if (lead === null) forgetOnLaptop(database, 'leadName');
          else noteOnLaptop(database, 'leadName', lead);
          const result = await commit(database, world, what, (facts) => {
            if (what === 'undo') return decideUndo(facts, null, world.device.id);
            if (what === 'redo') return decideRedo(facts, world.device.id);
            const there = facts.get('SELECT 1 FROM person WHERE id = ?', renee.id) !== undefined;
            const changes = [there ? update('person', renee.id, { givenName }) : insert('person', renee)];
            return { ok: true, label: 'Named her', changes, value: { label: 'Named her' } };
          });
          if (result.ok && result.value.commandId !== null) expected.push(lead);
        }
        const who = () =>
          database.all<{ who: string | null }>('SELECT who FROM logCommand ORDER BY sequence').map((row) => row.who);
        expect(who()).toEqual(expected);
        const copy = openTestDatabase();
        replayLog(database, copy);
        expect(allRows(copy)).toEqual(allRows(database));
        expect(who()).toEqual(expected);
      },
    ),
    { numRuns: 20 },
  );
});

test('whoever is named at a terminal goes before the lead of the laptop', async () => {
  const database = openTestDatabase();
  noteOnLaptop(database, 'leadName', 'Mara Lindqvist');
  await make(database, { ...world, who: 'Owen Tate' }, 'Added Renée', [insert('person', somebody())]);
  expect(database.get('SELECT who FROM logCommand')).toEqual({ who: 'Owen Tate' });
});

test('the log’s clock goes on from its highest reading, whichever laptop wrote last', async () => {
  const database = openTestDatabase();
  await make(database, worldAt('2024-06-03T14:00:00.000Z'), 'Added one', [insert('person', somebody())]);
  // As after another laptop's log was joined to this one: its clock is ahead, and its row is not the last one.
  const ahead = '2031-01-01T00:00:00.000Z-0000-other';
  database.run(
    `INSERT INTO logCommand (sequence, id, call, label, deviceId, deviceSequence, clock, at)
     VALUES (-5, 'a', 'test', 'Elsewhere', 'other', 1, ?, ?)`,
    ahead,
    instantOf(new Date('2031-01-01T00:00:00.000Z')),
  );
  await make(database, worldAt('2024-06-03T15:00:00.000Z'), 'Added another', [insert('person', somebody())]);
  const last = database.get<{ clock: string }>('SELECT clock FROM logCommand ORDER BY sequence DESC LIMIT 1');
  expect(last?.clock.slice(0, 29)).toBe('2031-01-01T00:00:00.000Z-0001');
});

test('naming the lead is a note of the laptop: no step in the history, and the leads so far are listed', async () => {
  const desk = openTestDesk();
  expect((await desk.call('desk.status', {})).laptop.lead).toBeNull();
  await desk.call('desk.nameLead', { name: '  Mara Lindqvist ' });
  expect(desk.events.at(-1)).toMatchObject({ kind: 'changed', commandId: null });
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  await desk.call('desk.nameLead', { name: 'Owen Tate' });
  await desk.call('history.undo', {});
  await desk.call('history.redo', {});
  const { rows } = await desk.call('history.list', {});
  expect(rows.map(({ label, who }) => [label.slice(0, 5), who])).toEqual([
    ['Redid', 'Owen Tate'],
    ['Undid', 'Owen Tate'],
    ['Start', 'Mara Lindqvist'],
  ]);
  expect((await desk.call('history.list', { search: 'mara' })).total).toBe(1);
  expect(await desk.call('desk.leads', {})).toMatchObject({
    lead: 'Owen Tate',
    known: ['Owen Tate', 'Mara Lindqvist'],
  });
  await desk.call('desk.nameLead', { name: null });
  expect((await desk.call('desk.status', {})).laptop.lead).toBeNull();
});

test('an applicant’s decisions say who took them, also after someone else undid what came later', async () => {
  const desk = await openFoxtrot();
  await desk.apply([{ name: 'Ada Quill' }]);
  const { applicationId } = await desk.applicant('Ada Quill');
  const shown = () => desk.call('applicants.show', { applicationId });
  expect(await shown()).toMatchObject({ statusSaid: null, overruleSaid: null });
  await desk.call('desk.nameLead', { name: 'Mara L.' });
  await desk.call('applicants.accept', { cohortId: desk.cohortId, applicationIds: [applicationId] });
  await desk.call('applicants.overrule', { applicationId, overrule: { tier: 1, reason: 'As the board decided' } });
  desk.now = '2024-06-05T15:30:00.000Z';
  await desk.call('desk.nameLead', { name: 'Owen T.' });
  await desk.call('applicants.setStatus', {
    applicationIds: [applicationId],
    status: 'withdrawn',
    reason: 'Moved away',
  });
  expect((await shown()).statusSaid).toBe('Withdrawn by Owen T. on Wed, Jun 5, 2024 at 10:30 AM: Moved away');
  await desk.call('history.undo', {});
  expect(await shown()).toMatchObject({
    statusSaid: 'Accepted by Mara L. on Mon, Jun 3, 2024 at 9:00 AM',
    overruleSaid: 'Overruled by Mara L. on Mon, Jun 3, 2024 at 9:00 AM',
  });
  expect((await shown()).history.map(({ who }) => who ?? null)).toEqual([
    null,
    null,
    'Mara L.',
    'Mara L.',
    'Owen T.',
    'Owen T.',
  ]);
});
