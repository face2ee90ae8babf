import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readPreferences } from '../../../../main/settings/preferences.ts';
import { recentFiles } from '../../../../main/settings/recent-files.ts';
import { readTableColumns } from '../../../../main/settings/table-columns.ts';
import { usualPreferences } from '../../../../shared/model/preferences.ts';
import { openTestDesk } from '../../open-desk.ts';
import { settingsBeside } from '../../settings-beside.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

test('what is chosen stays on the laptop, and what isn’t named stays as it was', async () => {
  const desk = openTestDesk();
  expect(await desk.call('preferences.show', {})).toEqual(usualPreferences);
  await desk.call('preferences.set', { theme: 'dark' });
  await desk.call('preferences.set', { textSize: 'larger' });
  expect(await desk.call('preferences.show', {})).toMatchObject({ theme: 'dark', textSize: 'larger' });
  expect((await desk.call('desk.status', {})).counts.commands, 'no change of the program').toBe(0);
  const kept: unknown = JSON.parse(
    readFileSync(path.join(settingsBeside(desk.databaseFile), 'preferences.json'), 'utf8'),
  );
  expect(kept).toMatchObject({ theme: 'dark' });
});

test.each([
  ['no file', null, usualPreferences],
  ['half a file', '{"theme": "da', usualPreferences],
  ['a list', '[]', usualPreferences],
  ['a theme that no one knows', '{"theme": "purple", "textSize": "large"}', { ...usualPreferences, textSize: 'large' }],
  ['what a newer version knows', '{"theme": "dark", "hologram": true}', { ...usualPreferences, theme: 'dark' }],
] as const)('of %s as much is taken as can be understood', (_, text, read) => {
  const settings = temporaryFolder();
  if (text !== null) writeFileSync(path.join(settings, 'preferences.json'), text);
  expect(readPreferences(settings)).toEqual(read);
});

test('a list of recent files that can’t be understood is an empty one', () => {
  const settings = temporaryFolder();
  writeFileSync(path.join(settings, 'recent.json'), '{"files": [{"file": 7}]}');
  expect(recentFiles(settings)).toEqual([]);
});

test('the columns of each list stay on the laptop, and are no change of the program', async () => {
  const desk = openTestDesk();
  const fees = { turned: ['email'], order: ['owes', 'name'], widths: { owes: 90 } };
  const roster = { turned: [], order: [], widths: { name: 240 } };
  await desk.call('preferences.keepColumns', { table: 'fees', choice: { ...fees, order: [] } });
  await desk.call('preferences.keepColumns', { table: 'roster', choice: roster });
  await desk.call('preferences.keepColumns', { table: 'fees', choice: fees });
  expect(await desk.call('preferences.columns', {})).toEqual({ fees, roster });
  expect((await desk.call('desk.status', {})).counts.commands).toBe(0);
});

test.each([
  ['no file', null, {}],
  ['half a file', '{"fees": {"tur', {}],
  [
    'a list with a width that no one can drag, beside one that is sound',
    '{"fees": {"turned": [], "order": [], "widths": {"name": 7}}, "roster": {"turned": ["phone"], "order": [], "widths": {}}}',
    { roster: { turned: ['phone'], order: [], widths: {} } },
  ],
] as const)('of the columns in %s as much is taken as can be understood', (_, text, read) => {
  const settings = temporaryFolder();
  if (text !== null) writeFileSync(path.join(settings, 'columns.json'), text);
  expect(readTableColumns(settings)).toEqual(read);
});
