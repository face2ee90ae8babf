import { expect, test } from 'vitest';
import { openTestDesk } from '../../open-desk.ts';
import { startProgram } from '../../seed.ts';

test('Column sets are kept by list and name, in their order', async () => {
  const desk = openTestDesk();
  await desk.call('columnSets.save', { list: 'roster', name: 'Front desk', columns: ['phone', 'name', 'phone'] });
  await desk.call('columnSets.save', { list: 'roster', name: 'accounts', columns: ['name', 'fee'] });
  await desk.call('columnSets.save', { list: 'attendance', name: 'Front desk', columns: ['name'] });
  expect(await desk.call('columnSets.list', { list: 'roster' })).toMatchObject([
    { name: 'accounts', columns: ['name', 'fee'] },
    { name: 'Front desk', columns: ['phone', 'name'] },
  ]);
  expect(await desk.call('columnSets.list', { list: 'progress' })).toEqual([]);
});

test('The same name takes the place of what it named, and saving the same again is no news', async () => {
  const desk = openTestDesk();
  const { columnSetId } = await desk.call('columnSets.save', { list: 'roster', name: 'Front desk', columns: ['name'] });
  const again = await desk.call('columnSets.save', { list: 'roster', name: 'front DESK', columns: ['name', 'email'] });
  expect(again.columnSetId).toBe(columnSetId);
  const before = await desk.call('history.list', {});
  await desk.call('columnSets.save', { list: 'roster', name: 'front DESK', columns: ['name', 'email'] });
  expect((await desk.call('history.list', {})).total).toBe(before.total);
  expect(await desk.call('columnSets.list', { list: 'roster' })).toMatchObject([
    { name: 'front DESK', columns: ['name', 'email'] },
  ]);
});

test('History says what was saved and forgotten, and undo brings a set back', async () => {
  const desk = openTestDesk();
  const { columnSetId } = await desk.call('columnSets.save', { list: 'roster', name: 'Front desk', columns: ['name'] });
  await desk.call('columnSets.forget', { columnSetId });
  const { rows } = await desk.call('history.list', {});
  expect(rows.slice(0, 2).map(({ label }) => label)).toEqual([
    'Deleted the column set “Front desk”',
    'Saved the column set “Front desk”',
  ]);
  const [last] = rows;
  if (!last) throw new Error('Nothing was done.');
  expect((await desk.refusal('columnSets.forget', { columnSetId })).sentence).toContain('already deleted');
  await desk.call('history.undo', { commandId: last.commandId });
  expect(await desk.call('columnSets.list', { list: 'roster' })).toMatchObject([{ name: 'Front desk' }]);
});

test('An export takes the columns of a set in its order, and says when the set is gone or fits nothing', async () => {
  const desk = openTestDesk();
  const cohortId = await startProgram(desk);
  const save = (columns: string[]) => desk.call('columnSets.save', { list: 'roster', name: 'x', columns });
  const { columnSetId } = await save(['of an older version']);
  expect((await desk.refusal('cohorts.exportRoster', { cohortId, columnSetId })).sentence).toContain(
    'none of this list',
  );
  await save(['fee', 'of an older version', 'name']);
  expect(await desk.ask('cohorts.exportRoster', { cohortId, columnSetId })).toMatchObject({ ok: true });
  await desk.call('columnSets.forget', { columnSetId });
  expect((await desk.refusal('cohorts.exportRoster', { cohortId, columnSetId })).sentence).toContain('was deleted');
});
