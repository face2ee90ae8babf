import { expect, test } from 'vitest';
import { openDesk } from '../../../main/desk/desk.ts';
import { callsFrom } from '../../../shared/api.ts';
import { openTestDesk } from '../open-desk.ts';
import { settingsBeside } from '../settings-beside.ts';

test('refuses a call that there is none of, and an input that the call does not take', async () => {
  const { desk } = openTestDesk();
  expect(await desk.call('people.delete', {})).toEqual({
    ok: false,
    problem: { sentence: 'There is no call “people.delete”.', reasons: [] },
  });
  expect(await desk.call('__proto__', {})).toMatchObject({ ok: false });
  expect(await desk.call('people.search', { text: 7 })).toMatchObject({
    ok: false,
    problem: {
      sentence: '“people.search” can’t be done with this input.',
      reasons: [expect.stringContaining('text')],
    },
  });
  expect(await desk.call('people.search', { text: 'a', more: true })).toMatchObject({ ok: false });
});

test('one event names the tables that a command changed and the calls to ask again; a query tells of none', async () => {
  const { call, events } = openTestDesk();
  await call('program.establish', { program: 'al-cto', cohorts: 'none' });
  expect(events).toEqual([
    {
      kind: 'changed',
      tables: ['policyVersion', 'course', 'organization'],
      calls: callsFrom(['policyVersion', 'course', 'organization']),
      label: 'Started the program AL-CTO',
      commandId: (await call('desk.status', {})).undo?.commandId,
      clock: null,
    },
  ]);
  await call('program.show', {});
  expect(events).toHaveLength(1);
});

test('refuses a second program in the same database', async () => {
  const { call, refusal } = openTestDesk();
  await call('program.establish', { program: 'al-cto', cohorts: 'none' });
  expect((await refusal('program.establish', { program: 'al-cto', cohorts: 'none' })).sentence).toMatch(
    /already holds AL-CTO/,
  );
});

test('a new version of the policy holds from its day on, and not before', async () => {
  const test = openTestDesk();
  await test.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const first = await test.call('program.show', {});
  if (!first) throw new Error('There is no program.');
  const policy = { ...first.policy, admission: { ...first.policy.admission, seats: 24 } };
  await test.call('program.revise', { policy, effectiveOn: '2024-07-01', note: 'A smaller room' } as never);
  expect((await test.call('program.show', {}))?.policy.admission.seats).toBe(30);
  test.now = '2024-07-01T12:00:00.000Z';
  expect(await test.call('program.show', {})).toMatchObject({ number: 2, note: 'A smaller room' });
  expect((await test.call('program.show', {}))?.policy.admission.seats).toBe(24);
});

test('refuses a policy that names a clause it does not have, and says which', async () => {
  const { call, refusal } = openTestDesk();
  await call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const view = await call('program.show', {});
  if (!view) throw new Error('There is no program.');
  const policy = { ...view.policy, fee: { ...view.policy.fee, clause: 'no-such-clause' } };
  const problem = await refusal('program.revise', { policy, effectiveOn: '2024-07-01', note: 'A try' } as never);
  expect(problem.reasons).toEqual([expect.stringContaining('There is no clause “no-such-clause”')]);
});

test('undo and redo go through the same gate, and the desk says what they would do', async () => {
  const { call } = openTestDesk();
  await call('program.establish', { program: 'al-cto', cohorts: 'none' });
  expect((await call('desk.status', {})).undo).toMatchObject({ label: 'Started the program AL-CTO' });
  expect(await call('history.undo', {})).toEqual({ label: 'Undid “Started the program AL-CTO”' });
  expect(await call('program.show', {})).toBeNull();
  expect((await call('desk.status', {})).redo).not.toBeNull();
  await call('history.redo', {});
  expect((await call('program.show', {}))?.number).toBe(1);
});

test('sees at once what another process wrote into the same database', async () => {
  const first = openTestDesk();
  expect(await first.call('program.show', {})).toBeNull();
  const second = openTestDesk(first.databaseFile);
  await second.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  expect((await first.call('program.show', {}))?.number).toBe(1);
});

test('commands that are sent at once are done one after another, each whole', async () => {
  const { call, desk } = openTestDesk();
  await call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const cohort = (name: string) =>
    desk.call('cohorts.create', { name, opensOn: null, closesOn: null, seats: 30, startsOn: null, endsOn: null });
  const results = await Promise.all(['Foxtrot', 'Golf', 'Hotel', 'Foxtrot'].map(cohort));
  expect(results.map((result) => result.ok)).toEqual([true, true, true, false]);
  expect((await call('cohorts.list', {})).cohorts.map((row) => row.name).sort()).toEqual(['Foxtrot', 'Golf', 'Hotel']);
});

test('refuses to open what is no database, with a sentence', () => {
  const dialogs = {
    openFile: async () => null,
    saveFile: async () => null,
    chooseFolder: async () => null,
    reveal: async () => {},
    open: async () => {},
  };
  const opened = openDesk({
    databaseFile: import.meta.filename,
    settings: settingsBeside(import.meta.filename),
    dialogs,
    onEvent: () => undefined,
  });
  expect(opened).toMatchObject({ ok: false, problem: { sentence: expect.stringContaining('isn’t a database') } });
});
